"""What interviews tell: scenarios that expected them gain weight, and nothing else moves."""

from __future__ import annotations

import pytest

from bedside.odds.chances import Grid
from bedside.odds.given_interviews import AppliedTo, RankScenarios, program_nobody_lists, rank_scenarios
from bedside.odds.parameters import load_parameters
from bedside.odds.specialty_model import SpecialtyModel, lists
from bedside.programs.program import Listed
from tests.odds.applicants import EVIDENCE, an_applicant, exams, some_programs

IM = "internal-medicine"
COARSE = Grid(file_nodes=7, match_nodes=3)


def unknown_programs(count: int, invited: int, specialty: str = IM) -> list[AppliedTo]:
    """So many programs nobody lists, of which so many invited."""
    return [AppliedTo(program_nobody_lists(f"program {n}", specialty), n < invited) for n in range(count)]


def told(applied: list[AppliedTo], grid: Grid = COARSE) -> RankScenarios:
    return rank_scenarios(an_applicant(**exams(None)), applied, {IM}, EVIDENCE, grid)


def match(found: RankScenarios, ranks: int, key: str = IM) -> float:
    """The chance of a match with so many ranks of one specialty."""
    pairs = zip(found.weights, found.success[key], strict=True)
    return sum(weight * (1 - (1 - q) ** ranks) for weight, q in pairs)


@pytest.mark.parametrize("specialty", [IM, "family-medicine", "pediatrics"])
@pytest.mark.parametrize("count", [1, 3, 5, 8, 12])
def test_an_average_season_has_the_chance_that_was_fitted_to_the_published_tables(specialty: str, count: int) -> None:
    """Of 100 applications as many interviews as ranks: within 4 points of the model of the tables."""
    applied = unknown_programs(100, count, specialty)
    found = rank_scenarios(an_applicant(**exams(None)), applied, {specialty}, EVIDENCE)
    parameters = load_parameters()
    fit = parameters.of(specialty)
    models = (
        SpecialtyModel(*(float(part[n]) for part in (fit.level, fit.spread, fit.success, fit.frailty, parameters.link)))
        for n in range(parameters.draws)
    )
    expected = sum(lists(model).match_given(count) for model in models) / parameters.draws
    assert match(found, count, specialty) == pytest.approx(expected, abs=0.04)


def test_nothing_applied_to_leaves_the_scenarios_as_they_were() -> None:
    found = told([])
    assert found.weights == pytest.approx(found.with_effects)
    assert sum(found.weights) == pytest.approx(1)


def test_every_draw_weighs_the_same() -> None:
    found = told(unknown_programs(60, 6))
    sums: dict[int, float] = {}
    for draw, weight in zip(found.draws, found.weights, strict=True):
        sums[draw] = sums.get(draw, 0.0) + weight
    assert list(sums.values()) == pytest.approx([1 / len(sums)] * len(sums))


def test_more_interviews_of_the_same_applications_make_every_rank_fare_better() -> None:
    chances = [match(told(unknown_programs(60, invited)), 5) for invited in (1, 3, 6, 12)]
    assert chances == sorted(chances)


def test_the_order_of_the_applications_changes_nothing() -> None:
    applied = unknown_programs(30, 4)
    assert told(applied).weights == pytest.approx(told(applied[::-1]).weights, rel=1e-9)


def test_a_limit_of_a_program_that_invited_is_no_longer_in_the_way() -> None:
    def invited(program: Listed) -> list[AppliedTo]:
        return [AppliedTo(program, True), *unknown_programs(40, 2)]

    (limited,), (free,) = some_programs(1, step_2_ck__minimum=300), some_programs(1)
    assert told(invited(limited)).weights == pytest.approx(told(invited(free)).weights)


def test_more_nodes_than_these_change_nothing_that_is_shown() -> None:
    """The grid that is used against one with half as many nodes again: within half a point."""
    applied = unknown_programs(100, 10)
    assert match(told(applied, Grid(file_nodes=21, match_nodes=5)), 10) == pytest.approx(
        match(told(applied, Grid(file_nodes=31, match_nodes=9)), 10), abs=0.005
    )
