"""The entries of the application: their order and why, their texts with what each field holds, ready to copy."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from bedside.evidence.library import load_evidence
from bedside.story.entries.experiences import entries as entries_of
from bedside.web.clock import today
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.store.dossiers import Opened


@dossier_page
def entries(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Every field of the form, with a button that copies it."""
    found = entries_of(opened.dossier, today(), load_evidence())
    return show(request, opened, "story", "story/entries.html", found=found)
