"""Every kept state of a dossier as plain content, to be taken along in a file."""

from __future__ import annotations

from typing import Any

from bedside.web.store.dossiers import Opened, unlocked
from bedside.web.store.tables import RevisionRow


def history_of(opened: Opened) -> list[dict[str, Any]]:
    """The states from the first to the last, each with its moment, what was done, and the document as it was."""
    rows = RevisionRow.objects.filter(dossier_id=opened.id).order_by("version")
    return [
        {
            "version": row.version,
            "saved_at": row.saved_at.isoformat(timespec="seconds"),
            "what": unlocked(row.what, opened.key),
            "restores": row.restores,
            "dossier": unlocked(row.document, opened.key),
        }
        for row in rows
    ]
