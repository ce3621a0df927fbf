"""The directory: programs by what they ask for and what they are for this applicant, and any of them whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from bedside.documents.content.programs.lists import MARKS, NAMES, specialty_names, verdict_name
from bedside.documents.content.programs.sheets import program_sheet, program_sheets
from bedside.documents.content.programs.wording import claim_in_words, in_words, positions_in_words
from bedside.documents.writers.csv_file import as_csv
from bedside.evidence.library import load_evidence
from bedside.programs.comparing import compare as compare_programs
from bedside.programs.eligibility.results import Verdict
from bedside.programs.eligibility.verdict import sentence
from bedside.programs.eligibility.waiting import if_you_wait
from bedside.programs.field import FIELDS
from bedside.programs.mistakes import ProgramNotInDirectory, ProgramsMistake
from bedside.programs.places import state_name
from bedside.programs.program import Listed
from bedside.programs.search import Judged, find, find_judged
from bedside.programs.shelf.digest import as_import
from bedside.web.clock import today
from bedside.web.frame.downloads import as_download
from bedside.web.frame.page import is_live, show
from bedside.web.frame.programs_page import programs_page
from bedside.web.memory.directories import DIRECTORIES
from bedside.web.memory.results import results_of
from bedside.web.pages.programs.adding import questions_for
from bedside.web.pages.programs.brought_lists import change_private
from bedside.web.pages.programs.program_rows import whole_program
from bedside.web.pages.programs.program_search import asked
from bedside.web.store.dossiers import Opened

A_PAGE = 40
MOST_MOVED = 100
SHOWN_IN_LISTS = ("type", "visa.j1", "visa.h1b", "img-share", "interview-rate.non-us-img", "interview-rate.us-img")


@programs_page
def programs(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The list, narrowed by what is asked for; while somebody types, only the part that changes."""
    directory = DIRECTORIES.of(opened)
    wanted = asked(request.GET, opened.dossier, directory)
    asker = results_of(opened).asker
    everything = find_judged(directory, replace(wanted.search, verdicts=()), asker)
    counted = Counter(one.verdict.kind for one in everything)
    found = [one for one in everything if not wanted.search.verdicts or one.verdict.kind in wanted.search.verdicts]
    pages = max(1, -(-len(found) // A_PAGE))
    page = min(wanted.page, pages)
    context: dict[str, Any] = {
        "directory": directory,
        "asked": wanted,
        "kinds": [
            (kind, name, MARKS[kind], counted[kind], _with(request, verdict=kind.value)) for kind, name in NAMES.items()
        ],
        "verdict": wanted.search.verdicts[0] if wanted.search.verdicts else None,
        "every_kind": _with(request, verdict=""),
        "found": len(found),
        "rows": _rows(found[(page - 1) * A_PAGE : page * A_PAGE], opened.dossier.target.preferred_states),
        "query": request.GET.urlencode(),
        "page_number": page,
        "pages": pages,
        "before": _with(request, page=str(page - 1)) if page > 1 else "",
        "after": _with(request, page=str(page + 1)) if page < pages else "",
        "files_opened": asker.files_opened,
        "questions": questions_for(request, opened, directory)[1],
    }
    if is_live(request):
        return render(request, "programs/_found.html", {"opened": opened, **context})
    return show(request, opened, "programs", "programs/programs.html", **context)


@programs_page
def waiting(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What another season of waiting loses by itself, and what it may open."""
    directory, results = DIRECTORIES.of(opened), results_of(opened)
    wanted = asked(request.GET, opened.dossier, directory)
    found = find(directory, wanted.search)
    moved = if_you_wait(found, results.asker, results.asker_a_season_later)
    groups = [
        ("Lost a year later", "A limit that you meet now excludes you then.", moved.lost),
        ("To be asked a year later", "A limit comes to lie between two ways of counting.", moved.to_ask),
        ("Open a year later", "Only where what is missing is done by then.", moved.gained),
    ]
    shown = [(title, says, some[:MOST_MOVED], len(some)) for title, says, some in groups if some]
    context: dict[str, Any] = {"groups": shown, "found": len(found), "asked": wanted, "query": request.GET.urlencode()}
    return show(request, opened, "programs", "programs/waiting.html", **context)


@programs_page
def as_file(request: HttpRequest, opened: Opened, ending: str) -> HttpResponseBase:
    """The list as a table for a spreadsheet, whole and in the order shown."""
    directory = DIRECTORIES.of(opened)
    wanted = asked(request.GET, opened.dossier, directory)
    found = find_judged(directory, wanted.search, results_of(opened).asker)
    listed, verdicts = [one.listed for one in found], [one.verdict for one in found]
    name = f"bedside-programs{'-sample' if directory.is_sample else ''}.{ending}"
    if ending == "csv":
        return as_download(as_csv(program_sheet(listed, verdicts, load_evidence())), name)
    if ending == "xlsx":
        from bedside.documents.writers.xlsx_file import as_xlsx

        return as_download(as_xlsx(program_sheets(directory, listed, verdicts, load_evidence())), name)
    raise Http404("file")


@programs_page
def compare(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Some programs side by side."""
    directory = DIRECTORIES.of(opened)
    keys = [key for key in dict.fromkeys(request.GET.getlist("key")) if key in directory]
    if not keys:
        return show(request, opened, "programs", "programs/compare.html")
    try:
        compared = compare_programs(directory, keys, results_of(opened).asker)
    except ProgramsMistake as mistake:
        return show(request, opened, "programs", "programs/compare.html", 422, wrong=str(mistake))
    programs = [
        (one.listed, MARKS[verdict.kind], verdict_name(verdict), sentence(verdict))
        for one, verdict in zip(compared.programs, compared.verdicts, strict=True)
    ]
    rows = [
        (row.title, [claim_in_words(one.best) if one else "–" for one in row.claims], row.differs)
        for row in compared.fields
    ]
    return show(request, opened, "programs", "programs/compare.html", programs=programs, rows=rows)


@require_http_methods(["GET", "HEAD", "POST"])
@programs_page
def program(request: HttpRequest, opened: Opened, key: str) -> HttpResponseBase:
    """One program whole, and what the applicant checked herself."""
    try:
        directory = DIRECTORIES.of(opened)
        directory.one(key)
    except ProgramNotInDirectory:
        messages.warning(request, "This program is not in the directory any more: its list was taken back.")
        return redirect("programs", id=opened.id)
    if request.method != "POST":
        return _program(request, opened, key)
    try:
        _check(request, opened, key)
    except ProgramsMistake as mistake:
        return _program(request, opened, key, str(mistake))
    messages.success(request, "Kept with this dossier. It counts before what others compiled.")
    return redirect("program", id=opened.id, key=key)


def _check(request: HttpRequest, opened: Opened, key: str) -> None:
    """Keep what the applicant found out herself about one field."""
    from bedside.programs.importing.own_check import own_check

    sent = {name: request.POST.get(name, "").strip() for name in ("field", "value", "url", "quote")}
    listed = DIRECTORIES.of(opened).one(key)
    reading = own_check(listed, sent["field"], sent["value"], today(), sent["url"], sent["quote"], load_evidence())
    new = as_import(reading, "your own check", today())
    change_private(opened, lambda collection: collection.adding(new))


def _program(request: HttpRequest, opened: Opened, key: str, wrong: str = "") -> HttpResponse:
    shown = whole_program(DIRECTORIES.of(opened), key, results_of(opened).asker, load_evidence())
    context: dict[str, Any] = {
        "shown": shown,
        "specialty": specialty_names(load_evidence()).get(shown.program.listed.specialty, ""),
        "state": state_name(shown.program.listed.state),
        "fields": [(field.key, field.title) for field in FIELDS.values()],
        "sent": request.POST,
        "wrong": wrong,
    }
    return show(request, opened, "programs", "programs/program.html", 422 if wrong else 200, **context)


def _rows(found: Sequence[Judged], preferred: Sequence[str]) -> list[dict[str, Any]]:
    names = specialty_names(load_evidence())
    return [_row(one.listed, one.verdict, names) | {"preferred": one.listed.state in preferred} for one in found]


def _row(listed: Listed, verdict: Verdict, names: Mapping[str, str]) -> dict[str, Any]:
    facts = [(FIELDS[key].title, in_words(key, listed.values[key])) for key in SHOWN_IN_LISTS if key in listed.values]
    return {
        "listed": listed,
        "kind": verdict.kind.value,
        "mark": MARKS[verdict.kind],
        "name": verdict_name(verdict),
        "says": sentence(verdict),
        "specialty": names.get(listed.specialty, ""),
        "positions": positions_in_words(listed),
        "facts": facts,
    }


def _with(request: HttpRequest, **changed: str) -> str:
    """The address of this list with something else asked for; another list begins on its first page."""
    query = request.GET.copy()
    if "page" not in changed:
        query.pop("page", None)
    for name, value in changed.items():
        query[name] = value
    return f"?{query.urlencode()}"
