"""The order of the rooms is a contract; here each contract is shown to pass, and to bite once."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from itertools import zip_longest
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
ROOMS = {path.parent.name for path in (ROOT / "src/bedside").glob("*/__init__.py")}
LAYERS = "Rooms import downwards only"
APPLICANT = "The dossier's file rests on its checks, its checks on its parts"
ROADMAP = "Misfits of the roadmap rest on its tasks, tasks on its diary"
BEST_LIST = "The answers of the best list rest on its search, its search on its form"
STATEMENT = "A problem rests on what it states, and knows no search"
WAYS = "Ways to match rest on an outcome that knows none of them"
MATCH_TABLES = "The tables of a match rest on what both sides stated"
TWO_WAYS = "The plain match and the compiled one do not know each other"
TOGETHER = "Those who move together are let in by tries, and tries rest on their seats"
OUTCOME = "Ways to check and explain an outcome do not know each other"
IMPORTING = "Kinds of sources do not know each other, and rest on sheets and pages"
KNOWN_TABLES = "Sources that Bedside knows do not know each other"
REPORTS = "The two reports of a Match do not know each other"
OWN_TABLE = "Tables of one's own rest on their layout, and that on how people write"
TARGETING = "A list of programs rests on the best list, which knows nothing of programs"
PROGRAM_LIST = "The answers of a list of programs rest on what is prepared"
CHANGES = "Changes do not know each other, and rest on one ground"
RANKS = "The parts of a rank order list do not know each other"
MARKET = "Results of the market rest on its seasons, its seasons on what was published"
WRITERS = "What a document says knows no format, and a writer knows no document"
CONTENT = "The report rests on what each room has to say, and that on odds and programs"
CHARTS = "Charts know the shapes of SVG and not each other"
STAGES = "The stages of the roadmap do not know each other"
APP = "Pages of the app rest on their frame, and all of it on what is kept"
SECTIONS = "Sections of the app do not know each other"
STORY = "Drafts, entries and the arc do not know each other, and rest on what is told"
RULES = "Rules read a draft and know no review"
PLAN = "A plan rests on its roadmap, and that on what was decided, costs and lasts"
OFFENCES = [
    (LAYERS, "evidence/__init__.py", "import bedside.calendar.season"),
    (LAYERS, "calendar/__init__.py", "import bedside.applicant.dossier"),
    (LAYERS, "calendar/__init__.py", "import bedside.matching.instance"),
    (LAYERS, "matching/__init__.py", "import bedside.calendar.season"),
    (LAYERS, "applicant/__init__.py", "import bedside.standing.results"),
    (LAYERS, "standing/__init__.py", "import bedside.plan.results"),
    (LAYERS, "programs/__init__.py", "import bedside.standing.results"),
    (LAYERS, "programs/__init__.py", "import bedside.plan.results"),
    (LAYERS, "plan/__init__.py", "import bedside.documents.blocks"),
    (LAYERS, "documents/__init__.py", "import bedside.web.clock"),
    (LAYERS, "web/__init__.py", "import bedside.cli.options"),
    (LAYERS, "utils/__init__.py", '"""A room that nobody placed."""'),
    (APPLICANT, "applicant/parts/__init__.py", "import bedside.applicant.dossier"),
    (APPLICANT, "applicant/measuring/__init__.py", "import bedside.applicant.checks.dates"),
    (APPLICANT, "applicant/checks/__init__.py", "import bedside.applicant.file.reading"),
    (APPLICANT, "applicant/somewhere.py", '"""A room that nobody placed."""'),
    (ROADMAP, "plan/roadmap/diary/__init__.py", "import bedside.plan.roadmap.tasks.booked_exams"),
    (ROADMAP, "plan/roadmap/tasks/__init__.py", "import bedside.plan.roadmap.misfits.misfits"),
    (ROADMAP, "plan/roadmap/somewhere.py", '"""A room that nobody placed."""'),
    (STAGES, "plan/roadmap/tasks/clinic/__init__.py", "import bedside.plan.roadmap.tasks.certificate.exams"),
    (STAGES, "plan/roadmap/tasks/somewhere.py", '"""A room that nobody placed."""'),
    (BEST_LIST, "targeting/portfolio/form.py", "import bedside.targeting.portfolio.search"),
    (BEST_LIST, "targeting/portfolio/somewhere.py", '"""A room that nobody placed."""'),
    (STATEMENT, "targeting/portfolio/statement/limits.py", "import bedside.targeting.portfolio.statement.problem"),
    (STATEMENT, "targeting/portfolio/statement/somewhere.py", '"""A room that nobody placed."""'),
    (BEST_LIST, "targeting/portfolio/statement/problem.py", "import bedside.targeting.portfolio.form"),
    (TARGETING, "targeting/portfolio/value.py", "import bedside.targeting.program_list"),
    (TARGETING, "targeting/somewhere.py", '"""A room that nobody placed."""'),
    (PROGRAM_LIST, "targeting/program_list/fees.py", "import bedside.targeting.program_list.best"),
    (PROGRAM_LIST, "targeting/program_list/somewhere.py", '"""A room that nobody placed."""'),
    (STORY, "story/told/facts.py", "import bedside.story.drafts.draft"),
    (STORY, "story/entries/about.py", "import bedside.story.drafts.draft"),
    (STORY, "story/somewhere.py", '"""A room that nobody placed."""'),
    (RULES, "story/drafts/rules/tone.py", "import bedside.story.drafts.review"),
    (RULES, "story/drafts/somewhere.py", '"""A room that nobody placed."""'),
    (PLAN, "plan/money/fees.py", "import bedside.plan.decision.cycles"),
    (PLAN, "plan/days/periods.py", "import bedside.plan.roadmap.ticks"),
    (PLAN, "plan/somewhere.py", '"""A room that nobody placed."""'),
    (CHANGES, "plan/what_if/clinic.py", "import bedside.plan.what_if.seasons"),
    (CHANGES, "plan/what_if/somewhere.py", '"""A room that nobody placed."""'),
    (RANKS, "season/ladder.py", "import bedside.season.entries"),
    (RANKS, "season/somewhere.py", '"""A room that nobody placed."""'),
    (MARKET, "market/playing.py", "import bedside.market.population"),
    (MARKET, "market/somewhere.py", '"""A room that nobody placed."""'),
    (WRITERS, "documents/content/__init__.py", "import bedside.documents.writers.pdf_file"),
    (WRITERS, "documents/writers/__init__.py", "import bedside.documents.content.papers.cv"),
    (WRITERS, "documents/somewhere.py", '"""A room that nobody placed."""'),
    (CONTENT, "documents/content/story/__init__.py", "import bedside.documents.content.plan.roadmap"),
    (CONTENT, "documents/content/standing/__init__.py", "import bedside.documents.content.report.cover"),
    (CONTENT, "documents/content/somewhere.py", '"""A room that nobody placed."""'),
    (CHARTS, "documents/charts/chances/__init__.py", "import bedside.documents.charts.over_time.hours"),
    (CHARTS, "documents/charts/somewhere.py", '"""A room that nobody placed."""'),
    (APP, "web/store/__init__.py", "import bedside.web.guarding.access"),
    (APP, "web/memory/__init__.py", "import bedside.web.forms.fields"),
    (APP, "web/frame/__init__.py", "import bedside.web.pages.sources"),
    (APP, "web/serving/__init__.py", "import bedside.web.pages.sources"),
    (APP, "web/somewhere.py", '"""A room that nobody placed."""'),
    (SECTIONS, "web/pages/plan/__init__.py", "import bedside.web.pages.story.job"),
    (SECTIONS, "web/pages/somewhere.py", '"""A room that nobody placed."""'),
    ("The best list knows no applicant and no program", "targeting/portfolio/form.py", "import bedside.evidence.money"),
    ("Document libraries stay in documents", "cli/__init__.py", "import typst"),
    ("Document libraries stay in documents", "plan/__init__.py", "import icalendar"),
    ("Document libraries stay in documents", "standing/__init__.py", "import fontpkg_inter"),
    ("Terminal libraries stay in cli", "documents/__init__.py", "import rich"),
    ("Terminal libraries stay in cli", "plan/__init__.py", "import click"),
    ("Terminal libraries stay in cli", "standing/__init__.py", "import rich_click"),
    ("Terminal libraries stay in cli", "applicant/__init__.py", "import questionary"),
    ("The library that checks the dossier stays in applicant", "standing/__init__.py", "import pydantic"),
    ("YAML stays out of the rooms that reason and show", "documents/__init__.py", "from ruamel.yaml import YAML"),
    ("YAML stays out of the rooms that reason and show", "calendar/__init__.py", "import yaml"),
    ("YAML stays out of the rooms that reason and show", "web/__init__.py", "import yaml"),
    ("The library that checks the dossier stays in applicant", "web/__init__.py", "import pydantic"),
    ("Document libraries stay in documents", "web/__init__.py", "import typst"),
    ("Terminal libraries stay in cli", "web/__init__.py", "import click"),
    ("The web framework stays in web", "documents/__init__.py", "import django"),
    ("The web framework stays in web", "cli/__init__.py", "import waitress"),
    ("The web framework stays in web", "plan/__init__.py", "import cryptography"),
    ("The web framework stays in web", "programs/__init__.py", "import django"),
    (LAYERS, "odds/__init__.py", "import bedside.targeting"),
    (LAYERS, "targeting/__init__.py", "import bedside.plan.results"),
    ("Numerical libraries stay where chances are computed", "documents/__init__.py", "import numpy"),
    ("Numerical libraries stay where chances are computed", "programs/__init__.py", "import scipy"),
    (WAYS, "matching/outcome/checking.py", "import bedside.matching.deferred_acceptance.plain"),
    (WAYS, "matching/somewhere.py", '"""A room that nobody placed."""'),
    (WAYS, "matching/together/seats.py", "import bedside.matching.reading.rows"),
    (MATCH_TABLES, "matching/reading/stated.py", "import bedside.matching.reading.tables"),
    (MATCH_TABLES, "matching/reading/somewhere.py", '"""A room that nobody placed."""'),
    (TWO_WAYS, "matching/deferred_acceptance/plain.py", "import bedside.matching.deferred_acceptance.compiled"),
    (TWO_WAYS, "matching/deferred_acceptance/somewhere.py", '"""A room that nobody placed."""'),
    (TOGETHER, "matching/together/seating.py", "import bedside.matching.together.trying"),
    (TOGETHER, "matching/together/somewhere.py", '"""A room that nobody placed."""'),
    (OUTCOME, "matching/outcome/cut_offs.py", "import bedside.matching.outcome.checking"),
    (OUTCOME, "matching/outcome/somewhere.py", '"""A room that nobody placed."""'),
    (IMPORTING, "programs/importing/sheets/sheet.py", "import bedside.programs.importing.own_table.who"),
    (IMPORTING, "programs/importing/nrmp/terms.py", "import bedside.programs.importing.known_tables.table"),
    (IMPORTING, "programs/importing/somewhere.py", '"""A room that nobody placed."""'),
    (
        KNOWN_TABLES,
        "programs/importing/known_tables/freida.py",
        "import bedside.programs.importing.known_tables.crosswalk",
    ),
    (KNOWN_TABLES, "programs/importing/known_tables/somewhere.py", '"""A room that nobody placed."""'),
    (
        REPORTS,
        "programs/importing/nrmp/state_pages/tables.py",
        "import bedside.programs.importing.nrmp.program_pages.lines",
    ),
    (REPORTS, "programs/importing/nrmp/somewhere.py", '"""A room that nobody placed."""'),
    (OWN_TABLE, "programs/importing/own_table/layout/tables.py", "import bedside.programs.importing.own_table.who"),
    (OWN_TABLE, "programs/importing/own_table/somewhere.py", '"""A room that nobody placed."""'),
    ("The compiler of loops stays where the Match is run", "odds/__init__.py", "import numba"),
    ("Clusters are asked from the market only", "cli/__init__.py", "import distributed"),
    ("Document libraries stay in documents", "market/__init__.py", "import pyarrow"),
    (LAYERS, "market/__init__.py", "import bedside.targeting.portfolio.statement.problem"),
    (LAYERS, "season/__init__.py", "import bedside.plan.chances.your_odds"),
    ("Matching knows nothing of medicine", "matching/__init__.py", "import bedside.evidence.money"),
    ("Libraries that read foreign files stay where files are read and written", "web/__init__.py", "import openpyxl"),
    ("Libraries that read foreign files stay where files are read and written", "plan/__init__.py", "import pypdfium2"),
]


def rounds() -> list[list[tuple[str, str, str]]]:
    """The offences, each round with at most one against each contract, so that few copies show them all."""
    of_each = [
        [one for one in OFFENCES if one[0] == contract] for contract in dict.fromkeys(one[0] for one in OFFENCES)
    ]
    return [[one for one in those if one] for those in zip_longest(*of_each)]


ROUNDS = rounds()


def broken_contracts(root: Path) -> list[str]:
    """The names of the contracts that the package under `root` breaks."""
    check = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    finished = subprocess.run(
        [sys.executable, "-P", "-c", check, "--config", str(root / "pyproject.toml"), "--no-cache", "--no-logo"],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    verdicts = [line for line in finished.stdout.splitlines() if line.endswith((" KEPT", " BROKEN"))]
    assert len(verdicts) == len(CONTRACTS), finished.stdout + finished.stderr
    broken = [line.removesuffix(" BROKEN") for line in verdicts if line.endswith(" BROKEN")]
    assert (finished.returncode != 0) == bool(broken)
    return broken


@pytest.fixture
def copy_of_the_package(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    not_code = shutil.ignore_patterns("__pycache__", "data", ".*_cache")
    shutil.copytree(ROOT / "src/bedside", tmp_path / "src/bedside", ignore=not_code)
    return tmp_path


def test_the_package_keeps_every_contract(copy_of_the_package: Path) -> None:
    assert broken_contracts(copy_of_the_package) == []


@pytest.mark.parametrize("offences", ROUNDS)
def test_a_contract_bites(copy_of_the_package: Path, offences: list[tuple[str, str, str]]) -> None:
    for _, module, offence in offences:
        path = copy_of_the_package / "src/bedside" / module
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{offence}\n")
    assert sorted(broken_contracts(copy_of_the_package)) == sorted(contract for contract, _, _ in offences)


def test_every_contract_is_shown_to_bite() -> None:
    assert {contract for contract, _, _ in OFFENCES} == {contract["name"] for contract in CONTRACTS}


@pytest.mark.parametrize(
    ("contract", "at_home_in"),
    [
        ("Document libraries stay in documents", {"documents"}),
        ("Terminal libraries stay in cli", {"cli"}),
        ("The library that checks the dossier stays in applicant", {"applicant"}),
        ("YAML stays out of the rooms that reason and show", {"applicant", "cli", "evidence"}),
        ("The compiler of loops stays where the Match is run", {"matching", "market"}),
        ("Clusters are asked from the market only", {"market"}),
    ],
)
def test_a_contract_about_libraries_covers_every_other_room(contract: str, at_home_in: set[str]) -> None:
    """A new room has to be added to the contracts, or they would not see it."""
    (found,) = [one for one in CONTRACTS if one["name"] == contract]
    assert {room.removeprefix("bedside.") for room in found["source_modules"]} == ROOMS - at_home_in
