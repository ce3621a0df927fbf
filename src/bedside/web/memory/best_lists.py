"""The best list for a page: what does not depend on the controls is made ready once, and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any
from uuid import UUID

_MOST_READY, _MOST_ANSWERS = 2, 16


class RecentLists:
    """What was made ready or answered last, in memory only; nothing of a locked dossier is kept."""

    def __init__(self, most: int) -> None:
        self._kept: OrderedDict[tuple[UUID, Hashable], Any] = OrderedDict()
        self._most, self._guard = most, Lock()

    @property
    def kept(self) -> tuple[tuple[UUID, Hashable], ...]:
        """What is kept now, by dossier, the one used last at the end."""
        return tuple(self._kept)

    def of(self, id: UUID, which: Hashable, make: Callable[[], Any], is_kept: bool) -> Any:
        """What `make` returns, made once for each dossier and `which`; two who ask at once may both make it."""
        with self._guard:
            if (id, which) in self._kept:
                self._kept.move_to_end((id, which))
                return self._kept[id, which]
        made = make()
        if is_kept:
            with self._guard:
                self._kept[id, which] = made
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return made

    def forget(self, id: UUID) -> None:
        """Keep nothing of one dossier any longer, as after it was locked or erased."""
        with self._guard:
            for which in [which for which in self._kept if which[0] == id]:
                del self._kept[which]


READY = RecentLists(_MOST_READY)
"""Candidates with their chances: up to 60 MB each."""

ANSWERS = RecentLists(_MOST_ANSWERS)
"""Lists that were found, so that another order or a file of the same list is not worked out again."""
