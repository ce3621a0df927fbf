"""What is kept of the seasons of one seed, so that one applicant's question is answered without playing them again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from bedside.market.parameters import MarketParameters, as_plain
from bedside.market.readings import MarketReadings
from bedside.market.tracks import Tracks


@dataclass(frozen=True, slots=True, eq=False)
class Standings:
    """One row for each graduate of a school abroad who was interviewed in a replicate.

    `kind` is the type, `field` the specialty the list begins with, `length` how many interviewed them, `file` how the
    file was read that season in standard deviations of the type. `tracks` are those on the list in its order (0 beyond
    its end), and `ahead` by how much each scored them above the level it gives their type: minus infinity where it did
    not rank them.
    """

    kind: NDArray[np.int8]
    field: NDArray[np.int16]
    length: NDArray[np.int16]
    file: NDArray[np.float32]
    tracks: NDArray[np.uint16]
    ahead: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.kind)


def joined(parts: Sequence[Standings]) -> Standings:
    """Standings one after another."""
    return Standings(*(np.concatenate([getattr(one, name.name) for one in parts]) for name in fields(Standings)))


@dataclass(frozen=True, slots=True)
class Rule:
    """A policy by its name, and what it says; the first is the season as it is."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """What the seasons were made from; whoever reads them checks that it is what there is now.

    `tracks` and `parameters` are digests, `digest` is that of all counts of the replicates.
    """

    bedside: str
    season: int
    seed: int
    origin: str
    is_made_up: bool
    tracks: str
    parameters: str
    digest: str


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """The seasons of one seed.

    `cut_offs` are rules by replicates by tracks. By track, `field` is its specialty as a row of the tables and `sought`
    how far up it stands on the lists of all whom it interviews: from -0.5 where everyone puts it last to 0.5 where
    everyone puts it first. By type and track, `interviewed` is how many have an interview in one replicate, `level`
    what the track adds to the score of the type, `ease` the log-odds of an invitation.
    """

    made_from: MadeFrom
    rules: tuple[Rule, ...]
    codes: tuple[str, ...]
    keys: tuple[str, ...]
    field: NDArray[np.int16]
    cut_offs: NDArray[np.float32]
    sought: NDArray[np.float32]
    interviewed: NDArray[np.float32]
    level: NDArray[np.float32]
    ease: NDArray[np.float32]
    standings: Standings


def digest_of_tracks(tracks: Tracks) -> str:
    """Sixteen characters that differ where any track does."""
    plain = [tracks.codes, tracks.keys]
    arrays = (tracks.field, tracks.positions, tracks.is_advanced, tracks.openness)
    return _digest(json.dumps(plain).encode(), *(np.ascontiguousarray(one).tobytes() for one in arrays))


def digest_of_parameters(parameters: MarketParameters, readings: MarketReadings) -> str:
    """Sixteen characters that differ where any parameter or reading does."""
    return _digest(json.dumps([as_plain(parameters), asdict(readings)], sort_keys=True).encode())


def _digest(*parts: bytes) -> str:
    digest = blake2b(digest_size=8)
    for one in parts:
        digest.update(one)
    return digest.hexdigest()
