"""Whether interviews are in hand, so that a page which begins before any answer can say so first."""

from __future__ import annotations

from bedside.applicant.parts.applications import interviews_in_hand
from bedside.web.results import results_of
from bedside.web.store.dossiers import Opened


def in_hand(opened: Opened) -> int:
    """How many interviews of the season aimed at stand in the dossier."""
    return interviews_in_hand(opened.dossier.applications, results_of(opened).standing.season.match_year)
