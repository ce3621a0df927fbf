"""Waiting a season: what a year more costs by the limits of programs, and by what goes with years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bedside.odds.chances import Applicant, chances
from bedside.odds.odds import match_by_draw
from bedside.odds.results import Estimate
from bedside.plan.chances.as_programs_see_you import as_programs_see_you
from bedside.plan.what_if.ground import Ground
from bedside.plan.what_if.results import Answer, Basis
from bedside.plan.what_if.wording import programs
from bedside.plan.what_if.world import Found
from bedside.programs.eligibility.waiting import if_you_wait
from bedside.programs.program import Listed
from bedside.standing.status_gates import NO_WORK_LIMIT
from bedside.targeting.program_list.without_luck import without_luck

MONTHS_A_SEASON = 12
YEARS = "years"
"""The effect of years since medical school, as the odds call it."""

_YEARS = ("effects.years-since.crowd", "effects.years-since.crowd-until")


def wait(ground: Ground, amount: float | None) -> Answer | str:
    """The next season instead of this one, with the file as it is: what the year costs by itself.

    1. By rule: programs whose limit on years since graduation is passed by then.
    2. By association: one year more, as far as studies reach.
    What the year could be used for is not in it; the other changes say what each of them would add.
    """
    del amount
    later = as_programs_see_you(ground.dossier, ground.as_of, ground.evidence, seasons_later=1)
    applicant = replace(ground.applicant, asker=later, season=ground.applicant.season + 1)
    found = ground.found(lambda world: world.of(applicant))
    gain = ground.gain(found.match, ground.base.match)
    waiting = if_you_wait(ground.world.programs, ground.asker, later)
    by_rule = _by_rule(len(waiting.lost), len(waiting.to_ask))
    answer = Answer(
        key="wait",
        title=f"Wait for the Match of {applicant.season}",
        says=f"{by_rule} {_by_association(ground, later.years_when_applying)}",
        basis=Basis.SEASON,
        dollars=0.0,
        months=float(MONTHS_A_SEASON),
        is_move=False,
        because=ground.evidence.cite(*_YEARS),
        notes=(*_in_two_parts(ground, applicant, found, gain), *_notes(ground, applicant.season)),
    )
    return ground.told(answer, found)


def _by_rule(lost: int, to_ask: int) -> str:
    if not lost and not to_ask:
        return "By rule nothing closes by then."
    asked = f"{programs(to_ask)} would have to be asked whether you are still within the limit"
    if not lost:
        return f"By rule, {asked}."
    return f"By rule, {programs(lost)} would turn you away by then{f', and {asked}' if to_ask else ''}."


def _by_association(ground: Ground, years: int) -> str:
    until = ground.evidence.number("effects.years-since.crowd-until")
    if years > until:
        return f"By association nothing is counted: no study reaches beyond {until:.0f} years; you would be at {years}."
    seen = (ground.evidence.find(_YEARS[0]).sample or "those who told").partition(";")[0]
    return f"By association each year went with fewer interviews, among {seen}."


def _in_two_parts(ground: Ground, later: Applicant, found: Found, gain: Estimate) -> tuple[str, ...]:
    """How much of it limits make, and how much a year more goes with: the first is told without the effect of years."""
    if not round(100 * gain.middle, 1):
        return ()
    listed = ground.world.programs
    by_rule = _mean(ground, later, listed, found) - _mean(ground, ground.applicant, listed, ground.base)
    rest = gain.middle - by_rule
    return (f"At the middle, limits make {_points(by_rule)} of it, and what goes with a year more {_points(rest)}.",)


def _mean(ground: Ground, applicant: Applicant, among: Sequence[Listed], found: Found) -> float:
    listed = [one for one in among if one.key in found.applied]
    told = chances(applicant, listed, ground.evidence, leaving_out=(YEARS,), shares=ground.world.shares)
    return float(match_by_draw(without_luck(told), found.applied).mean())


def _points(part: float) -> str:
    value = round(100 * part, 1)
    return f"{'−' if value < 0 else ''}{abs(value):g} points"


def _notes(ground: Ground, season: int) -> list[str]:
    notes = ["It is shown with nothing done in that year; what the year is used for decides whether it is worth it."]
    contract = ground.dossier.stop_contract
    if contract is not None and contract.year < season:
        notes.append(f"Your stop contract ends with the Match of {contract.year}; waiting would need a change of it.")
    status = ground.dossier.status
    if status is not None and status.kind not in NO_WORK_LIMIT:
        notes.append("What your status allows until then is a question for an immigration lawyer.")
    return notes
