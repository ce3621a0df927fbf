"""The worksheet for MyERAS: its sections in their order, what goes into each field, and how much of it is used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace
from bedside.applicant.parts.examinations import CertificateState
from bedside.documents.blocks import Block, Bullets, Cell, Document, Facts, Heading, Line, Paragraph
from bedside.documents.content.citations import Citations
from bedside.documents.content.papers.wording import exam_line, letter_line
from bedside.documents.wording import LONGEST_TITLE, in_full, number, shortened
from bedside.evidence.library import Evidence
from bedside.evidence.reason import cited
from bedside.story.entries.experiences import Entries, Entry, entries
from bedside.story.entries.form_fields import FormText
from bedside.story.text.counting import characters

STATEMENT_ROOM, LETTERS = "myeras.statement-characters", "myeras.letters-per-program"
_NOTHING = "Nothing in your file."


def worksheet_document(dossier: Dossier, as_of: date, evidence: Evidence) -> Document:
    """Personal data, education, exams, experiences in the proposed order, single texts, statement, letters, choices."""
    name = shortened(dossier.identity.name, LONGEST_TITLE)
    cite = Citations(as_of)
    return Document(
        title="Worksheet for MyERAS",
        subtitle=f"{name} · as of {in_full(as_of)} · to type from",
        author=name,
        as_of=as_of,
        blocks=tuple(_blocks(dossier, as_of, evidence, cite)),
        sources=cite.sources(),
        discreet_title="Pages",
    )


def _blocks(dossier: Dossier, as_of: date, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    found = entries(dossier, as_of, evidence)
    yield Paragraph("Look at the form itself before you type: fields and limits change from season to season.")
    yield from _personal(dossier)
    yield from _education(dossier)
    yield from _exams(dossier)
    yield from _experiences(found, cite)
    for single in found.single:
        yield Heading(single.title)
        yield Paragraph(single.says, quiet=True, sources=cite(single.because))
        yield from _text(single.text, single.most)
    yield from _statement(dossier, evidence, cite)
    yield from _letters(dossier, evidence, cite)
    yield Heading("Regions and settings")
    yield Paragraph(found.preferences.says, sources=cite(found.preferences.because))


def _personal(dossier: Dossier) -> Iterator[Block]:
    yield Heading("Personal information")
    rows: list[tuple[str, Cell]] = [("Name", dossier.identity.name)]
    if dossier.identity.citizenships:
        rows.append(("Citizenship", ", ".join(dossier.identity.citizenships)))
    yield Facts(tuple(rows))
    yield Paragraph(
        "Address, telephone and identification numbers are not in your file: have them beside you.", quiet=True
    )


def _education(dossier: Dossier) -> Iterator[Block]:
    school = dossier.medical_school
    yield Heading("Education")
    yield Facts(
        (
            ("Medical school", school.name or "Not in your file."),
            ("Country", school.country),
            ("Graduated", school.graduated.in_words),
        )
    )


def _exams(dossier: Dossier) -> Iterator[Block]:
    yield Heading("Examinations, certification and licences")
    rows: list[tuple[str, Cell]] = [(str(exam.exam), exam_line(exam)) for exam in dossier.exams]
    certificate = dossier.certificate
    if certificate is not None and certificate.state is not CertificateState.UNKNOWN:
        issued = f" {certificate.issued.on_or_in}" if certificate.issued else ""
        rows.append(("ECFMG certificate", f"{certificate.state}{issued}"))
    rows += [("Licence", one.country) for one in dossier.licences]
    yield Facts(tuple(rows)) if rows else Paragraph(_NOTHING)


def _experiences(found: Entries, cite: Citations) -> Iterator[Block]:
    yield Heading("Experiences")
    yield Paragraph(found.says, sources=cite((*found.because, *found.counted_by)))
    if found.chosen:
        yield Paragraph(found.says_meaningful)
    for place, entry in enumerate(found.chosen, 1):
        yield Heading(f"{place}. {entry.title}", 2)
        yield Facts(tuple(_fields(entry)))
        yield from _text(entry.text, found.characters_each)
        if entry.reflection:
            yield Paragraph("Most meaningful, the extra text:", quiet=True)
            yield from _text(entry.reflection, found.characters_meaningful)
    if found.left_out:
        yield Heading("Beyond what the form holds", 2)
        yield Bullets(tuple(f"{one.title}, {one.time}" for one in found.left_out))


def _fields(entry: Entry) -> Iterator[tuple[str, Cell]]:
    yield "Organization", entry.organization or "Not in your file."
    yield "Type", entry.type
    yield "Dates", entry.time
    yield "Country", entry.country
    yield "Hours a week", number(entry.hours_per_week) if entry.hours_per_week is not None else "Not in your file."
    yield "Why here", Line(entry.why_here, quiet=True)


def _text(text: FormText | None, most: int) -> Iterator[Block]:
    if text is None:
        yield Paragraph(f"Nothing is written yet; there is room for {most:,} characters.", quiet=True)
        return
    over = f", {text.characters - most:,} too many" if text.characters > most else ""
    yield Paragraph(f"{text.characters:,} of {most:,} characters{over}", quiet=True)
    yield from (Paragraph(part) for part in text.text.split("\n") if part.strip())


def _statement(dossier: Dossier, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    yield Heading("Personal statement")
    figure = evidence.find(STATEMENT_ROOM)
    drafts = [draft for draft in dossier.drafts if draft.place is DraftPlace.STATEMENT]
    if not drafts:
        yield Paragraph("Nothing is written yet.")
    for draft in drafts:
        about = f"{draft.about}: " if draft.about else ""
        used = f"{characters(draft.text):,} of {evidence.number(STATEMENT_ROOM):,.0f} characters"
        yield Paragraph(f"{about}{used}. It has a file of its own.", sources=cite((cited(figure),)))


def _letters(dossier: Dossier, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    yield Heading("Letters of recommendation")
    figure = evidence.find(LETTERS)
    yield Paragraph(figure.says, quiet=True, sources=cite((cited(figure),)))
    yield Bullets(tuple(letter_line(one) for one in dossier.letters)) if dossier.letters else Paragraph(_NOTHING)
