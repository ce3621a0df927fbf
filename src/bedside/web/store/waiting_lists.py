"""A list that was read and not kept yet: it waits, sealed as the dossier is, until the applicant has looked at it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bedside.web.store.dossiers import Opened, sealed_if_locked, unlocked
from bedside.web.store.tables import WaitingListRow

WAITS = timedelta(hours=2)
"""How long a list waits; it is thrown away after that."""


def let_wait(opened: Opened, content: Mapping[str, Any], now: datetime) -> None:
    """Keep a list until it is decided on, in the place of one that waited before; older ones of anybody end here."""
    WaitingListRow.objects.filter(came_at__lt=now - WAITS).delete()
    kept = {"content": sealed_if_locked(content, opened.key), "came_at": now}
    WaitingListRow.objects.update_or_create(dossier_id=opened.id, defaults=kept)


def waiting_list(opened: Opened, now: datetime) -> Mapping[str, Any] | None:
    """The list that waits; None where there is none, or where it has waited too long."""
    row = WaitingListRow.objects.filter(dossier_id=opened.id, came_at__gte=now - WAITS).first()
    if row is None:
        return None
    content: Mapping[str, Any] = unlocked(row.content, opened.key)
    return content


def forget_waiting_list(opened: Opened) -> None:
    """Throw away the list that waits."""
    WaitingListRow.objects.filter(dossier_id=opened.id).delete()
