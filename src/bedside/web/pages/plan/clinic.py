"""The section Clinic: places side by side and what to ask of each, messages, volunteering, letters and their sheets."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from bedside.applicant.mistakes import DossierMistakes
from bedside.clinical.booking import booking_of
from bedside.clinical.letters import fact_sheet as sheet_of
from bedside.clinical.results import Sign
from bedside.documents.content.clinical import clinic as clinic_page
from bedside.documents.content.clinical import places as clinic_places
from bedside.documents.files.papers import FACTS, ApplicationFile
from bedside.documents.mistakes import DocumentNotMade
from bedside.evidence.library import load_evidence
from bedside.web.clock import this_moment, today
from bedside.web.forms.fields import Field
from bedside.web.forms.reading import merged, read_part
from bedside.web.frame.downloads import as_download, paper_of, papers
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.guarding.apart import made_apart
from bedside.web.memory.results import results_of
from bedside.web.pages.plan.clinic_rows import NotSaved, about_asking, place_rows
from bedside.web.store.changes import Change, PartChangedMeanwhile, make_change, part_of
from bedside.web.store.dossiers import Opened

SHEET_FORMATS = ("pdf", "docx")
_GONE = "This place was removed or changed in another window. Nothing was saved. Look again."


@dossier_page
def clinic(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Everything about the way back into the clinic."""
    return _page(request, opened)


@dossier_page
def asked(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Save what was answered about one place: how far it is, its warning signs, and its confirmations."""
    index = _number(request.POST.get("index", ""))
    before = part_of(opened.content, ("opportunities", index))
    if request.method != "POST" or before is None:
        if request.method == "POST":
            messages.warning(request, _GONE)
        return redirect("clinic", id=opened.id)
    about = about_asking(index)
    read = read_part(about, request.POST, before)
    if read.wrong:
        return _page(request, opened, NotSaved(index, read.answers, wrong=read.wrong), 422)
    what, base = f"Changed “{before.get('title', '')}”", request.POST.get("base", "")
    try:
        change = Change(("opportunities", index), merged(about, read.content, before), base, what)
        saved = make_change(opened, change, today(), this_moment())
    except PartChangedMeanwhile as changed:
        return _page(request, changed.now, NotSaved(index, read.answers, is_changed=True), 409)
    except DossierMistakes as refused:
        return _page(request, opened, NotSaved(index, read.answers, mistakes=refused.mistakes), 422)
    messages.success(request, f"Saved: {before.get('title', '')}.")
    return redirect(f"{reverse('clinic', args=[saved.id])}#place-{index}")


@dossier_page
def book(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Put a place that is booked among the bookings, where the plan finds it; it is completed there."""
    index = _number(request.POST.get("index", ""))
    found = results_of(opened).clinic.comparison.places
    if request.method != "POST" or not 0 <= index < len(found) or not found[index].needs_a_booking:
        return redirect("clinic", id=opened.id)
    address = reverse("chapter", args=[opened.id, "bookings"])
    value = booking_of(opened.dossier.opportunities[index])
    if value is None:
        messages.info(request, "Its first and last day are needed before it stands among your bookings.")
        return redirect(f"{reverse('chapter', args=[opened.id, 'places'])}?open=opportunities-{index}")
    what = f"Added “{found[index].title}” to the bookings"
    saved = make_change(opened, Change(("bookings", -1), value, "", what), today(), this_moment())
    number = len(saved.dossier.bookings) - 1
    messages.success(request, "It stands among your bookings now. Say there whether the other side has confirmed it.")
    return redirect(f"{address}?open=bookings-{number}#bookings-{number}")


@dossier_page
def fact_sheet(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The sheet of facts for the writer of one letter, to print or to copy."""
    index, written = _number(request.GET.get("letter", "")), opened.dossier.letters
    if not 0 <= index < len(written):
        return redirect(f"{reverse('clinic', args=[opened.id])}#letters")
    return _sheet(request, opened, index)


@dossier_page
def fact_sheet_file(request: HttpRequest, opened: Opened, ending: str) -> HttpResponse:
    """The same sheet as a file to send; where it cannot be made, the page says so."""
    index = _number(request.GET.get("letter", ""))
    if ending not in SHEET_FORMATS:
        raise Http404("file")
    if not 0 <= index < len(opened.dossier.letters):
        return redirect(f"{reverse('clinic', args=[opened.id])}#letters")
    paper = paper_of(request.GET)
    one = ApplicationFile(FACTS, opened.dossier, today(), load_evidence(), paper=paper, letter=index)
    try:
        content = made_apart(one.written_as, f".{ending}")
    except DocumentNotMade as refused:
        return _sheet(request, opened, index, str(refused), 422)
    return as_download(content, f"bedside-facts-{today()}.{ending}")


def _sheet(request: HttpRequest, opened: Opened, index: int, refused: str = "", status: int = 200) -> HttpResponse:
    sheet = sheet_of(opened.dossier, opened.dossier.letters[index], results_of(opened).standing.files_opened)
    paper = Field("paper", "paper", "Paper", "choice", choices=papers(paper_of(request.GET)))
    context: dict[str, Any] = {"sheet": sheet, "index": index, "formats": SHEET_FORMATS, "paper": paper}
    return show(request, opened, "clinic", "plan/fact_sheet.html", status, **context, refused=refused)


def _page(request: HttpRequest, opened: Opened, not_saved: NotSaved | None = None, status: int = 200) -> HttpResponse:
    found = results_of(opened).clinic
    context: dict[str, Any] = {
        "clinic": found,
        "title": clinic_page.TITLE,
        "places": place_rows(found, opened, not_saved),
        "titles": {place.entry: place.label for place in found.comparison.places},
        "seen": clinic_page.SEEN,
        "there_mark": clinic_places.SIGNS[Sign.THERE],
        "no_places": clinic_places.NO_PLACES,
        "no_letters": clinic_page.NO_LETTERS,
        "status_first": clinic_places.STATUS_FIRST,
        "is_over": clinic_places.IS_OVER,
        "runs": [(clinic_page.weeks_of(run), run, clinic_page.hours_of(run)) for run in found.volunteering.runs],
        "letters": list(enumerate(found.letters.letters)),
        "messages_sent": list(enumerate(found.outreach.rows)),
    }
    return show(request, opened, "clinic", "plan/clinic.html", status, **context)


def _number(written: str) -> int:
    """A number of an entry; -1 for what is none."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else -1
