"""Reversion: positions that a program could not fill go on to another one, and the match is run again with them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

import numpy as np

from bedside.matching.instance import Instance
from bedside.matching.lists import Whole
from bedside.matching.mistakes import MatchingMistake

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Reversion:
    """What a donor could not fill goes to a receiver, `most` positions at most, all of them where None.

    A donor may have several receivers; `turn` says who comes first.
    """

    donor: str
    receiver: str
    most: int | None = None
    turn: int = 1


@dataclass(frozen=True, slots=True)
class Reverted:
    """Positions that went from one program to another after a round of the match, the first round being 1."""

    donor: str
    receiver: str
    positions: int
    round: int


@dataclass(frozen=True, slots=True, eq=False)
class WithReversion(Generic[Answer]):
    """The answer of the last round, the instance with the quotas of then, and every move of positions."""

    answer: Answer
    instance: Instance
    moved: tuple[Reverted, ...]
    rounds: int


def match_with_reversion(
    instance: Instance,
    reversions: Sequence[Reversion],
    solve: Callable[[Instance], Answer],
    filled: Callable[[Answer], Whole],
) -> WithReversion[Answer]:
    """The match with reversions; `solve` finds an answer for an instance, `filled` counts its positions per program.

    1. The match is run. A donor that could not fill its quota gives what is open to its receivers, by their turns.
    2. The match is run again with the quotas of now, until no donor has anything left to give.

    A position never comes back, and without couples none is missed: a donor had room for everybody it ranked, and
    more positions elsewhere make nobody worse off, so nobody comes to it later. Raises MatchingMistake with everything
    that is wrong with the reversions.
    """
    quotas = dict(zip(instance.programs, instance.quotas.tolist(), strict=True))
    sentences = tuple(sentence for _, sentence in mistakes_in(quotas, reversions))
    if sentences:
        raise MatchingMistake(sentences)
    in_turn = sorted(reversions, key=lambda one: (one.donor, one.turn))
    left = {one: int(instance.quotas.sum()) if one.most is None else one.most for one in in_turn}
    moved = list[Reverted]()
    rounds = 1
    while True:
        answer = solve(instance)
        opened = instance.quotas - filled(answer)
        given = list(_given(instance, in_turn, left, opened, rounds))
        if not given:
            return WithReversion(answer, instance, tuple(moved), rounds)
        now = instance.quotas.copy()
        for one in given:
            now[instance.program_positions[one.donor]] -= one.positions
            now[instance.program_positions[one.receiver]] += one.positions
        instance = replace(instance, quotas=now)
        moved += given
        rounds += 1


def _given(
    instance: Instance, in_turn: Sequence[Reversion], left: dict[Reversion, int], opened: Whole, rounds: int
) -> Iterator[Reverted]:
    """What goes where after a round; `left` is what each reversion may still move, and is written anew."""
    still = np.maximum(opened, 0)
    for one in in_turn:
        at = instance.program_positions[one.donor]
        positions = min(int(still[at]), left[one])
        if positions:
            still[at] -= positions
            left[one] -= positions
            yield Reverted(one.donor, one.receiver, positions, rounds)


def mistakes_in(quotas: Mapping[str, int], reversions: Sequence[Reversion]) -> Iterator[tuple[int, str]]:
    """What is wrong with reversions between programs with these quotas: by number, which one, and a sentence."""
    for number, one in enumerate(reversions):
        place = f"The reversion from {one.donor} to {one.receiver}"
        for name in (one.donor, one.receiver):
            if name not in quotas:
                yield number, f"{place}: there is no program {name}. Correct the name, or leave the reversion out."
        if one.donor == one.receiver:
            yield (
                number,
                f"{place}: a program cannot revert to itself. Name another receiver, or leave the reversion out.",
            )
        if one.most is not None and one.most < 1:
            yield number, f"{place}: it moves {one.most} positions at most. Write at least 1, or nothing for all."
        quota = quotas.get(one.donor)
        if quota is not None and one.most is not None and one.most > quota:
            told = f"it moves {one.most} positions, and {one.donor} has {quota}. Write at most {quota}."
            yield number, f"{place}: {told}"
    turns = [(one.donor, one.turn) for one in reversions]
    for number, times in _repeated(turns):
        donor, turn = turns[number]
        yield number, f"{donor} has {times} reversions with turn {turn}. Give each a turn of its own: 1 goes first."
    ways = [(one.donor, one.receiver) for one in reversions]
    for number, times in _repeated(ways):
        donor, receiver = ways[number]
        yield number, f"{donor} reverts to {receiver} {times} times. Leave one of them."
    circle = _circle([one for one in reversions if one.donor != one.receiver])
    if circle:
        told = f"Positions would go round in a circle: {' to '.join(circle)}. Leave one of these reversions out."
        yield ways.index((circle[0], circle[1])), told


def _repeated(keys: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """For each key that stands several times, where it stands last, and how many times."""
    last = {key: number for number, key in enumerate(keys)}
    return ((last[key], times) for key, times in Counter(keys).items() if times > 1)


def _circle(reversions: Sequence[Reversion]) -> tuple[str, ...]:
    """Programs that give to each other in a circle, the first one again at the end; empty where there is none."""
    receivers = defaultdict(list)
    for one in reversions:
        receivers[one.donor].append(one.receiver)
    done = set[str]()
    for start in sorted(receivers):
        trail, stack = list[str](), [(start, 0)]
        while stack:
            program, depth = stack.pop()
            trail[depth:] = [program]
            if program in trail[:depth]:
                return tuple(trail[trail.index(program) :])
            if program not in done:
                stack += [(one, depth + 1) for one in receivers.get(program, ())]
        done.update(trail)
    return ()
