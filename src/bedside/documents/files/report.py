"""The report in each of its formats, as the bytes of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bedside.applicant.dossier import Dossier
from bedside.documents.blocks import Document
from bedside.documents.files.document import written
from bedside.plan.results import Plan
from bedside.standing.results import Standing

if TYPE_CHECKING:
    from bedside.documents.content.report.of_the_match import OfTheMatch

FORMATS = (".pdf", ".docx", ".md", ".json", ".ics")
"""The endings of a file name, each of which says how it is written."""


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
        if ending == ".json":
            return self._json()
        if ending == ".ics":
            return self._calendar()
        return written(self._document(), ending, self.paper, self.discreet)

    def _json(self) -> bytes:
        from bedside.documents.content.report.as_json import match_as_json, report_as_json, summary_as_json
        from bedside.documents.writers.json_file import write_json

        make = summary_as_json if self.summary else report_as_json
        content: dict[str, Any] = make(self.dossier, self.standing, self.plan)
        if self.match is not None and not self.summary:
            content |= {"match": match_as_json(self.match)}
        return write_json(content)

    def _calendar(self) -> bytes:
        from bedside.documents.writers.calendar_file import identity_of, write_ics

        return write_ics(self.plan, identity_of(self.dossier), self.discreet)

    def _document(self) -> Document:
        from bedside.documents.content.report.full_report import report_document
        from bedside.documents.content.report.three_headers import summary_document

        if self.summary:
            return summary_document(self.dossier, self.standing, self.plan)
        return report_document(self.dossier, self.standing, self.plan, self.match)
