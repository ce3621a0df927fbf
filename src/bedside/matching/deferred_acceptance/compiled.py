"""The loops compiled by Numba: the same answers as the plain path, only sooner."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec, module_from_spec
from inspect import getmembers, isfunction
from types import ModuleType
from typing import Any

import numpy as np

from bedside.matching.deferred_acceptance import loops
from bedside.matching.instance import Instance
from bedside.matching.outcome.matching import UNMATCHED, Matching


def is_installed() -> bool:
    """Whether Numba, which comes with the extra `market`, is there."""
    return find_spec("numba") is not None


def applicant_proposing(instance: Instance) -> Matching:
    """What `plain.applicant_proposing` gives; needs the extra `market`."""
    return run_applicants_asking(instance, compiled(loops).applicants_asking)


def program_proposing(instance: Instance) -> Matching:
    """What `plain.program_proposing` gives; needs the extra `market`."""
    return run_programs_asking(instance, compiled(loops).programs_asking)


def run_applicants_asking(instance: Instance, loop: Callable[..., None]) -> Matching:
    """The matching that a loop finds; the loop is `applicants_asking`, compiled or as it stands."""
    layout = instance.layout
    upcoming, found = layout.starts[:-1].copy(), np.full(len(instance.applicants), UNMATCHED, dtype=np.int32)
    held = np.zeros(len(layout.applicants), dtype=np.uint8)
    loop(layout.starts, layout.entries, layout.applicants, upcoming, layout.state.copy(), held, found)
    program_of = np.empty_like(found)
    program_of[layout.order] = found
    proposals = int((upcoming - layout.starts[:-1]).sum())
    return Matching(instance, program_of, "applicant-proposing deferred acceptance", proposals)


def run_programs_asking(instance: Instance, loop: Callable[..., int]) -> Matching:
    """The matching that a loop finds; the loop is `programs_asking`, compiled or as it stands."""
    lists = instance.program_lists
    program_of = np.full(len(instance.applicants), UNMATCHED, dtype=np.int32)
    upcoming, asking = lists.starts[:-1].copy(), np.arange(len(instance.programs), dtype=np.int32)
    offer = np.full(len(instance.applicants), len(lists.ranked), dtype=np.int32)
    rows = (upcoming, asking, instance.quotas.copy(), offer, program_of)
    proposals = loop(lists.starts, lists.ranked, lists.counterpart, *rows)
    return Matching(instance, program_of, "program-proposing deferred acceptance", int(proposals))


@cache
def compiled(module: ModuleType) -> ModuleType:
    """A second copy of a module in which Numba compiles every function when it is first called.

    What Numba compiled is kept beside the module, so that the next process need not wait for it. The loops make no
    arrays: so Numba need not count, again and again, how many refer to each, which takes longer than all the rest.
    """
    import numba
    from numba.core.options import DefaultOptions

    options: dict[str, Any] = {"cache": True, **({"_nrt": False} if hasattr(DefaultOptions, "_nrt") else {})}
    spec = find_spec(module.__name__)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(module.__name__)
    copy = module_from_spec(spec)
    spec.loader.exec_module(copy)
    for name, function in getmembers(copy, isfunction):
        if function.__module__ == module.__name__:
            setattr(copy, name, numba.njit(**options)(function))
    return copy
