"""The rank order list in the app: shown with its chances, moved without a script, and saved in the file."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from bedside.web.store.changes import fingerprint, part_of
from bedside.web.store.dossiers import Opened, open_dossier
from tests.applicant.dossiers import AS_OF
from tests.web.kept import browser_for, example, kept

ALL = ("after", "before", "citizen-scribe", "h1b-quality-analyst", "opt-research-coordinator")
FIRST = {"program": "1200221596", "state": "interviewed", "rank": 1, "note": "Two residents from Peru."}
SECOND = {"program": "1200111023", "state": "invited", "interview": "2026-12-04", "rank": 2}
THIRD = {"program": "Lakeview Hospital", "specialty": "Internal Medicine", "state": "interviewed", "rank": 3}
OFF = {"program": "Riverside", "specialty": "Family Medicine", "state": "interviewed"}
OLDER = {"program": "1200111023", "match_year": 2026, "state": "interviewed", "rank": 1}


def a_season(*applications: dict[str, Any]) -> Opened:
    target = {"specialties": ["Family Medicine"], "match_year": 2027}
    return kept(example("citizen-scribe") | {"target": target, "applications": list(applications)})


def page_of(opened: Opened) -> Any:
    return browser_for(opened).get(f"/dossier/{opened.id}/rank/")


def move(opened: Opened, index: int | str, how: str, base: str | None = None, browser: Client | None = None) -> Any:
    shown = fingerprint(part_of(opened.content, ("applications",))) if base is None else base
    sent = {"index": index, "move": how, "base": shown}
    return (browser or browser_for(opened)).post(f"/dossier/{opened.id}/rank/move/", sent)


def ranks(opened: Opened) -> list[int | None]:
    return [one.get("rank") for one in open_dossier(opened.id, AS_OF).content["applications"]]


@pytest.mark.parametrize("name", ALL)
def test_it_opens_for_every_worked_applicant_and_says_that_no_interview_is_told(name: str) -> None:
    page = page_of(kept(example(name)))
    assert (page.status_code, page.context["rows"], page.context["chances"]) == (200, (), ())


def test_every_place_has_its_chance_and_every_rule_its_source() -> None:
    page = page_of(a_season(FIRST, SECOND, THIRD, OFF))
    assert [row.index for row in page.context["rows"]] == [0, 1, 2]
    assert [row.title for row in page.context["off"]] == ["Riverside"]
    assert [title for title, _, _ in page.context["chances"]] == [
        "A match",
        "No match",
        "A match in Family Medicine",
        "A match in Internal Medicine",
    ]
    assert page.content.decode().count("Why, and where this comes from") >= 18


@pytest.mark.parametrize(
    ("index", "how", "then"),
    [
        (1, "up", [2, 1, 3, None]),
        (0, "down", [2, 1, 3, None]),
        (2, "top", [2, 3, 1, None]),
        (0, "up", [1, 2, 3, None]),
        (1, "off", [1, None, 2, None]),
        (3, "on", [1, 2, 3, 4]),
    ],
)
def test_a_button_moves_one_program_and_the_places_are_counted_anew(
    index: int, how: str, then: list[int | None]
) -> None:
    opened = a_season(FIRST, SECOND, THIRD, OFF)
    answer = move(opened, index, how)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/dossier/{opened.id}/rank/#program-{index}")
    assert ranks(opened) == then


def test_a_move_changes_places_and_nothing_else() -> None:
    opened = a_season(FIRST, SECOND, OLDER)
    move(opened, 1, "up")
    after = open_dossier(opened.id, AS_OF).content["applications"]
    assert after == [FIRST | {"rank": 2}, SECOND | {"rank": 1}, OLDER]


def test_an_order_that_was_never_given_can_be_kept_as_it_stands() -> None:
    bare = [{key: value for key, value in one.items() if key != "rank"} for one in (FIRST, SECOND)]
    opened = a_season(*bare)
    assert page_of(opened).context["has_places"] is False
    move(opened, "", "keep")
    assert ranks(opened) == [1, 2]


def test_two_windows_do_not_move_over_each_other() -> None:
    opened = a_season(FIRST, SECOND, THIRD)
    shown = fingerprint(part_of(opened.content, ("applications",)))
    move(opened, 2, "top", shown)
    browser = browser_for(opened)
    move(opened, 1, "off", shown, browser)
    page = browser.get(f"/dossier/{opened.id}/rank/")
    assert ranks(opened) == [2, 3, 1]
    assert [str(one) for one in page.context["messages"]] == [
        "Your file was changed in another window meanwhile. Nothing was moved. Look again, and move it again."
    ]


@pytest.mark.parametrize(("index", "how"), [(9, "up"), ("x", "up"), (0, "sideways"), ("", "off")])
def test_what_cannot_be_moved_moves_nothing_and_is_told(index: int | str, how: str) -> None:
    opened = a_season(FIRST, SECOND)
    browser = browser_for(opened)
    assert move(opened, index, how, browser=browser).status_code == 302
    page = browser.get(f"/dossier/{opened.id}/rank/")
    assert (ranks(opened), len(page.context["messages"])) == ([1, 2], 1)


def test_looking_at_the_address_of_a_move_moves_nothing() -> None:
    opened = a_season(FIRST, SECOND)
    assert browser_for(opened).get(f"/dossier/{opened.id}/rank/move/").status_code == 302
    assert ranks(opened) == [1, 2]


def test_a_move_stands_in_the_history() -> None:
    opened = a_season(FIRST, SECOND)
    move(opened, 1, "up")
    page = browser_for(opened).get(f"/dossier/{opened.id}/history/").content.decode()
    assert "Moved “University of Alabama Medical Center (Huntsville)” on the rank list" in page


def test_the_list_is_a_table_for_a_spreadsheet_too() -> None:
    opened = a_season(FIRST, SECOND)
    answer = browser_for(opened).get(f"/dossier/{opened.id}/rank/as-csv/")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["Key"] for row in rows] == ["1200221596", "1200111023"]


def test_the_list_is_a_workbook_too_and_no_other_kind_of_file() -> None:
    opened = a_season(FIRST, SECOND)
    content = browser_for(opened).get(f"/dossier/{opened.id}/rank/as-xlsx/").content
    keys = [row[3] for row in load_workbook(io.BytesIO(content)).active.iter_rows(min_row=2, values_only=True)]
    assert keys == ["1200221596", "1200111023"]
    assert browser_for(opened).get(f"/dossier/{opened.id}/rank/as-exe/").status_code == 404


def test_a_place_leads_to_its_program_and_what_is_missing_to_its_form() -> None:
    opened = a_season(FIRST, THIRD)
    page = page_of(opened).content.decode()
    for address in (f"/dossier/{opened.id}/programs/one/1200221596/", f"/dossier/{opened.id}/me/programs/"):
        assert f'href="{address}"' in page


def test_nobody_else_sees_it() -> None:
    opened = a_season(FIRST)
    assert Client().get(f"/dossier/{opened.id}/rank/").status_code in (302, 403, 404)
