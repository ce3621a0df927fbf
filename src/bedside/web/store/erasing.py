"""Erasing dossiers with everything that belongs to them, so that no byte of them stays in the data folder."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from bedside.web.store.scrubbing import scrub
from bedside.web.store.tables import DossierRow


def erase_dossiers(ids: Iterable[UUID]) -> bool:
    """Erase these dossiers, their revisions, shares and claims; whether the last traces are gone from the files too.

    Those that are gone already are passed over. Where it is False another connection was still reading: the rows are
    gone, and the traces go when it has finished and `scrub` is called again.
    """
    with transaction.atomic():
        DossierRow.objects.filter(id__in=list(ids)).delete()
    return scrub()
