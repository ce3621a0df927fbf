"""Deferred acceptance as loops over arrays, compiled by Numba: the same answers as the plain path, only sooner."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec

import numpy as np

from bedside.matching.instance import Instance, Whole
from bedside.matching.matching import UNMATCHED, Matching


def is_installed() -> bool:
    """Whether Numba, which comes with the extra `market`, is there."""
    return find_spec("numba") is not None


def applicant_proposing(instance: Instance) -> Matching:
    """What `deferred_acceptance.applicant_proposing` gives; needs the extra `market`."""
    return run_applicants_asking(instance, _compiled(applicants_asking))


def program_proposing(instance: Instance) -> Matching:
    """What `deferred_acceptance.program_proposing` gives; needs the extra `market`."""
    return run_programs_asking(instance, _compiled(programs_asking))


def run_applicants_asking(instance: Instance, loop: Callable[..., int]) -> Matching:
    """The matching that a loop finds; the loop is `applicants_asking`, compiled or as it stands."""
    mine, theirs = instance.applicant_lists, instance.program_lists
    program_of = np.full(len(instance.applicants), UNMATCHED, dtype=np.intp)
    proposals = loop(
        mine.starts, mine.ranked, mine.counterpart, theirs.starts, theirs.ranked, instance.quotas, program_of
    )
    return Matching(instance, program_of, "applicant-proposing deferred acceptance", proposals)


def run_programs_asking(instance: Instance, loop: Callable[..., int]) -> Matching:
    """The matching that a loop finds; the loop is `programs_asking`, compiled or as it stands."""
    lists = instance.program_lists
    program_of = np.full(len(instance.applicants), UNMATCHED, dtype=np.intp)
    proposals = loop(lists.starts, lists.ranked, lists.counterpart, instance.quotas, program_of)
    return Matching(instance, program_of, "program-proposing deferred acceptance", proposals)


def applicants_asking(
    starts: Whole,
    ranked: Whole,
    counterpart: Whole,
    program_starts: Whole,
    applicants: Whole,
    quotas: Whole,
    program_of: Whole,
) -> int:
    """Fill `program_of` and count the proposals.

    No heap is needed: once a program is full, the last entry of its list that it holds only ever moves up. So a mark
    for each entry that is held and one place for the last of them are enough, and all moves pass each list once.
    """
    upcoming = starts[:-1].copy()
    last = program_starts[:-1].copy()
    filled = np.zeros(len(quotas), dtype=np.intp)
    held = np.zeros(len(applicants), dtype=np.bool_)
    proposals = 0
    for newcomer in range(len(program_of)):
        applicant = newcomer
        while upcoming[applicant] < starts[applicant + 1]:
            entry = upcoming[applicant]
            upcoming[applicant] = entry + 1
            proposals += 1
            program, place = ranked[entry], counterpart[entry]
            if filled[program] < quotas[program]:
                filled[program] += 1
                held[place] = True
                program_of[applicant] = program
                last[program] = max(last[program], place)
                break
            let_go = last[program]
            if place < let_go:
                held[place], held[let_go] = True, False
                program_of[applicant] = program
                while not held[last[program]]:
                    last[program] -= 1
                applicant = applicants[let_go]
                program_of[applicant] = -1
    return proposals


def programs_asking(starts: Whole, ranked: Whole, counterpart: Whole, quotas: Whole, program_of: Whole) -> int:
    """Fill `program_of` and count the proposals; a program waits in `asking` at most once."""
    upcoming = starts[:-1].copy()
    open_positions = quotas.copy()
    offer = np.full(len(program_of), len(ranked), dtype=np.intp)
    asking = np.arange(len(quotas))
    waits = np.ones(len(quotas), dtype=np.bool_)
    waiting = len(quotas)
    proposals = 0
    while waiting > 0:
        waiting -= 1
        program = asking[waiting]
        waits[program] = False
        while open_positions[program] > 0 and upcoming[program] < starts[program + 1]:
            entry = upcoming[program]
            upcoming[program] = entry + 1
            proposals += 1
            applicant, place = ranked[entry], counterpart[entry]
            if place > offer[applicant]:
                continue
            given_up = program_of[applicant]
            if given_up >= 0:
                open_positions[given_up] += 1
                if not waits[given_up]:
                    waits[given_up] = True
                    asking[waiting] = given_up
                    waiting += 1
            program_of[applicant] = program
            offer[applicant] = place
            open_positions[program] -= 1
    return proposals


@cache
def _compiled(loop: Callable[..., int]) -> Callable[..., int]:
    import numba

    compiled: Callable[..., int] = numba.njit(cache=True)(loop)
    return compiled
