"""Showing a dossier to someone else: as a file, or by a link that only reads, ends on a day and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods

from bedside.applicant.parts.shape import Unreadable
from bedside.documents.content.report.shown_to_others import Showing
from bedside.documents.mistakes import DocumentNotMade
from bedside.documents.wording import capitalised, in_full
from bedside.web.clock import this_moment, today
from bedside.web.forms.dates import read_day
from bedside.web.forms.fields import Choice, Field
from bedside.web.frame.downloads import as_download, paper_of, papers
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.pages.your_file.shared_pages import SharedFile, page_shown_to
from bedside.web.store.dossiers import Opened
from bedside.web.store.shares import Share, ShareGone, make_share, open_share, shares_of, take_back

NAMES, SCORES = "names", "scores"
USUAL_DAYS, MOST_DAYS, LONGEST_NAME = 30, 365, 100
FILES = (
    SharedFile("plan-pdf", "The whole plan as PDF", "Where you stand and the plan, to print or to send.", ".pdf"),
    SharedFile("page-pdf", "One page as PDF", "The three headers and the next seven days.", ".pdf", summary=True),
    SharedFile("plan-html", "The whole plan as a web page", "One file that opens in any browser.", ".html"),
)
PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for in the form of a link, and what is wrong with it by field; `share` is None where it is."""

    sent: QueryDict
    share: Share | None
    wrong: dict[str, str]


@require_http_methods(["GET", "POST"])
@dossier_page
def share(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Files to give to someone, the links there are, and the form that makes one; it shows a new link once."""
    if "take_back" in request.POST:
        return _taken_back(request, opened)
    if request.method != "POST":
        return _page(request, opened)
    asked = _asked(request.POST)
    if asked.share is None:
        return _page(request, opened, asked=asked, status=422)
    link = request.build_absolute_uri(reverse("shared", args=[make_share(opened, asked.share, this_moment())]))
    return _page(request, opened, link=link, made=asked.share)


@require_GET
@dossier_page
def share_file(request: HttpRequest, opened: Opened, what: str) -> HttpResponse:
    """A file for someone else, without what is hidden; or how it will look."""
    hidden = request.GET.getlist("hide")
    showing = Showing(opened.name, _tidied(request.GET.get("for_whom", "")), NAMES in hidden, SCORES in hidden)
    if what == PREVIEW:
        return _shown(request, opened, showing)
    one = next((file for file in FILES if file.what == what), None)
    if one is None:
        raise Http404("file")
    try:
        content = one.written(opened, showing, paper_of(request.GET))
    except DocumentNotMade as refused:
        return _page(request, opened, refused=str(refused), status=422)
    return as_download(content, f"{'page' if one.summary else 'plan'}-{today()}{one.ending}")


@require_GET
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """What a link shows; whatever is the reason that it shows nothing, the answer is the same."""
    try:
        opened, share = open_share(token, today())
    except ShareGone:
        return _private(render(request, "your_file/share_gone.html", status=404))
    showing = Showing(opened.name, share.for_whom, share.hides_names, share.hides_scores, share.ends_on)
    return _shown(request, opened, showing)


def _shown(request: HttpRequest, opened: Opened, showing: Showing) -> HttpResponse:
    page = page_shown_to(opened, showing)
    written = {"title": page.title, "opening": mark_safe(page.opening), "body": mark_safe(page.body)}
    return _private(render(request, "your_file/shared.html", written))  # every word in it was escaped by its writer


def _private(response: HttpResponse) -> HttpResponse:
    """The address of the page is a secret: no other site learns it, and no search engine keeps it."""
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def _taken_back(request: HttpRequest, opened: Opened) -> HttpResponse:
    which = request.POST["take_back"]
    if which.isdecimal() and take_back(opened.id, int(which[:9])):
        messages.success(request, "The link is taken back. It shows nothing any more.")
    else:
        messages.info(request, "That link was taken back before.")
    return redirect("share", id=opened.id)


def _asked(sent: QueryDict) -> Asked:
    hidden, for_whom = sent.getlist("hide"), _tidied(sent.get("for_whom", ""))
    wrong = {} if len(for_whom) <= LONGEST_NAME else {"for_whom": f"Write at most {LONGEST_NAME} characters."}
    last_day: date | None = None
    try:
        last_day = date.fromisoformat(read_day(sent.get("ends_on", "")))
        if not today() <= last_day <= today() + timedelta(days=MOST_DAYS):
            wrong["ends_on"] = f"Choose a day from today to {in_full(today() + timedelta(days=MOST_DAYS))}."
    except Unreadable as refused:
        wrong["ends_on"] = f"{capitalised(refused.what)}. {refused.how_to_fix}."
    if wrong or last_day is None:
        return Asked(sent, None, wrong)
    return Asked(sent, Share(for_whom, NAMES in hidden, SCORES in hidden, last_day), {})


def _tidied(words: str) -> str:
    return " ".join(words.split())


def _page(
    request: HttpRequest,
    opened: Opened,
    asked: Asked | None = None,
    link: str = "",
    made: Share | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    links = [{"kept": one, "has_ended": one.has_ended(today())} for one in shares_of(opened)]
    sent = request.GET if "hide" in request.GET else None
    context = {
        "files": FILES,
        "file_fields": (
            _hiding("file", sent),
            Field("paper", "paper", "Paper of the PDF", "choice", choices=_papers(request)),
        ),
        "link_fields": _link_fields(asked),
        "links": links,
        "link": link,
        "made": made,
        "refused": refused,
    }
    return show(request, opened, "share", "your_file/share.html", status, **context)


def _papers(request: HttpRequest) -> tuple[Choice, ...]:
    return papers(paper_of(request.GET))


def _link_fields(asked: Asked | None) -> tuple[Field, ...]:
    sent, wrong = (asked.sent, asked.wrong) if asked else (QueryDict(), {})
    last_day = sent.get("ends_on", "") if asked else in_full(today() + timedelta(days=USUAL_DAYS))
    return (
        Field(
            "for_whom",
            "for-whom",
            "For whom",
            value=sent.get("for_whom", ""),
            help="So that you know later whose link this is. They see it unless names are hidden.",
            wrong=_sentences(wrong, "for_whom"),
        ),
        _hiding("link", sent if asked else None),
        Field(
            "ends_on",
            "ends-on",
            "Last day",
            "date",
            value=last_day,
            help="After it the link shows nothing. You can take it back before.",
            required=True,
            wrong=_sentences(wrong, "ends_on"),
        ),
    )


def _hiding(where: str, sent: QueryDict | None) -> Field:
    hidden = [NAMES, SCORES] if sent is None else sent.getlist("hide")
    choices = (
        Choice(NAMES, "Names of people and places, and your notes", NAMES in hidden),
        Choice(SCORES, "Exam scores", SCORES in hidden),
    )
    help = (
        "Attempts, dates, countries and specialties stay. A name that stands nowhere but in a sentence of yours is not "
        "known to be one, and stays too: look at the page before you show it."
    )
    return Field("hide", f"{where}-hide", "Hide", "choices", help=help, choices=choices)


def _sentences(wrong: dict[str, str], field: str) -> tuple[str, ...]:
    return (wrong[field],) if field in wrong else ()
