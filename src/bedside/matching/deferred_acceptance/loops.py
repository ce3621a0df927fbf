"""Deferred acceptance as loops over arrays, written so that Numba can compile them: the answers of the plain path."""

from __future__ import annotations

from bedside.matching.lists import Whole


def applicants_asking(
    starts: Whole, entries: Whole, applicants: Whole, upcoming: Whole, state: Whole, held: Whole, program_of: Whole
) -> None:
    """Fill `program_of` for the applicants of a layout.

    `upcoming` is where each goes on in their list, `state` as in the layout, `held` a mark for each place on a program
    list; all three are left as they are in the end. No heap is needed: once a program is full, the last place that it
    holds only ever moves up. So all moves of it pass each list once.
    """
    for newcomer in range(len(upcoming)):
        applicant = newcomer
        entry, end = upcoming[applicant], starts[applicant + 1]
        while entry < end:
            program, place = entries[entry, 0], entries[entry, 1]
            entry += 1
            last = state[program, 1]
            if state[program, 0] > 0:
                state[program, 0] -= 1
                state[program, 1] = max(last, place)
                held[place] = 1
                upcoming[applicant], program_of[applicant] = entry, program
                break
            if place < last:
                held[place], held[last] = 1, 0
                upcoming[applicant], program_of[applicant] = entry, program
                applicant = applicants[last]
                entry, end = upcoming[applicant], starts[applicant + 1]
                program_of[applicant] = -1
                while held[last] == 0:
                    last -= 1
                state[program, 1] = last
        upcoming[applicant] = entry


def programs_asking(
    starts: Whole,
    ranked: Whole,
    counterpart: Whole,
    upcoming: Whole,
    asking: Whole,
    open_positions: Whole,
    offer: Whole,
    program_of: Whole,
) -> int:
    """Fill `program_of` and count the proposals.

    `upcoming` is where each program goes on in its list, `asking` a line with every program in it, and `offer` the
    place that each applicant gave to what they hold, beyond any for nothing; they are left as they are in the end.
    Whoever is in the line has an open position, or nothing to do: so a program comes into it when its first one opens.
    """
    waiting, proposals = len(asking), 0
    while waiting > 0:
        waiting -= 1
        program = asking[waiting]
        while open_positions[program] > 0 and upcoming[program] < starts[program + 1]:
            entry = upcoming[program]
            upcoming[program] = entry + 1
            proposals += 1
            applicant, place = ranked[entry], counterpart[entry]
            if place > offer[applicant]:
                continue
            given_up = program_of[applicant]
            if given_up >= 0:
                if open_positions[given_up] == 0:
                    asking[waiting] = given_up
                    waiting += 1
                open_positions[given_up] += 1
            program_of[applicant] = program
            offer[applicant] = place
            open_positions[program] -= 1
    return proposals
