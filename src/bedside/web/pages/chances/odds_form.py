"""What is asked on the page of the odds: which programs, how many, and the states the applicant is tied to."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.applications import Application, in_the_season
from bedside.web.forms.fields import Field
from bedside.web.memory.results import results_of
from bedside.web.pages.chances.asked_fields import MOST_PROGRAMS, Fields
from bedside.web.store.dossiers import Opened

PLANNED, KEPT = "planned", "kept"
TIES = "States you lived or studied in, or have close family in. With commas: “OH, Texas”."


@dataclass(frozen=True, slots=True)
class Asked:
    """The list the odds are for: `kept` are the applications in the file, or None where others are meant."""

    kept: tuple[Application, ...] | None
    count: int | None
    ties: frozenset[str]
    fields: tuple[Field, ...]


def asked(sent: QueryDict, opened: Opened) -> Asked:
    """Read what is asked for; what cannot be read is told at its field, and the usual takes its place."""
    fields, kept = (
        Fields(sent, "odds"),
        kept_applications(opened.dossier, results_of(opened).standing.season.match_year),
    )
    which = PLANNED
    if kept:
        known = {KEPT: f"the {len(kept)} in your file", PLANNED: "those that answer best to your file"}
        which = fields.choice("for", "Which programs", known)
    count = None
    if which == PLANNED:
        count = fields.number("count", "How many", 1, MOST_PROGRAMS, help="Left empty: as many as your file plans.")
    ties = fields.places("ties", "Tied to", help=TIES)
    return Asked(kept if which == KEPT else None, count, ties, tuple(fields.made.values()))


def kept_applications(dossier: Dossier, match_year: int) -> tuple[Application, ...]:
    """The applications of this season of which something may still come."""
    return tuple(one for _, one in in_the_season(dossier.applications, match_year) if one.state.is_open)
