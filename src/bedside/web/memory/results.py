"""Everything computed from a dossier for a page; the same version of it on the same day is computed once."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.applications import interviews_in_hand
from bedside.clinical.clinic import clinic
from bedside.clinical.results import Clinic
from bedside.evidence.library import load_evidence
from bedside.plan.chances.as_programs_see_you import as_programs_see_you
from bedside.plan.days.volunteering_hours import volunteering_hours
from bedside.plan.plan import make_plan
from bedside.plan.results import Plan
from bedside.programs.eligibility.asker import Asker
from bedside.standing.results import Standing
from bedside.standing.standing import stand
from bedside.web.clock import today
from bedside.web.memory.recent import Recent
from bedside.web.store.dossiers import Opened

_MOST_KEPT = 64


@dataclass(frozen=True)
class Results:
    """Standing and plan of a dossier on a day, each computed when it is first asked for."""

    dossier: Dossier
    as_of: date

    @cached_property
    def standing(self) -> Standing:
        """Where the applicant actually is."""
        return stand(self.dossier, self.as_of, load_evidence())

    @cached_property
    def plan(self) -> Plan:
        """The plan."""
        return make_plan(self.dossier, self.standing, self.as_of, load_evidence())

    @cached_property
    def clinic(self) -> Clinic:
        """Places, messages, volunteering and letters."""
        wanted = volunteering_hours(self.plan)
        return clinic(self.dossier, self.as_of, self.standing.files_opened, wanted, load_evidence())

    @cached_property
    def asker(self) -> Asker:
        """The applicant as programs hold them against their limits, in the season aimed at."""
        return as_programs_see_you(self.dossier, self.as_of, load_evidence())

    @cached_property
    def asker_a_season_later(self) -> Asker:
        """The same, a season later."""
        return as_programs_see_you(self.dossier, self.as_of, load_evidence(), seasons_later=1)

    @property
    def interviews_in_hand(self) -> int:
        """How many interviews of the season aimed at stand in the dossier, so that a page can say so first."""
        return interviews_in_hand(self.dossier.applications, self.standing.season.match_year)

    @cached_property
    def shown(self) -> dict[Hashable, Any]:
        """The pages made of this dossier for others, by what they show; they are forgotten with it."""
        return {}


RECENT: Recent[Results] = Recent(_MOST_KEPT)
"""The results of the dossiers looked at last; those of a locked dossier are never kept."""


def results_of(opened: Opened) -> Results:
    """The results of an opened dossier as of today."""
    day = today()
    return RECENT.of(opened.id, (opened.version, day), lambda: Results(opened.dossier, day), opened.key is None)
