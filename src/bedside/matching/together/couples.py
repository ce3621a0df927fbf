"""Those whose wishes are for several positions at once: couples, and applicants with supplemental lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product

from bedside.matching.instance import Instance

Beside = Mapping[str, Sequence[str]]  # for a program of the own list, the supplemental list that goes with it
Wish = tuple[tuple[str, str], ...]  # an applicant and a program, as many as are had together


@dataclass(frozen=True, slots=True)
class Couple:
    """Two applicants and the pairs of programs they wish for, best first; None in a pair is to stay unmatched.

    `one_beside` and `other_beside` are supplemental lists of each, where there are any.
    """

    one: str
    other: str
    pairs: tuple[tuple[str | None, str | None], ...]
    one_beside: Beside = field(default_factory=dict)
    other_beside: Beside = field(default_factory=dict)

    @property
    def members(self) -> tuple[str, ...]:
        """The two."""
        return (self.one, self.other)

    @property
    def is_plain(self) -> bool:
        """Whether neither has a supplemental list."""
        return not self.one_beside and not self.other_beside

    def own_lists(self) -> dict[str, list[str]]:
        """For each of the two, the programs of the joint list by first mention: what an instance is made of."""
        supplements = {self.one: self.one_beside, self.other: self.other_beside}
        return {who: _with_supplements(at, supplements[who]) for who, at in self.without_supplements().items()}

    def without_supplements(self) -> dict[str, list[str]]:
        """For each of the two, the programs of the joint list in its order, with repetitions."""
        sides = zip(self.members, zip(*self.pairs, strict=True) if self.pairs else ((), ()), strict=True)
        return {who: [at for at in places if at] for who, places in sides}

    def wishes(self) -> Iterator[Wish]:
        """The pairs, best first; each with its supplemental programs before the same pair without them."""
        for one, other in self.pairs:
            sides = [(self.one, one, self.one_beside), (self.other, other, self.other_beside)]
            by_name = sorted(sides, key=lambda side: side[0])  # who is named first plays no part
            yield from (first + second for first, second in product(*(_with(*side) for side in by_name)))


@dataclass(frozen=True, slots=True)
class WithSupplement:
    """An applicant who wishes for a second program beside some of their own list.

    In the NRMP's match that is a first year beside an advanced position. `own_list` decides alone: the supplemental
    list that stands `beside` a program is looked at only while the applicant holds that program.
    """

    applicant: str
    own_list: tuple[str, ...]
    beside: Beside

    @property
    def members(self) -> tuple[str, ...]:
        """The applicant."""
        return (self.applicant,)

    def own_lists(self) -> dict[str, list[str]]:
        """The applicant's programs, first their own list, then the supplemental ones: what an instance is made of."""
        return {self.applicant: _with_supplements(self.own_list, self.beside)}

    def without_supplements(self) -> dict[str, list[str]]:
        """The applicant's own list."""
        return {self.applicant: list(self.own_list)}

    def wishes(self) -> Iterator[Wish]:
        """The programs of the own list, best first; each with its supplemental programs before it alone."""
        for program in self.own_list:
            yield from _with(self.applicant, program, self.beside)


Together = Couple | WithSupplement


def _with(who: str, program: str | None, beside: Beside) -> list[Wish]:
    """A program with each of its supplemental ones, best first, then alone."""
    if program is None:
        return [()]
    return [*(((who, program), (who, supplemental)) for supplemental in beside.get(program, ())), ((who, program),)]


def _with_supplements(programs: Sequence[str], beside: Beside) -> list[str]:
    supplements = (one for program in dict.fromkeys(programs) for one in beside.get(program, ()))
    return list(dict.fromkeys((*programs, *supplements)))


def mistakes_in(instance: Instance, units: Sequence[Together]) -> Iterator[str]:
    """Everything that is wrong with couples and supplemental lists, in sentences."""
    times = Counter(who for unit in units for who in unit.members)
    for who, count in times.items():
        if count > 1:
            yield (
                f"{who} stands in {count} places among the couples and supplemental lists. Each applicant can be one of"
                " one couple only, which carries the supplemental lists of both."
            )
        if who not in instance.applicant_positions:
            yield f"{who} has a joint or supplemental list, and is not among the applicants. Correct or add the name."
    for unit in units:
        if isinstance(unit, Couple):
            yield from _in_pairs(instance, unit)
            yield from _in_supplements(instance, unit.one, (one for one, _ in unit.pairs), unit.one_beside)
            yield from _in_supplements(instance, unit.other, (other for _, other in unit.pairs), unit.other_beside)
        else:
            yield from _in_own_list(instance, unit)
            yield from _in_supplements(instance, unit.applicant, unit.own_list, unit.beside)


def _in_pairs(instance: Instance, couple: Couple) -> Iterator[str]:
    if couple.one == couple.other:
        yield f"{couple.one} is named as both of a couple. Name two applicants."
    if (None, None) in couple.pairs[:-1]:
        yield nowhere_above(couple.one, couple.other)
    named = set(chain.from_iterable(couple.pairs)) - {None}
    if len(set(couple.pairs)) == len(couple.pairs) and instance.program_positions.keys() >= named:
        return
    seen = set()
    for number, pair in enumerate(couple.pairs, start=1):
        place = f"The list of {couple.one} and {couple.other}, rank {number}"
        for at in pair:
            if at is not None and at not in instance.program_positions:
                yield f"{place}: there is no program {at}. Correct the name, or add it."
        if pair in seen:
            yield f"{place}: the same pair stands higher on the list. Leave one of the two out."
        seen.add(pair)


def nowhere_above(one: str, other: str) -> str:
    """The sentence where a couple would rather have no position at all than a pair that it ranks."""
    return (
        f"{one} and {other} rank no position for either above other pairs, which they would then never have. Leave out"
        " that line, or those below it."
    )


def _in_own_list(instance: Instance, unit: WithSupplement) -> Iterator[str]:
    yield from _in_list(instance, f"The list of {unit.applicant}", unit.own_list)


def _in_supplements(instance: Instance, who: str, own: Iterable[str | None], beside: Beside) -> Iterator[str]:
    own = set(own) if beside else set()
    for program, listed in beside.items():
        place = f"The supplemental list of {who} beside {program}"
        if program not in own:
            yield f"{place}: {program} is not on their own list. Add it there, or leave the supplemental list out."
        if program in listed:
            yield f"{place}: {program} stands beside itself. Leave it out of the supplemental list."
        yield from _in_list(instance, place, listed)


def _in_list(instance: Instance, place: str, listed: Sequence[str]) -> Iterator[str]:
    seen = set()
    for number, at in enumerate(listed, start=1):
        if at not in instance.program_positions:
            yield f"{place}, rank {number}: there is no program {at}. Correct the name, or add it."
        if at in seen:
            yield f"{place}, rank {number}: {at} stands higher on the list. Leave one of the two out."
        seen.add(at)
