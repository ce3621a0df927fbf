"""A program is chosen by what is known of it, and not by the luck of its draws."""

from __future__ import annotations

import numpy as np
import pytest

from bedside.odds.chances import Grid, chances
from bedside.odds.odds import match_by_draw
from bedside.odds.signals import Signal
from bedside.targeting.portfolio.solving import solve
from bedside.targeting.program_list.best import list_for
from bedside.targeting.program_list.prepared import prepared_list
from bedside.targeting.program_list.problem import Wanted, limited, unlimited
from bedside.targeting.program_list.without_luck import without_luck
from tests.odds.applicants import EVIDENCE
from tests.targeting.program_list.lists import APPLICANT, SMALL, programs_of


def test_programs_alike_in_all_that_is_known_have_the_same_chance() -> None:
    found = without_luck(chances(APPLICANT, programs_of("internal-medicine", [None] * 5), EVIDENCE, SMALL))
    assert found.invited == pytest.approx(np.repeat(found.invited[:1], 5, axis=0))


def test_the_luck_of_many_programs_averages_out_to_the_same() -> None:
    plain = chances(APPLICANT, programs_of("internal-medicine", [None] * 2000), EVIDENCE, SMALL)
    assert plain.invited.mean(axis=0) == pytest.approx(without_luck(plain).invited[0], rel=0.12)


def test_programs_that_publish_the_same_rate_have_the_same_chance() -> None:
    found = without_luck(chances(APPLICANT, programs_of("internal-medicine", [0.05] * 5), EVIDENCE, SMALL))
    assert found.invited == pytest.approx(np.repeat(found.invited[:1], 5, axis=0))


def test_the_luck_of_many_programs_with_one_rate_averages_out_to_the_same() -> None:
    plain = chances(APPLICANT, programs_of("internal-medicine", [0.05] * 2000), EVIDENCE, SMALL)
    assert plain.invited.mean(axis=0) == pytest.approx(without_luck(plain).invited[0], rel=0.08)


@pytest.mark.parametrize(("rate", "lucky_by"), [(None, 1.3), (0.05, 1.15)])
def test_choosing_ten_of_many_alike_promises_no_more_than_any_ten_of_them(rate: float | None, lucky_by: float) -> None:
    programs = programs_of("internal-medicine", [rate] * 100, signals=False)
    ready = prepared_list(APPLICANT, programs, programs, EVIDENCE, Grid(32, 3, 1))
    tens = [dict.fromkeys(ready.found.keys[at : at + 10], Signal.NONE) for at in range(0, 100, 10)]
    usual = float(np.mean([match_by_draw(ready.found.among(one), one).mean() for one in tens]))
    with_luck = unlimited(ready.found, programs, APPLICANT.season, EVIDENCE)
    lucky = limited(with_luck, ready.found, programs, Wanted(count=10))
    assert list_for(ready, Wanted(count=10)).value == pytest.approx(usual, rel=0.05)
    assert solve(lucky).value > lucky_by * usual
