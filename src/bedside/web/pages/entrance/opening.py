"""Opening a file as a dossier: every mistake at once, and nothing of it kept until there is none."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods

from bedside.applicant.file.parsing import ReadDossier, parse_bytes
from bedside.applicant.file.rendering import as_written
from bedside.applicant.mistakes import DossierMistakes
from bedside.documents.wording import in_short
from bedside.web.clock import this_moment, today
from bedside.web.forms.fields import Choice, Field
from bedside.web.guarding.access import dossiers_within_reach, let_in
from bedside.web.guarding.uploads import Brought, NotTaken, brought_in
from bedside.web.store.dossiers import (
    ChangedElsewhere,
    DossierGone,
    DossierLocked,
    Opened,
    begin,
    open_dossier,
    save,
)
from bedside.web.store.private_claims import save_claims
from bedside.web.store.sealing import is_sealed
from bedside.web.store.tables import DossierRow

MOST_SHOWN = 100
ANOTHER = "another"


@require_http_methods(["GET", "HEAD", "POST"])
def open_a_file(request: HttpRequest) -> HttpResponse:
    """Shows the form, or opens what was sent with it."""
    if request.method != "POST":
        return _form(request)
    sent = request.FILES.get("file")
    if not isinstance(sent, UploadedFile) or not sent.size:
        return _form(request, wrong="Choose a file that is not empty.")
    try:
        brought = brought_in(sent)
        read = parse_bytes(brought.dossier, brought.name, today())
    except NotTaken as reason:
        return _form(request, wrong=str(reason))
    except DossierMistakes as found:
        return _form(request, mistakes=found)
    return _opened(request, brought, read)


def _opened(request: HttpRequest, brought: Brought, read: ReadDossier) -> HttpResponse:
    where = request.POST.get("where", ANOTHER)
    replaced = next((row for row in _replaceable(request) if str(row.id) == where), None)
    if replaced is None and where != ANOTHER:
        return _form(request, wrong="The dossier it should replace is not there any more, or is locked.")
    try:
        opened = _begun(brought, read) if replaced is None else _in_place_of(replaced.id, brought, read)
    except DossierMistakes as held:
        return _form(request, mistakes=held, are_in_the_file=False)
    except (ChangedElsewhere, DossierGone, DossierLocked):
        return _form(
            request, wrong="The dossier it should replace was changed at the same moment. Send the file again."
        )
    if replaced is None:
        let_in(request, opened.id)
    _tell(request, read, replaced is not None)
    return redirect("keep" if settings.HOSTING.is_hosted and replaced is None else "home", id=opened.id)


def _begun(brought: Brought, read: ReadDossier) -> Opened:
    with transaction.atomic():
        opened = begin(as_written(read.dossier), "Opened from a file", today(), this_moment())
        if brought.claims:
            save_claims(opened, brought.claims)
    return opened


def _in_place_of(id: UUID, brought: Brought, read: ReadDossier) -> Opened:
    """The file as the newest state of a dossier; the state before stays in its history."""
    with transaction.atomic():
        opened = save(_before(id, read), as_written(read.dossier), "Opened a file in its place", today(), this_moment())
        if brought.claims is not None:
            save_claims(opened, brought.claims)
    return opened


def _before(id: UUID, read: ReadDossier) -> Opened:
    """What is replaced; where it cannot be used any more, nothing in it binds what takes its place."""
    try:
        return open_dossier(id, today())
    except DossierMistakes:
        row = DossierRow.objects.get(id=id)
        return Opened(row.id, row.version, row.document, read.dossier, (), row.saved_at)


def _replaceable(request: HttpRequest) -> list[DossierRow]:
    return [row for row in dossiers_within_reach(request) if not is_sealed(row.document)]


def _tell(request: HttpRequest, read: ReadDossier, in_place: bool) -> None:
    kept = " What was there before is in the history, and can be taken back." if in_place else ""
    again = f" {len(read.warnings)} to look at again: the page Me marks them." if read.warnings else ""
    messages.success(request, f"The file is opened.{kept}{again}")


def _form(
    request: HttpRequest, wrong: str = "", mistakes: DossierMistakes | None = None, are_in_the_file: bool = True
) -> HttpResponse:
    found = mistakes.mistakes if mistakes else ()
    context: dict[str, Any] = {
        "wrong": wrong,
        "mistakes": found[:MOST_SHOWN],
        "are_in_the_file": are_in_the_file,
        "how_many": len(found),
        "untold": max(0, len(found) - MOST_SHOWN),
        "where": _where(request),
        "largest": settings.LARGEST_UPLOAD // 1_000_000,
    }
    return render(request, "entrance/open.html", context, status=422 if wrong or found else 200)


def _where(request: HttpRequest) -> Field | None:
    """The question which dossier it becomes, where there is a choice."""
    rows = _replaceable(request)
    chosen = request.POST.get("where", ANOTHER)
    choices = [Choice(ANOTHER, "As another dossier", chosen == ANOTHER)]
    choices += [
        Choice(str(row.id), f"In place of “{_name(row)}”, saved {_moment(row)}", chosen == str(row.id)) for row in rows
    ]
    help = "In place of one, what was there before stays in its history."
    return Field("where", "where", "How to open it", "choice", chosen, help, tuple(choices)) if rows else None


def _moment(row: DossierRow) -> str:
    saved = localtime(row.saved_at)
    return f"{in_short(saved.date())}, {saved:%H:%M}"


def _name(row: DossierRow) -> str:
    return str(row.document.get("identity", {}).get("name", "a dossier"))
