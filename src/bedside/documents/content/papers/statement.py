"""The personal statement as a clean page: the applicant's words as they wrote them, and nothing else."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace, DraftText
from bedside.documents.blocks import Block, Document, Heading, Paragraph
from bedside.documents.wording import LONGEST_TITLE, shortened
from bedside.evidence.library import Evidence
from bedside.story.text.counting import paragraphs

TITLE = "Personal statement"
NOT_WRITTEN = "No personal statement is in this file yet."


def statement_document(dossier: Dossier, as_of: date, evidence: Evidence) -> Document:
    """Every personal statement in the dossier, each under what it is about where there are several."""
    name = shortened(dossier.identity.name, LONGEST_TITLE)
    drafts = [draft for draft in dossier.drafts if draft.place is DraftPlace.STATEMENT]
    only = drafts[0].about if len(drafts) == 1 else None
    return Document(
        title=TITLE,
        subtitle=f"{name} · {shortened(only, LONGEST_TITLE)}" if only else name,
        author=name,
        as_of=as_of,
        blocks=tuple(block for draft in drafts for block in _of(draft, len(drafts) > 1)) or (Paragraph(NOT_WRITTEN),),
        discreet_title="Page",
        handed_on=True,
    )


def _of(draft: DraftText, is_headed: bool) -> tuple[Block, ...]:
    heading = (Heading(draft.about or TITLE),) if is_headed else ()
    return (*heading, *(Paragraph(draft.text[start:end]) for start, end in paragraphs(draft.text)))
