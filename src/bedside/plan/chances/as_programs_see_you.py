"""The applicant as programs will hold them against their limits, in the season aimed at or a later one."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.calendar.season import Event
from bedside.calendar.seasons import season
from bedside.evidence.library import Evidence
from bedside.programs.eligibility.asker import Asker, asker
from bedside.standing.season import choose_season


def as_programs_see_you(dossier: Dossier, as_of: date, evidence: Evidence, seasons_later: int = 0) -> Asker:
    """The applicant on the day programs open files of the season aimed at, or so many seasons later."""
    chosen, _ = choose_season(dossier, as_of, evidence)
    if seasons_later:
        chosen = season(chosen.match_year + seasons_later, chosen.service, evidence)
    return asker(dossier, chosen.on(Event.FILES_OPENED), chosen.on(Event.TRAINING_STARTS), evidence, as_of)
