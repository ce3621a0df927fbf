"""The story as a document: the arc, the drafts with what was found, one story over all texts, and the receipts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bedside.documents.blocks import Block, Bullets, Card, Document, Facts, Heading, Line, Mark, Paragraph, Table, Tone
from bedside.documents.content.citations import Citations
from bedside.documents.wording import capitalised, count, in_full, number
from bedside.story.arc import ADMIT, GROW, RETURN, ArcResult, Slot
from bedside.story.drafts.qualities import qualities
from bedside.story.drafts.results import Finding, Review
from bedside.story.told.consistency import Agreement, FactTold, OneStory

TITLE = "One true story"
STEPS = (
    (ADMIT, "Admit", "What happened, said once and plainly, and why the job was taken."),
    (GROW, "Grow", "What the job gave that a resident uses, and the moment it turned."),
    (RETURN, "Return", "What has begun since, with its dates, and why residency follows from it."),
)
"""The three steps of the arc: the step, its title, and what belongs into it."""

NOTHING_FOUND = (
    "No rule found anything. That says nothing about whether it is yours and true: read it aloud to someone."
)
_AGREEMENTS = {Agreement.SAME: Mark.YES, Agreement.DIFFERENT: Mark.NO, Agreement.NOT_IN_FILE: Mark.UNKNOWN}


def story_document(
    arc: ArcResult, reviews: Sequence[tuple[str, Review]], one: OneStory, as_of: date, name: str = ""
) -> Document:
    """The whole story; `reviews` are the drafts by their names."""
    cite = Citations(as_of)
    blocks = tuple(_story_blocks(arc, reviews, one, cite))
    return Document(TITLE, f"As of {in_full(as_of)}", name, as_of, blocks, cite.sources())


def review_document(title: str, review: Review, as_of: date) -> Document:
    """One draft that was read, alone."""
    cite = Citations(as_of)
    blocks = tuple(review_blocks(review, cite))
    return Document(capitalised(title), f"As of {in_full(as_of)}", "", as_of, blocks, cite.sources())


def _story_blocks(
    arc: ArcResult, reviews: Sequence[tuple[str, Review]], one: OneStory, cite: Citations
) -> Iterator[Block]:
    yield Heading("The arc")
    yield Paragraph(arc.says)
    lengths = tuple(says for says in (arc.years_in_the_job, arc.months_of_return) if says)
    if lengths:
        yield Card("Two lengths of time that are easily confused", (Bullets(lengths),), Tone.NOTE)
    for step, title, lead in STEPS:
        yield Heading(title, 2)
        yield Paragraph(lead, quiet=True)
        yield Facts(tuple((slot.title, _slot(slot)) for slot in arc.slots if slot.step == step))
    yield Heading("Drafts")
    if not reviews:
        yield Paragraph("No text is in your file yet.")
    for title, review in reviews:
        yield Heading(capitalised(title), 2)
        yield from review_blocks(review, cite)
    yield Heading("One story")
    yield Paragraph(one.says)
    if one.facts:
        yield Table(
            ("Fact", "Your file", "Your texts", "Together"),
            tuple(_fact_row(fact) for fact in one.facts),
            widths=(3, 3, 5, 3),
            caption="Facts as your file and your texts tell them",
        )
    if one.receipts:
        yield Heading("Receipts", 2)
        rows = tuple((receipt.title, receipt.proof or Line("Nothing yet", quiet=True)) for receipt in one.receipts)
        yield Table(("Entry", "What proves it"), rows, widths=(3, 5), caption="Entries and what proves them")


def _slot(slot: Slot) -> tuple[str | Line, ...]:
    known = tuple(Line(f"Your file: {reason.says}", quiet=True) for reason in slot.knows)
    return (Line(slot.words) if slot.words else Line(slot.asks, mark=Mark.UNKNOWN), *known)


def review_blocks(review: Review, cite: Citations) -> Iterator[Block]:
    """How long a draft is, the three things it is read for, and every finding."""
    yield Facts(tuple(_counts(review, cite)))
    if not review.counts.words:
        yield Paragraph("Nothing to read yet.")
        return
    three = qualities(review.place, review.findings)
    if three:
        yield Facts(tuple((one.title, one.says) for one in three))
    if not review.findings:
        yield Paragraph(NOTHING_FOUND)
    for finding in review.findings:
        yield Card(f"{finding.title} ({finding.weight.value})", tuple(_finding(finding, cite)))


def _counts(review: Review, cite: Citations) -> Iterator[tuple[str, Line | str]]:
    counts = review.counts
    limit = f" of {number(counts.limit)}" if counts.limit is not None else ""
    over = f": {number(counts.over)} too many" if counts.over else ""
    yield "Characters, as counted at most", Line(f"{number(counts.characters)}{limit}{over}", cite(review.because))
    yield "Words", f"{number(counts.words)} in {count(counts.sentences, 'sentence')}"
    yield "Said aloud", f"about {count(counts.seconds, 'second')}"


def _finding(finding: Finding, cite: Citations) -> Iterator[Block]:
    where = f"“{finding.quoted}”" if finding.quoted else "About the whole text."
    yield Paragraph(where, quiet=not finding.quoted)
    yield Paragraph(finding.says, sources=cite(finding.because))
    yield Paragraph(finding.asks)


def _fact_row(fact: FactTold) -> tuple[str | Line | tuple[str | Line, ...], ...]:
    told = tuple(Line(f"{capitalised(one.where)}: “{one.value}”") for one in fact.told)
    together = Line(capitalised(fact.agreement.value), mark=_AGREEMENTS[fact.agreement])
    return capitalised(fact.fact), fact.in_file or Line("not known", quiet=True), told, together
