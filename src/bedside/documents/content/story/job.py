"""The job on the file as a document: four questions, what to ask for, what is asked about, what each entry holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.documents.blocks import Block, Bullets, Check, Checklist, Document, Heading, Line, Mark, Paragraph
from bedside.documents.content.citations import Citations
from bedside.documents.wording import in_full
from bedside.story.entries.job_entry import Answer
from bedside.story.entries.job_on_file import JobOnFile

TITLE = "The job on your file"
NAMES_STAY = "Your title stays as it is, and nothing in the past gets another name."
_STATES = {True: ("yes", Mark.YES), False: ("not yet", Mark.NOT_NEEDED), None: ("not known", Mark.UNKNOWN)}


def job_document(found: JobOnFile, as_of: date, name: str) -> Document:
    """The job alone, as a document with its sources."""
    cite = Citations(as_of)
    blocks = tuple(job_blocks(found, cite))
    return Document(TITLE, f"As of {in_full(as_of)}", name, as_of, blocks, cite.sources())


def job_blocks(found: JobOnFile, cite: Citations) -> Iterator[Block]:
    """The section, from its heading on."""
    yield Heading(TITLE)
    yield Paragraph(found.says)
    if found.present:
        yield Heading(f"Four questions about {found.title}", 2)
        glance = (found.at_a_glance,) if found.at_a_glance else ()
        yield Checklist(tuple(_check(one, cite) for one in (*found.questions, *glance)))
    if found.ask_for:
        yield Heading("What to ask for at work", 2)
        yield Paragraph(f"{found.ask_for} {NAMES_STAY}")
    if found.stumbles:
        yield Heading("What will be asked about", 2)
        yield Bullets(tuple(Line(f"{one.says} {one.ask}", sources=cite(one.because)) for one in found.stumbles))
    for entry in found.entries:
        yield Heading(f"What the entry holds: {entry.title}", 2)
        yield Paragraph(f"Read from {entry.read_from}. Write only what is true.", quiet=True)
        yield Checklist(tuple(_check(one, cite) for one in entry.holds), dense=True)


def _check(one: Answer, cite: Citations) -> Check:
    word, mark = _STATES[one.holds]
    lines = (Line(one.question, sources=cite(one.because), strong=True), *([Line(one.says)] if one.says else []))
    return Check(word, mark, tuple(lines))
