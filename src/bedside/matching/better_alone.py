"""The loop that asks of everybody who moves alone whether they could do better, for Numba to compile."""

from __future__ import annotations

from bedside.matching.seats import Lists, Seats, Wishes


def mark_singles(lists: Lists, wishes: Wishes, seats: Seats, better: list[int]) -> None:
    """Mark in `better` whoever moves alone, and whom a program would take that they rank above the one they have."""
    starts, program_of, place_of = lists.starts, lists.program_of, lists.place_of
    at, opened, lasts = seats.at, seats.open, seats.last
    for applicant in range(len(wishes.unit_of)):
        end = starts[applicant + 1] if at[applicant] == -1 else at[applicant]
        for entry in range(starts[applicant], end):
            if opened[program_of[entry]] > 0 or place_of[entry] < lasts[program_of[entry]]:
                better[applicant] = 1
