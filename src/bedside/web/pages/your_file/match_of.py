"""Odds, list, next move and ranks for the files that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.evidence.library import load_evidence
from bedside.programs.mistakes import ProgramsMistake
from bedside.web.clock import today
from bedside.web.memory.directories import DIRECTORIES
from bedside.web.store.dossiers import Opened

if TYPE_CHECKING:
    from bedside.documents.content.report.of_the_match import OfTheMatch


def match_of(opened: Opened) -> OfTheMatch | str:
    """What the report says of the Match; a sentence where the directory or the lists of the dossier cannot be read."""
    from bedside.documents.content.report.of_the_match import of_the_match

    try:
        return of_the_match(opened.dossier, DIRECTORIES.of(opened), today(), load_evidence())
    except ProgramsMistake as mistake:
        return str(mistake)
