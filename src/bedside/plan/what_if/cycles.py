"""The seasons a stop contract allows: their chance together, and their money."""

from __future__ import annotations

from dataclasses import replace
from math import prod

from bedside.evidence.reason import from_dossier
from bedside.odds.paired import over_seasons
from bedside.plan.chances.as_programs_see_you import as_programs_see_you
from bedside.plan.decision.cycles import cycles_since
from bedside.plan.decision.stop_contract import Terms, binding_cycles, is_done, stop_contract, terms_on
from bedside.plan.situation import Situation
from bedside.plan.what_if.costs import of_a_season
from bedside.plan.what_if.ground import Ground
from bedside.plan.what_if.results import OverCycles, Season
from bedside.plan.what_if.world import ByDraw, Found
from bedside.standing.results import Fires
from bedside.standing.standing import stand

NO_CONTRACT = (
    "Your file has no stop contract, so there is no number of seasons to add up. Write one, and the chance and the "
    "money over what it allows stand here."
)
_MOST_SEASONS = 5


def over_cycles(ground: Ground) -> tuple[OverCycles | None, str]:
    """The chance and the money over what the contract allows; without one, or where it allows none, a sentence.

    1. The seasons left: those the contract (or the decision, where it allows fewer) leaves, up to its last Match.
    2. Each later season has a year more since graduation and its own best list, within the same limits.
    3. Together they are one applicant's: how the file is read stays what it is, so a second season adds less than the
       first one told. What applying again does by itself is not measured.
    """
    situation = _situation(ground)
    terms, _ = terms_on(ground.dossier, ground.as_of, situation.evidence)
    if is_done(situation):
        return None, "You decided to be done with applying, so there are no seasons to add up."
    if terms is None or ground.dossier.stop_contract is None:
        return None, NO_CONTRACT
    if stop_contract(situation).stop_reached is Fires.YES:
        return None, "Your stop contract is reached, so there are no seasons to add up."
    years = _years(ground, situation, terms)
    if not years:
        return None, f"Your stop contract allows no season from the Match of {ground.applicant.season} on."
    if not ground.base.applied:
        return None, "Without a list there is no chance to add up."
    return _together(ground, years, terms), ""


def _together(ground: Ground, years: range, terms: Terms) -> OverCycles:
    found = [_in_season(ground, year) for year in years]
    match = ByDraw(
        over_seasons([(one.chances.counted, one.applied) for one in found]),
        over_seasons([(one.chances.without_weak, one.applied) for one in found]),
    )
    priced = [
        of_a_season(year, set(one.chances.counted.specialties), ground.evidence)
        for year, one in zip(years, found, strict=True)
    ]
    seasons = tuple(
        Season(year, ground.chance(one.match) if one.applied else None, one.dollars + fixed)
        for year, one, (fixed, _) in zip(years, found, priced, strict=True)
    )
    contract = ground.dossier.stop_contract
    is_signed = contract is not None and contract.signed is not None
    says = (
        f"Your stop contract{'' if is_signed else ', not signed yet'}: {terms.cycles} in all, none after the Match of "
        f"{terms.year}."
    )
    return OverCycles(
        seasons=seasons,
        chance=ground.chance(match),
        independent=1 - prod(1 - ground.chance(one.match).middle for one in found),
        dollars=sum(one.dollars for one in seasons),
        because=tuple(dict.fromkeys((from_dossier("stop_contract", says), *(one for _, why in priced for one in why)))),
    )


def _in_season(ground: Ground, year: int) -> Found:
    """The best list of a later season, with as many years more."""
    later = year - ground.applicant.season
    if not later:
        return ground.base
    asker = as_programs_see_you(ground.dossier, ground.as_of, ground.evidence, seasons_later=later)
    then = replace(ground.applicant, asker=asker, season=year)
    return ground.found(lambda world: world.of(then))


def _years(ground: Ground, situation: Situation, terms: Terms) -> range:
    """The Matches left, this season's the first; one that is submitted already is still among them."""
    contract = ground.dossier.stop_contract
    signed = contract.signed if contract else None
    used = len(cycles_since(situation, signed)) if signed and signed <= ground.as_of else 0
    left = binding_cycles(situation, terms) - used + (situation.submitted is not None and used > 0)
    first = ground.applicant.season
    return range(first, min(first + min(left, _MOST_SEASONS), terms.year + 1))


def _situation(ground: Ground) -> Situation:
    standing = stand(ground.dossier, ground.as_of, ground.evidence)
    return Situation(ground.dossier, standing, ground.as_of, ground.evidence)
