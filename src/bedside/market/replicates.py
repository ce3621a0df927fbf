"""Many replicates of a season, in whatever order and by however many workers: the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, fields
from hashlib import blake2b
from threading import local

import numpy as np

from bedside.market.replicate import Counts, Player
from bedside.market.season import ReadySeason

CHUNK = 10
"""How many replicates are played before progress is told."""
Progress = Callable[[int, int], None]
"""Told how many replicates are done, and of how many."""


@dataclass(frozen=True, slots=True, eq=False)
class Replicates(Counts):
    """The counts of all replicates: the tables of one, each with a first axis more, which counts the replicates."""

    def __len__(self) -> int:
        return len(self.active)

    @property
    def digest(self) -> str:
        """Sixteen characters that differ where any number differs."""
        digest = blake2b(digest_size=8)
        for name in NAMES:
            digest.update(np.ascontiguousarray(getattr(self, name)).tobytes())
        return digest.hexdigest()


NAMES = tuple(field.name for field in fields(Replicates))


def run_replicates(ready: ReadySeason, number: int, workers: int = 1, progress: Progress | None = None) -> Replicates:
    """Play replicates 0 to `number` - 1 in threads; the compiled loops let each other run."""
    own = local()

    def chunk(which: range) -> tuple[range, Replicates]:
        if not hasattr(own, "player"):
            own.player = Player(ready)
        return which, played(own.player, which)

    chunks = chunks_of(number)
    with ThreadPoolExecutor(max_workers=max(1, workers)) as pool:
        return joined(
            _told((one.result() for one in as_completed([pool.submit(chunk, c) for c in chunks])), number, progress)
        )


def chunks_of(number: int, size: int = CHUNK) -> list[range]:
    """The replicates in chunks."""
    return [range(begin, min(begin + size, number)) for begin in range(0, number, size)]


def played(player: Player, which: Iterable[int]) -> Replicates:
    """Some replicates, one after another."""
    return stacked([player.count(replicate) for replicate in which])


def stacked(counts: Sequence[Counts]) -> Replicates:
    """Counts as tables."""
    return Replicates(**{name: np.stack([getattr(one, name) for one in counts]) for name in NAMES})


def joined(parts: Iterable[tuple[range, Replicates]]) -> Replicates:
    """Chunks in the order of their replicates."""
    ordered = [part for _, part in sorted(parts, key=lambda part: part[0].start)]
    return Replicates(**{name: np.concatenate([getattr(part, name) for part in ordered]) for name in NAMES})


def _told(
    parts: Iterable[tuple[range, Replicates]], number: int, progress: Progress | None
) -> Iterable[tuple[range, Replicates]]:
    done = 0
    for which, part in parts:
        done += len(which)
        if progress:
            progress(done, number)
        yield which, part
