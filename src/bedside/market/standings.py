"""How graduates of schools abroad stood with the tracks that interviewed them in simulated seasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bedside.market.applicant_types import ABROAD
from bedside.market.chance import compiled, key_of, strength_of
from bedside.market.kept import Standings, joined
from bedside.market.numbers import Numbers
from bedside.market.replicate import Lists, Player
from bedside.market.season import ReadySeason

_FEW = 10.0  # how many interviews weigh as much as knowing nothing of how a track is wished for


@dataclass(frozen=True, slots=True, eq=False)
class Interviewing:
    """What a few replicates tell of who is interviewed where.

    By track, `sought` is how far up it stands on the lists of all whom it interviews: from -0.5 where everyone puts it
    last to 0.5 where everyone puts it first; `interviewed` is how many it interviews of each type of `ABROAD` (rows).
    """

    standings: Standings
    sought: Numbers
    interviewed: Numbers


def interviewing(player: Player, replicates: range, keeping: int) -> Interviewing:
    """Play some replicates up to the lists, and keep the standings of the first `keeping` of them."""
    tracks, kind = len(player.ready.season.tracks), player.ready.season.population.kind
    up, many, interviewed = np.zeros(tracks), np.zeros(tracks), np.zeros((len(ABROAD), tracks))
    kept: list[Standings] = []
    for replicate in replicates:
        found = player.first_lists(replicate)
        there = np.arange(found.lists.shape[1]) < found.lengths[:, None]
        up += np.bincount(found.lists[there], _up(found)[there], tracks)
        many += np.bincount(found.lists[there], minlength=tracks)
        for row, one in enumerate(ABROAD):
            interviewed[row] += np.bincount(found.lists[there & (kind == one)[:, None]], minlength=tracks)
        if len(kept) < keeping:
            kept.append(_standings(found, player.ready))
    return Interviewing(joined(kept), up / (many + _FEW), interviewed / max(len(replicates), 1))


def _up(found: Lists) -> NDArray[np.float64]:
    """How far up each place of each list is, from -0.5 to 0.5."""
    place = np.arange(found.lists.shape[1]) + 0.5
    return np.asarray(0.5 - place / np.maximum(found.lengths, 1)[:, None])


def _standings(found: Lists, ready: ReadySeason) -> Standings:
    people = ready.season.population
    rows = np.flatnonzero(np.isin(people.kind, ABROAD) & (found.lengths > 0))
    kind, length, own = people.kind[rows], found.lengths[rows], found.lists[rows]
    there = np.arange(own.shape[1]) < length[:, None]
    return Standings(
        kind=kind.astype(np.int8),
        field=ready.season.tracks.field[own[:, 0]].astype(np.int16),
        length=length.astype(np.int16),
        file=_files(found.number, people.strength[rows].astype(np.float32), people.person[rows]),
        tracks=np.where(there, own, 0).astype(np.uint16),
        ahead=np.where(there, found.scores[rows] - ready.level[kind[:, None], own], 0).astype(np.float32),
    )


def _files_plain(replicate: Any, fixed: Any, person: Any) -> Any:
    found = np.empty(len(fixed), dtype=np.float32)
    for row in range(len(fixed)):
        found[row] = strength_of(fixed[row], key_of(replicate, person[row]))
    return found


_files = compiled(_files_plain)
