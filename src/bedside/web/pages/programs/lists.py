"""The lists the directory is made of, each of which can be taken back, and where more can be had."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from bedside.documents.content.programs.lists import specialty_names
from bedside.evidence.library import load_evidence
from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.shelf.directory_file import imports_of
from bedside.programs.sources.catalogue import Access, all_sources, find_source
from bedside.web.frame.page import is_live, show
from bedside.web.frame.programs_page import programs_page
from bedside.web.memory.directories import DIRECTORIES, private_collection
from bedside.web.pages.programs.adding import EVERYBODYS, may_keep_for_all, questions_for
from bedside.web.pages.programs.brought_lists import remember_answer, take_back_for_all, take_back_privately
from bedside.web.pages.programs.fetching import FETCHING
from bedside.web.store.dossiers import Opened

MOST_QUESTIONS = 25


@require_http_methods(["GET", "HEAD", "POST"])
@programs_page
def lists(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Lists and sources; what is sent takes one list back."""
    if request.method != "POST":
        return _page(request, opened)
    import_id, back = request.POST.get("id", ""), request.POST.get("back", "")
    try:
        if request.POST.get("whose") == EVERYBODYS and may_keep_for_all(request):
            take_back_for_all(import_id)
        else:
            take_back_privately(opened, import_id)
    except ProgramsMistake as mistake:
        messages.warning(request, str(mistake))
    else:
        messages.success(request, "Taken back. Nothing of it counts any more; everything else is as it was.")
    if back and back in DIRECTORIES.of(opened):
        return redirect("program", id=opened.id, key=back)
    return redirect("programs_lists", id=opened.id)


@programs_page
def fetch(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Begin to fetch a source, on the applicant's word and on her own machine only."""
    if request.method != "POST":
        return redirect("programs_lists", id=opened.id)
    if not may_keep_for_all(request):
        messages.warning(request, "The directory of a hosted copy is kept by whoever hosts it.")
        return redirect("programs_lists", id=opened.id)
    try:
        source = find_source(request.POST.get("source", ""))
    except ProgramsMistake as mistake:
        messages.warning(request, str(mistake))
        return redirect("programs_lists", id=opened.id)
    if source.access is not Access.FETCHED or not FETCHING.begin(source, settings.HOSTING.data_folder):
        messages.info(request, "Another source is still coming. This one can be fetched after it.")
    return redirect("programs_lists", id=opened.id)


@programs_page
def how_far(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """How far the fetching is, asked for by the page every other second."""
    if not is_live(request) or not may_keep_for_all(request):
        return redirect("programs_lists", id=opened.id)
    return render(request, "programs/_fetching.html", {"opened": opened, "job": FETCHING.job})


@require_http_methods(["GET", "HEAD", "POST"])
@programs_page
def questions(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Which program is meant, where a list may mean one of several; the answer is remembered."""
    if request.method == "POST":
        return _answered(request, opened)
    directory, names = DIRECTORIES.of(opened), specialty_names(load_evidence())
    open_ones, _ = questions_for(request, opened, directory)
    shown = [
        (
            one,
            names.get(one.mention.specialty, ""),
            [directory.one(key) for key, _ in one.candidates if key in directory],
        )
        for one in open_ones[:MOST_QUESTIONS]
    ]
    context: dict[str, Any] = {"shown": shown, "more": max(0, len(open_ones) - MOST_QUESTIONS)}
    return show(request, opened, "programs", "programs/questions.html", **context)


def _answered(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    fingerprint, key = request.POST.get("which", ""), request.POST.get("is", "")
    directory = DIRECTORIES.of(opened)
    asked, _ = questions_for(request, opened, directory)
    question = next((one for one in asked if one.fingerprint == fingerprint), None)
    if question is None or (key and key not in {known for known, _ in question.candidates}):
        messages.info(request, "This was answered already, or its list was taken back.")
    else:
        remember_answer(opened, fingerprint, key, question.origin.is_private)
        messages.success(request, "Remembered.")
    return redirect("programs_questions" if len(asked) > 1 else "programs", id=opened.id)


def _page(request: HttpRequest, opened: Opened) -> HttpResponse:
    directory, private = DIRECTORIES.of(opened), private_collection(opened)
    known = may_keep_for_all(request)
    context: dict[str, Any] = {
        "directory": directory,
        "mine": private.imports,
        "everybodys": imports_of(settings.HOSTING.data_folder),
        "sources": all_sources(),
        "fetched": Access.FETCHED,
        "may_fetch": known,
        "job": FETCHING.job if known else None,
    }
    return show(request, opened, "programs", "programs/lists.html", **context)
