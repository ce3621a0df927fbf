"""Which revisions are kept: the last ones all, older ones once a day, and none for longer than a season or two."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from bedside.web.store.tables import RevisionRow

ALL_OF_THE_LAST = 50
ONE_A_DAY_FOR = timedelta(days=400)


def prune(dossier: UUID, now: datetime) -> None:
    """Remove the revisions of a dossier that are not kept.

    1. The last fifty stay, whatever their age.
    2. Of those before, the last one of each day stays for 400 days.
    """
    rows = list(RevisionRow.objects.filter(dossier_id=dossier).order_by("-version").values_list("id", "saved_at"))
    days: set[object] = set()
    gone = []
    for id, saved_at in rows[ALL_OF_THE_LAST:]:
        day = saved_at.date()
        if day in days or now - saved_at > ONE_A_DAY_FOR:
            gone.append(id)
        days.add(day)
    if gone:
        RevisionRow.objects.filter(id__in=gone).delete()
