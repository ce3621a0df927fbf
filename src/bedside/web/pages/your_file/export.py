"""Everything as files of one's own: to read, for the calendar, to keep, and for other programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bedside.applicant.file.writing import text_of
from bedside.applicant.json_resume.writing import as_resume
from bedside.documents.files.clinic import clinic_written_as
from bedside.documents.files.everything import write_everything
from bedside.documents.files.papers import ApplicationFile
from bedside.documents.files.report import ReportFiles
from bedside.documents.mistakes import DocumentNotMade
from bedside.evidence.library import load_evidence
from bedside.web.clock import today
from bedside.web.forms.fields import Choice, Field
from bedside.web.frame.downloads import as_download, paper_of, papers
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.guarding.apart import made_apart
from bedside.web.memory.results import results_of
from bedside.web.pages.your_file.match_of import match_of
from bedside.web.store.dossiers import Opened
from bedside.web.store.history import history_of
from bedside.web.store.private_claims import claims_of

DISCREET = "discreet"


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One file that can be taken: the word for it in an address, what it is called, and how it is made.

    `plain_name` is the beginning of its name where that has to say nothing private. One `with_match` holds odds, list
    and next move.
    """

    what: str
    title: str
    says: str
    ending: str
    name: str
    plain_name: str
    make: Callable[[ReportFiles, Opened], bytes]
    with_match: bool = False


def _report(ending: str) -> Callable[[ReportFiles, Opened], bytes]:
    return lambda files, opened: files.written_as(ending)


def _plan(ending: str) -> Callable[[ReportFiles, Opened], bytes]:
    return lambda files, opened: made_apart(files.written_as, ending)


def _clinic(ending: str) -> Callable[[ReportFiles, Opened], bytes]:
    return lambda files, opened: made_apart(clinic_written_as, files, ending)


def _summary(files: ReportFiles, opened: Opened) -> bytes:
    return made_apart(replace(files, summary=True).written_as, ".pdf")


def _dossier(ending: str) -> Callable[[ReportFiles, Opened], bytes]:
    return lambda files, opened: text_of(opened.dossier, ending).encode()


def _paper(what: str, ending: str) -> Callable[[ReportFiles, Opened], bytes]:
    def make(files: ReportFiles, opened: Opened) -> bytes:
        day, evidence = files.standing.as_of, load_evidence()
        one = ApplicationFile(what, opened.dossier, day, evidence, files.discreet, files.paper)
        return made_apart(one.written_as, ending)

    return make


def _resume(files: ReportFiles, opened: Opened) -> bytes:
    return as_resume(opened.dossier).text.encode()


def _papers() -> tuple[ExportedFile, ...]:
    """Each paper of the application as PDF and for Word."""
    return tuple(
        ExportedFile(f"{what}-{ending[1:]}", title, says, ending, f"bedside-{what}", "page", _paper(what, ending))
        for what, title, says in _PAPERS
        for ending in (".pdf", ".docx")
    )


_PAPERS = (
    ("profile", "Profile on one page", "The eight lines by which a file is read, with dates and hours."),
    ("cv", "Curriculum vitae", "The latest first. Stretches without activity are in it."),
    ("worksheet", "Worksheet for MyERAS", "What goes into each field, in its order, with the characters it takes."),
    ("statement", "Personal statement", "Your words alone, on clean pages."),
    ("interview", "Interview sheet", "Your answers with their length, and the dates to know. For you alone."),
)


def _everything(files: ReportFiles, opened: Opened) -> bytes:
    return made_apart(write_everything, files, claims_of(opened), history_of(opened))


EVERYTHING = ExportedFile(
    "everything",
    "Everything in one file",
    "What you wrote, every earlier state, and all the documents below. Bedside can open it again, here or on another "
    "computer.",
    ".zip",
    "bedside-everything",
    "papers",
    _everything,
    with_match=True,
)
GROUPS = (
    (
        "To read and to print",
        (
            ExportedFile(
                "plan-pdf",
                "The whole plan",
                "Where you stand, your odds and your list, what to do and by when, what it costs, and every source.",
                ".pdf",
                "bedside-plan",
                "pages",
                _plan(".pdf"),
                with_match=True,
            ),
            ExportedFile(
                "plan-docx",
                "The whole plan",
                "Where you stand, your odds and your list, what to do and by when, what it costs, and every source.",
                ".docx",
                "bedside-plan",
                "pages",
                _plan(".docx"),
                with_match=True,
            ),
            ExportedFile(
                "summary-pdf",
                "One page",
                "The three headers and the one thing for the next seven days, on one sheet.",
                ".pdf",
                "bedside-one-page",
                "page",
                _summary,
            ),
            *(
                ExportedFile(
                    f"clinic-{ending[1:]}",
                    "Back into the clinic",
                    "Places side by side and what to ask of them, messages, volunteering and letters.",
                    ending,
                    "bedside-clinic",
                    "pages",
                    _clinic(ending),
                )
                for ending in (".pdf", ".docx")
            ),
        ),
    ),
    ("For your application", _papers()),
    (
        "For your calendar",
        (
            ExportedFile(
                "plan-ics",
                "The plan as a calendar",
                "Tasks, their last days with reminders, and the days of the season. Import it into a private calendar; "
                "a newer file replaces what an older one brought.",
                ".ics",
                "bedside-calendar",
                "days",
                _report(".ics"),
            ),
        ),
    ),
    (
        "To keep, and to open again",
        (
            ExportedFile(
                "dossier-yaml",
                "What you wrote, as YAML",
                "For a text editor and for the command line. If it was opened from a file of yours, comments in that "
                "file were not kept.",
                ".yaml",
                "bedside-dossier",
                "notes",
                _dossier(".yaml"),
            ),
            ExportedFile(
                "dossier-json",
                "What you wrote, as JSON",
                "The same for other programs.",
                ".json",
                "bedside-dossier",
                "notes",
                _dossier(".json"),
            ),
        ),
    ),
    (
        "For other programs",
        (
            ExportedFile(
                "plan-json",
                "The whole plan as data",
                "Every result with what it rests on, as JSON.",
                ".json",
                "bedside-plan",
                "pages",
                _report(".json"),
                with_match=True,
            ),
            ExportedFile(
                "resume-json",
                "Your CV as JSON Resume",
                "A public format for a CV as data, without what is private: status, money, letters, plans, drafts.",
                ".json",
                "bedside-resume",
                "notes",
                _resume,
            ),
            ExportedFile(
                "plan-md",
                "The whole plan as plain text",
                "Markdown, for an editor or a screen reader.",
                ".md",
                "bedside-plan",
                "pages",
                _report(".md"),
                with_match=True,
            ),
        ),
    ),
)
FILES = {one.what: one for one in (EVERYTHING, *(one for _, files in GROUPS for one in files))}


@require_GET
@dossier_page
def export(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Every file there is, and how it is to be written."""
    return _page(request, opened)


@require_GET
@dossier_page
def download(request: HttpRequest, opened: Opened, what: str) -> HttpResponse:
    """One file; where a document cannot be made of what is in the dossier, the page says so."""
    one = FILES.get(what)
    if one is None:
        raise Http404("file")
    results, is_discreet = results_of(opened), DISCREET in request.GET
    files = ReportFiles(
        opened.dossier,
        results.standing,
        results.plan,
        discreet=is_discreet,
        paper=paper_of(request.GET),
        match=match_of(opened) if one.with_match else None,
    )
    try:
        content = one.make(files, opened)
    except DocumentNotMade as refused:
        return _page(request, opened, str(refused), status=422)
    return as_download(content, f"{one.plain_name if is_discreet else one.name}-{today()}{one.ending}")


def _rows() -> list[tuple[str, list[list[ExportedFile]]]]:
    """Every group with its rows: files of the same title share one."""
    return [(title, [list(row) for _, row in groupby(files, lambda one: one.title)]) for title, files in GROUPS]


def _page(request: HttpRequest, opened: Opened, refused: str = "", status: int = 200) -> HttpResponse:
    discreet = Choice(DISCREET, "Leave names and purpose out of titles and file names", DISCREET in request.GET)
    help = "In the calendar every title is then a number of the plan. The pages themselves stay as they are."
    fields = (
        Field("paper", "paper", "Paper of the PDF", "choice", choices=papers(paper_of(request.GET))),
        Field(DISCREET, DISCREET, "Private titles", "choices", help=help, choices=(discreet,)),
    )
    context = {"everything": EVERYTHING, "groups": _rows(), "fields": fields, "refused": refused}
    return show(request, opened, "export", "your_file/export.html", status, **context)
