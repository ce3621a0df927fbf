"""What was made last for a dossier, in memory only: so much and no more, and nothing once the dossier is forgotten."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar
from uuid import UUID

Made = TypeVar("Made")


def each_is_one(made: object) -> int:
    """A weight by which the most that is kept is a count."""
    del made
    return 1


@dataclass(frozen=True, slots=True, eq=False)
class _Kept(Generic[Made]):
    made: Made
    weight: int


class Recent(Generic[Made]):
    """What was made last, by dossier and by `which` of its things; the one used longest ago goes first.

    All that is kept never weighs more than `most`: a count, or bytes where `weigh` tells them. What weighs more alone
    is not kept at all.
    """

    def __init__(self, most: int, weigh: Callable[[Made], int] = each_is_one) -> None:
        self._kept: OrderedDict[tuple[UUID, Hashable], _Kept[Made]] = OrderedDict()
        self._most, self._weigh, self._weight, self._guard = most, weigh, 0, Lock()

    @property
    def kept(self) -> tuple[tuple[UUID, Hashable], ...]:
        """What is kept now, by dossier, the one used last at the end."""
        return tuple(self._kept)

    @property
    def weight(self) -> int:
        """What all that is kept weighs together."""
        return self._weight

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
            return self._kept[id, which].made

    def keep(self, id: UUID, which: Hashable, made: Made) -> Made:
        """Keep what was made, or what somebody else kept meanwhile, and return what is kept."""
        one = _Kept(made, self._weigh(made))
        with self._guard:
            if (id, which) in self._kept:
                return self._kept[id, which].made
            if one.weight <= self._most:
                self._kept[id, which] = one
                self._weight += one.weight
            while self._weight > self._most:
                self._drop(next(iter(self._kept)))
        return made

    def forget(self, id: UUID) -> None:
        """Keep nothing of one dossier any longer, as after it was locked or erased."""
        with self._guard:
            for which in [which for which in self._kept if which[0] == id]:
                self._drop(which)

    def _drop(self, which: tuple[UUID, Hashable]) -> None:
        self._weight -= self._kept.pop(which).weight
