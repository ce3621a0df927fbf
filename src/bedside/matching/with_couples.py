"""The match where couples rank pairs of programs: one after another is let in, as Roth and Peranson (1999) do."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bedside.matching.couples import Couple, Seats, Unit, seats_of, units_of
from bedside.matching.instance import Instance
from bedside.matching.matching import UNMATCHED, Matching

MOST_MOVES_EACH = 200  # per unit, on average; what goes round in a circle never ends by itself


@dataclass(frozen=True, slots=True, eq=False)
class MatchWithCouples:
    """What was found: a matching that is stable, or one that is not and says so; `blocking` names who could do better.

    With couples a stable matching need not exist, and where one exists this way need not find it.
    """

    matching: Matching
    stable: bool
    blocking: tuple[tuple[str, ...], ...]
    because: tuple[str, ...]


@dataclass(slots=True)
class _Moving:
    """The units, their seats, where each unit sits (the number of its wish), and whom each program could call back."""

    units: list[Unit]
    seats: Seats
    sits: list[int]
    waiting: deque[int]
    unit_of: dict[int, int]

    def best(self, number: int) -> int:
        """The first wish of a unit that can be had, at best the one it has; beyond the last where there is none."""
        unit, now = self.units[number], self.sits[number]
        better = (wish for wish in range(now) if self.seats.would_take(unit, unit.wishes[wish]))
        return next(better, now)

    def leave(self, number: int) -> set[int]:
        """Take a unit out of its seats; the programs it leaves."""
        unit = self.units[number]
        left = set() if self.sits[number] == len(unit.wishes) else set(unit.wishes[self.sits[number]]) - {UNMATCHED}
        for program in left:
            self.seats.held[program] -= set(unit.members)
        self.sits[number] = len(unit.wishes)
        return left

    def move(self, number: int, wish: int) -> None:
        """Seat a unit, let go whom it displaces, and have everybody looked at again who may now do better."""
        unit = self.units[number]
        opened = self.leave(number)
        self.sits[number] = wish
        for who, program in zip(unit.members, unit.wishes[wish], strict=True):
            if program != UNMATCHED:
                self.seats.held[program].add(who)
        for program in sorted(set(unit.wishes[wish]) - {UNMATCHED}):
            while len(self.seats.held[program]) > self.seats.quotas[program]:
                last = max(self.seats.held[program], key=self.seats.rank[program].__getitem__)
                opened |= self.leave(self.unit_of[last])
                self.waiting.append(self.unit_of[last])
        for program in sorted(opened):
            callers = {self.unit_of[who] for who in self.seats.rank[program]}
            self.waiting.extend(sorted(callers - set(self.waiting)))


def match_with_couples(instance: Instance, couples: Sequence[Couple]) -> MatchWithCouples:
    """A matching in which neither a single nor a couple could do better, if this way finds one.

    1. Applicants alone are let in first, one after another, then the couples. Whoever is let in takes the best wish
       whose programs would take them: both of them, for a couple, at the same program or at two.
    2. A program over its quota lets go the one it ranks last. One of a couple who is let go takes the other along.
    3. Whoever was let go is looked at again, and so is everybody on the list of a program where somebody left.
    4. When nobody is left to look at, the matching is stable. If it goes on for too long, that is said.

    The lists of the two in the instance are those of `Couple.own_lists`; a pair with a program that did not rank them
    is passed over.
    """
    units = units_of(instance, couples)
    unit_of = {who: number for number, unit in enumerate(units) for who in unit.members}
    moving = _Moving(units, seats_of(instance), [len(unit.wishes) for unit in units], deque(), unit_of)
    moves, most = 0, MOST_MOVES_EACH * len(units)
    for newcomer in range(len(units)):
        moving.waiting.append(newcomer)
        while moving.waiting and moves < most:
            number = moving.waiting.popleft()
            wish = moving.best(number)
            if wish < moving.sits[number]:
                moving.move(number, wish)
                moves += 1
    return _told(instance, moving, moves)


def blocking_units(units: Sequence[Unit], seats: Seats, sits: Sequence[int]) -> list[Unit]:
    """Every unit with a wish above the one it has whose programs would take it; looked up anew."""
    return [
        unit
        for unit, now in zip(units, sits, strict=True)
        if any(seats.would_take(unit, wish) for wish in unit.wishes[:now])
    ]


def _told(instance: Instance, moving: _Moving, moves: int) -> MatchWithCouples:
    program_of = np.full(len(instance.applicants), UNMATCHED, dtype=np.intp)
    for program, applicants in enumerate(moving.seats.held):
        program_of[sorted(applicants)] = program
    blocking = tuple(
        tuple(instance.applicants[who] for who in unit.members)
        for unit in blocking_units(moving.units, moving.seats, moving.sits)
    )
    told = (
        f"No stable matching was found in {moves} moves; there may be none. {len(blocking)} could still do better."
        if blocking
        else f"A stable matching was found in {moves} moves, and every single and couple was checked against it."
    )
    matching = Matching(instance, program_of, "sequential insertion of couples", moves)
    return MatchWithCouples(matching, not blocking, blocking, (told,))
