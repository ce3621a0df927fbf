"""The numbers a problem is made of, copied and closed to writing: scenarios, options and programs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]


class Signal(IntEnum):
    """How an application is marked; the levels of one program are alternatives of each other."""

    NONE = 0
    SILVER = 1
    GOLD = 2


@dataclass(frozen=True, slots=True, eq=False)
class Scenarios:
    """Worlds that may be true: `weights` (one each, made to sum to 1), `chance` (a row each, a column per option).

    A chance is that of matching through this option, if nothing better comes of another: above 0 and below 1.
    `logs` are −log(1 − chance), kept because every problem over the same worlds needs them.
    """

    weights: Numbers
    chance: Numbers
    logs: Numbers

    def __init__(self, weights: ArrayLike, chance: ArrayLike) -> None:
        given = np.asarray(weights, dtype=np.float64)
        total = given.sum()
        object.__setattr__(self, "weights", kept(given / total if total > 0 else given))
        object.__setattr__(self, "chance", kept(np.asarray(chance, dtype=np.float64)))
        with np.errstate(invalid="ignore", divide="ignore"):  # a chance that cannot be is told with all other mistakes
            object.__setattr__(self, "logs", kept(-np.log1p(-self.chance)))


@dataclass(frozen=True, slots=True, eq=False)
class Options:
    """One column per option: its program (a position in Programs), its signal, what it costs beside the charges, and
    how many interviews it is expected to bring (a chance, averaged over the scenarios)."""

    program: Places
    signal: Places
    price: Numbers
    interviews: Numbers

    def __init__(
        self,
        program: ArrayLike,
        signal: ArrayLike | None = None,
        price: ArrayLike | None = None,
        interviews: ArrayLike | None = None,
    ) -> None:
        count = len(np.atleast_1d(np.asarray(program)))
        object.__setattr__(self, "program", kept(np.asarray(program, dtype=np.intp)))
        for name, given, kind in (
            ("signal", signal, np.intp),
            ("price", price, np.float64),
            ("interviews", interviews, np.float64),
        ):
            values = np.zeros(count) if given is None else given
            object.__setattr__(self, name, kept(np.asarray(values, dtype=kind)))


@dataclass(frozen=True, slots=True, eq=False)
class Programs:
    """One row per program: what matching there is worth, and the numbers of its specialty, its type and its place.

    Only the order and the distances of utilities count; 1 for everything makes the value the chance of matching.
    """

    utility: Numbers
    specialty: Places
    type: Places
    place: Places

    def __init__(
        self,
        utility: ArrayLike,
        specialty: ArrayLike | None = None,
        type: ArrayLike | None = None,
        place: ArrayLike | None = None,
    ) -> None:
        worth = np.asarray(utility, dtype=np.float64)
        object.__setattr__(self, "utility", kept(worth))
        for name, given in (("specialty", specialty), ("type", type), ("place", place)):
            values = np.zeros(worth.shape) if given is None else given
            object.__setattr__(self, name, kept(np.asarray(values, dtype=np.intp)))


def kept(array: NDArray[Any]) -> NDArray[Any]:
    """A copy that nobody can write to."""
    copy = np.array(array)
    copy.setflags(write=False)
    return copy
