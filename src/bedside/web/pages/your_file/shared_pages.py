"""What is shown to someone else, computed from a dossier that has lost what is hidden: a page, or a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from bedside.documents.blocks import Contents, Document
from bedside.documents.content.report.shown_to_others import Showing, shared_document
from bedside.documents.writers.html_file import body, opening, write_html
from bedside.documents.writers.paper import Paper
from bedside.documents.writers.pdf_file import write_pdf
from bedside.web.clock import today
from bedside.web.frame.assets import STATIC
from bedside.web.guarding.apart import made_apart
from bedside.web.memory.results import Results, results_of
from bedside.web.store.dossiers import Opened

_MOST_KEPT = 8
STYLE_SHEETS = ("tokens.css", "bedside.css")


@dataclass(frozen=True, slots=True)
class SharedFile:
    """One file that can be given to someone: `summary` is the one page alone."""

    what: str
    title: str
    says: str
    ending: str
    summary: bool = False

    def written(self, opened: Opened, showing: Showing, paper: str) -> bytes:
        """The bytes of the file; raises DocumentNotMade."""
        document = shown_to(opened, showing, self.summary)
        if self.ending == ".html":
            return write_html(document, _style())
        # With the note above it, the table of contents would stand alone on a page; the outline of the PDF has it too.
        blocks = tuple(block for block in document.blocks if not isinstance(block, Contents))
        return made_apart(write_pdf, replace(document, blocks=blocks), Paper[paper.upper()])


@dataclass(frozen=True, slots=True)
class Page:
    """The pieces of a page, as HTML; the title is text."""

    title: str
    opening: str
    body: str


def shown_to(opened: Opened, showing: Showing, summary: bool = False) -> Document:
    """The report on what may be shown, or its one page; nothing hidden takes part in what is computed."""
    results = Results(showing.dossier_for(opened.dossier), today())
    return shared_document(showing, results.dossier, results.standing, results.plan, summary)


def page_shown_to(opened: Opened, showing: Showing) -> Page:
    """The report as a page; the same page of the same version on the same day is made once."""
    kept = results_of(opened).shown
    if showing not in kept:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        document = shown_to(opened, showing)
        kept[showing] = Page(document.title, opening(document), body(document))
    page: Page = kept[showing]
    return page


@cache
def _style() -> str:
    return "\n".join((STATIC / name).read_text(encoding="utf-8") for name in STYLE_SHEETS)
