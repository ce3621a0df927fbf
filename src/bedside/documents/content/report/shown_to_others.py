"""What is shown to someone else: the report or its one page, opened by a note that says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.redaction import redacted
from bedside.documents.blocks import Block, Bullets, Card, Document, Paragraph, Tone
from bedside.documents.content.report.full_report import report_document
from bedside.documents.content.report.three_headers import summary_document
from bedside.documents.wording import in_full
from bedside.plan.results import Plan
from bedside.standing.results import Standing


@dataclass(frozen=True, slots=True)
class Showing:
    """Who shows it to whom, what is hidden, and until which day (inclusive) a page follows the file.

    `until` is None for a file, which stays as it was. What is computed for it comes from `dossier_for`.
    """

    shown_by: str
    for_whom: str = ""
    hides_names: bool = True
    hides_scores: bool = True
    until: date | None = None

    def dossier_for(self, dossier: Dossier) -> Dossier:
        """The dossier without what is hidden."""
        return redacted(dossier, self.hides_names, self.hides_scores)


def shared_document(
    showing: Showing, dossier: Dossier, standing: Standing, plan: Plan, summary: bool = False
) -> Document:
    """The report on a dossier that has lost already what is hidden, or its one page, with the note at its top."""
    document = (summary_document if summary else report_document)(dossier, standing, plan)
    lines = tuple(_note(showing, standing.as_of))
    if summary:
        note: Block = Paragraph(" ".join(lines), quiet=True)
        return replace(document, blocks=(note, *document.blocks), shorter=(note, *document.shorter))
    return replace(document, blocks=(Card("Before you read", (Bullets(lines),), Tone.NOTE), *document.blocks))


def _note(showing: Showing, as_of: date) -> Iterator[str]:
    if not showing.hides_names:
        yield f"Shown by {showing.shown_by}{f' to {showing.for_whom}' if showing.for_whom else ''}."
    if showing.until is None:
        yield f"This is how it was on {in_full(as_of)}."
    else:
        yield f"It is as it stands today, {in_full(as_of)}, and can be read until {in_full(showing.until)}."
    yield "It is written to the applicant: “you” is the applicant."
    if showing.hides_names:
        yield "Names of people and places are hidden."
    if showing.hides_scores:
        yield (
            "Exam scores are hidden. What depends on them is shown as if they were not known, and the plan can lack a "
            "task that answers a score."
        )
