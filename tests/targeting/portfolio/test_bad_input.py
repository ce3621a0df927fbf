"""What cannot be is said in a sentence, and what can still be done is done."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bedside.targeting.portfolio.results import Status
from bedside.targeting.portfolio.solving import solve
from bedside.targeting.portfolio.statement.arrays import Options, Programs, Scenarios
from bedside.targeting.portfolio.statement.charges import Charge, Tier
from bedside.targeting.portfolio.statement.limits import Limits, Mix, PlaceShare, SignalLimit
from bedside.targeting.portfolio.statement.mistakes import PortfolioMistake
from bedside.targeting.portfolio.statement.problem import Problem

ELEVEN_EACH = (Charge("fees", (Tier(11, 30), Tier(30))),)


def three(limits: Limits, charges: tuple[Charge, ...] = ELEVEN_EACH) -> Problem:
    return Problem(
        Scenarios([1, 1], [[0.1, 0.2, 0.3], [0.2, 0.3, 0.1]]),
        Options(range(3)),
        Programs([1, 1, 1], place=[0, 0, 1], type=[0, 0, 1]),
        limits,
        charges,
        names=("Mercy", "Valley", "Hill"),
    )


def mistakes(**changed: object) -> tuple[str, ...]:
    with pytest.raises(PortfolioMistake) as told:
        replace(three(Limits()), **changed)  # type: ignore[arg-type]
    return told.value.sentences


def test_without_any_money_the_answer_says_what_the_cheapest_costs() -> None:
    found = solve(three(Limits(budget=0)))
    assert (found.status, found.chosen) == (Status.EMPTY, ())
    assert found.notes == ("No program fits, so there is no chance to tell. The cheapest costs $11; the budget is $0.",)


def test_without_any_program_the_answer_says_so() -> None:
    found = solve(Problem(Scenarios([1], np.zeros((1, 0))), Options([]), Programs([])))
    assert (found.status, found.notes) == (
        Status.EMPTY,
        ("There is no program to choose from, so there is no chance to tell.",),
    )


def test_with_every_program_kept_out_the_answer_says_so() -> None:
    found = solve(three(Limits(pinned_out=frozenset({0, 1, 2}))))
    assert found.notes == ("Every program is kept out, so there is no chance to tell; let one of them in.",)


def test_more_signals_than_programs_are_left_over_and_counted() -> None:
    options = Options([0, 0, 1], [0, 2, 0])
    problem = Problem(
        Scenarios([1], [[0.1, 0.2, 0.3]]), options, Programs([1, 1]), Limits(signals=(SignalLimit(2, 5),))
    )
    found = solve(problem)
    assert found.chosen == (1, 2)
    assert found.notes == ("4 of 5 gold signals are left: 1 programs take them, 1 on the list get one.",)


def test_a_pin_in_and_out_is_named_and_the_rest_of_the_list_is_made() -> None:
    found = solve(three(Limits(pinned_in=frozenset({0}), pinned_out=frozenset({0}))))
    assert (found.status, found.chosen) == (Status.PARTIAL, (1, 2))
    assert found.contradiction == ("Mercy is on the list", "Mercy is kept out")
    assert found.notes == (
        "These cannot hold together: Mercy is on the list; Mercy is kept out. "
        "The list keeps to as much of them as it can.",
    )


def test_pins_beyond_the_budget_are_named_with_it_and_as_many_are_kept_as_it_pays() -> None:
    found = solve(three(Limits(budget=25, pinned_in=frozenset({0, 1, 2}), count=3)))
    assert (found.status, len(found.chosen)) == (Status.PARTIAL, 2)
    assert found.contradiction == (
        "a budget of $25",
        "Mercy is on the list",
        "Valley is on the list",
        "Hill is on the list",
    )


def test_only_limits_that_are_needed_for_the_contradiction_are_named() -> None:
    limits = Limits(budget=500, count=1, pinned_in=frozenset({0, 1}), interview_days=3)
    assert solve(three(limits)).contradiction == (
        "at most 1 program",
        "Mercy is on the list",
        "Valley is on the list",
    )


def test_a_mix_that_cannot_have_so_many_programs_has_fewer_in_that_mix() -> None:
    found = solve(three(Limits(count=4, mix=Mix((0.5, 0.5)))))
    assert (found.status, found.contradiction, found.chosen) == (Status.PARTIAL, ("the mix",), (0, 1, 2))
    assert found.notes[1:] == ("The list has 3 programs rather than 4.",)


def test_places_that_leave_nothing_but_an_empty_list_are_told() -> None:
    found = solve(three(Limits(places=(PlaceShare(frozenset({7}), 0.5),))))
    assert (found.status, found.chosen) == (Status.EMPTY, ())


@pytest.mark.parametrize("chance", [0.0, 1.0, float("nan"), -0.1])
def test_a_chance_that_is_none_is_a_mistake_that_names_the_program(chance: float) -> None:
    wrong = Scenarios([1, 1], [[0.1, 0.2, 0.3], [0.2, chance, 0.1]])
    assert mistakes(scenarios=wrong) == (
        "1 options have a chance that is missing, 0 or less, or 1 or more; the first is at Valley. Leave out what "
        "cannot happen, and give a chance above 0 and below 1 for the rest.",
    )


def test_all_mistakes_are_told_at_once() -> None:
    limits = Limits(budget=-1, mix=Mix((0.5, 0.6)), pinned_in=frozenset({9}))
    assert mistakes(limits=limits, charges=(Charge("fees", (Tier(30, 10), Tier(11))),)) == (
        "The budget has to be 0 or more, and is -1; leave it out for no limit.",
        "A pin names a program that is not among the 3 programs.",
        "The shares of the mix sum to 110 %; they have to be 0 or more each, and sum to 100 %.",
        "fees: a later tier is cheaper than an earlier one, which this method cannot hold.",
    )


def test_a_table_of_another_size_is_a_mistake() -> None:
    assert mistakes(scenarios=Scenarios([1], [[0.1, 0.2]])) == (
        "The chances are a table of 1 × 2; it has to have a row for each of the 1 scenarios and a column for each of "
        "the 3 options.",
    )


def test_no_scenario_is_a_mistake() -> None:
    assert mistakes(scenarios=Scenarios([], np.zeros((0, 3)))) == (
        "There is no scenario: give at least one, with its weight.",
    )


def test_of_limits_that_are_named_none_could_be_left_out() -> None:
    """Without any one of the four there is a list."""
    limits = Limits(
        budget=22, count=3, pinned_in=frozenset({0, 1}), places=(PlaceShare(frozenset({1}), 0.3, 1, "Hills"),)
    )
    assert solve(three(limits)).contradiction == (
        "Hills: at least 30 %",
        "a budget of $22",
        "Mercy is on the list",
        "Valley is on the list",
    )
    for looser in (
        replace(limits, budget=None),
        replace(limits, places=()),
        replace(limits, pinned_in=frozenset({0})),
        replace(limits, pinned_in=frozenset({1})),
    ):
        assert solve(three(looser)).contradiction == ()
