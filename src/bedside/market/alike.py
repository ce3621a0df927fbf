"""Who among the simulated people might be the one who asks, and how tracks would score them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bedside.market.applicant_types import ABROAD, ApplicantType
from bedside.market.kept import Kept, Standings, joined
from bedside.market.numbers import Numbers, Whole

FEWEST = 30
"""With fewer people than these, nothing is told."""
_MOST = 300
_MORE_INTERVIEWS = 5  # where too few had as many interviews, those with up to so many more


@dataclass(frozen=True, slots=True)
class Asked:
    """A list: its tracks as rows of the season in the order they are wished for, and the place of each among all
    interviews (from 0), of which there are `interviews` in all. `order` is another order in which they are ranked, as
    indices of `ranking`; what is known of the tracks stays what the wishes tell.
    """

    kind: ApplicantType
    ranking: tuple[int, ...]
    places: tuple[int, ...]
    interviews: int
    order: tuple[int, ...] = ()

    @property
    def row(self) -> int:
        """The row of the type in tables by type."""
        return ABROAD.index(self.kind)

    def on_lists_of(self, lengths: NDArray[np.integer]) -> Whole:
        """Where the places stand on lists of other lengths, as far down in proportion: lists by places."""
        part = (np.array(self.places) + 0.5) / self.interviews
        return np.asarray(lengths[:, None] * part, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Everyone who was interviewed in the seasons of some seeds, each with the row of the seed.

    `sought` and `ease` are by seed. `usual` is how sought after the tracks are that interviewed them: mean and spread.
    """

    kept: tuple[Kept, ...]
    everyone: Standings
    seed: Whole
    sought: NDArray[np.float32]
    ease: NDArray[np.float32]
    usual: tuple[float, float]

    @property
    def most(self) -> int:
        """The longest list anybody may have."""
        return int(self.everyone.tracks.shape[1])


@dataclass(frozen=True, slots=True, eq=False)
class Wishes:
    """What goes with being wished for, among those with as many interviews.

    `slope` is by how much a track that is more sought after scores those higher who come. `mean` and `spread` are how
    sought after the tracks at each place of the asker's list are on such lists.
    """

    slope: float
    mean: Numbers
    spread: Numbers


def seen_in(kept: Sequence[Kept]) -> Seen:
    """Everyone in them."""
    everyone = joined([one.standings for one in kept])
    seed = np.repeat(np.arange(len(kept)), [len(one.standings) for one in kept])
    sought = np.stack([one.sought for one in kept])
    there = np.arange(everyone.tracks.shape[1]) < everyone.length[:, None]
    all_sought = sought[seed[:, None], everyone.tracks][there]
    ease = np.stack([one.ease for one in kept])
    return Seen(tuple(kept), everyone, seed, sought, ease, (float(all_sought.mean()), float(all_sought.std())))


def look_alikes(seen: Seen, asked: Asked) -> tuple[Whole, bool]:
    """Rows of those who might be the asker, and whether all are alike in interviews and specialty.

    Those of the type with as many interviews whose list begins with the same specialty; where they are too few, of any
    specialty; where these are, with a few interviews more. Of them the nearest by how easy it is to be interviewed.
    """
    everyone, length = seen.everyone, min(asked.interviews, seen.most)
    of_type = everyone.kind == asked.kind
    as_many = of_type & (everyone.length == length)
    alike = as_many & (everyone.field == seen.kept[0].field[asked.ranking[0]])
    more = of_type & (everyone.length >= length) & (everyone.length <= length + _MORE_INTERVIEWS)
    chosen = next((one for one in (alike, as_many) if np.count_nonzero(one) >= FEWEST), more)
    rows = np.flatnonzero(chosen)
    there = np.arange(seen.most) < everyone.length[rows, None]
    ease = np.where(there, seen.ease[seen.seed[rows, None], asked.row, everyone.tracks[rows]], 0).sum(axis=1)
    own = seen.ease[:, asked.row, list(asked.ranking)].mean()
    nearest = np.argsort(np.abs(ease / everyone.length[rows] - own), kind="stable")[:_MOST]
    return rows[nearest], chosen is alike


def wishes_of(seen: Seen, asked: Asked) -> Wishes:
    """From everyone with as many interviews, of either type and any specialty."""
    everyone, length = seen.everyone, min(asked.interviews, seen.most)
    rows = np.flatnonzero(everyone.length == length)
    if len(rows) < FEWEST:
        nothing = np.zeros(len(asked.places))
        return Wishes(0.0, nothing + seen.usual[0], nothing + seen.usual[1])
    own, ahead = seen.sought[seen.seed[rows, None], everyone.tracks[rows, :length]], everyone.ahead[rows, :length]
    places = asked.on_lists_of(np.array([length]))[0]
    return Wishes(_slope(own, ahead), own.mean(axis=0)[places], own.std(axis=0)[places])


def ahead_of(seen: Seen, asked: Asked, people: Whole, slope: float) -> NDArray[np.float32]:
    """By how much tracks would score these people above the level of their type, but for how sought after a track is:
    people by places of the asker's list."""
    everyone, rows = seen.everyone, people[:, None]
    at = asked.on_lists_of(everyone.length[people])
    sought = seen.sought[seen.seed[rows], everyone.tracks[rows, at]]
    return np.asarray(everyone.ahead[rows, at] - slope * sought, dtype=np.float32)


def _slope(sought: NDArray[np.float32], ahead: NDArray[np.float32]) -> float:
    """By how much those at one place of a list are ahead for each unit that a track is more sought after."""
    ranked = np.isfinite(ahead)
    many = np.maximum(ranked.sum(axis=0), 1)
    ahead = np.where(ranked, ahead, 0)
    up = np.where(ranked, sought - np.where(ranked, sought, 0).sum(axis=0) / many, 0)
    square = float((up * up).sum())
    return float((up * ahead).sum()) / square if square > 0 else 0.0
