"""Reversion: positions that a program could not fill go on to another one, and the match is run again with them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
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
    sentences = tuple(_mistakes(instance, reversions))
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
        quotas = instance.quotas.copy()
        for one in given:
            quotas[instance.program_positions[one.donor]] -= one.positions
            quotas[instance.program_positions[one.receiver]] += one.positions
        instance = replace(instance, quotas=quotas)
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


def _mistakes(instance: Instance, reversions: Sequence[Reversion]) -> Iterator[str]:
    for one in reversions:
        place = f"The reversion from {one.donor} to {one.receiver}"
        for name in (one.donor, one.receiver):
            if name not in instance.program_positions:
                yield f"{place}: there is no program {name}. Correct the name, or leave the reversion out."
        if one.most is not None and one.most < 1:
            yield f"{place}: it moves {one.most} positions at most. Write at least 1, or nothing for all of them."
        quota = instance.quotas[instance.program_positions[one.donor]] if one.donor in instance.programs else None
        if quota is not None and one.most is not None and one.most > quota:
            yield f"{place}: it moves {one.most} positions, and {one.donor} has {quota}. Write at most {quota}."
    for (donor, turn), count in Counter((one.donor, one.turn) for one in reversions).items():
        if count > 1:
            yield f"{donor} has {count} reversions with turn {turn}. Give each a turn of its own: 1 goes first."
    for (donor, receiver), count in Counter((one.donor, one.receiver) for one in reversions).items():
        if count > 1:
            yield f"{donor} reverts to {receiver} {count} times. Leave one of them."
    circle = _circle(reversions)
    if circle:
        yield f"Positions would go round in a circle: {' to '.join(circle)}. Leave one of these reversions out."


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
