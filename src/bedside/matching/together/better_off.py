"""The loops that ask of everybody whether they could do better, for Numba to compile.

They rest on who sits where and on the lists, and on nothing that the loop which seated them kept for itself.
"""

from __future__ import annotations

from bedside.matching.together.seats import NOWHERE, Lists, Seats, Wishes


def count_anew(lists: Lists, wishes: Wishes, seats: Seats) -> None:
    """Tell which places are `held`, how many positions are `open` and which place is `last`, from who sits where.

    All is to begin with as it is while nobody sits anywhere.
    """
    program_of, place_of, places, programs = lists.program_of, lists.place_of, wishes.places, wishes.programs
    held, opened, lasts = seats.held, seats.open, seats.last
    for entry in seats.at:
        if entry >= 0:
            program, place = program_of[entry], place_of[entry]
            held[place], opened[program] = 1, opened[program] - 1
            lasts[program] = max(lasts[program], place)
    for wish in seats.sits:
        if wish >= 0:
            for at in range(wishes.place_starts[wish], wishes.place_starts[wish + 1]):
                program, place = programs[at], places[at]
                held[place], opened[program] = 1, opened[program] - 1
                lasts[program] = max(lasts[program], place)


def mark_singles(lists: Lists, seats: Seats, better: list[int], program_of: list[int]) -> None:
    """Mark in `better` whoever moves alone, and whom a program would take that they rank above the one they have.

    Fill in `program_of` where they are.
    """
    starts, programs, places = lists.starts, lists.program_of, lists.place_of
    opened, lasts = seats.open, seats.last
    for applicant in range(len(seats.at)):
        now = seats.at[applicant]
        for entry in range(starts[applicant], starts[applicant + 1] if now == NOWHERE else now):
            if opened[programs[entry]] > 0 or places[entry] < lasts[programs[entry]]:
                better[applicant] = 1
        if now >= 0:
            program_of[applicant] = programs[now]


def mark_units(lists: Lists, wishes: Wishes, seats: Seats, wanted: list[int]) -> None:
    """Fill in `wanted` for each unit the best wish above the one it has that would be granted."""
    starts, place_starts, programs, places = wishes.starts, wishes.place_starts, wishes.programs, wishes.places
    opened, lasts = seats.open, seats.last
    for unit in range(len(seats.sits)):
        now = seats.sits[unit]
        own, own_end = (0, 0) if now == NOWHERE else (place_starts[now], place_starts[now + 1])
        for wish in range(starts[unit], starts[unit + 1] if now == NOWHERE else now):
            closed = False  # a program that is full of others, all of them ranked higher: a glance is enough
            for at in range(place_starts[wish], place_starts[wish + 1]):
                program = programs[at]
                if opened[program] <= 0 and places[at] > lasts[program]:
                    mine = own
                    while mine < own_end and programs[mine] != program:
                        mine += 1
                    closed = closed or mine == own_end
            if not closed and is_granted(lists, wishes, seats, wish, now):
                wanted[unit] = wish
                break


def is_granted(lists: Lists, wishes: Wishes, seats: Seats, wish: int, now: int) -> bool:
    """Whether every program of a wish would keep all who come to it, were those who wish it nowhere else."""
    at, end = wishes.place_starts[wish], wishes.place_starts[wish + 1]
    while at < end and would_keep(lists, wishes, seats, wish, now, wishes.programs[at]):
        at += 1
    granted: bool = at == end
    return granted


def would_keep(lists: Lists, wishes: Wishes, seats: Seats, wish: int, now: int, program: int) -> bool:
    """Whether those who come to a program, and the others it ranks above the lowest of them, are within its quota."""
    kept, lowest = 0, 0
    for at in range(wishes.place_starts[wish], wishes.place_starts[wish + 1]):
        if wishes.programs[at] == program:
            kept, lowest = kept + 1, max(lowest, wishes.places[at])
    for place in range(lists.program_starts[program], lowest):
        kept += seats.held[place]
    if now >= 0:
        for at in range(wishes.place_starts[now], wishes.place_starts[now + 1]):
            if wishes.programs[at] == program and wishes.places[at] < lowest:
                kept -= 1  # they would leave it
    within: bool = kept <= lists.quotas[program]
    return within
