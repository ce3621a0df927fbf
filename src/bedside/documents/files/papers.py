"""The papers of an application, each as the bytes of a file: CV, worksheet, statement, interview sheet and profile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.documents.blocks import Document
from bedside.documents.content.papers.cv import cv_document
from bedside.documents.content.papers.fact_sheet import fact_sheet_document
from bedside.documents.content.papers.interview_sheet import interview_document
from bedside.documents.content.papers.profile import profile_document
from bedside.documents.content.papers.statement import statement_document
from bedside.documents.content.papers.worksheet import worksheet_document
from bedside.documents.files.document import written
from bedside.evidence.library import Evidence

PAPERS: dict[str, Callable[[Dossier, date, Evidence], Document]] = {
    "profile": profile_document,
    "cv": cv_document,
    "worksheet": worksheet_document,
    "statement": statement_document,
    "interview": interview_document,
}
"""Every paper by the word for it in commands and addresses, with what makes its document."""

FACTS = "facts"
"""The word for the sheet of facts, of which there is one for each letter."""


@dataclass(frozen=True, slots=True)
class ApplicationFile:
    """One paper: what it is, and what it is made from; `letter` is the number of the letter a sheet of facts is for."""

    what: str
    dossier: Dossier
    as_of: date
    evidence: Evidence
    discreet: bool = False
    paper: str = "letter"
    letter: int = 0

    def written_as(self, ending: str) -> bytes:
        """The paper as .pdf, .docx or .md; KeyError for another ending, IndexError where there is no such letter.

        Raises DocumentNotMade where it cannot be made.
        """
        return written(self._document(), ending, self.paper, self.discreet)

    def _document(self) -> Document:
        if self.what == FACTS:
            return fact_sheet_document(self.dossier, self.dossier.letters[self.letter], self.as_of, self.evidence)
        return PAPERS[self.what](self.dossier, self.as_of, self.evidence)
