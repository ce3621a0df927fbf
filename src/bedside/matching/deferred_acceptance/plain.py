"""Deferred acceptance (Gale and Shapley 1962), with either side proposing, in plain Python."""

from __future__ import annotations

from heapq import heappush, heappushpop

import numpy as np

from bedside.matching.instance import Instance
from bedside.matching.outcome.matching import UNMATCHED, Matching


def applicant_proposing(instance: Instance) -> Matching:
    """The stable matching that every applicant likes at least as much as any other stable one.

    1. Take the next applicant; they ask the first program on their list that they have not asked yet.
    2. A program with an open position holds them for now.
    3. A full program holds the ones it ranks best and lets the last of them go, who may be the newcomer.
    4. Whoever was let go asks the next program on their own list; one whose list is at its end stays unmatched.
    5. When nobody is left to ask, what is held becomes the match.
    """
    lists = instance.applicant_lists
    ranked, returned = lists.ranked.tolist(), lists.returned.tolist()
    upcoming, ends = lists.starts[:-1].tolist(), lists.starts[1:].tolist()
    quotas = instance.quotas.tolist()
    held: list[list[tuple[int, int]]] = [[] for _ in quotas]  # heaps with the one to let go first on top
    for newcomer in range(len(ends)):
        applicant = newcomer
        while (entry := upcoming[applicant]) < ends[applicant]:
            upcoming[applicant] = entry + 1
            program = ranked[entry]
            if len(held[program]) < quotas[program]:
                heappush(held[program], (-returned[entry], applicant))
                break
            _, applicant = heappushpop(held[program], (-returned[entry], applicant))
    program_of = np.full(len(ends), UNMATCHED, dtype=np.intp)
    for program, heap in enumerate(held):
        program_of[[applicant for _, applicant in heap]] = program
    proposals = sum(upcoming) - int(lists.starts[:-1].sum())
    return Matching(instance, program_of, "applicant-proposing deferred acceptance", proposals)


def program_proposing(instance: Instance) -> Matching:
    """The stable matching that every applicant likes at most as much as any other, and programs best.

    1. A program with open positions asks the first applicant on its list whom it has not asked yet.
    2. An applicant holds the best offer so far; a program whose offer is given up has an open position again.
    3. When no program has both an open position and somebody left to ask, what is held becomes the match.
    """
    lists = instance.program_lists
    ranked, returned = lists.ranked.tolist(), lists.returned.tolist()
    upcoming, ends = lists.starts[:-1].tolist(), lists.starts[1:].tolist()
    open_positions = instance.quotas.tolist()
    program_of = [UNMATCHED] * len(instance.applicants)
    rank_held = [max(returned, default=0) + 1] * len(instance.applicants)
    asking = list(range(len(ends)))
    while asking:
        program = asking.pop()
        while open_positions[program] and (entry := upcoming[program]) < ends[program]:
            upcoming[program] = entry + 1
            applicant = ranked[entry]
            if returned[entry] > rank_held[applicant]:
                continue
            if (given_up := program_of[applicant]) != UNMATCHED:
                open_positions[given_up] += 1
                asking.append(given_up)
            program_of[applicant], rank_held[applicant] = program, returned[entry]
            open_positions[program] -= 1
    proposals = sum(upcoming) - int(lists.starts[:-1].sum())
    return Matching(instance, np.array(program_of), "program-proposing deferred acceptance", proposals)
