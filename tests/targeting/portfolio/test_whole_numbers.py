"""Limits in whole programs: no list is lost by them, and the bound comes nearer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bedside.targeting.portfolio.form import form_of
from bedside.targeting.portfolio.solving import QUICK, solve
from bedside.targeting.portfolio.statement.arrays import Options, Programs, Scenarios
from bedside.targeting.portfolio.statement.charges import Charge, Tier
from bedside.targeting.portfolio.statement.limits import Limits, Mix, PlaceShare
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.portfolio.whole_numbers import FITS, begun, tightened
from tests.targeting.portfolio import brute_force, made_up


@pytest.mark.parametrize("seed", [*range(60), 376])
def test_the_best_list_keeps_to_what_follows_for_whole_programs(seed: int) -> None:
    problem = made_up.small(seed)
    best, form = brute_force.best(problem), form_of(problem)
    tight = tightened(form)
    if best is None:
        return
    assert tight is not None
    assert tight.keeps(np.flatnonzero(np.isin(form.original, best[1])))


@pytest.mark.parametrize("seed", range(60))
def test_what_is_certain_about_a_first_list_is_so(seed: int) -> None:
    problem = made_up.small(seed)
    form = form_of(problem)
    found, certain = begun(form, np.ones(len(form.program)))
    assert found is None or form.keeps(found)
    assert not (certain and found is None) or brute_force.best(problem) is None


def test_fifty_dollars_are_four_programs_and_no_part_of_a_fifth() -> None:
    problem = replace(ten(), limits=Limits(budget=50), charges=(Charge("fees", (Tier(11),)),))
    tight = tightened(form_of(problem))
    assert tight is not None
    assert [most for name, most in zip(tight.names, tight.at_most, strict=True) if name == FITS] == [4]
    assert solve(problem, QUICK).gap == pytest.approx(0, abs=1e-9)


def test_four_fifths_of_four_programs_are_all_of_them() -> None:
    limits = Limits(budget=4, places=(PlaceShare(frozenset({1}), 0.8),))
    problem = replace(ten(), limits=limits, charges=(Charge("fees", (Tier(1),)),))
    assert solve(problem, QUICK).gap == pytest.approx(0, abs=1e-9)


def test_a_budget_that_buys_everything_is_no_limit() -> None:
    problem = replace(ten(), limits=Limits(budget=110), charges=(Charge("fees", (Tier(11),)),))
    assert form_of(problem).budget == np.inf


def test_a_mix_that_no_list_keeps_to_is_named_alone() -> None:
    found = solve(replace(ten(), limits=Limits(count=4, mix=Mix((0.5, 0.5)))))
    assert found.contradiction == ("the mix",)
    assert found.notes[0] == "No list keeps to this: the mix. The list keeps to as much of it as it can."


def test_limits_that_leave_no_program_are_named() -> None:
    limits = Limits(places=(PlaceShare(frozenset({7}), 1.0, name="the West"),))
    assert solve(replace(ten(), limits=limits)).notes == (
        "No program fits, so there is no chance to tell. This leaves none: the West: at least 100 %.",
    )


def ten() -> Problem:
    """Ten programs, less and less likely, every other one in place 1."""
    chance = np.linspace(0.2, 0.1, 10)[None]
    programs = Programs(np.ones(10), place=np.arange(10) % 2)
    return Problem(Scenarios([1], chance), Options(np.arange(10)), programs)
