"""Dossiers that nobody opens any more: when each was last used, and erasing those that a host lets go."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from bedside.web.store.erasing import erase_dossiers
from bedside.web.store.tables import DossierRow


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
