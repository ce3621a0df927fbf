"""The first moves of the order done at once: one list for all of them, and never the sum of their gains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from bedside.plan.what_if.asked import Asked
from bedside.plan.what_if.costs import beyond_means
from bedside.plan.what_if.ground import Ground, mixed
from bedside.plan.what_if.results import Answer, Basis, Together
from bedside.plan.what_if.world import Turns

MOST = 3
"""So many moves at once at the most."""


def together(ground: Ground, order: Sequence[Answer], asked: Sequence[tuple[Asked, Answer]]) -> tuple[Together, ...]:
    """The first two moves of the order at once, then the first three; of two that differ in their number, the first.

    1. The world is altered by one move after the other, once for each way in which they may turn out.
    2. In each such world the best list is found again, and its chance weighed.
    3. It is held against the world altered by all that each move is held against, with the same luck on both sides.
    """
    first = {one.key: one for one in reversed(order)}
    moves = [one for one in order if first[one.key] is one]
    by_answer = {id(answer): change for change, answer in asked}
    able = [(one, turns) for one in moves if (turns := by_answer[id(one)].turns(ground)) is not None]
    return tuple(_at_once(ground, able[:count]) for count in range(2, min(len(able), MOST) + 1))


def _at_once(ground: Ground, moves: Sequence[tuple[Answer, Turns]]) -> Together:
    answers, turns = [one for one, _ in moves], [turns for _, turns in moves]
    against = ground.found(*(one.instead for one in turns))
    ways = [
        (prod(weight for weight, _ in way), ground.found(*(alters for _, alters in way)))
        for way in product(*(one.ways for one in turns))
    ]
    _, hoped = ways[0]
    match = mixed([(weight, found.match) for weight, found in ways])
    fees = ground.fees(hoped) if any(one.basis is Basis.LIST for one in answers) else 0.0
    months = [one.months or 0.0 for one in answers]
    besides = [one for one in answers if one.basis is not Basis.LIST]
    dollars = fees + sum(one.dollars or 0.0 for one in besides)
    return Together(
        keys=tuple(one.key for one in answers),
        titles=tuple(one.title for one in answers),
        before=ground.chance(against.match),
        after=ground.chance(match),
        gain=ground.gain(match, against.match),
        added_up=None if ground.leans else sum(one.gain.middle for one in answers if one.gain),
        dollars=dollars,
        dollars_from=fees + sum(_least(one) for one in besides),
        dollars_to=fees + sum(_most(one) for one in besides),
        months_from=max(months),
        months_to=sum(months),
        programs=len(hoped.applied),
        notes=tuple(_notes(ground, months, dollars)),
    )


def _notes(ground: Ground, months: Sequence[float], dollars: float) -> Iterator[str]:
    if sum(months) > max(ground.asker.months_left, max(months)):
        yield "One after the other they may take longer than is left until programs open files: do them side by side."
    yield from beyond_means(dollars, ground)


def _least(one: Answer) -> float:
    return (one.dollars or 0.0) if one.dollars_from is None else one.dollars_from


def _most(one: Answer) -> float:
    return (one.dollars or 0.0) if one.dollars_to is None else one.dollars_to
