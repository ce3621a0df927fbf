"""Where a host has set it, dossiers that nobody opens are erased: at a start, and once a day while it runs."""

from __future__ import annotations

from datetime import date
from threading import Lock
from uuid import UUID

from django.conf import settings

from bedside.web.store.abandoned import erase_abandoned, opened_today


class _OnceADay:
    """Remembers the day it was last done in this process."""

    def __init__(self) -> None:
        self._last: date | None = None
        self._lock = Lock()

    def is_due(self, today: date) -> bool:
        with self._lock:
            due, self._last = self._last != today, today
        return due


_DUE = _OnceADay()


def was_opened(id: UUID, today: date) -> None:
    """Where hosted, remember that a dossier was opened today, and let go what was abandoned if that is set."""
    if settings.HOSTING.is_hosted:
        opened_today(id, today)
        let_go_if_due(today)


def let_go_if_due(today: date) -> None:
    """Erase what was abandoned, the first time a day; nothing where a host has not set after how many days."""
    days = settings.HOSTING.erase_after_days
    if days and _DUE.is_due(today):
        erase_abandoned(today, days)
