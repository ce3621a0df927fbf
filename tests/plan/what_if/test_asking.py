"""Gains paired by draw, no luck of the order, and sentences where there is nothing to compare."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bedside.evidence.figure import Reliability
from bedside.odds.paired import more_invitations
from bedside.odds.results import Estimate
from bedside.plan.chances.your_list import PreparedList, prepared
from bedside.plan.chances.your_odds import applicant_of, candidates_for
from bedside.plan.what_if.asked import CHANGES, read_changes
from bedside.plan.what_if.asking import what_if
from bedside.plan.what_if.mistakes import WhatIfMistake
from bedside.plan.what_if.results import WhatIfs
from bedside.programs.program import Listed
from bedside.targeting.program_list.problem import Wanted
from tests.plan.what_if.worlds import AS_OF, BY_VERDICT, EVIDENCE, answer, asked, example, some
from tests.programs.directories import a_directory

SCRIBE = example("citizen-scribe")
COORDINATOR = example("opt-research-coordinator")


def different(count: int) -> list[Listed]:
    """Programs of two specialties, of which different things are known."""
    chance = random.Random(7)
    made: list[Listed] = []
    for at in range(count):
        specialty, start = (("internal-medicine", 1_400_000_000), ("psychiatry", 4_000_000_000))[at % 2]
        values = {
            "interview_rate__img": chance.choice([0.0, 0.02, 0.05]),
            "letters__needed": 3,
            "step_3__needed": at % 5 == 0,
        }
        made += some(1, specialty, start + at, **{key: values[key] for key in values if chance.random() < 0.6})
    return made


def chances_of(found: WhatIfs) -> Iterator[Estimate]:
    yield from (one for one in (found.before,) if one)
    for one in found.answers:
        yield from (told for told in (one.before, one.after) if told)
        yield from (way.chance for way in one.possibilities if way.chance)


def test_what_was_prepared_for_the_list_is_taken_and_not_made_again() -> None:
    applicant, directory = applicant_of(COORDINATOR, AS_OF, EVIDENCE), a_directory(*different(12))
    in_order = candidates_for(directory, applicant, COORDINATOR, BY_VERDICT, EVIDENCE)
    candidates = replace(in_order, listed=in_order.listed[::-1])
    made = prepared(applicant, directory, candidates, COORDINATOR, EVIDENCE)
    fewer = made.ready.both.each(lambda one: more_invitations(one, 0.5))
    halved = replace(made, ready=replace(made.ready, both=fewer))

    def before(ready: PreparedList | None) -> Estimate | None:
        wanted = Wanted(count=5)
        found = what_if(applicant, directory, candidates, wanted, COORDINATOR, EVIDENCE, AS_OF, ["wait"], ready=ready)
        return found.before

    anew, taken, other = before(None), before(made), before(halved)
    assert taken == anew
    assert other is not None
    assert anew is not None
    assert other.middle < anew.middle


def test_every_gain_is_after_less_before_draw_by_draw_and_so_narrower_than_either() -> None:
    found = asked(COORDINATOR, different(80))
    gained = [one for one in found.answers if one.gain]
    assert len(gained) >= 6
    for one in gained:
        assert one.gain is not None
        assert one.before is not None
        assert one.after is not None
        assert one.gain.middle == pytest.approx(one.after.middle - one.before.middle, abs=1e-9)
        assert one.gain.high - one.gain.low <= (one.after.high - one.after.low) + (one.before.high - one.before.low)


def test_every_gain_rests_on_a_published_figure() -> None:
    asking = [*different(60), *some(20, start=1_410_000_000, step_3__needed=True, us_clinical__months=3)]
    gained = [one for one in asked(COORDINATOR, asking).answers if one.gain]
    assert {one.key for one in gained} >= {"signals", "more-programs", "us-clinical", "step-3", "wait", "no-visa"}
    published = {
        one.key: [why for why in one.because if why.figure and why.figure.reliability is not Reliability.READING]
        for one in gained
    }
    assert [key for key, reasons in published.items() if not reasons] == []


def test_the_order_of_the_programs_changes_nothing() -> None:
    programs = different(60)
    shuffled = random.Random(3).sample(programs, len(programs))
    one, other = (asked(COORDINATOR, some_of) for some_of in (programs, shuffled))
    assert [kept.key for kept in one.ranked] == [kept.key for kept in other.ranked]
    pairs = zip(chances_of(one), chances_of(other), strict=True)
    assert [first.middle for first, _ in pairs] == pytest.approx([second.middle for second in chances_of(other)])


def test_no_chance_is_ever_0_or_1_or_not_a_number() -> None:
    for programs in (some(1), different(30), some(20, graduation__limit=1)):
        for one in chances_of(asked(COORDINATOR, programs)):
            assert all(math.isfinite(part) and 0 < part < 1 for part in (one.low, one.middle, one.high))


def test_where_the_answer_leans_on_weak_evidence_a_gain_holds_what_is_left_without_it() -> None:
    found = asked(example("h1b-quality-analyst"), some(60), ["us-clinical", "no-visa"])
    assert found.leans_on != ()
    # Without weak evidence months and visa go with nothing at all.
    assert [answer(found, key).gain.low <= 1e-9 for key in ("us-clinical", "no-visa")] == [True, True]  # type: ignore[union-attr]


def test_an_empty_directory_is_a_sentence() -> None:
    found = asked(SCRIBE, a_directory())
    assert (found.before, found.answers, found.ranked, found.two_cycles) == (None, (), (), None)
    assert found.says[0] == "The directory is empty: add the national list, and the chances appear here."


def test_no_money_is_a_sentence() -> None:
    found = asked(SCRIBE, some(20), budget=0.0)
    assert (found.before, found.answers) == (None, ())
    assert found.says[-1] == (
        "No program fits, so there is no chance to tell. The cheapest costs $11; the budget is $0."
    )


def test_everything_kept_out_is_a_sentence() -> None:
    found = asked(SCRIBE, some(2), pinned_out=frozenset({"1400000000", "1400000001"}))
    assert found.before is None
    assert found.says[-1] == "Every program is kept out, so there is no chance to tell; let one of them in."


def test_pins_that_contradict_the_number_are_eased_and_said() -> None:
    keys = frozenset(one.key for one in some(3))
    found = asked(SCRIBE, some(10), ["wait"], count=2, pinned_in=keys)
    assert found.before is not None
    assert [one for one in found.says if one.startswith("These cannot hold together")] != []


def test_without_any_exam_there_is_an_answer_and_what_is_missing() -> None:
    untold = SCRIBE.model_copy(update={"exams": (), "exams_not_taken": ()})
    found = asked(untold, some(30))
    assert found.before is not None
    assert "Your Step 2 CK score. With it the range becomes narrower." in found.says
    assert "Your file does not say how Step 1 stands." in found.left_out
    assert answer(found, "step-2-ck").is_move is False


def test_a_season_that_is_under_way_leaves_no_move_of_the_list() -> None:
    dossier = SCRIBE.model_copy(update={"target": SCRIBE.target.model_copy(update={"match_year": 2027})})
    found = asked(dossier, some(60), ["more-programs", "us-clinical"])
    assert [one.in_time for one in found.answers] == [False, False]
    assert found.ranked == ()


def test_the_days_kept_for_interviews_bound_the_list_and_more_of_them_can_be_asked_for() -> None:
    leave = COORDINATOR.constraints.paid_leave.model_copy(update={"kept_for_interviews": 1})
    kept = COORDINATOR.constraints.model_copy(update={"paid_leave": leave})
    programs = some(60, interview_rate__img=0.2)
    found = asked(COORDINATOR.model_copy(update={"constraints": kept}), programs, ["interviews=3"], count=60)
    one = answer(found, "interviews")
    assert one.says.startswith("From 1 to 4 days")
    assert one.gain is not None
    assert one.gain.low > 0
    assert one.programs > found.programs


def test_no_day_kept_for_interviews_is_a_number_told_and_no_limit() -> None:
    leave = COORDINATOR.constraints.paid_leave.model_copy(update={"kept_for_interviews": 0})
    kept = COORDINATOR.constraints.model_copy(update={"paid_leave": leave})
    found = asked(COORDINATOR.model_copy(update={"constraints": kept}), some(30), ["interviews=3"])
    assert found.left_out == (
        "You keep no paid day for interviews, and the list is made as if enough were kept: more change nothing.",
    )


def test_where_each_interview_takes_three_days_the_same_days_leave_room_for_fewer() -> None:
    leave = COORDINATOR.constraints.paid_leave.model_copy(update={"kept_for_interviews": 3})
    kept = COORDINATOR.model_copy(
        update={"constraints": COORDINATOR.constraints.model_copy(update={"paid_leave": leave})}
    )
    slow = kept.model_copy(update={"readings": {"reading.interview-working-days": 3}})
    programs = some(60, interview_rate__img=0.2)
    one, three = (asked(dossier, programs, ["interviews=3"], count=60) for dossier in (kept, slow))
    assert three.programs < one.programs
    assert answer(three, "interviews").says.startswith("From 3 to 6 days; each interview takes about 3 working days.")


def test_changes_are_read_with_their_numbers_and_each_once() -> None:
    words = ["wait,more-programs=20", "wait", "specialty=FM", "us-clinical=1.5"]
    assert [(one.key, one.amount, one.specialty) for one in read_changes(words, EVIDENCE)] == [
        ("wait", None, ""),
        ("more-programs", 20.0, ""),
        ("specialty", None, "family-medicine"),
        ("us-clinical", 1.5, ""),
    ]


@pytest.mark.parametrize(
    "words",
    ["", "luck", "wait=1", "more-programs=0", "more-programs=2.5", "more-programs=nan", "specialty=", "step-2-ck=301"],
)
def test_what_cannot_be_read_is_a_sentence(words: str) -> None:
    with pytest.raises(WhatIfMistake) as mistake:
        read_changes([words], EVIDENCE)
    assert len(mistake.value.sentences) == 1


def test_every_change_can_be_asked_for_by_itself() -> None:
    for key in CHANGES:
        found = asked(COORDINATOR, some(40), [key])
        assert len(found.answers) + len(found.left_out) == 1


def test_as_of_a_later_day_the_same_is_answered() -> None:
    assert asked(COORDINATOR, some(40), ["wait"], date(2027, 2, 1)).before is not None
