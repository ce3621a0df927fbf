"""A world: one applicant, programs to choose from and what the applicant sets; and the best list in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bedside.evidence.library import Evidence
from bedside.odds.chances import Applicant, Chances, Grid, chances
from bedside.odds.invitations import Shares
from bedside.odds.numbers import Numbers
from bedside.odds.odds import BothWays, both_ways, match_by_draw
from bedside.odds.results import Odds
from bedside.odds.signals import Signal
from bedside.programs.program import Listed
from bedside.targeting.portfolio.solving import LIVE
from bedside.targeting.program_list.prepared import Prepared, prepared_list
from bedside.targeting.program_list.problem import Wanted
from bedside.targeting.program_list.sentences import check, notes_of
from bedside.targeting.program_list.wishes import applied_of, within_wishes
from bedside.targeting.program_list.without_luck import without_luck

_COARSE = Grid(1, 1, 1)
"""Enough to learn which programs have a limit that is not met."""


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """What one change alters and everything else keeps.

    `ready` is what does not depend on the limits, where it is made already: for this applicant and these programs.
    """

    applicant: Applicant
    programs: tuple[Listed, ...]
    wanted: Wanted
    evidence: Evidence
    shares: Shares
    ready: Prepared | None = None

    def made_ready(self) -> World:
        """The same world with everything made ready that does not depend on the limits."""
        if self.ready is not None:
            return self
        ready = prepared_list(self.applicant, self.programs, (), self.evidence, shares=self.shares)
        return replace(self, ready=ready)

    def of(self, applicant: Applicant) -> World:
        """The same world for another applicant."""
        return replace(self, applicant=applicant, ready=None)

    def seen_with(self, **changed: Any) -> World:
        """The same world with something changed in how programs see the applicant."""
        return self.of(replace(self.applicant, asker=replace(self.applicant.asker, **changed)))

    def among(self, programs: tuple[Listed, ...]) -> World:
        """The same world with other programs to choose from."""
        return replace(self, programs=programs, ready=None)

    def within(self, **limits: Any) -> World:
        """The same world with other limits."""
        return replace(self, wanted=replace(self.wanted, **limits))


Alters = Callable[[World], World]
"""What differs with a change: the world with it, from the one without."""


def as_it_stands(world: World) -> World:
    """What differs where nothing does."""
    return world


@dataclass(frozen=True, slots=True, eq=False)
class Turns:
    """The ways in which a change may turn out, each with its weight, beside what they are held against."""

    ways: tuple[tuple[float, Alters], ...]
    instead: Alters = as_it_stands


def surely(alters: Alters) -> Turns:
    """A change that can turn out in one way only, held against the world as it stands."""
    return Turns(((1.0, alters),))


@dataclass(frozen=True, slots=True, eq=False)
class ByDraw:
    """The chance of a match by draw of the estimates, with every effect and without those of weak evidence."""

    counted: Numbers
    without_weak: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The best list of a world: the signal of each program by key, its fees, and its chance by draw.

    `chances` are those of the programs on the list, without the luck that a program of no known rate has in the draws:
    an exchange of one such program for another gains nothing. `refused` are the keys of all candidates with a limit
    that is not met.
    """

    applied: Mapping[str, Signal]
    dollars: float
    chances: BothWays
    match: ByDraw
    refused: frozenset[str]
    notes: tuple[str, ...]


def as_it_is(world: World) -> Found:
    """The best list of the world as it is; raises PortfolioMistake for wishes that cannot be read."""
    ready = _ready(world)
    check(world.wanted, ready)
    found = _solved(world, ready)
    return replace(found, notes=(*found.notes, *notes_of(ready, world.wanted)))


def odds_of(world: World, found: Found) -> Odds:
    """The odds of a list as their own page tells them."""
    return _ready(world).odds_of(found.applied)


def beside_of(world: World, found: Found) -> ByDraw:
    """By draw, how far the odds of a list are above its chance without luck."""
    both = _ready(world).both
    counted, without_weak = (match_by_draw(one.among(sorted(found.applied)), found.applied) for one in _pair(both))
    return ByDraw(counted - found.match.counted, without_weak - found.match.without_weak)


def _pair(both: BothWays) -> tuple[Chances, Chances]:
    return both.counted, both.without_weak


def without_signals(world: World) -> Found:
    """The best list of a world in which no signal is sent."""
    ready = _ready(world)
    limits = ready.problem.limits
    none = replace(limits, signals=tuple(replace(one, at_most=0) for one in limits.signals))
    return _solved(world, replace(ready, problem=replace(ready.problem, limits=none)))


def best(world: World, at_least: Found | None = None) -> Found:
    """The best list of a world, found the quick way of a live control and told on the full grid of the odds.

    `at_least` is a list that keeps to the limits of this world too. Where the search finds none that is better, it is
    the answer, so that what only opens doors never seems to close one. Where specialties are preferred, the best list
    is not the one with the highest chance, and the search decides alone.
    """
    ready = _ready(world)
    found = _solved(world, ready)
    if at_least is None or world.wanted.preferences:
        return found
    kept = told(ready.both, at_least.applied, at_least.dollars, found.refused, found.notes)
    return _better(found, kept)


def kept_or_best(world: World, base: Found) -> Found:
    """The same list where no limit opens or closes anything, for then nothing else asks for another; or the best one.

    So a change that helps with every program alike is told for the very list it is held against.
    """
    refused = _refused(chances(world.applicant, world.programs, world.evidence, _COARSE, shares=world.shares))
    listed = [one for one in world.programs if one.key in base.applied]
    both = both_ways(world.applicant, listed, world.evidence, shares=world.shares)
    kept = told(both, base.applied, base.dollars, refused, base.notes)
    if refused == base.refused:
        return kept
    found = _solved(world, _ready(world))
    return found if world.wanted.preferences else _better(found, kept)


def _better(found: Found, kept: Found) -> Found:
    """The list with the higher chance; whichever is better without weak evidence tells what is left without it."""
    best_one = found if mean(found) > mean(kept) else kept
    left = max((found, kept), key=lambda one: float(one.match.without_weak.mean())).match.without_weak
    return replace(best_one, match=ByDraw(best_one.match.counted, left))


def _ready(world: World) -> Prepared:
    ready = world.made_ready().ready
    assert ready is not None  # made just now
    return ready


def _solved(world: World, ready: Prepared) -> Found:
    within = within_wishes(ready, world.wanted, LIVE)
    answer, refused = within.answer, _refused(ready.both.counted)
    return told(ready.both, applied_of(ready, answer.chosen), answer.dollars, refused, (*answer.notes, *within.notes))


def _refused(found: Chances) -> frozenset[str]:
    return frozenset(key for key, no in zip(found.keys, found.is_refused, strict=True) if no)


def told(
    both: BothWays, applied: Mapping[str, Signal], dollars: float, refused: frozenset[str], notes: tuple[str, ...]
) -> Found:
    """One list with its chances by draw."""
    keys = sorted(applied)
    here = both.each(lambda one: without_luck(one.among(keys)))
    match = ByDraw(match_by_draw(here.counted, applied), match_by_draw(here.without_weak, applied))
    return Found(applied, dollars, here, match, refused, notes)


def mean(found: Found) -> float:
    """The chance of a match through a list, averaged over the draws."""
    return float(found.match.counted.mean())
