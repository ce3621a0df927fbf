"""The clinic as a document: places beside each other in one table, and each open question once."""

from __future__ import annotations

from typing import Any

from bedside.clinical.clinic import clinic
from bedside.documents.blocks import Checklist, Table
from bedside.documents.content.clinical.clinic import clinic_document
from bedside.documents.writers.markdown_file import write_markdown
from bedside.evidence.library import load_evidence
from tests.applicant.dossiers import AS_OF, a_dossier

FILES_OPENED = AS_OF.replace(year=AS_OF.year + 1)


def document_of(places: list[dict[str, Any]]) -> Any:
    found = clinic(a_dossier(opportunities=places), AS_OF, FILES_OPENED, 4, load_evidence())
    return clinic_document(found)


def a_place(number: int, **signs: str) -> dict[str, Any]:
    return {"title": f"Place {number}", "kind": "observership", "contact": "observer", "warning_signs": signs}


def test_a_hundred_places_stand_in_one_table_and_each_question_is_asked_once() -> None:
    blocks = document_of([a_place(number) for number in range(100)]).blocks
    table = next(one for one in blocks if isinstance(one, Table))
    questions = [check for one in blocks if isinstance(one, Checklist) for check in one.items if "Ask:" in str(check)]
    assert (len(table.rows), len(questions)) == (100, 8)


def test_a_question_names_the_places_it_is_open_for() -> None:
    text = write_markdown(document_of([a_place(1, template_letters="no"), a_place(2), a_place(3)]))
    assert text.count("Does the physician write each letter themselves?") == 1
    assert "Not asked yet: Place 2 and Place 3." in text


def test_volunteering_nobody_wrote_down_is_not_told_as_nought() -> None:
    text = write_markdown(document_of([]))
    assert (text.count("none in your file"), text.count("0 hours a week")) == (2, 0)


def test_nothing_is_asked_of_a_place_that_was_left_aside() -> None:
    text = write_markdown(document_of([a_place(1) | {"state": "left aside"}, a_place(2)]))
    assert (text.count("8 questions not asked yet"), "Not asked yet: every place." in text) == (1, True)
