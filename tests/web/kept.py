"""Dossiers kept in the app's store, and browsers that may open them, for the tests of pages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.test import Client

from bedside.applicant.file.reading import read_dossier
from bedside.applicant.file.rendering import as_written
from bedside.web.guarding.access import _LET_IN
from bedside.web.store.dossiers import Opened, begin
from tests.applicant.dossiers import AS_OF

EXAMPLES = Path(__file__).parents[2] / "examples"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def example(name: str) -> dict[str, Any]:
    """The plain content of one of the examples, such as `citizen-scribe`."""
    content: dict[str, Any] = as_written(read_dossier(EXAMPLES / f"{name}.yaml", AS_OF).dossier)
    return content


def kept(content: dict[str, Any]) -> Opened:
    """The content as a dossier in the store."""
    return begin(content, "Begun", AS_OF, NOW)


def browser_for(*dossiers: Opened) -> Client:
    """A browser that may open these dossiers."""
    client = Client()
    session = client.session
    session[_LET_IN] = {str(opened.id): 1 for opened in dossiers}
    session.save()
    client.cookies["bedside_session"] = session.session_key
    return client
