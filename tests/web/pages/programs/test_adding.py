"""A list is read, looked at, and kept only then; each can be taken back; checks of one's own count first."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from bedside.evidence.library import load_evidence
from bedside.evidence.specialties import all_specialties, specialties_named
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.recognising import read_file
from bedside.programs.mention import Reading
from bedside.programs.shelf.directory_file import (
    add_reading,
    add_readings,
    directory_file,
    imports_of,
    open_directory,
)
from bedside.web.guarding.access import _AT_THIS_MACHINE
from bedside.web.memory.directories import private_collection
from bedside.web.store.dossiers import Opened
from bedside.web.store.private_claims import claims_of, save_claims
from bedside.web.store.tables import DossierRow, WaitingListRow
from tests.applicant.dossiers import AS_OF
from tests.web.kept import browser_for, example, kept
from tests.web.reading import words

ROWS = (
    "Program Name,City,State,Specialty,Accreditation ID,Visa,Mood\n"
    "Riverbend Medical Center,Dayton,OH,Internal Medicine,1401999901,J1 only,sunny\n"
    "Lakeside Hospital,Akron,OH,Internal Medicine,1401999902,H1b and J1,?\n"
)
PUBLISHED = (
    "specialty,state,city,program,accreditation_id,status,url\n"
    "Internal Medicine,OH,Dayton,Riverbend Medical Center Program,1401999901,Participating,\n"
)
"""As ERAS lists who takes part."""


@pytest.fixture
def opened() -> Opened:
    return kept(example("h1b-quality-analyst"))


@pytest.fixture
def browser(opened: Opened) -> Client:
    return browser_for(opened)


def at_this_machine(opened: Opened) -> Client:
    browser = browser_for(opened)
    session = browser.session
    session[_AT_THIS_MACHINE] = True
    session.save()
    browser.cookies["bedside_session"] = session.session_key
    return browser


def sends(browser: Client, opened: Opened, path: str, **sent: Any) -> Any:
    return browser.post(f"/dossier/{opened.id}/programs/{path}", sent, follow=True)


def as_upload(content: bytes, name: str = "list.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def the_list(browser: Client, opened: Opened) -> str:
    page = browser.get(f"/dossier/{opened.id}/programs/", {"q": "Riverbend", "specialty": "every"})
    return words(page.content.decode())


def test_a_list_is_looked_at_before_anything_of_it_is_kept(browser: Client, opened: Opened) -> None:
    answer = sends(browser, opened, "add/", file=as_upload(ROWS.encode()))
    page = words(answer.content.decode())
    assert (answer.status_code, "Programs mentioned 2" in page, "Mood" in page) == (200, True, True)
    assert claims_of(opened) == {}
    sends(browser, opened, "add/look/", do="keep")
    assert "1 program." in the_list(browser, opened)
    assert WaitingListRow.objects.count() == 0


def test_pasted_rows_are_read_as_a_file_is(browser: Client, opened: Opened) -> None:
    sends(browser, opened, "add/", text=ROWS.replace(",", "\t"))
    sends(browser, opened, "add/look/", do="keep")
    assert [len(one.reading.rows) for one in private_collection(opened).imports] == [2]


def test_what_is_thrown_away_is_kept_nowhere(browser: Client, opened: Opened) -> None:
    sends(browser, opened, "add/", file=as_upload(ROWS.encode()))
    sends(browser, opened, "add/look/", do="throw away")
    assert (claims_of(opened), WaitingListRow.objects.count()) == ({}, 0)


def test_the_same_list_twice_is_one_list_and_taking_it_back_leaves_nothing(browser: Client, opened: Opened) -> None:
    for _ in range(2):
        sends(browser, opened, "add/", file=as_upload(ROWS.encode()))
        sends(browser, opened, "add/look/", do="keep")
    only = private_collection(opened).imports
    assert len(only) == 1
    sends(browser, opened, "lists/", id=only[0].id, whose="mine")
    assert (private_collection(opened).imports, "0 programs." in the_list(browser, opened)) == ((), True)


def test_on_ones_own_machine_a_list_may_be_kept_for_every_dossier(opened: Opened) -> None:
    other, browser = kept(example("citizen-scribe")), at_this_machine(opened)
    sends(browser, opened, "add/", file=as_upload(PUBLISHED.encode()))
    sends(browser, opened, "add/look/", do="keep", **{"for": "everybodys"})
    assert claims_of(opened) == {}
    assert "1 program." in the_list(browser, other)
    folder = settings.HOSTING.data_folder
    (only,) = imports_of(folder)
    sends(browser, opened, "lists/", id=only.one.id, whose="everybodys")
    assert open_directory(folder, load_evidence()).is_sample
    assert "0 programs." in the_list(browser, other)


def test_a_table_of_ones_own_stays_with_its_dossier_whatever_is_sent(opened: Opened) -> None:
    other, browser = kept(example("citizen-scribe")), at_this_machine(opened)
    sends(browser, opened, "add/", file=as_upload(ROWS.encode()))
    page = browser.get(f"/dossier/{opened.id}/programs/add/look/").content.decode()
    assert "Every dossier on this computer" not in page
    sends(browser, opened, "add/look/", do="keep", **{"for": "everybodys"})
    assert (imports_of(settings.HOSTING.data_folder), len(private_collection(opened).imports)) == ((), 1)
    assert ("1 program." in the_list(browser, opened), "0 programs." in the_list(browser, other)) == (True, True)


def test_where_it_is_hosted_nobody_changes_the_directory_of_all(settings: Settings, opened: Opened) -> None:
    settings.HOSTING = replace(settings.HOSTING, is_hosted=True)
    browser = at_this_machine(opened)
    sends(browser, opened, "add/", file=as_upload(PUBLISHED.encode()))
    page = browser.get(f"/dossier/{opened.id}/programs/add/look/").content.decode()
    assert "Every dossier on this computer" not in page
    sends(browser, opened, "add/look/", do="keep", **{"for": "everybodys"})
    assert (imports_of(settings.HOSTING.data_folder), len(private_collection(opened).imports)) == ((), 1)
    answer = sends(browser, opened, "lists/fetch/", source="nrmp")
    assert "kept by whoever hosts it" in answer.content.decode()


NAMESAKES = (
    "specialty,state,city,program,accreditation_id,status,url\n"
    "Internal Medicine,OH,Dayton,Riverbend Medical Center Program,1401999901,Participating,\n"
    "Internal Medicine,OH,Akron,Riverbend Medical Center Program,1401999902,Participating,\n"
)
RATES = (
    "Program,Signal,No Signal,In-State School,Out-Of-State School,MD,DO,US IMG,Non US IMG,City,State,Region\n"
    "Riverbend Medical Center Program,0.5,0.1,0.2,0.1,0.2,0.2,0.1,0.1,Toledo,OH,East North Central\n"
)
ONE_OF_THEM = "Program Name,State,Specialty,Visa\nRiverbend Medical Center,OH,Internal Medicine,J1 only\n"


def the_questions(browser: Client, opened: Opened) -> list[str]:
    page = browser.get(f"/dossier/{opened.id}/programs/questions/").content.decode()
    return re.findall(r'name="which" value="([^"]+)"', page)


def test_which_program_a_name_in_ones_own_list_means_is_asked_and_remembered(opened: Opened) -> None:
    browser = at_this_machine(opened)
    add_reading(settings.HOSTING.data_folder, published(NAMESAKES), "eras.csv", AS_OF, load_evidence())
    sends(browser, opened, "add/", file=as_upload(ONE_OF_THEM.encode()))
    sends(browser, opened, "add/look/", do="keep")
    (which,) = the_questions(browser, opened)
    sends(browser, opened, "questions/", which=which, **{"is": "1401999902"})
    assert the_questions(browser, opened) == []
    assert "J1 only" in browser.get(f"/dossier/{opened.id}/programs/one/1401999902/").content.decode()


def test_names_of_the_specialties_aimed_at_are_asked_first_and_only_they_are_announced(opened: Opened) -> None:
    aimed_at = specialties_named(opened.dossier.target.specialties, load_evidence())
    first, other = aimed_at[0], next(one for one in ("dermatology", "neurology") if one not in aimed_at)
    names = {one.key: one.name for one in all_specialties(load_evidence())}
    rows = [
        f"{names[one]},OH,{town},Riverbend Medical Center Program,{number},Participating,"
        for one, town, number in (
            (other, "Dayton", "0801999901"),
            (other, "Akron", "0801999902"),
            (first, "Dayton", "1401999901"),
            (first, "Akron", "1401999902"),
        )
    ]
    both = [(published("\n".join([NAMESAKES.splitlines()[0], *rows])), "eras.csv")]
    both += [(published(RATES, names[one]), f"{one}.csv") for one in (other, first)]
    add_readings(settings.HOSTING.data_folder, both, AS_OF, load_evidence())
    browser = at_this_machine(opened)
    page = words(browser.get(f"/dossier/{opened.id}/programs/questions/").content.decode())
    assert page.index(f"{names[first]} · Toledo") < page.index(f"{names[other]} · Toledo")
    assert "1 program in the lists may be one of several." in the_list(browser, opened)


def test_what_is_open_in_the_directory_of_all_is_asked_only_where_an_answer_would_count(
    settings: Settings, opened: Opened
) -> None:
    both = [(published(NAMESAKES), "eras.csv"), (published(RATES, "Internal Medicine"), "rates.csv")]
    add_readings(settings.HOSTING.data_folder, both, AS_OF, load_evidence())
    assert len(the_questions(at_this_machine(opened), opened)) == 1
    settings.HOSTING = replace(settings.HOSTING, is_hosted=True)
    assert the_questions(at_this_machine(opened), opened) == []
    assert "may be one of several" not in the_list(at_this_machine(opened), opened)


def published(text: str, specialty: str = "") -> Reading:
    return read_file(SourceFile("list.csv", text.encode(), specialty), load_evidence())


def packed(size: int) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * size)
        archive.writestr("[Content_Types].xml", b"0")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.csv"),
        (b"%PDF-1.7 and no more", "cut.pdf"),
        (b"<html><body>Sign in</body></html>", "list.xlsx"),
        (b"\x00\x01\x02\x03" * 100, "list.bin"),
        (b"just one line of words", "words.csv"),
        (packed(300_000_000), "bomb.xlsx"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(browser: Client, opened: Opened, content: bytes, name: str) -> None:
    answer = sends(browser, opened, "add/", file=as_upload(content, name))
    assert (answer.status_code, 'role="alert"' in answer.content.decode()) == (422, True)
    assert (claims_of(opened), WaitingListRow.objects.count()) == ({}, 0)


def test_what_could_not_be_read_is_told_with_its_place(browser: Client, opened: Opened) -> None:
    rounded = ROWS.replace("1401999901", "1.40E+09")
    page = words(sends(browser, opened, "add/", file=as_upload(rounded.encode())).content.decode())
    assert ("What could not be read" in page, "1.40E+09" in page) == (True, True)


def test_looking_without_a_list_leads_to_adding_one(browser: Client, opened: Opened) -> None:
    answer = browser.get(f"/dossier/{opened.id}/programs/add/look/", follow=True)
    assert "No list is waiting here" in answer.content.decode()


def test_a_check_of_ones_own_counts_first_and_can_be_taken_back(browser: Client, opened: Opened) -> None:
    sends(browser, opened, "add/", file=as_upload(ROWS.encode()))
    sends(browser, opened, "add/look/", do="keep")
    check = {
        "field": "visa.h1b",
        "value": "yes",
        "url": "https://riverbend.example.org",
        "quote": "The coordinator wrote",
    }
    page = words(sends(browser, opened, "one/1401999901/", **check).content.decode())
    assert "Sponsors H-1B: yes Checked by you" in page
    assert "Sources differ. no:" in page
    own = private_collection(opened).imports[-1].id
    page = words(sends(browser, opened, "lists/", id=own, whose="mine", back="1401999901").content.decode())
    assert ("Sponsors H-1B: no" in page, "Checked by you" in page) == (True, False)


@pytest.mark.parametrize(
    "check",
    [{"field": "visa.h1b", "value": "perhaps"}, {"field": "?", "value": "yes"}, {"field": "visa.j1", "value": ""}],
)
def test_a_check_that_says_nothing_is_asked_for_again(browser: Client, opened: Opened, check: dict[str, str]) -> None:
    sends(browser, opened, "add/", file=as_upload(ROWS.encode()))
    sends(browser, opened, "add/look/", do="keep")
    before = claims_of(opened)
    answer = sends(browser, opened, "one/1401999901/", **check)
    assert (answer.status_code, 'role="alert"' in answer.content.decode(), claims_of(opened)) == (422, True, before)


def test_private_lists_come_along_in_everything_and_are_opened_again(browser: Client, opened: Opened) -> None:
    sends(browser, opened, "add/", file=as_upload(ROWS.encode()))
    sends(browser, opened, "add/look/", do="keep")
    content = browser.get(f"/dossier/{opened.id}/export/everything/").content
    browser.post("/open/", {"file": as_upload(content, "everything.zip"), "where": "another"})
    brought = DossierRow.objects.exclude(id=opened.id).get()
    assert brought.claims == claims_of(opened)


def test_a_list_of_the_same_name_says_that_it_takes_the_place_of_the_older_and_does(
    browser: Client, opened: Opened
) -> None:
    sends(browser, opened, "add/", file=as_upload(ROWS.encode()))
    sends(browser, opened, "add/look/", do="keep")
    for answer in ("H1b and J1", "J1 only"):
        changed = ROWS.replace("J1 only", answer).replace("sunny", "cloudy")
        page = words(sends(browser, opened, "add/", file=as_upload(changed.encode())).content.decode())
        assert "It counts in the place of “list.csv”" in page
        sends(browser, opened, "add/look/", do="keep")
        page = words(browser.get(f"/dossier/{opened.id}/programs/one/1401999901/").content.decode())
        assert f"Sponsors H-1B: {'no' if answer == 'J1 only' else 'yes'}" in page


def test_lists_that_cannot_be_read_are_told_of_and_nothing_else_breaks(browser: Client, opened: Opened) -> None:
    save_claims(opened, {"schema_version": 99, "imports": [], "answers": {}})
    answer = browser.get(f"/dossier/{opened.id}/programs/")
    assert (answer.status_code, "written by a newer Bedside" in answer.content.decode()) == (503, True)
    assert browser.get(f"/dossier/{opened.id}/standing/").status_code == 200


def test_a_damaged_directory_is_told_of_and_nothing_else_breaks(browser: Client, opened: Opened) -> None:
    folder = settings.HOSTING.data_folder
    folder.mkdir(exist_ok=True)
    directory_file(folder).write_bytes(b"no database at all" * 100)
    answer = browser.get(f"/dossier/{opened.id}/programs/")
    assert (answer.status_code, 'role="alert"' in answer.content.decode()) == (503, True)
    assert browser.get(f"/dossier/{opened.id}/plan/").status_code == 200
