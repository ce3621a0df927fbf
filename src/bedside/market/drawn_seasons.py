"""Seasons put together for one list: each of its tracks as it was in one of those that were played."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bedside.market.alike import Asked, Seen, Wishes
from bedside.market.kept import Kept
from bedside.market.numbers import Numbers, Whole

MOST = 1000
"""More seasons than these tell nothing more."""
_UNSEEN = 0.05  # interviews at a track at which none was seen
_MEAN_WEIGHS = 0.75
"""What the mean of all seeds weighs beside what was counted in one, of which only a few replicates were looked at."""
_DRAWN = 20260101  # any number, so that the same question has the same answer


@dataclass(frozen=True, slots=True, eq=False)
class DrawnSeasons:
    """By season and place of a list, the seed and the replicate its track is taken from; `levels` is what the track
    there adds to the score of the type. `of` is how many seasons were played."""

    of: int
    seed: Whole
    replicate: Whole
    levels: NDArray[np.float32]

    def cut_offs(self, seen: Seen, asked: Asked, rule: int) -> NDArray[np.float32]:
        """The score that is just enough under a rule: seasons by places."""
        found = np.empty(self.seed.shape, dtype=np.float32)
        for at, track in enumerate(asked.ranking):
            for seed, one in enumerate(seen.kept):
                here = self.seed[:, at] == seed
                found[here, at] = one.cut_offs[rule, self.replicate[here, at], track]
        return found


def drawn_seasons(seen: Seen, asked: Asked, wishes: Wishes) -> DrawnSeasons:
    """As many seasons as were played, up to `MOST`.

    A seed is drawn for a track in proportion to how many of the type it interviews there, and to how much likelier than
    usual a track so sought after stands at this place of a list (two normal curves).
    """
    played = np.array([one.cut_offs.shape[1] for one in seen.kept])
    number, ranking = min(int(played.sum()), MOST), list(asked.ranking)
    sought = seen.sought[:, ranking]
    weights = _interviewed(seen.kept, asked) * np.exp(_likelier(sought, wishes, seen.usual))
    random = np.random.default_rng(_DRAWN)
    seed = np.column_stack([_drawn(weight, number, random) for weight in weights.T])
    replicate = (random.random(seed.shape) * played[seed]).astype(np.int64)
    level = np.stack([one.level[asked.row, ranking] for one in seen.kept]) + wishes.slope * sought
    return DrawnSeasons(int(played.sum()), seed, replicate, np.take_along_axis(level, seed, axis=0).astype(np.float32))


def _interviewed(kept: Sequence[Kept], asked: Asked) -> Numbers:
    counted = np.stack([one.interviewed[asked.row, list(asked.ranking)] for one in kept]).astype(np.float64)
    return np.asarray((counted + _MEAN_WEIGHS * counted.mean(axis=0)) / (1 + _MEAN_WEIGHS) + _UNSEEN)


def _likelier(sought: NDArray[np.float32], wishes: Wishes, of_all: tuple[float, float]) -> Numbers:
    here = (sought - wishes.mean) / np.maximum(wishes.spread, 1e-6)
    usual = (sought - of_all[0]) / max(of_all[1], 1e-6)
    return np.asarray((usual**2 - here**2) / 2, dtype=np.float64)


def _drawn(weights: Numbers, number: int, random: np.random.Generator) -> Whole:
    """So many rows with these weights, evenly spread and then shuffled."""
    passed = np.cumsum(weights / weights.sum())
    points = (np.arange(number) + random.random()) / number
    return random.permutation(np.minimum(np.searchsorted(passed, points), len(weights) - 1))
