"""Your list: the best programs and signals within what is set, live while it is changed, and a way to keep it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from bedside.applicant.mistakes import DossierMistakes
from bedside.documents.writers.csv_file import as_csv
from bedside.web.clock import this_moment, today
from bedside.web.frame.downloads import as_download
from bedside.web.frame.page import is_live, show
from bedside.web.frame.programs_page import programs_page
from bedside.web.memory.directories import DIRECTORIES
from bedside.web.memory.results import results_of
from bedside.web.pages.chances.keeping_lists import keep, signals_of
from bedside.web.pages.chances.list_form import asked
from bedside.web.store.changes import PartChangedMeanwhile
from bedside.web.store.dossiers import Opened

_NOTHING = "There was no program to keep. Nothing was saved."
_CHANGED = "Your file was changed in another place at the same time. Nothing was saved; look again, and keep it again."


@programs_page
def best_list(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The list for what is set; while a control is moved, only the part that changes."""
    from bedside.targeting.portfolio.statement.mistakes import PortfolioMistake
    from bedside.web.pages.chances.list_answers import list_asked_for
    from bedside.web.pages.chances.list_rows import shown_list

    directory = DIRECTORIES.of(opened)
    wanted = asked(request.GET, opened, directory)
    context: dict[str, Any] = {"asked": wanted, "directory": directory, "wrong": wanted.wrong}
    try:
        context |= shown_list(list_asked_for(opened, directory, wanted), wanted)
    except PortfolioMistake as mistake:
        context["wrong"] = (*wanted.wrong, *mistake.sentences)
    if not is_live(request):
        return show(
            request,
            opened,
            "best_list",
            "chances/best_list.html",
            in_hand=results_of(opened).interviews_in_hand,
            **context,
        )
    answer = render(request, "chances/_list_found.html", {"opened": opened, **context})
    answer["HX-Push-Url"] = f"{request.path}?{wanted.query}"
    return answer


@programs_page
def curves(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What more programs or more money would bring: a part of the page, asked for when it is looked at, or a page."""
    from bedside.targeting.portfolio.statement.mistakes import PortfolioMistake
    from bedside.web.pages.chances.list_answers import curves_asked_for, list_asked_for
    from bedside.web.pages.chances.list_rows import shown_curves

    directory = DIRECTORIES.of(opened)
    wanted = asked(request.GET, opened, directory)
    context: dict[str, Any] = {"asked": wanted, "wrong": wanted.wrong}
    try:
        odds = list_asked_for(opened, directory, wanted).odds
        context |= shown_curves(curves_asked_for(opened, directory, wanted), odds)
    except PortfolioMistake as mistake:
        context["wrong"] = (*wanted.wrong, *mistake.sentences)
    if is_live(request):
        return render(request, "chances/_list_curves.html", {"opened": opened, **context})
    return show(request, opened, "best_list", "chances/list_curves.html", **context)


@programs_page
def as_file(request: HttpRequest, opened: Opened, ending: str) -> HttpResponseBase:
    """The list as a table for a spreadsheet: what is on it, and what is not, with reasons."""
    if ending not in ("csv", "xlsx"):
        raise Http404("file")
    from bedside.documents.content.targeting.sheet import list_sheet
    from bedside.documents.sheet import Sheet
    from bedside.evidence.library import load_evidence
    from bedside.targeting.portfolio.statement.mistakes import PortfolioMistake
    from bedside.web.pages.chances.list_answers import list_asked_for

    directory = DIRECTORIES.of(opened)
    try:
        sheet = list_sheet(list_asked_for(opened, directory, asked(request.GET, opened, directory)), load_evidence())
    except PortfolioMistake as mistake:
        sheet = Sheet("List", ("There is no list",), tuple((one,) for one in mistake.sentences))
    name = f"bedside-list{'-sample' if directory.is_sample else ''}.{ending}"
    if ending == "csv":
        return as_download(as_csv(sheet), name)
    from bedside.documents.writers.xlsx_file import as_xlsx

    return as_download(as_xlsx([sheet]), name)


@programs_page
def keep_list(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Write the programs of a list, with their signals, into the dossier as planned applications."""
    back = f"{reverse('best_list', args=[opened.id])}?{request.POST.get('query', '')[:4000]}"
    directory = DIRECTORIES.of(opened)
    signals = signals_of(request.POST.getlist("key"), directory)
    if request.method != "POST" or not signals:
        if request.method == "POST":
            messages.warning(request, _NOTHING)
        return redirect(back)
    match_year = results_of(opened).standing.season.match_year
    try:
        kept = keep(opened, signals, directory, match_year, today(), this_moment())
    except PartChangedMeanwhile:
        messages.warning(request, _CHANGED)
    except DossierMistakes as mistakes:
        messages.warning(request, " ".join(f"{one.what} {one.how_to_fix}" for one in mistakes.mistakes))
    else:
        messages.success(request, kept.says)
    return redirect(back)
