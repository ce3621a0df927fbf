"""The entries of the application as a document: their order and why, what each field takes, and how it was counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.documents.blocks import Block, Bullets, Card, Document, Facts, Heading, Line, Paragraph, Tone
from bedside.documents.content.citations import Citations
from bedside.documents.wording import in_full, joined, number
from bedside.story.entries.experiences import Entries, Entry
from bedside.story.entries.form_fields import FormText

TITLE = "Entries of the application"
NOT_SEEN = (
    "We could not see the form itself. What is counted here is the most that any form counts of the text you copy, so "
    "what fits here fits there. The form may show a few characters less."
)
NOT_WRITTEN = "not written yet"


def entries_document(found: Entries, as_of: date, name: str) -> Document:
    """The entries alone, as a document with its sources."""
    cite = Citations(as_of)
    blocks = tuple(entries_blocks(found, cite))
    return Document(TITLE, f"As of {in_full(as_of)}", name, as_of, blocks, cite.sources())


def entries_blocks(found: Entries, cite: Citations) -> Iterator[Block]:
    """The section, from its heading on."""
    yield Heading(TITLE)
    yield Paragraph(found.says, sources=cite(found.because))
    yield Paragraph(f"Most meaningful experiences: {found.says_meaningful}")
    yield Card(
        "How characters are counted here",
        (Paragraph(NOT_SEEN), Bullets(tuple(Line(one.says, sources=cite((one,))) for one in found.counted_by))),
        Tone.NOTE,
    )
    for place, entry in enumerate(found.chosen, start=1):
        yield from _entry(place, entry, cite)
    if found.left_out:
        yield Heading("These do not fit", 2)
        yield Bullets(tuple(f"{one.title}, {one.time}" for one in found.left_out))
    yield Heading("Fields there is one of", 2)
    for field in found.single:
        yield Heading(field.title, 3)
        yield Paragraph(field.says, sources=cite(field.because))
        yield Paragraph(field.text.text if field.text else f"Your text: {NOT_WRITTEN}. It may stay so.")
    yield Heading("Regions and settings", 3)
    yield Paragraph(found.preferences.says, sources=cite(found.preferences.because))
    yield Heading("What the form lets you choose", 2)
    yield Paragraph(f"Focus area: {joined([str(one.value) for one in found.focus_areas])}.")
    yield Paragraph(f"Key characteristic: {joined([str(one.value) for one in found.key_characteristics])}.")


def _entry(place: int, entry: Entry, cite: Citations) -> Iterator[Block]:
    yield Heading(f"{place}. {entry.title}", 2)
    yield Paragraph(entry.why_here, quiet=True)
    rows = [("Type", Line(entry.type, sources=cite(entry.because))), ("When", Line(entry.time))]
    rows += [("Organization", Line(entry.organization))] if entry.organization else []
    rows += [("Where", Line(entry.country))]
    rows += [("Hours a week", Line(number(entry.hours_per_week)))] if entry.hours_per_week is not None else []
    rows += [("Description", Line(takes(entry.text)))]
    rows += [("Most meaningful", Line(takes(entry.reflection)))] if entry.reflection else []
    yield Facts(tuple(rows))
    for text in (entry.text, entry.reflection):
        if text is not None:
            yield Paragraph(text.text)


def takes(text: FormText | None) -> str:
    """How much of its field a text takes: "112 of 750 characters"."""
    if text is None:
        return NOT_WRITTEN
    of = f" of {text.most}" if text.most is not None else ""
    return f"{text.characters}{of} characters{f', {text.over} too many' if text.over else ''}"
