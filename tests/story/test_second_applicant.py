"""Facts in many wordings against a second applicant: what disagrees with the file is found, what agrees is not."""

from __future__ import annotations

import pytest
import yaml

from bedside.applicant.file.reading import read_dossier
from bedside.applicant.parts.drafts import DraftPlace
from bedside.evidence.library import load_evidence
from bedside.story.drafts.review import review
from bedside.story.told.consistency import one_story
from tests.applicant.dossiers import AS_OF
from tests.story.people import a_job, someone
from tests.story.test_pairs import FOLDER

APPLICANT = read_dossier(FOLDER / "second_applicant.yaml", AS_OF).dossier
TELLS: dict[str, list[str]] = yaml.safe_load((FOLDER / "second_applicant_tells.yaml").read_text(encoding="utf-8"))
AGAINST_THE_FILE = {"disagrees-with-file", "transcript-shows-more"}


def rules(text: str, place: DraftPlace = DraftPlace.OTHER_ANSWER) -> set[str]:
    return {one.rule for one in review(text, place, APPLICANT, AS_OF, load_evidence()).findings}


@pytest.mark.parametrize("text", TELLS["disagrees"])
def test_what_disagrees_with_the_file_is_found(text: str) -> None:
    assert rules(text) & AGAINST_THE_FILE != set()


@pytest.mark.parametrize("text", TELLS["agrees"])
def test_what_agrees_with_the_file_is_left_alone(text: str) -> None:
    assert rules(text) & {*AGAINST_THE_FILE, "not-in-file"} == set()


@pytest.mark.parametrize("text", TELLS["without a receipt"])
def test_a_claim_without_a_receipt_is_found_however_it_is_made(text: str) -> None:
    assert "no-receipt" in rules(text, DraftPlace.ENTRY)


def test_an_exam_told_as_passed_of_which_the_file_has_no_pass_is_asked_about() -> None:
    assert rules("I passed Step 3 last year.") == {"not-in-file"}


def test_the_table_names_such_an_exam_as_not_in_the_file() -> None:
    told = someone(a_job(), drafts=[{"place": "interview answer: why now", "text": "I passed Step 3."}])
    assert [(fact.fact, fact.in_file) for fact in one_story(told, AS_OF).facts] == [("Step 3 result", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My goal is to become an internist.", False),
        ("My goal is to become a family physician.", False),
        ("My goal is to become a psychiatrist.", True),
        ("I want to be a good neurologist.", True),
        ("A neurologist taught me to listen.", False),
    ],
)
def test_a_physician_of_another_specialty_as_the_goal_is_found(text: str, found: bool) -> None:
    assert ("another-specialty" in rules(text, DraftPlace.STATEMENT)) is found


_OLD = (
    "I observed a surgeon in 2013 and rounded on wards in 2014. In the last year my team reviewed two drugs, and I "
    "liked the care with which it was done. I have been at my desk since then, and I want to return to medicine and "
    "train in internal medicine with people who like their work."
)
_WORK = (
    "Over the last year I have worked in a hospital office with records of patients. I liked the care with which it "
    "was done, and I learned to write to physicians. I want to return to medicine and train in internal medicine with "
    "people who like their work as much as I do."
)


@pytest.mark.parametrize("text", [_OLD, _WORK])
def test_old_wards_and_records_of_patients_are_no_answer_to_why_now(text: str) -> None:
    assert "no-why-now" in rules(text, DraftPlace.STATEMENT)
