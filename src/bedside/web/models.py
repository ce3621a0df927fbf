"""The tables of the app, gathered here because Django looks for them in this module."""

from __future__ import annotations

from bedside.web.store.tables import DossierRow, RevisionRow, ShareRow, WaitingListRow

__all__ = ["DossierRow", "RevisionRow", "ShareRow", "WaitingListRow"]
