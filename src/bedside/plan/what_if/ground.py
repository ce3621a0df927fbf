"""What every change starts from: the dossier, the world as it is, the best list in it, and how a chance is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.odds.chances import Applicant
from bedside.odds.odds import estimate
from bedside.odds.paired import difference, weighed
from bedside.odds.results import Estimate
from bedside.plan.what_if.results import Answer, Basis
from bedside.plan.what_if.world import Alters, ByDraw, Found, World, best, kept_or_best
from bedside.programs.directory import Directory
from bedside.programs.eligibility.asker import Asker
from bedside.programs.field import Value
from bedside.programs.program import Listed
from bedside.programs.search import Search

OPENED = ("effects.visa-sponsored.neurology", "effects.visa-not-sponsored.neurology")
"""What a limit that is not met does, as it was counted once: what opening one gains rests on this."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """`evidence` holds the applicant's own readings; `leans` says that the odds of the list as it is lean on weak
    evidence, so that every chance and gain has to hold both ways of counting.

    `beside` is by how much the odds of the list as it is, by draw, are above its chance without luck. It is added to
    every chance, so that the chance before is the one the odds tell, and a chance after lies the gain above it.
    """

    dossier: Dossier
    directory: Directory
    evidence: Evidence
    as_of: date
    world: World
    base: Found
    beside: ByDraw
    leans: bool
    search: Search | None

    @property
    def applicant(self) -> Applicant:
        """The applicant as things stand."""
        return self.world.applicant

    @property
    def asker(self) -> Asker:
        """The applicant as programs see them, as things stand."""
        return self.world.applicant.asker

    def chance(self, match: ByDraw) -> Estimate:
        """A chance of a match beside the one that the odds tell for the list as it is."""
        counted = estimate(match.counted + self.beside.counted)
        without_weak = estimate(match.without_weak + self.beside.without_weak)
        return counted.joined(without_weak) if self.leans else counted

    def gain(self, after: ByDraw, before: ByDraw) -> Estimate:
        """What a change gains, paired by draw."""
        counted = difference(after.counted, before.counted)
        return counted.joined(difference(after.without_weak, before.without_weak)) if self.leans else counted

    @property
    def before(self) -> Estimate:
        """The chance as things stand."""
        return self.chance(self.base.match)

    def found(self, *alters: Alters) -> Found:
        """The list in the world that differs so, one after the other.

        Chosen anew where the limits of the list or the programs differ, or a limit of a program moves; then the list
        as it is remains one of the choices, but where a mix asks for another number of programs.
        """
        world = self.world
        for alter in alters:
            world = alter(world)
        if world is self.world:
            return self.base
        if world.wanted == self.world.wanted and _keys(world) == _keys(self.world):
            return kept_or_best(world, self.base)
        recounted = world.wanted.mix is not None and world.wanted.count != self.world.wanted.count
        return best(world, None if recounted else self.base)

    def told(self, answer: Answer, found: Found, match: ByDraw | None = None, against: Found | None = None) -> Answer:
        """An answer with its chance before and after, its gain, and how long the list is.

        `match` is the chance after where it is not simply that of the list, and `against` what is held beside it, else
        the list as it is. What no figure measures gains nothing.
        """
        after, before = found.match if match is None else match, (against or self.base).match
        return replace(
            answer,
            before=self.chance(before),
            after=self.chance(after),
            gain=None if answer.basis is Basis.UNMEASURED else self.gain(after, before),
            programs=len(found.applied),
        )

    def fees(self, found: Found, against: Found | None = None) -> float:
        """What a list costs beside another, else beside the list as it is."""
        return max(0.0, found.dollars - (against or self.base).dollars)

    def opened_by(self, found: Found) -> tuple[str, ...]:
        """The programs that a limit turns down as things stand and no longer then, by key and in order."""
        return tuple(sorted(self.base.refused - found.refused))

    @property
    def nothing(self) -> ByDraw:
        """No chance at all, as one of several things that may happen."""
        return ByDraw(-self.beside.counted, -self.beside.without_weak)

    @property
    def is_under_way(self) -> bool:
        """Whether programs have opened the files of this season already."""
        return self.as_of >= self.asker.files_opened


def _keys(world: World) -> list[str]:
    return [one.key for one in world.programs]


def mixed(parts: Sequence[tuple[float, ByDraw]]) -> ByDraw:
    """Where one of several things happens, each with its weight."""
    return ByDraw(
        weighed([(weight, one.counted) for weight, one in parts]),
        weighed([(weight, one.without_weak) for weight, one in parts]),
    )


def with_value(listed: Listed, field: str, value: Value | None) -> Listed:
    """The program with one value that no source contradicts; None takes the claim away."""
    values = {key: told for key, told in listed.values.items() if key != field}
    return replace(
        listed,
        values=values if value is None else {**values, field: value},
        rivals={key: told for key, told in listed.rivals.items() if key != field},
        disagreeing=listed.disagreeing - {field},
        unsure=listed.unsure - {field},
    )


def changed(
    programs: Sequence[Listed], applies: Callable[[Listed], bool], field: str, value: Value | None
) -> tuple[Listed, ...]:
    """The programs, with a value changed in those it applies to."""
    return tuple(with_value(one, field, value) if applies(one) else one for one in programs)
