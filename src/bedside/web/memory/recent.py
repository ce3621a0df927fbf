"""What was made last for a dossier, in memory only: so much and no more, and nothing once the dossier is forgotten."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar
from uuid import UUID

Made = TypeVar("Made")


class Recent(Generic[Made]):
    """What was made last, by dossier and by `which` of its things; the one used longest ago goes first."""

    def __init__(self, most: int) -> None:
        self._kept: OrderedDict[tuple[UUID, Hashable], Made] = OrderedDict()
        self._most, self._guard = most, Lock()

    @property
    def kept(self) -> tuple[tuple[UUID, Hashable], ...]:
        """What is kept now, by dossier, the one used last at the end."""
        return tuple(self._kept)

    def of(self, id: UUID, which: Hashable, make: Callable[[], Made], is_kept: bool) -> Made:
        """What `make` returns, made once for each dossier and `which`; two who ask at once may both make it."""
        found = self.found(id, which)
        if found is not None:
            return found
        made = make()
        return self.keep(id, which, made) if is_kept else made

    def found(self, id: UUID, which: Hashable) -> Made | None:
        """What is kept; None where nothing is."""
        with self._guard:
            if (id, which) not in self._kept:
                return None
            self._kept.move_to_end((id, which))
            return self._kept[id, which]

    def keep(self, id: UUID, which: Hashable, made: Made) -> Made:
        """Keep what was made, or what somebody else kept meanwhile, and return what is kept."""
        with self._guard:
            kept = self._kept.setdefault((id, which), made)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return kept

    def forget(self, id: UUID) -> None:
        """Keep nothing of one dossier any longer, as after it was locked or erased."""
        with self._guard:
            for which in [which for which in self._kept if which[0] == id]:
                del self._kept[which]
