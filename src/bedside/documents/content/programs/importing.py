"""What a file about programs was read as, before it is kept, and the sources there are, as blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from bedside.documents.blocks import Block, Bullets, Cell, Document, Facts, Heading, Line, Paragraph, Table
from bedside.documents.wording import count, in_full, in_short
from bedside.programs.collection import Import
from bedside.programs.directory import Question
from bedside.programs.field import FIELDS
from bedside.programs.mention import Mention, Reading
from bedside.programs.shelf.directory_file import KeptImport
from bedside.programs.sources.catalogue import Access, PublishedSource

_UNREAD_SHOWN = 10
_COLUMNS_SHOWN = 30
ACCESS = {
    Access.FETCHED: "Bedside can fetch it: `bedside programs add {key}`",
    Access.BY_HAND: "download it there, and add the file",
    Access.SIGN_IN: "behind your own sign-in: save or copy what you may see there, and add it as private",
}


def preview_blocks(reading: Reading, file_name: str) -> Iterator[Block]:
    """What was recognised, how each column was taken, and what could not be read and why."""
    yield Heading(f"{file_name}: {reading.title}", 2)
    said_on = f", {in_short(reading.said_on)}" if reading.said_on else ""
    rows: list[tuple[str, Cell]] = [
        ("From", f"{reading.publisher or 'not named'}{said_on}"),
        ("Edition", reading.edition or "not named"),
        ("Programs", f"{len(reading.rows):,}"),
    ]
    tracks = sum(len(row.tracks) for row in reading.rows)
    if tracks:
        rows.append(("Tracks", f"{tracks:,}"))
    if reading.state_results:
        rows.append(("Results by state", f"{len(reading.state_results):,}"))
    if reading.hospitals:
        rows.append(("Hospitals", f"{len(reading.hospitals):,}"))
    rows += [(FIELDS[field].title, count(told, "claim")) for field, told in _claims(reading)]
    if reading.licence:
        rows.append(("Licence", reading.licence))
    yield Facts(tuple(rows))
    if reading.columns:
        yield Paragraph("How each column was taken:")
        yield Facts(tuple(reading.columns[:_COLUMNS_SHOWN]))
    if reading.notes:
        yield Bullets(reading.notes)
    yield from _unread(reading)


def sources_document(sources: Sequence[PublishedSource], added: Sequence[KeptImport], as_of: date) -> Document:
    """What is published about programs, on what terms, and what was added."""
    blocks: list[Block] = []
    for source in sources:
        blocks.append(Heading(source.title, 2))
        blocks.append(Paragraph(source.gives))
        blocks.append(Facts(tuple(source_facts(source))))
        blocks.append(Bullets(source.terms))
    blocks.append(Heading("What you have added"))
    blocks += list(added_blocks(added))
    return Document("Sources about programs", "Nothing is fetched unless you say so", "", as_of, tuple(blocks))


def source_facts(source: PublishedSource) -> Iterator[tuple[str, Cell]]:
    """Who publishes a source, which edition, how large, on what licence, and how to get it."""
    yield "Name here", source.key
    yield "Publisher", source.publisher
    yield "Edition", source.edition
    if source.size:
        yield "Size", f"{source.size / 1_000_000:.1f} MB in {count(len(source.files), 'file')}"
    yield "Licence", source.licence
    yield "Where", source.page
    yield "Address", source.address_seen
    yield "How", ACCESS[source.access].format(key=source.key)
    yield "Terms read", in_full(source.terms_read_on)


def added_blocks(added: Sequence[KeptImport]) -> Iterator[Block]:
    """Every import with the id to take it back."""
    if not added:
        yield Paragraph("Nothing yet.")
        return
    rows = tuple(
        (
            kept.one.id,
            _what(kept.one),
            f"{kept.programs:,}",
            in_short(kept.one.added_on) + ("" if kept.counts else ", an older edition"),
        )
        for kept in added
    )
    yield Table(
        ("Import", "What", "Programs", "Added"), rows, widths=(2, 5, 1.4, 2), align=("left", "left", "right", "left")
    )
    yield Paragraph("`bedside programs undo IMPORT` takes exactly one of them back.", quiet=True)


def questions_blocks(questions: Sequence[Question], names: dict[str, str]) -> Iterator[Block]:
    """Names that may be one of several programs, each with its candidates; `names` are of programs by key."""
    if not questions:
        yield Paragraph("No name is open: every program that was read is known or stands by itself.")
        return
    for one in questions:
        yield Heading(f"{_mention(one.mention)}", 2)
        yield Paragraph(f"{one.origin.title}. Question {one.fingerprint}", quiet=True)
        yield Bullets(tuple(f"{key}: {names.get(key, key)} ({like:.0f} of 100 alike)" for key, like in one.candidates))
    yield Paragraph(
        "`bedside programs questions QUESTION KEY` says which it is; with `new` in place of the key it is a program of "
        "its own.",
        quiet=True,
    )


def _what(one: Import) -> Cell:
    edition = f", edition {one.reading.edition}" if one.reading.edition else ""
    return (Line(f"{one.reading.title}{edition}", strong=True), Line(one.file_name.replace("_", " "), quiet=True))


def _mention(mention: Mention) -> str:
    place = ", ".join(part for part in (mention.city, mention.state) if part)
    return " · ".join(part for part in (mention.name or mention.institution, place, mention.specialty) if part)


def _claims(reading: Reading) -> list[tuple[str, int]]:
    told = Counter(stated.field for row in reading.rows for stated in row.stated)
    return [(field, told[field]) for field in FIELDS if told[field]]


def _unread(reading: Reading) -> Iterator[Block]:
    if not reading.unread:
        return
    yield Paragraph(f"{count(len(reading.unread), 'thing')} could not be read:")
    items = [f"{one.place}: {one.what}. {one.why} {one.how_to_fix}".rstrip() for one in reading.unread[:_UNREAD_SHOWN]]
    if len(reading.unread) > _UNREAD_SHOWN:
        items.append(f"and {len(reading.unread) - _UNREAD_SHOWN:,} more")
    yield Bullets(tuple(items))
