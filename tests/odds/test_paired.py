"""Gains by draw, several outcomes weighed, and seasons that share one file; small enough to follow by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bedside.odds.chances import Chances, Grid, chances
from bedside.odds.odds import match_by_draw
from bedside.odds.paired import difference, more_invitations, over_seasons, weighed
from bedside.odds.results import Estimate
from bedside.odds.signals import Signal
from tests.odds.applicants import EVIDENCE, an_applicant, some_programs, unsignalled

PROGRAMS = some_programs(3)
APPLIED = unsignalled(PROGRAMS)


def known(invited: list[list[float]], match: list[float], weights: list[float]) -> Chances:
    """Chances of one draw: by program and file node that it invites, by file node that a rank matches."""
    made = chances(an_applicant(), PROGRAMS[: len(invited)], EVIDENCE, Grid(1, len(weights), 1))
    by_node = np.repeat(np.array(invited)[:, None, None, :], len(Signal), axis=1)
    within = {"internal-medicine": replace(made.within["internal-medicine"], match=np.array(match)[None, :, None])}
    return replace(made, invited=by_node, weights=np.array(weights)[None, :, None], within=within)


def applied(found: Chances) -> dict[str, Signal]:
    return dict.fromkeys(found.keys, Signal.NONE)


def test_a_gain_is_taken_draw_by_draw_and_may_be_a_loss() -> None:
    before, after = np.array([0.1, 0.5, 0.9]), np.array([0.2, 0.6, 1.0])
    assert difference(after, before).low == pytest.approx(0.1)
    assert difference(after, before).high == pytest.approx(0.1)
    assert difference(before, after).middle == pytest.approx(-0.1)
    assert difference(before, before) == Estimate(0.0, 0.0, 0.0)


def test_two_sides_with_other_luck_would_be_told_far_apart() -> None:
    # The guard of pairing: the same two chances, with the draws of one of them in another order.
    before, after = np.linspace(0.1, 0.9, 9), np.linspace(0.1, 0.9, 9) + 0.05
    paired, unpaired = difference(after, before), difference(after[::-1], before)
    assert paired.high - paired.low == pytest.approx(0.0)
    assert unpaired.high - unpaired.low > 1.0
    assert paired.middle == pytest.approx(unpaired.middle)


def test_what_may_be_passed_or_failed_is_weighed() -> None:
    assert weighed([(0.9, np.array([0.5, 0.7])), (0.1, np.array([0.1, 0.2]))]).tolist() == pytest.approx([0.46, 0.65])


def test_invitations_are_raised_and_never_certain() -> None:
    raised = more_invitations(known([[0.2], [0.9]], [0.5], [1.0]), 1.3)
    assert raised.invited[:, 0, 0, 0].tolist() == pytest.approx([0.26, 1 - 1e-9])


def test_two_seasons_of_a_file_that_is_read_alike_in_both() -> None:
    # Half of all files are invited surely, half never, and every rank matches: a second season brings nothing.
    both_or_none = known([[1 - 1e-12, 1e-12]], [1 - 1e-12, 1 - 1e-12], [0.5, 0.5])
    once = match_by_draw(both_or_none, applied(both_or_none))
    twice = over_seasons([(both_or_none, applied(both_or_none))] * 2)
    assert once[0] == pytest.approx(0.5)
    assert twice[0] == pytest.approx(0.5)


def test_two_seasons_where_nothing_is_shared_are_as_independent() -> None:
    # One way to read a file: 0.2 × 0.5 = 0.1 in each season, so 1 − 0.9² = 0.19 in two.
    alike = known([[0.2]], [0.5], [1.0])
    assert over_seasons([(alike, applied(alike))] * 2)[0] == pytest.approx(0.19)


def test_one_season_is_what_the_odds_tell() -> None:
    found = chances(an_applicant(), PROGRAMS, EVIDENCE, Grid(4, 3, 3))
    assert over_seasons([(found, APPLIED)]).tolist() == pytest.approx(match_by_draw(found, APPLIED).tolist())
