"""Four cut-points for years since graduation that do not agree; each is shown with where you fall."""

from __future__ import annotations

from bedside.applicant.measures import Measures
from bedside.evidence.library import Evidence
from bedside.evidence.reason import cited
from bedside.standing.results import Condition, State
from bedside.standing.risk_factors import graduation_level


def cut_points(then: Measures, evidence: Evidence) -> tuple[Condition, ...]:
    """Targeting (over 3), risk bands (4 and 7), lottery rule (from 5), red flag (over 5), on the day files open."""
    years = then.years_since_graduation
    targeting = evidence.find("article.targeting.graduation-over")
    bands = evidence.find("article.graduation.moderate-until")
    lottery = evidence.find("article.lottery.graduation-from")
    red_flag = evidence.find("article.red-flag.graduation-over")
    low_until = evidence.find("article.graduation.low-until")
    return (
        Condition(
            f"Choice of programs changes above {targeting.value} years: you are at {years}.",
            _state(years > evidence.number(targeting.name)),
            (cited(targeting),),
        ),
        Condition(
            f"Risk bands change after {low_until.value} and after {bands.value} years: you are in "
            f"{graduation_level(years, evidence)}.",
            _state(years > evidence.number(low_until.name)),
            (cited(low_until), cited(bands)),
        ),
        Condition(
            f"One condition of the lottery rule holds from {lottery.value} years.",
            _state(years >= evidence.number(lottery.name)),
            (cited(lottery),),
        ),
        Condition(
            f"The red flag is raised above {red_flag.value} years.",
            _state(years > evidence.number(red_flag.name)),
            (cited(red_flag),),
        ),
    )


def _state(holds: bool) -> State:
    return State.MET if holds else State.NOT_MET
