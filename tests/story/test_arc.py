"""The arc: three steps in six parts, facts beside each, the two lengths apart; and three things a story is read for."""

from __future__ import annotations

from typing import Any

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace
from bedside.evidence.library import load_evidence
from bedside.story.arc import ADMIT, GROW, RETURN, arc
from bedside.story.drafts.qualities import qualities
from bedside.story.drafts.review import review
from tests.applicant.dossiers import AS_OF, a_dossier
from tests.story.test_pairs import APPLICANT


def with_story(**words: str) -> Dossier:
    plain: dict[str, Any] = APPLICANT.model_dump(by_alias=True, mode="json", exclude_none=True)
    return Dossier.model_validate({**plain, "story": words})


def test_three_steps_with_two_parts_each_come_in_their_order() -> None:
    steps = [slot.step for slot in arc(APPLICANT, AS_OF).slots]
    assert steps == [ADMIT, ADMIT, GROW, GROW, RETURN, RETURN]


def test_the_file_stands_beside_the_question_and_writes_nothing() -> None:
    slots = {slot.name: slot for slot in arc(APPLICANT, AS_OF).slots}
    assert {name: slot.words for name, slot in slots.items() if slot.words} == {}
    assert {name: [reason.says for reason in slot.knows] for name, slot in slots.items()} == {
        "what_happened": ["Step 2 CK failed on 12 November 2019"],
        "why_the_job": ["Quality analyst at Meridian Valley Health Plan, since June 2022"],
        "what_it_gave": ["Read 4,000 charts a quarter and reduced late refills by 12%."],
        "the_turn": [],
        "the_return": ["Clinic volunteer, since 7 May 2026", "Step 3 passed on 10 April 2025"],
        "the_next_step": ["Internal Medicine"],
    }


def test_the_months_of_the_return_and_the_years_in_the_job_are_two_sentences() -> None:
    """From 7 May to 22 November 2026 are 199 days, or 6.5 months; from June 2022 on it is 4.4 years."""
    found = arc(APPLICANT, AS_OF)
    assert (found.months_of_return, found.years_in_the_job) == (
        "Your way back began about 7 months ago.",
        "You have been in this job for about 4.4 years.",
    )


def test_without_a_job_and_a_return_neither_length_is_told() -> None:
    found = arc(a_dossier(experiences=[]), AS_OF)
    assert (found.months_of_return, found.years_in_the_job) == (None, None)


def test_what_is_written_is_kept_and_the_next_empty_part_is_named() -> None:
    found = arc(with_story(what_happened="I failed once."), AS_OF)
    assert (found.slots[0].words, found.says) == (
        "I failed once.",
        "1 of 6 parts are written. Next: why this job.",
    )


def against(text: str, place: DraftPlace = DraftPlace.WHY_NOW) -> list[list[str]]:
    found = review(text, place, APPLICANT, AS_OF, load_evidence()).findings
    return [[finding.rule for finding in one.against] for one in qualities(place, found)]


def test_each_of_the_three_is_spoken_against_by_its_own_rules() -> None:
    text = "The system is unfair. I was stuck. I have always been passionate about medicine."
    assert against(text) == [["blame"], ["stuck"], ["always"]]
    assert against("I chose this job.") == [[], [], []]


def test_an_entry_is_not_read_for_them() -> None:
    assert against("I was stuck.", DraftPlace.ENTRY) == []
