"""Where I actually am: everything the dossier says about today and about the day programs open files."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import measure
from bedside.calendar.season import Event
from bedside.evidence.figure import Rule
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.standing.certificate import certificate_gates
from bedside.standing.cut_points import cut_points
from bedside.standing.examinations import examination_gates
from bedside.standing.lottery import lottery
from bedside.standing.published_rates import published_rates
from bedside.standing.red_flags import red_flags
from bedside.standing.results import Caution, Gate, RiskFactor, Standing
from bedside.standing.risk_factors import risk_factors
from bedside.standing.season import choose_season
from bedside.standing.self_audit import self_audit
from bedside.standing.specialties import specialties
from bedside.standing.status_gates import status_gates
from bedside.standing.write_out import write_out

NOTES = (
    "No match rate by years since graduation is published anywhere, so none is shown.",
    "The levels describe how a file tends to be read. They are one writer's table, not data.",
)


def stand(dossier: Dossier, as_of: date, evidence: Evidence) -> Standing:
    """Where the applicant is on `as_of` and on the day programs open files of the season aimed at.

    1. Choose the season, and measure the dossier on both days, with the applicant's own readings if given.
    2. Gates come before bands: what must hold on a certain day, or else nothing after it matters.
    3. The five risk factors, the lottery rule, the red flags, the specialties and the self-audit.
    """
    evidence = evidence.with_readings(dossier.readings)
    season, season_because = choose_season(dossier, as_of, evidence)
    files_opened = season.on(Event.FILES_OPENED)
    today, then = measure(dossier, as_of, as_of, evidence), measure(dossier, files_opened, as_of, evidence)
    gates = (
        *certificate_gates(dossier, as_of, season, evidence),
        *examination_gates(dossier, as_of, season, evidence),
        *status_gates(dossier, season, evidence),
    )
    factors = risk_factors(dossier, today, then, season.match_year, evidence)
    ticket, flags = lottery(dossier, today, then, evidence), red_flags(dossier, today, then, evidence)
    aimed_at, rates = specialties(dossier, evidence), published_rates(dossier, evidence)
    return Standing(
        as_of=as_of,
        season=season,
        season_because=season_because,
        files_opened=files_opened,
        write_out=write_out(dossier, today, evidence),
        gates=gates,
        risk_factors=factors,
        lottery=ticket,
        red_flags=flags,
        cut_points=cut_points(then, evidence),
        specialties=aimed_at,
        self_audit=self_audit(dossier, factors, aimed_at, evidence),
        published_rates=rates,
        notes=NOTES,
        not_rechecked=_not_rechecked((*gates, *factors, ticket, *flags), rates, as_of),
    )


def _not_rechecked(
    verdicts: tuple[Gate | RiskFactor | Caution, ...], rates: tuple[Reason, ...], as_of: date
) -> tuple[Reason, ...]:
    """The rules relied on whose review date is past, each once."""
    reasons = (*(reason for verdict in verdicts for reason in verdict.because), *rates)
    overdue = {
        reason.figure.name: reason
        for reason in reasons
        if isinstance(reason.figure, Rule) and reason.figure.not_rechecked_since(as_of) is not None
    }
    return tuple(overdue.values())
