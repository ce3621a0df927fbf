"""The sheet of facts for the writer of a letter: one page to hand over, and never a draft of the letter."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.letters import Letter
from bedside.clinical.letters import fact_sheet
from bedside.documents.blocks import Bullets, Document, Facts, Heading, Line
from bedside.documents.wording import LONGEST_TITLE, shortened
from bedside.evidence.library import Evidence
from bedside.standing.standing import stand


def fact_sheet_document(dossier: Dossier, letter: Letter, as_of: date, evidence: Evidence) -> Document:
    """The facts for one writer, and what the letter could speak to; a fact of several lines keeps them."""
    sheet = fact_sheet(dossier, letter, stand(dossier, as_of, evidence).files_opened)
    return Document(
        title=f"Facts for {shortened(sheet.writer, LONGEST_TITLE)}",
        subtitle=sheet.says,
        author=shortened(dossier.identity.name, LONGEST_TITLE),
        as_of=as_of,
        blocks=(
            Facts(tuple((label, _lines(fact)) for label, fact in sheet.facts)),
            Heading("What the letter could speak to", 2),
            Bullets(sheet.asks),
        ),
        discreet_title="Page",
        handed_on=True,
    )


def _lines(fact: str) -> tuple[Line, ...]:
    return tuple(Line(part) for part in fact.splitlines() if part.strip()) or (Line(fact),)
