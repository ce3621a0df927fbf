"""Odds, list and next move for the files that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.evidence.library import load_evidence
from bedside.programs.mistakes import ProgramsMistake
from bedside.web.clock import today
from bedside.web.directories import DIRECTORIES
from bedside.web.store.dossiers import Opened

if TYPE_CHECKING:
    from bedside.plan.your_match import YourMatch


def match_of(opened: Opened) -> YourMatch | str:
    """What the report says of the Match; a sentence where the directory or the lists of the dossier cannot be read."""
    from bedside.plan.your_match import your_match

    try:
        return your_match(opened.dossier, DIRECTORIES.of(opened), today(), load_evidence())
    except ProgramsMistake as mistake:
        return str(mistake)
