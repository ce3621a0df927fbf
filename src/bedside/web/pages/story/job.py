"""The job as a program director reads it: four questions, what to ask for, and what each entry holds."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from bedside.evidence.library import load_evidence
from bedside.story.entries.job_on_file import job_on_file
from bedside.web.clock import today
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.store.dossiers import Opened


@dossier_page
def job(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The job on the file."""
    found = job_on_file(opened.dossier, today(), load_evidence())
    return show(request, opened, "story", "story/job.html", job=found)
