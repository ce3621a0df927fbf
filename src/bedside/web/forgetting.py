"""Forgetting a dossier: nothing that was computed or opened of it stays in memory."""

from __future__ import annotations

from uuid import UUID

from bedside.web.best_lists import ANSWERS, READY
from bedside.web.directories import DIRECTORIES
from bedside.web.results import RECENT


def forget(id: UUID) -> None:
    """Keep nothing of one dossier any longer, as after it was locked or erased."""
    for kept in (RECENT, DIRECTORIES, READY, ANSWERS):
        kept.forget(id)
