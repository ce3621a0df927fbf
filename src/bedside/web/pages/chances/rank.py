"""The rank order list: every place with its chance, moved up and down without a script."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from bedside.applicant.mistakes import DossierMistakes
from bedside.documents.writers.csv_file import as_csv
from bedside.evidence.library import load_evidence
from bedside.web.clock import this_moment, today
from bedside.web.frame.downloads import as_download
from bedside.web.frame.page import show
from bedside.web.frame.programs_page import programs_page
from bedside.web.memory.directories import DIRECTORIES
from bedside.web.store.changes import PartChangedMeanwhile, make_change
from bedside.web.store.dossiers import Opened

_CHANGED = "Your file was changed in another window meanwhile. Nothing was moved. Look again, and move it again."
_GONE = "That program is not among your interviews any more. Nothing was moved."


@programs_page
def rank(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The list, what its order does, and what follows where there is no match."""
    from bedside.web.pages.chances.rank_rows import list_of, shown_list

    directory = DIRECTORIES.of(opened)
    context: dict[str, Any] = shown_list(list_of(opened, directory), opened)
    return show(request, opened, "rank", "chances/rank.html", directory=directory, **context)


@programs_page
def move(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Move one program on the list and save the places; a program that was moved twice at once is moved once."""
    from bedside.season.moving import Move
    from bedside.web.pages.chances.rank_rows import change_for, list_of

    if request.method != "POST":
        return redirect("rank", id=opened.id)
    index, wanted = _number(request.POST.get("index", "")), request.POST.get("move", "")
    found = list_of(opened, DIRECTORIES.of(opened))
    known = Move(wanted) if wanted in tuple(Move) else None
    change = change_for(found, opened, index, known, request.POST.get("base", "")) if known else None
    if change is None:
        messages.warning(request, _GONE)
        return redirect("rank", id=opened.id)
    try:
        make_change(opened, change, today(), this_moment())
    except PartChangedMeanwhile:
        messages.warning(request, _CHANGED)
    except DossierMistakes as mistakes:
        messages.warning(request, " ".join(f"{one.what} {one.how_to_fix}" for one in mistakes.mistakes))
    anchor = f"#program-{index}" if index >= 0 else ""
    return redirect(f"{reverse('rank', args=[opened.id])}{anchor}")


@programs_page
def as_file(request: HttpRequest, opened: Opened, ending: str) -> HttpResponseBase:
    """The list as a table for a spreadsheet."""
    if ending not in ("csv", "xlsx"):
        raise Http404("file")
    from bedside.documents.content.season.sheet import rank_sheet
    from bedside.web.pages.chances.rank_rows import list_of

    sheet = rank_sheet(list_of(opened, DIRECTORIES.of(opened)), load_evidence())
    name = f"bedside-rank-list-{today()}.{ending}"
    if ending == "csv":
        return as_download(as_csv(sheet), name)
    from bedside.documents.writers.xlsx_file import as_xlsx

    return as_download(as_xlsx([sheet]), name)


def _number(written: str) -> int:
    """A number of an entry; -1 for what is none."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else -1
