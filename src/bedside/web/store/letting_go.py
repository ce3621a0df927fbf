"""Where a host has set it, dossiers that nobody opens are erased: at a start, and once a day while it runs."""

from __future__ import annotations

from datetime import date, timedelta
from threading import Lock
from uuid import UUID

from django.conf import settings

from bedside.web.store.erasing import erase_dossiers
from bedside.web.store.tables import DossierRow


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


def opened_today(id: UUID, today: date) -> None:
    """Remember that the pages of a dossier were looked at; written once a day at most."""
    DossierRow.objects.filter(id=id).exclude(opened_on=today).update(opened_on=today)


def erase_abandoned(today: date, days: int) -> int:
    """Erase the dossiers that nobody opened for more than `days` days; how many there were.

    Of a dossier whose last opening is not known the days are counted from today on.
    """
    DossierRow.objects.filter(opened_on__isnull=True).update(opened_on=today)
    gone = DossierRow.objects.filter(opened_on__lt=today - timedelta(days=days))
    ids = list(gone.values_list("id", flat=True))
    if ids:
        erase_dossiers(ids)
    return len(ids)
