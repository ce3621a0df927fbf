"""Chances to choose by: what a program without a rate of its own owes to the luck of its draws is averaged out.

The odds give each such program a strictness of its own, anew in every draw. In few draws some programs alike in all
that is known come out ahead by luck; a search would collect just those, and promise too much. Given a scenario programs
decide by themselves, so that only the average over the strictness counts, and it is exact to put it in its place.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.special import ndtri

from bedside.odds.chances import Chances
from bedside.odds.numbers import log_odds, normal_nodes, program_uniforms
from bedside.odds.specialty_model import PROGRAM_SPREAD

_NODES = 7
_LEAST = 1e-12


def without_luck(found: Chances) -> Chances:
    """The same chances, each program without a rate of its own as the average one of its kind.

    1. The strictness each such program was given is taken back from its log-odds, draw by draw.
    2. The chance is averaged over all strictnesses instead (Gauss–Hermite).
    """
    at = np.flatnonzero(~np.array(found.has_rate, dtype=bool))
    if not len(at):
        return found
    draws = found.weights.shape[0]
    given = ndtri(program_uniforms([found.keys[place] for place in at], "strictness", draws))
    middle = log_odds(np.clip(found.invited[at], _LEAST, 1 - _LEAST)) - PROGRAM_SPREAD * given[:, None, :, None]
    odds = np.exp(middle)
    average = np.zeros_like(odds)
    for point, weight in zip(*normal_nodes(_NODES), strict=True):
        times = odds * np.exp(PROGRAM_SPREAD * point)
        average += weight * times / (1 + times)
    invited = found.invited.copy()
    invited[at] = average
    return replace(found, invited=invited)
