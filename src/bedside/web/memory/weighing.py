"""How much memory a result takes, measured from what it is made of."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping
from types import FunctionType, MethodType, ModuleType, NoneType

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.programs.directory import Directory
from bedside.programs.program import Listed

HELD_ELSEWHERE = (Dossier, Evidence, Reason, Directory, Listed)
"""What a result names and others hold anyway: weighing it with each result would count it many times."""

_LEFT_OUT = (*HELD_ELSEWHERE, type, ModuleType, FunctionType, MethodType)
_WITHOUT_PARTS = frozenset({str, bytes, int, float, bool, NoneType})


def bytes_held(result: object) -> int:
    """The bytes of a result and of all it is made of, each part once; of an array that looks into another, the other.

    What others hold is left out: see `HELD_ELSEWHERE`.
    """
    seen: set[int] = set()
    total, waiting = 0, [result]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, _LEFT_OUT):
            continue
        seen.add(id(one))
        total += sys.getsizeof(one)
        if type(one) not in _WITHOUT_PARTS:
            waiting.extend(_parts(one))
    return total


def _parts(one: object) -> Iterator[object]:
    if isinstance(one, Mapping):
        yield from one.keys()
        yield from one.values()
    elif isinstance(one, Collection) and not hasattr(one, "nbytes"):
        yield from one
    else:
        yield from _fields(one)


def _fields(one: object) -> Iterator[object]:
    if hasattr(one, "nbytes"):
        looks_into = getattr(one, "base", None)
        yield from () if looks_into is None else (looks_into,)
        return
    yield from vars(one).values() if hasattr(one, "__dict__") else ()
    for kind in type(one).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        names = (slots,) if isinstance(slots, str) else slots
        yield from (getattr(one, name) for name in names if hasattr(one, name))
