"""`bedside serve`: starts private and quick, stops cleanly, and says in sentences what is in its way."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from bedside.web.serving.is_well import is_well
from tests.cli.served import begun, free_port, refused, served, status_of, stopped

SECRET = "a-secret-for-the-tests-that-is-longer-than-fifty-characters"
HOSTED = {"BEDSIDE_SECRET_KEY": SECRET, "BEDSIDE_ALLOWED_HOSTS": "bedside.example.org"}


def permissions_in(folder: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in [folder, *folder.iterdir()]}


def cookies_set_by(url: str) -> list[str]:
    """The names of the cookies that the answer to one request sets."""
    jar = CookieJar()
    with contextlib.suppress(HTTPError):
        build_opener(HTTPCookieProcessor(jar)).open(url)
    return [cookie.name for cookie in jar if cookie.name != "bedside_csrf"]


def test_it_runs_until_it_is_told_to_stop_and_keeps_everything_to_its_owner(tmp_path: Path) -> None:
    folder = tmp_path / "dossiers"
    with served(folder) as copy:
        assert status_of(copy.url + "health/") == 200
        assert set(permissions_in(folder).values()) == {0o700, 0o600}
        assert stopped(copy) == (0, f"Bedside has stopped. What you saved is in {folder}.")
    assert sorted(file.name for file in folder.iterdir()) == [
        "browser.key",
        "dossiers.sqlite",
        "running.lock",
        "secret.key",
    ]


def test_control_c_stops_it_as_cleanly(tmp_path: Path) -> None:
    with served(tmp_path) as copy:
        assert stopped(copy, signal.SIGINT)[0] == 0


def test_the_printed_address_lets_a_browser_in_and_another_key_does_not(tmp_path: Path) -> None:
    with served(tmp_path) as copy:
        assert cookies_set_by(copy.entrance) == ["bedside_session"]
        assert cookies_set_by(copy.url + "this-machine/another-key/") == []


def test_it_answers_to_this_machine_only(tmp_path: Path) -> None:
    with served(tmp_path) as copy:
        port = int(copy.url.rstrip("/").rpartition(":")[2])
        others = socket.gethostbyname_ex(socket.gethostname())[2]
        for address in [one for one in others if not one.startswith("127.")]:
            with pytest.raises(OSError, match="refused"):
                socket.create_connection((address, port), timeout=2)
        assert status_of(copy.url, Host="evil.example.org") == 400


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere only 127.0.0.1 is there without being set up")
def test_another_address_of_this_machine_answers_where_it_is_printed(tmp_path: Path) -> None:
    with served(tmp_path, "--host", "127.0.0.2") as copy:
        assert copy.url.startswith("http://127.0.0.2:")
        assert (status_of(copy.url), status_of(copy.url, Host="evil.example.org")) == (200, 400)


def test_a_second_start_opens_the_one_that_runs(tmp_path: Path) -> None:
    with served(tmp_path) as copy:
        seen = tmp_path / "seen"
        code, said = refused(
            "--data-folder", str(tmp_path), BROWSER=f"sh -c 'printf %s \"$0\" > {seen}' %s", DISPLAY=":0"
        )
        for _ in range(100):
            if seen.exists() and seen.read_text():
                break
            time.sleep(0.05)
        assert (code, said) == (0, f"Bedside is running already: {copy.entrance}\n")
        assert status_of(seen.read_text()) != 404


def test_after_it_was_killed_it_starts_again_and_the_browser_is_still_let_in(tmp_path: Path) -> None:
    with served(tmp_path) as first:
        first.process.kill()
        first.process.wait()
        with served(tmp_path) as second:
            keys = [copy.entrance.rpartition("this-machine/")[2] for copy in (first, second)]
            assert keys[0] == keys[1]


def test_with_its_own_port_taken_it_finds_another(tmp_path: Path) -> None:
    with served(tmp_path / "a") as first, served(tmp_path / "b") as second:
        assert first.url != second.url
        assert [status_of(copy.url + "health/") for copy in (first, second)] == [200, 200]


def test_a_port_that_was_asked_for_and_is_taken_gets_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = refused("--data-folder", str(tmp_path), "--port", str(port))
    assert (code, said) == (
        1,
        f"Bedside cannot listen on 127.0.0.1, port {port}: address already in use. Something else may use this port; "
        "choose another with --port.\n",
    )


def test_a_port_that_is_none_is_a_mistake_in_the_call() -> None:
    assert refused("--port", "70000")[0] == 2


def test_a_folder_that_cannot_be_made_gets_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    code, said = refused("--data-folder", str(file / "dossiers"))
    assert (code, said.partition(":")[0], "Traceback" in said) == (1, str(file / "dossiers"), False)


@pytest.mark.parametrize("content", [b"no database at all" * 400, b"SQLite format 3\x00" + b"\xff" * 9000])
def test_a_damaged_database_gets_a_sentence_and_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    database = tmp_path / "dossiers.sqlite"
    database.write_bytes(content)
    code, said = refused("--data-folder", str(tmp_path))
    assert (code, said.startswith(f"{database} cannot be used: "), "Traceback" in said) == (1, True, False)
    assert database.read_bytes() == content


def test_a_database_of_a_newer_bedside_gets_a_sentence(tmp_path: Path) -> None:
    with served(tmp_path) as copy:
        stopped(copy)
    with sqlite3.connect(tmp_path / "dossiers.sqlite") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('bedside', '9999_later', '2030-01-01')"
        )
    code, said = refused("--data-folder", str(tmp_path))
    assert (code, said.startswith(f"{tmp_path / 'dossiers.sqlite'} was written by a newer Bedside")) == (1, True)


def test_hosted_it_names_everything_that_is_missing_at_once() -> None:
    code, said = refused("--host", "0.0.0.0", BEDSIDE_TRUSTED_PROXIES="one", BEDSIDE_TIME_ZONE="Mars")
    lines = said.splitlines()
    assert (code, [line.split()[0] for line in lines[1:]]) == (
        1,
        ["BEDSIDE_TRUSTED_PROXIES", "BEDSIDE_SECRET_KEY", "BEDSIDE_ALLOWED_HOSTS", "BEDSIDE_TIME_ZONE"],
    )


def test_hosted_it_sends_a_plain_request_on_to_https_and_tells_nobody_what_it_is(tmp_path: Path) -> None:
    with served(tmp_path, "--host", "0.0.0.0", "--port", str(port := free_port()), **HOSTED) as copy:
        assert copy.url == f"http://0.0.0.0:{port}/"
        asked = subprocess.run(
            ["curl", "-si", "-H", "Host: bedside.example.org", f"http://127.0.0.1:{port}/"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert (is_well(HOSTED, port), is_well(HOSTED, free_port())) == (True, False)
        head = asked.stdout.lower()
        assert (head.split()[1], "location: https://bedside.example.org/" in head, "server:" in head) == (
            "301",
            True,
            False,
        )
        assert stopped(copy)[0] == 0


def test_stopped_before_it_answers_it_leaves_without_a_traceback(tmp_path: Path) -> None:
    process = begun("--data-folder", str(tmp_path), "--no-browser")
    time.sleep(0.25)
    os.kill(process.pid, signal.SIGINT)
    said, _ = process.communicate(timeout=20)
    assert "Traceback" not in said
