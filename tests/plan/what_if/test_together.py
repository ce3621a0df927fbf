"""The first moves at once: the chance with all of them, and never a sum."""

from __future__ import annotations

import pytest

from bedside.applicant.parts.shape import Answer as Told
from bedside.odds.results import Estimate
from bedside.plan.what_if.results import Together, WhatIfs
from tests.plan.what_if.worlds import answer, asked, example, some

SCRIBE = example("citizen-scribe")
ANALYST = example("h1b-quality-analyst")
LETTERS = some(10, start=1_410_000_000, letters__needed=2, interview_rate__img=0.1)
DOORS = [
    *some(10),
    *LETTERS,
    *some(10, start=1_420_000_000, us_clinical__months=4),
]
BOTH = asked(SCRIBE, DOORS, ["letter", "us-clinical"], count=60)


def middle(one: Estimate | None) -> float:
    assert one is not None
    return one.middle


def the_one(found: WhatIfs) -> Together:
    (one,) = found.together
    return one


def test_the_first_two_moves_of_the_order_are_told_at_once_and_then_the_first_three() -> None:
    found = asked(SCRIBE, [*DOORS, *some(60, start=1_430_000_000)], ["letter", "us-clinical", "more-programs"])
    keys = tuple(one.key for one in found.ranked)
    assert len(keys) == 3
    assert [one.keys for one in found.together] == [keys[:2], keys]


def test_one_move_alone_is_not_told_again() -> None:
    assert asked(SCRIBE, DOORS, ["letter"], count=60).together == ()


def test_moves_that_open_other_doors_bring_less_than_their_sum_and_more_than_either() -> None:
    one = the_one(BOTH)
    alone = [middle(answer(BOTH, key).gain) for key in one.keys]
    assert max(alone) < middle(one.gain) < sum(alone)
    assert one.added_up == pytest.approx(sum(alone))
    assert (one.programs, one.keys) == (30, ("letter", "us-clinical"))


def test_the_gain_of_moves_at_once_is_paired_by_draw_as_that_of_one_is() -> None:
    one = the_one(BOTH)
    assert one.before == BOTH.before
    assert one.gain.middle == pytest.approx(one.after.middle - one.before.middle)
    assert one.gain.high - one.gain.low < one.after.high - one.after.low


def test_the_order_in_which_moves_are_made_changes_nothing() -> None:
    back = the_one(asked(SCRIBE, DOORS, ["us-clinical", "letter"], count=60))
    assert (back.after, back.gain, back.dollars) == (the_one(BOTH).after, the_one(BOTH).gain, the_one(BOTH).dollars)


def test_money_adds_up_and_months_are_told_side_by_side_and_one_after_the_other() -> None:
    one = the_one(BOTH)
    months = [answer(BOTH, key).months or 0.0 for key in one.keys]
    assert (one.dollars, one.dollars_from, one.dollars_to) == tuple(
        getattr(answer(BOTH, "us-clinical"), name) for name in ("dollars", "dollars_from", "dollars_to")
    )
    assert (one.months_from, one.months_to) == (max(months), sum(months))


def test_the_fees_of_two_longer_lists_are_those_of_the_one_list_for_both() -> None:
    found = asked(SCRIBE, [*some(60), *LETTERS], ["more-programs=10", "letter"])
    assert the_one(found).dollars == answer(found, "more-programs").dollars
    assert the_one(found).programs == 30


def test_one_change_with_two_numbers_is_not_made_twice() -> None:
    found = asked(SCRIBE, [*some(60), *DOORS], ["more-programs=5", "more-programs=10", "letter"])
    assert len(found.ranked) == 3
    assert len(the_one(found).keys) == len(set(the_one(found).keys)) == 2


def test_an_exam_among_them_may_be_failed_and_is_held_against_what_hangs_on_it() -> None:
    status = ANALYST.status.model_copy(
        update={"needs_visa_for_residency": Told.YES, "would_take_h1b": Told.YES, "would_take_j1": Told.YES}
    )
    only_h1b = some(20, start=1_440_000_000, visa__h1b=True, visa__j1=False)
    open_ones = [*some(20, visa__j1=True), *some(10, start=1_450_000_000, visa__j1=True, letters__needed=2)]
    found = asked(
        ANALYST.model_copy(update={"status": status}), [*open_ones, *only_h1b], ["step-3", "letter"], count=60
    )
    one, exam = the_one(found), answer(found, "step-3")
    passed = exam.possibilities[0].chance
    assert (one.before, found.before != exam.before) == (exam.before, True)
    assert middle(exam.after) < middle(one.after)
    assert middle(exam.gain) < middle(one.gain)
    assert middle(passed) > middle(exam.after)


def test_no_sum_is_told_where_the_answer_leans_on_weak_evidence() -> None:
    found = asked(ANALYST, [*some(60), *LETTERS], ["more-programs", "letter"])
    assert found.leans_on
    assert [one.added_up for one in found.together] == [None]


def test_moves_that_do_not_fit_one_after_the_other_say_so() -> None:
    found = asked(ANALYST, [*DOORS, *some(20, start=1_440_000_000, step_3__needed=True)], ["us-clinical", "step-3"])
    assert [note[:19] for note in the_one(found).notes] == ["One after the other"]
