"""The chance against programs and dollars, and where more hardly helps."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bedside.targeting.program_list.best import list_for
from bedside.targeting.program_list.curves import curves_for
from bedside.targeting.program_list.landing import landings
from bedside.targeting.program_list.problem import Wanted
from tests.targeting.program_list.lists import programs_of, ready_for

RATES = [0.08, 0.06, 0.05, 0.04, 0.03, 0.03, 0.02, 0.02, 0.02, 0.01, 0.01, 0.01]
READY = ready_for([*programs_of("internal-medicine", RATES), *programs_of("family-medicine", RATES, state="MI")])
FOUND = curves_for(READY, Wanted())


def test_a_longer_list_and_more_money_never_lower_the_chance() -> None:
    for points in (FOUND.by_count, FOUND.by_budget):
        assert all(after.worth >= before.worth for before, after in pairwise(points))


def test_a_point_is_the_best_list_for_that_number_and_its_odds() -> None:
    best = list_for(READY, Wanted(count=5))
    (point,) = [one for one in FOUND.by_count if one.limit == 5]
    assert (point.programs, point.dollars) == (5, best.dollars)
    assert point.worth == pytest.approx(best.worth, rel=1e-3)
    told = READY.odds_of(best.applied).match
    assert told is not None
    assert point.chance.middle == pytest.approx(told.middle, rel=1e-2)


def test_no_point_costs_more_than_its_budget() -> None:
    assert all(one.dollars <= one.limit for one in FOUND.by_budget)


def test_from_enough_on_no_step_brings_half_a_point_and_the_step_before_does() -> None:
    enough = FOUND.enough_dollars
    assert enough is not None
    worth = {at: list_for(READY, Wanted(budget=at)).worth for at in (enough - 100, enough, enough + 100)}
    assert worth[enough + 100] - worth[enough] < 0.005 <= worth[enough] - worth[enough - 100]


def test_where_a_longer_list_holds_all_programs_the_curve_ends_with_them() -> None:
    assert FOUND.by_count[-1].programs == 24


def test_the_untargeted_list_stands_beside() -> None:
    assert FOUND.untargeted is not None
    assert (FOUND.untargeted.programs, FOUND.untargeted.dollars) == (24, 24 * 11)


def test_pins_that_do_not_fit_a_small_number_leave_that_point_out() -> None:
    pins = frozenset(READY.found.keys[:3])
    found = curves_for(READY, Wanted(pinned_in=pins))
    assert [one.limit for one in found.by_count][:2] == [5, 10]


def test_without_a_program_there_is_no_curve() -> None:
    found = curves_for(ready_for([]), Wanted(count=3))
    assert (found.by_count, found.by_budget, found.enough_dollars, found.untargeted) == ((), (), None, None)


def test_a_match_in_one_specialty_or_another_adds_up_to_the_chance_of_a_match() -> None:
    worth = {"family-medicine": 0.5}
    applied = list_for(READY, Wanted(count=10, preferences=worth)).applied
    found = landings(READY, applied, worth, False)
    told = READY.odds_of(applied).match
    assert told is not None
    assert [(one.specialties, one.worth) for one in found] == [
        (("internal-medicine",), 1.0),
        (("family-medicine",), 0.5),
    ]
    assert sum(one.chance.middle for one in found) == pytest.approx(told.middle)


def test_specialties_of_the_same_worth_land_together() -> None:
    applied = list_for(READY, Wanted(count=24)).applied
    (found,) = landings(READY, applied, {}, False)
    assert set(found.specialties) == {"internal-medicine", "family-medicine"}


def test_without_weak_evidence_the_range_is_wider_or_the_same() -> None:
    applied = list_for(READY, Wanted(count=10)).applied
    (narrow,), (wide,) = (landings(READY, applied, {}, is_range) for is_range in (False, True))
    assert wide.chance.low <= narrow.chance.low <= narrow.chance.high <= wide.chance.high


def test_a_list_that_more_money_leaves_as_it_is_stands_on_the_curve_once() -> None:
    found = curves_for(READY, Wanted(budget=5000))
    lists = [(one.programs, one.dollars, one.worth) for one in found.by_budget]
    assert len(lists) == len(set(lists))
    assert found.by_budget[-1].programs == 24
