"""How a copy is run is read from the environment: all that is wrong at once, nothing unsafe, the docs alike."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.test import Client
from packaging.requirements import Requirement
from pytest_django.fixtures import Settings

from bedside.web.serving.hosting import PREFIX, VARIABLES, HostingMistake, hosting_from, is_loopback
from tests.cli.served import environment, free_port, refused

ROOT = Path(__file__).parents[3]
SECRET = "a-secret-for-the-tests-that-is-longer-than-fifty-characters"
HOSTED = {"BEDSIDE_HOSTED": "1", "BEDSIDE_SECRET_KEY": SECRET, "BEDSIDE_ALLOWED_HOSTS": "bedside.example.org"}

HOSTED_BARE = {name.removeprefix(PREFIX): value for name, value in HOSTED.items()}


def put_right(**variables: str) -> list[str]:
    """The variables that have to be put right."""
    try:
        hosting_from({PREFIX + name: value for name, value in variables.items()})
    except HostingMistake as mistake:
        return [line.split()[0].removeprefix(PREFIX) for line in str(mistake).splitlines()[1:]]
    return []


@pytest.mark.parametrize(
    ("variables", "wrong"),
    [
        ({}, []),
        ({"HOSTED": "1"}, ["SECRET_KEY", "ALLOWED_HOSTS"]),
        ({"HOSTED": "1", "SECRET_KEY": "short", "ALLOWED_HOSTS": "*"}, ["SECRET_KEY", "ALLOWED_HOSTS"]),
        ({"HOSTED": "1", "SECRET_KEY": SECRET, "ALLOWED_HOSTS": "a.example.org, *.example.org"}, ["ALLOWED_HOSTS"]),
        ({"HOSTED": "1", "SECRET_KEY": SECRET, "ALLOWED_HOSTS": "a.example.org"}, []),
        ({"TRUSTED_PROXIES": "-1"}, ["TRUSTED_PROXIES"]),
        ({"TRUSTED_PROXIES": "²"}, ["TRUSTED_PROXIES"]),
        ({"DATABASE": "mysql://somewhere"}, ["DATABASE"]),
        ({"DATABASE": "postgresql://somewhere/bedside"}, []),
        ({"TIME_ZONE": "Mars/Olympus"}, ["TIME_ZONE"]),
        ({"AS_OF": "tomorrow"}, ["AS_OF"]),
    ],
)
def test_everything_that_is_wrong_is_told_at_once(variables: dict[str, str], wrong: list[str]) -> None:
    assert put_right(**variables) == wrong


def test_on_ones_own_machine_it_answers_to_the_names_of_this_machine_only_and_believes_no_proxy() -> None:
    hosting = hosting_from({"BEDSIDE_ALLOWED_HOSTS": "*", "BEDSIDE_TRUSTED_PROXIES": "3"})
    assert (hosting.allowed_hosts, hosting.trusted_proxies) == (("127.0.0.1", "localhost", "[::1]"), 0)


def test_it_answers_to_the_loopback_address_it_was_asked_to_listen_on_and_to_no_other_name() -> None:
    hosting = hosting_from({"BEDSIDE_ALLOWED_HOSTS": "127.0.0.2,evil.example.org,10.0.0.7,localhost"})
    assert hosting.allowed_hosts == ("127.0.0.1", "localhost", "[::1]", "127.0.0.2")


@pytest.mark.parametrize("days", ["89", "one", "-400", "9999999"])
def test_days_that_are_too_few_or_no_number_are_refused(days: str) -> None:
    assert put_right(**HOSTED_BARE, ERASE_AFTER_DAYS=days) == ["ERASE_AFTER_DAYS"]


@pytest.mark.parametrize("memory", ["-1", "much", "1.5", "1000000"])
def test_room_for_lists_that_is_no_whole_number_of_megabytes_is_refused(memory: str) -> None:
    assert put_right(**HOSTED_BARE, LIST_MEMORY=memory) == ["LIST_MEMORY"]


@pytest.mark.parametrize(("told", "megabytes"), [("", 160), ("0", 0), ("1200", 1200)])
def test_whoever_runs_a_copy_says_how_much_room_lists_have(told: str, megabytes: int) -> None:
    assert hosting_from(HOSTED | {"BEDSIDE_LIST_MEMORY": told}).list_memory == megabytes
    assert hosting_from({"BEDSIDE_LIST_MEMORY": told}).list_memory == megabytes


def test_nothing_is_erased_by_itself_unless_a_host_says_so() -> None:
    assert hosting_from(HOSTED).erase_after_days == 0
    assert hosting_from(HOSTED | {"BEDSIDE_ERASE_AFTER_DAYS": "400"}).erase_after_days == 400
    assert hosting_from({"BEDSIDE_ERASE_AFTER_DAYS": "400"}).erase_after_days == 0


def test_the_key_of_a_browser_is_of_no_use_where_hosted() -> None:
    assert hosting_from(HOSTED | {"BEDSIDE_BROWSER_KEY": "something"}).browser_key == ""


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.7", False),
        ("bedside.example.org", False),
        ("", False),
    ],
)
def test_an_address_is_this_machines_own_or_not(host: str, own: bool) -> None:
    assert is_loopback(host) == own


@pytest.mark.parametrize("host", ["evil.example.org", "127.0.0.1.evil.example.org", "192.168.1.7", "0.0.0.0", ""])
def test_a_page_that_reaches_this_machine_under_another_name_gets_nothing(host: str, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = list(hosting_from({}).allowed_hosts)
    assert Client(raise_request_exception=False).get("/", headers={"host": host}).status_code == 400
    assert Client().get("/health/", headers={"host": "127.0.0.1:8377"}).status_code == 200


def check_for_deployment(**variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env=environment(DJANGO_SETTINGS_MODULE="bedside.web.settings", **variables),
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_check_before_deployment_finds_nothing_where_hosted(tmp_path: Path) -> None:
    folder = {"BEDSIDE_DATA_FOLDER": str(tmp_path)}
    checked = check_for_deployment(**HOSTED, **folder, BEDSIDE_TRUSTED_PROXIES="1")
    assert (checked.returncode, checked.stdout) == (0, "System check identified no issues (0 silenced).\n")
    assert check_for_deployment(**folder).returncode != 0


def cookies_where_hosted() -> str:
    script = (
        "import django; django.setup(); from django.conf import settings as s; "
        "print(s.SESSION_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE, "
        "s.CSRF_COOKIE_SECURE, s.CSRF_COOKIE_HTTPONLY, s.CSRF_COOKIE_SAMESITE, s.DEBUG)"
    )
    variables = environment(DJANGO_SETTINGS_MODULE="bedside.web.settings", **HOSTED)
    return subprocess.run([sys.executable, "-c", script], env=variables, capture_output=True, text=True).stdout


def test_cookies_are_for_https_and_out_of_reach_of_scripts_where_hosted() -> None:
    assert cookies_where_hosted() == "True True Lax True True Lax False\n"


def test_a_start_with_a_database_that_does_not_answer_says_so_without_its_password() -> None:
    database = "postgresql://bedside:very-secret@127.0.0.1:9/bedside"
    code, said = refused("--host", "0.0.0.0", "--port", str(free_port()), **HOSTED, BEDSIDE_DATABASE=database)
    assert (code, said.partition(").")[0]) == (
        1,
        "The database that BEDSIDE_DATABASE names cannot be used (OperationalError",
    )
    assert ["very-secret" in said, "Traceback" in said] == [False, False]


class TestPagesAndContainerFiles:
    """What is written about hosting names what there is."""

    def test_the_page_lists_every_variable_as_the_code_describes_it(self) -> None:
        page = (ROOT / "docs/how-to/host.md").read_text(encoding="utf-8")
        rows = dict(re.findall(r"^\| `BEDSIDE_(\w+)` \| (.+) \|$", page, re.MULTILINE))
        assert rows == VARIABLES

    def test_the_variables_that_are_described_are_those_that_are_read(self) -> None:
        code = (ROOT / "src/bedside/web/serving/hosting.py").read_text(encoding="utf-8")
        assert set(re.findall(r"\bread\(\"(\w+)\"", code)) == set(VARIABLES)

    def test_the_services_set_variables_that_there_are(self) -> None:
        services = compose()["services"]
        assert {name.removeprefix(PREFIX) for name in services["bedside"]["environment"]} <= set(VARIABLES)
        assert set(services) == {"proxy", "bedside", "database"}

    def test_the_services_wait_for_each_other_until_they_are_well(self) -> None:
        services = compose()["services"]
        waits = {name: list(one.get("depends_on", {})) for name, one in services.items()}
        assert waits == {"proxy": ["bedside"], "bedside": ["database"], "database": []}
        assert "HEALTHCHECK" in container_file()

    def test_only_the_proxy_is_reached_from_outside(self) -> None:
        assert [name for name, one in compose()["services"].items() if "ports" in one] == ["proxy"]

    def test_the_image_installs_what_the_lock_names_with_its_hashes_and_runs_without_rights(self) -> None:
        file = container_file()
        assert ("--require-hashes --requirement requirements.lock" in file, "\nUSER bedside\n" in file) == (True, True)
        for copied in re.findall(r"^COPY (?!--from)(.+) \S+$", file, re.MULTILINE):
            assert [name for name in copied.split() if not (ROOT / name).exists()] == []

    def test_the_image_drops_what_only_checks_and_builds(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        names = {Requirement(one).name for one in project["dependency-groups"]["dev"]}
        served = {Requirement(one).name for one in project["project"]["optional-dependencies"]["postgresql"]}
        (dropped,) = re.findall(r"pip uninstall --yes ((?:[^\n]+\\\n)*[^\n]+)", container_file())
        assert set(dropped.replace("\\\n", " ").split()) == names - served


def compose() -> Any:
    return yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def container_file() -> str:
    return (ROOT / "Containerfile").read_text(encoding="utf-8")
