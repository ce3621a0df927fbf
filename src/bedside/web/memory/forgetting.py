"""Forgetting a dossier: nothing that was computed or opened of it stays in memory."""

from __future__ import annotations

from uuid import UUID

from bedside.web.memory.best_lists import LISTS
from bedside.web.memory.directories import DIRECTORIES
from bedside.web.memory.results import RECENT


def forget(id: UUID) -> None:
    """Keep nothing of one dossier any longer, as after it was locked or erased."""
    for kept in (RECENT, DIRECTORIES, LISTS):
        kept.forget(id)
