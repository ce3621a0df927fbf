"""Chances to choose by: what a program owes to the luck of its draws is averaged out.

The odds give each program a strictness of its own, anew in every draw: all of it where no interview rate is known, and
where one is, what one published rate leaves open. In few draws some programs alike in all that is known come out ahead
by luck; a search would collect just those, and promise too much. Given a scenario programs decide by themselves, so
that only the average over the strictness counts, and it is exact to put it in its place.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.special import ndtri

from bedside.odds.chances import Chances
from bedside.odds.invitations import STRICTNESS
from bedside.odds.numbers import log_odds, normal_nodes, program_uniforms

_NODES = 7
_LEAST = 1e-12


def without_luck(found: Chances) -> Chances:
    """The same chances, each program as the average one of those of which the same is known.

    1. The strictness each program was given is taken back from its log-odds, draw by draw.
    2. The chance is averaged over all strictnesses instead (Gauss–Hermite).
    """
    given = found.luck * ndtri(program_uniforms(found.keys, STRICTNESS, found.weights.shape[0]))
    odds = np.exp(log_odds(np.clip(found.invited, _LEAST, 1 - _LEAST)) - given[:, None, :, None])
    average = np.zeros_like(odds)
    for point, weight in zip(*normal_nodes(_NODES), strict=True):
        times = odds * np.exp(found.luck * point)[:, None, :, None]
        average += weight * times / (1 + times)
    return replace(found, invited=average)
