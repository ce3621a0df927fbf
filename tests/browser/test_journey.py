"""The whole way of an applicant, from six answers to an empty folder, on both databases, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.browser.conftest import OpenWindow
from tests.browser.journey import NAME, PASSPHRASE, TITLE, Applicant
from tests.browser.serving import Server, serving
from tests.postgresql import postgresql, why_there_is_no_postgresql

ON_POSTGRESQL = pytest.param(
    "PostgreSQL",
    marks=pytest.mark.skipif(bool(why_there_is_no_postgresql()), reason=why_there_is_no_postgresql()),
)


@pytest.fixture(params=["SQLite", ON_POSTGRESQL])
def own_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """An app of the test's own, whose data is looked into when all is erased."""
    if request.param == "SQLite":
        with serving(tmp_path / "data") as running:
            yield running
    else:
        with postgresql() as database, serving(tmp_path / "data", database) as running:
            yield running


def files_that_hold(folder: Path, text: str) -> list[str]:
    """The files of a folder in which a text stands, in any of the ways it may be written."""
    ways = {text.encode("utf-8"), text.encode("utf-16-le"), text.encode("utf-16-be")}
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file.name for file in files if any(way in file.read_bytes() for way in ways))


def rows_that_are_left(database: str) -> int:
    with psycopg.connect(database) as connection:
        counted = connection.execute("select (select count(*) from dossier) + (select count(*) from revision)")
        row = counted.fetchone()
    assert row is not None
    return int(row[0])


def test_from_six_answers_to_a_plan_and_back_to_nothing(own_server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(own_server)
    applicant = Applicant(context.new_page())
    applicant.page.goto(own_server.address)
    applicant.answers_six_questions()
    applicant.keeps_going()
    applicant.adds_an_exam()
    applicant.adds_an_experience()
    applicant.reads_why()
    applicant.decides()
    applicant.ticks_a_task_off()
    applicant.goes_to("Budget")
    applicant.exports()
    mentor, watch = open_window(own_server, let_in=False)
    watch.expect(404, 410)
    applicant.shares_with(mentor)
    assert own_server.database or files_that_hold(own_server.data_folder, NAME) != []
    applicant.locks()
    applicant.leaves()
    assert files_that_hold(own_server.data_folder, NAME) == []
    applicant.comes_back_with(PASSPHRASE)
    applicant.takes_the_lock_off()
    applicant.undoes()
    applicant.erases()
    assert files_that_hold(own_server.data_folder, NAME) == []
    assert files_that_hold(own_server.data_folder, TITLE) == []
    assert not own_server.database or rows_that_are_left(own_server.database) == 0


def test_the_same_way_without_javascript(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server, java_script_enabled=False)
    applicant = Applicant(context.new_page())
    applicant.page.goto(server.address)
    applicant.answers_six_questions()
    applicant.keeps_going("Ada without scripts")
    applicant.adds_an_exam()
    applicant.adds_an_experience()
    applicant.reads_why()
    applicant.decides()
    applicant.ticks_a_task_off()
    applicant.goes_to("Budget")
    applicant.exports()
    applicant.undoes()
    applicant.erases()
