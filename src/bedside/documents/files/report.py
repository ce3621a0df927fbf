"""The report in each of its formats, as the bytes of a file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bedside.applicant.dossier import Dossier
from bedside.documents.blocks import Document
from bedside.plan.results import Plan
from bedside.standing.results import Standing

if TYPE_CHECKING:
    from bedside.documents.content.report.of_the_match import OfTheMatch

FORMATS = (".pdf", ".docx", ".md", ".json", ".ics")
"""The endings of a file name, each of which says how it is written."""

PAGE_FORMATS = (".pdf", ".md", ".json")
"""The formats that the page with three headers can be written in alone: a Word file would not keep to one sheet."""


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """What every file of a report is made from; `summary` asks only for the page with three headers.

    `match` holds odds, list and next move, or a sentence why they cannot be told; without it nothing is said of them.
    """

    dossier: Dossier
    standing: Standing
    plan: Plan
    summary: bool = False
    discreet: bool = False
    paper: str = "letter"
    match: OfTheMatch | str | None = None

    def written_as(self, ending: str) -> bytes:
        """The report as the file of one of `FORMATS`; KeyError for another ending."""
        writers = {
            ".pdf": self._pdf,
            ".docx": self._word,
            ".md": self._markdown,
            ".json": self._json,
            ".ics": self._calendar,
        }
        return writers[ending]()

    def _pdf(self) -> bytes:
        from bedside.documents.writers.pdf_file import Paper, write_pdf

        return write_pdf(self._document(), Paper[self.paper.upper()], self.discreet)

    def _word(self) -> bytes:
        from bedside.documents.writers.pdf_file import Paper
        from bedside.documents.writers.word_file import write_docx

        return write_docx(self._document(), Paper[self.paper.upper()], self.discreet)

    def _markdown(self) -> bytes:
        from bedside.documents.writers.markdown_file import write_markdown

        return write_markdown(self._document()).encode()

    def _json(self) -> bytes:
        from bedside.documents.as_json import report_as_json, summary_as_json

        make = summary_as_json if self.summary else report_as_json
        content: dict[str, Any] = make(self.dossier, self.standing, self.plan)
        if self.match is not None and not self.summary:
            from bedside.documents.content.report.match_as_json import match_as_json

            content |= {"match": match_as_json(self.match)}
        return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()

    def _calendar(self) -> bytes:
        from bedside.documents.writers.calendar_file import identity_of, write_ics

        return write_ics(self.plan, identity_of(self.dossier), self.discreet)

    def _document(self) -> Document:
        from bedside.documents.content.report.full_report import report_document
        from bedside.documents.content.report.three_headers import summary_document

        if self.summary:
            return summary_document(self.dossier, self.standing, self.plan)
        return report_document(self.dossier, self.standing, self.plan, self.match)
