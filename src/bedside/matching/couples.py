"""Couples, who rank pairs of programs together, and what is wrong with a match that has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bedside.matching.instance import Instance
from bedside.matching.matching import UNMATCHED
from bedside.matching.mistakes import MatchingMistake

NOWHERE = (UNMATCHED, UNMATCHED)


@dataclass(frozen=True, slots=True)
class Couple:
    """Two applicants and the pairs of programs they wish for, best first; None in a pair is to stay unmatched."""

    one: str
    other: str
    pairs: tuple[tuple[str | None, str | None], ...]

    def own_lists(self) -> dict[str, list[str]]:
        """For each of the two, the programs of the joint list by first mention: what an instance is made of."""
        sides = zip((self.one, self.other), zip(*self.pairs, strict=True) if self.pairs else ((), ()), strict=True)
        return {who: list(dict.fromkeys(at for at in places if at is not None)) for who, places in sides}


@dataclass(frozen=True, slots=True)
class Unit:
    """Who moves together, one applicant or two, and their wishes by position: a tuple of programs for each wish."""

    members: tuple[int, ...]
    wishes: tuple[tuple[int, ...], ...]


@dataclass(slots=True)
class Seats:
    """Who sits where for now: per program its applicants, and each program's rank of every applicant it ranks."""

    rank: list[dict[int, int]]
    quotas: list[int]
    held: list[set[int]]

    def would_take(self, unit: Unit, wish: tuple[int, ...]) -> bool:
        """Whether every program of a wish takes its new ones, the unit having left wherever it sits."""
        for program in set(wish) - {UNMATCHED}:
            coming = [who for who, at in zip(unit.members, wish, strict=True) if at == program]
            ranks = self.rank[program]
            if any(who not in ranks for who in coming):
                return False
            last = max(ranks[who] for who in coming)
            above = sum(1 for who in self.held[program] if who not in unit.members and ranks[who] < last)
            if above + len(coming) > self.quotas[program]:
                return False
        return True


def seats_of(instance: Instance) -> Seats:
    """Empty seats for an instance."""
    lists = instance.program_lists
    rank: list[dict[int, int]] = [{} for _ in instance.programs]
    for program, applicant, place in zip(
        lists.ranker.tolist(), lists.ranked.tolist(), lists.rank.tolist(), strict=True
    ):
        rank[program][applicant] = place
    return Seats(rank, instance.quotas.tolist(), [set() for _ in instance.programs])


def units_of(instance: Instance, couples: Sequence[Couple]) -> list[Unit]:
    """Singles in the order of the instance, then couples by name; raises MatchingMistake with all that is wrong."""
    sentences = tuple(_mistakes(instance, couples))
    if sentences:
        raise MatchingMistake(sentences)
    applicants = {name: at for at, name in enumerate(instance.applicants)}
    programs: dict[str | None, int] = {name: at for at, name in enumerate(instance.programs)}
    programs[None] = UNMATCHED
    paired = {applicants[who] for couple in couples for who in (couple.one, couple.other)}
    starts, ranked = instance.applicant_lists.starts.tolist(), instance.applicant_lists.ranked.tolist()
    singles = [
        Unit((who,), tuple((at,) for at in ranked[starts[who] : starts[who + 1]]))
        for who in range(len(applicants))
        if who not in paired
    ]
    return singles + [
        Unit(
            (applicants[couple.one], applicants[couple.other]),
            tuple((programs[one], programs[other]) for one, other in couple.pairs if (one, other) != (None, None)),
        )
        for couple in sorted(couples, key=lambda couple: sorted((couple.one, couple.other)))
    ]


def _mistakes(instance: Instance, couples: Sequence[Couple]) -> Iterator[str]:
    known, places = set(instance.applicants), set(instance.programs)
    times = Counter(who for couple in couples for who in (couple.one, couple.other))
    for who, count in times.items():
        if count > 1:
            yield f"{who} stands in {count} places among the couples. Each applicant can be one of one couple only."
        if who not in known:
            yield f"{who} is one of a couple, and there is no such applicant. Correct the name, or add it."
    for couple in couples:
        for number, pair in enumerate(couple.pairs, start=1):
            place = f"The list of {couple.one} and {couple.other}, rank {number}"
            for at in pair:
                if at is not None and at not in places:
                    yield f"{place}: there is no program {at}. Correct the name, or add it."
            if pair in couple.pairs[: number - 1]:
                yield f"{place}: the same pair stands higher on the list. Leave one of the two out."
