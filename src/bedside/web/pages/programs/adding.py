"""Bringing a list of programs: it is read, shown as it was understood, and kept only then."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from bedside.documents.content.programs.wording import in_words
from bedside.evidence.library import load_evidence
from bedside.evidence.specialties import all_specialties, specialties_named
from bedside.programs.collection import Import
from bedside.programs.directory import Directory, Question
from bedside.programs.field import FIELDS
from bedside.programs.mention import Reading, Row
from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.shelf.directory_file import may_be_for_all
from bedside.web.forms.fields import Choice, Field
from bedside.web.frame.page import show
from bedside.web.frame.programs_page import programs_page
from bedside.web.guarding.access import is_at_this_machine
from bedside.web.pages.programs.brought_lists import (
    keep_for_all,
    keep_privately,
    let_read_list_wait,
    list_that_waits,
    would_be_superseded,
)
from bedside.web.pages.programs.list_reading import read_brought, read_text
from bedside.web.store.dossiers import Opened
from bedside.web.store.waiting_lists import forget_waiting_list

MOST_ROWS, MOST_UNREAD = 12, 40
NAME_OF_PASTED = "pasted rows"
MINE, EVERYBODYS = "mine", "everybodys"


@require_http_methods(["GET", "HEAD", "POST"])
@programs_page
def add(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """The form, or what was sent with it is read and waits to be looked at."""
    if request.method != "POST":
        return _form(request, opened)
    try:
        reading, name = _read(request)
        let_read_list_wait(opened, reading, name)
    except ProgramsMistake as mistake:
        return _form(request, opened, str(mistake))
    return redirect("programs_look", id=opened.id)


@require_http_methods(["GET", "HEAD", "POST"])
@programs_page
def look(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """What was read, before anything is kept; then it is kept, or thrown away."""
    waiting = list_that_waits(opened)
    if waiting is None:
        messages.info(request, "No list is waiting here. One that is not kept within two hours is thrown away.")
        return redirect("programs_add", id=opened.id)
    if request.method != "POST":
        return _shown(request, opened, waiting)
    if request.POST.get("do") == "throw away":
        forget_waiting_list(opened)
        messages.info(request, "Thrown away. Nothing of it was kept.")
        return redirect("programs_add", id=opened.id)
    try:
        _keep(request, opened, waiting)
    except ProgramsMistake as mistake:
        return _shown(request, opened, waiting, str(mistake))
    messages.success(request, f"Kept: {waiting.reading.title}. It can be taken back under “Lists and sources”.")
    return redirect("programs", id=opened.id)


def may_keep_for_all(request: HttpRequest) -> bool:
    """Whether this browser may change the directory itself: on one's own machine, and nowhere else."""
    return is_at_this_machine(request)


def questions_for(request: HttpRequest, opened: Opened, directory: Directory) -> tuple[tuple[Question, ...], int]:
    """The names that this browser may say something about, and how many of them matter to the applicant; these first.

    Where it may not change the directory, only names of its own lists. What matters is in a list of her own or in a
    specialty she aims at; everything does where she names none.
    """
    those = [one for one in directory.questions if one.origin.is_private or may_keep_for_all(request)]
    aimed_at = specialties_named(opened.dossier.target.specialties, load_evidence())
    matter = [one for one in those if one.origin.is_private or not aimed_at or one.mention.specialty in aimed_at]
    kept = {id(one) for one in matter}
    return (*matter, *(one for one in those if id(one) not in kept)), len(matter)


def _keep(request: HttpRequest, opened: Opened, waiting: Import) -> None:
    if request.POST.get("for") == EVERYBODYS and may_keep_for_all(request) and may_be_for_all(waiting.reading):
        keep_for_all(opened, waiting)
    else:
        keep_privately(opened, waiting)


def _read(request: HttpRequest) -> tuple[Reading, str]:
    sent, text = request.FILES.get("file"), request.POST.get("text", "").strip()
    if isinstance(sent, UploadedFile) and sent.size:
        name = sent.name or "the file"
        return read_brought(name, sent.read(), request.POST.get("specialty", "")), name
    if text:
        return read_text(text), NAME_OF_PASTED
    raise ProgramsMistake("Choose a file that is not empty, or paste rows with their headings.")


def _form(request: HttpRequest, opened: Opened, wrong: str = "") -> HttpResponse:
    names = [one.name for one in all_specialties(load_evidence())]
    asked = request.POST.get("specialty", "")
    choices = (Choice("", "The file says it", not asked), *(Choice(name, name, name == asked) for name in names))
    context: dict[str, Any] = {
        "wrong": wrong,
        "text": request.POST.get("text", ""),
        "specialty": Field(
            "specialty",
            "specialty",
            "Which specialty is it about?",
            "choice",
            asked,
            help="Some lists hold one specialty and name it nowhere.",
            choices=choices,
        ),
        "largest": settings.LARGEST_LIST // 1_000_000,
        "waiting": list_that_waits(opened),
    }
    return show(request, opened, "programs", "programs/add.html", 422 if wrong else 200, **context)


def _shown(request: HttpRequest, opened: Opened, waiting: Import, wrong: str = "") -> HttpResponse:
    reading = waiting.reading
    for_all = may_keep_for_all(request) and may_be_for_all(reading)
    context: dict[str, Any] = {
        "waiting": waiting,
        "reading": reading,
        "claims": sum(len(row.stated) for row in reading.rows),
        "rows": [(row, _says(row)) for row in reading.rows[:MOST_ROWS]],
        "more_rows": max(0, len(reading.rows) - MOST_ROWS),
        "unread": reading.unread[:MOST_UNREAD],
        "more_unread": max(0, len(reading.unread) - MOST_UNREAD),
        "may_keep_for_all": for_all,
        "in_place_of": would_be_superseded(opened, waiting, for_all),
        "wrong": wrong,
    }
    return show(request, opened, "programs", "programs/look.html", 422 if wrong else 200, **context)


def _says(row: Row) -> list[tuple[str, str]]:
    """What a row says, as pairs of heading and words."""
    said = [(FIELDS[one.field].title, in_words(one.field, one.value, one.rounded_to)) for one in row.stated]
    return [*((track.label or "Positions", track.nrmp_code) for track in row.tracks), *said]
