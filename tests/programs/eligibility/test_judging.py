"""What holds for every verdict, whatever a program says and whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bedside.applicant.measuring.stretches import Span
from bedside.applicant.parts.shape import Answer
from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.judging import judge, judge_all
from bedside.programs.eligibility.results import State, VerdictKind
from tests.programs.eligibility.listing import a_program, an_asker

HOW_GOOD = {
    VerdictKind.NOT: 0,
    VerdictKind.ALMOST: 1,
    VerdictKind.ASK: 2,
    VerdictKind.UNKNOWN: 2,
    VerdictKind.ELIGIBLE: 3,
}
VALUES: dict[str, list[Any]] = {
    "accepts-img": [True, False],
    "visa.j1": [True, False],
    "visa.h1b": [True, False],
    "visa.f1-opt": [True, False],
    "graduation.limit": [3, 8, 9, 12],
    "graduation.preferred": [3, 10],
    "attempts.limit": [1, 2],
    "step-2-ck.minimum": [210, 235, 240],
    "step-3.needed": [True, False],
    "us-clinical.months": [1, 2, 3, 20],
    "us-clinical.hands-on-only": [True, False],
    "letters.needed": [2, 3, 4],
    "letters.from-us": [1, 2, 3],
}
STRICTER: dict[str, Callable[[Any], Any]] = {
    "accepts-img": lambda value: False,
    "visa.j1": lambda value: False,
    "visa.h1b": lambda value: False,
    "graduation.limit": lambda years: years - 1,
    "attempts.limit": lambda most: max(1, most - 1),
    "step-2-ck.minimum": lambda score: score + 10,
    "step-3.needed": lambda value: True,
    "us-clinical.months": lambda months: months + 1,
    "letters.needed": lambda number: number + 1,
    "letters.from-us": lambda number: number + 1,
}
WORSE_ASKERS = [
    an_asker(),
    an_asker(status={"kind": "H-4"}),
    an_asker(status={"kind": "F-1 OPT", "needs_visa_for_residency": "yes", "would_take_h1b": "no"}),
    an_asker(status={"kind": "permanent resident"}, timeline={"complete": "no"}),
    an_asker(exams=[{"exam": "Step 2 CK", "result": "incomplete"}], letters=[]),
]


@st.composite
def programs(draw: st.DrawFn) -> Any:
    """Any program: some fields claimed, some of them with rivals or marked unsure."""
    fields = draw(st.lists(st.sampled_from(sorted(VALUES)), unique=True))
    values = {field: draw(st.sampled_from(VALUES[field])) for field in fields}
    rivals = {
        field: [other for other in VALUES[field] if other != values[field]][:1]
        for field in (draw(st.lists(st.sampled_from(fields), unique=True, max_size=2)) if fields else [])
    }
    unsure = draw(st.lists(st.sampled_from(fields), unique=True, max_size=2)) if fields else []
    kinds = draw(st.sampled_from([{}, {"C": 5}, {"R": 2}, {"C": 5, "R": 1}, {"A": 3}, {"P": 8}]))
    return a_program(values, rivals=rivals, unsure=unsure, positions=kinds)


askers = st.sampled_from(WORSE_ASKERS)


@given(st.lists(programs(), max_size=8), askers)
def test_many_programs_are_judged_as_each_is_alone(listed: list[Any], asker: Asker) -> None:
    assert judge_all(listed, asker) == tuple(judge(one, asker) for one in listed)


@given(st.lists(programs(), max_size=8), askers)
def test_the_order_of_programs_does_not_matter(listed: list[Any], asker: Asker) -> None:
    assert judge_all(reversed(listed), asker) == tuple(reversed(judge_all(listed, asker)))


@given(programs(), askers)
def test_a_not_rests_on_a_claim_or_on_positions_that_are_told(listed: Any, asker: Asker) -> None:
    found = judge(listed, asker)
    behind = found.in_state(State.EXCLUDES) or found.in_state(State.MISSING)
    if found.kind is VerdictKind.NOT:
        assert behind
    for one in behind:
        assert any(field in listed.values or field == "positions" for field in one.fields)


@given(programs(), st.sampled_from(sorted(VALUES)), st.data(), askers)
def test_one_more_claim_makes_a_not_only_where_it_is_about_what_then_excludes(
    listed: Any, field: str, data: st.DataObject, asker: Asker
) -> None:
    assume(field not in listed.values)
    before = judge(listed, asker)
    assume(before.kind is VerdictKind.UNKNOWN)
    after = judge(replace(listed, values={**listed.values, field: data.draw(st.sampled_from(VALUES[field]))}), asker)
    if after.kind is VerdictKind.NOT:
        assert field in {name for one in after.in_state(State.EXCLUDES, State.MISSING) for name in one.fields}


@given(programs(), st.sampled_from(sorted(STRICTER)), askers)
def test_a_stricter_limit_never_makes_a_verdict_better(listed: Any, field: str, asker: Asker) -> None:
    assume(field in listed.values and field not in listed.rivals)
    stricter = replace(listed, values={**listed.values, field: STRICTER[field](listed.values[field])})
    assume(stricter.values[field] != listed.values[field])
    assert HOW_GOOD[judge(stricter, asker).kind] <= HOW_GOOD[judge(listed, asker).kind]


def _longer(span: Span) -> Span:
    return Span(span.low + 1, span.high + 1)


def _one_month_more(asker: Asker) -> Asker:
    held = asker.us_clinical
    longer = replace(
        held,
        all=_longer(held.all),
        as_graduate=_longer(held.as_graduate),
        hands_on=_longer(held.hands_on),
        hands_on_as_graduate=_longer(held.hands_on_as_graduate),
    )
    return replace(asker, us_clinical=longer)


def _one_letter_more(asker: Asker) -> Asker:
    held = asker.letters
    more = replace(held, all=held.all + 1, from_us=held.from_us + 1, from_us_at_most=held.from_us_at_most + 1)
    return replace(asker, letters=more)


def _step_3_passed(asker: Asker) -> Asker:
    return replace(asker, step_3=Answer.YES)


@pytest.mark.parametrize("improve", [_one_month_more, _one_letter_more, _step_3_passed])
@given(listed=programs(), asker=askers)
def test_improving_what_can_be_changed_never_makes_a_verdict_worse(
    improve: Callable[[Asker], Asker], listed: Any, asker: Asker
) -> None:
    assert HOW_GOOD[judge(listed, improve(asker)).kind] >= HOW_GOOD[judge(listed, asker).kind]


@given(programs(), askers)
def test_a_preference_changes_no_verdict(listed: Any, asker: Asker) -> None:
    preferring = replace(listed, values={**listed.values, "graduation.preferred": 0, "step-2-ck.preferred": 300})
    assert judge(preferring, asker).kind is judge(listed, asker).kind


@given(programs(), askers)
def test_an_almost_has_exactly_one_change(listed: Any, asker: Asker) -> None:
    found = judge(listed, asker)
    assert bool(found.change) is (found.kind is VerdictKind.ALMOST)
    if found.kind is VerdictKind.ALMOST:
        assert len(found.in_state(State.MISSING)) == 1


@given(programs(), askers)
def test_whatever_is_open_says_what_to_find_out(listed: Any, asker: Asker) -> None:
    assert all(one.find_out for one in judge(listed, asker).find_out)
