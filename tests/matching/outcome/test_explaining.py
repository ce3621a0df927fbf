"""An applicant is told what decided between them and a program."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.matching.deferred_acceptance import applicant_proposing, program_proposing
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.outcome.explaining import Holder, Reason, WhyNot, why_not
from bedside.matching.outcome.matching import Matching
from bedside.matching.reading import from_mappings
from tests.matching.brute_force import Lists
from tests.matching.made_up import EXAMPLE, instance_of, tiny_lists

DONE = applicant_proposing(instance_of(EXAMPLE))


def test_a_full_program_names_who_held_it_and_where_you_stood() -> None:
    assert why_not(DONE, "Chen", "City") == WhyNot(
        applicant="Chen",
        program="City",
        reason=Reason.FULL,
        matched_to="Mercy",
        your_rank=1,
        its_rank=3,
        quota=2,
        holders=(Holder("Eastman", 1), Holder("Anderson", 2)),
        because=(
            "All 2 positions at City went to whom it ranks above you: Eastman (number 1) and Anderson (number 2)."
            " You are number 3 on its list.",
        ),
    )


@pytest.mark.parametrize(
    ("applicant", "program", "reason", "sentence"),
    [
        ("Eastman", "City", Reason.MATCHED, "You are matched to City."),
        ("Chen", "General", Reason.ON_NEITHER_LIST, "You did not rank General, and General did not rank you."),
        (
            "Anderson",
            "General",
            Reason.NOT_ON_YOUR_LIST,
            "General is not on your list, so you could not be matched there.",
        ),
        ("Davis", "Mercy", Reason.NOT_ON_ITS_LIST, "Mercy did not rank you, so your ranking of it was set aside."),
        (
            "Ford",
            "Mercy",
            Reason.MATCHED_HIGHER,
            "You are matched to General, number 2 on your list; Mercy is number 3.",
        ),
    ],
)
def test_each_other_reason_has_its_sentence(applicant: str, program: str, reason: Reason, sentence: str) -> None:
    told = why_not(DONE, applicant, program)
    assert (told.reason, told.because) == (reason, (sentence,))


def test_a_matching_that_is_not_stable_says_so() -> None:
    nobody = Matching(DONE.instance, DONE.program_of * 0 - 1, "by hand")
    assert why_not(nobody, "Ford", "City").because == (
        "City would take you and you would rather be there: this matching is not stable.",
    )


def test_many_holders_are_told_by_the_first_and_the_last() -> None:
    names = [f"a{number}" for number in range(1, 8)]
    instance = from_mappings({who: ["City"] for who in names}, {"City": names}, {"City": 6})
    assert why_not(applicant_proposing(instance), "a7", "City").because == (
        "All 6 positions at City went to whom it ranks above you: from a1 (number 1) to a6 (number 6)."
        " You are number 7 on its list.",
    )


def test_unknown_names_are_told_with_the_nearest_one() -> None:
    with pytest.raises(MatchingMistake) as mistake:
        why_not(DONE, "Andersen", "Qqq")
    assert mistake.value.sentences == (
        "There is no applicant Andersen. Did you mean Anderson?",
        "There is no program Qqq. Correct the name.",
    )


@settings(max_examples=100, deadline=None)
@given(tiny_lists(), st.sampled_from([applicant_proposing, program_proposing]))
def test_in_a_stable_matching_nobody_is_told_of_a_program_that_would_take_them(lists: Lists, way: object) -> None:
    done = way(instance_of(lists))  # type: ignore[operator]
    told = [why_not(done, who, program).reason for who in lists.applicants for program in lists.quotas]
    assert Reason.BLOCKING not in told
