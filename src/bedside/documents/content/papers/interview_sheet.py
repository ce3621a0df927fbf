"""The interview sheet: the answers as the applicant wrote them, how long each takes, and the dates to know by heart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace, DraftText
from bedside.applicant.parts.examinations import ExamResult
from bedside.applicant.parts.experience import Kind
from bedside.documents.blocks import Block, Bullets, Card, Cell, Document, Facts, Heading, Paragraph, Tone
from bedside.documents.content.papers.wording import exam_line, latest_first, name_of_draft, period, place
from bedside.documents.wording import LONGEST_TITLE, capitalised, count, in_full, shortened
from bedside.evidence.library import Evidence
from bedside.story.drafts.results import is_spoken
from bedside.story.interview.answer import NOT_YET
from bedside.story.text.counting import paragraphs, sentences, words

SURE = (DraftPlace.PATH, DraftPlace.WHY_THE_JOB, DraftPlace.WHY_NOW)
"""The three questions that are sure to come."""

_PACE = "reading.spoken-words-a-minute"


def interview_document(dossier: Dossier, as_of: date, evidence: Evidence) -> Document:
    """The sure questions first, written or not, then every other answer, then the facts an answer must agree with."""
    name = shortened(dossier.identity.name, LONGEST_TITLE)
    return Document(
        title="Interview sheet",
        subtitle=f"{name} · as of {in_full(as_of)} · for you alone",
        author=name,
        as_of=as_of,
        blocks=tuple(_blocks(dossier, as_of, evidence)),
        discreet_title="Page",
    )


def _blocks(dossier: Dossier, as_of: date, evidence: Evidence) -> Iterator[Block]:
    pace = evidence.with_readings(dossier.readings).number(_PACE)
    yield Heading("The three questions that are sure to come")
    for place_of in SURE:
        found = [draft for draft in dossier.drafts if draft.place is place_of]
        for draft in found:
            yield from _answer(draft, pace)
        if not found:
            yield Heading(capitalised(place_of.value.removeprefix("interview answer: ")), 2)
            yield Paragraph("Not written yet.", quiet=True)
    others = [draft for draft in dossier.drafts if is_spoken(draft.place) and draft.place not in SURE]
    if others:
        yield Heading("Other questions")
    for draft in others:
        yield from _answer(draft, pace)
    yield from _transcript(dossier)
    yield Heading("Dates to know by heart")
    yield Facts(tuple(_dates(dossier, as_of)))


def _answer(draft: DraftText, pace: float) -> Iterator[Block]:
    yield Heading(name_of_draft(draft), 2)
    told = "\n".join(line for line in draft.text.split("\n") if line.strip() != NOT_YET)
    seconds = round(len(words(told)) / pace * 60)
    yield Paragraph(f"{count(len(sentences(told)), 'sentence')}, about {count(seconds, 'second')} aloud", quiet=True)
    for start, end in paragraphs(draft.text):
        part = draft.text[start:end]
        yield Paragraph("This part is not written yet.", quiet=True) if part == NOT_YET else Paragraph(part)


def _transcript(dossier: Dossier) -> Iterator[Block]:
    """Failed attempts: whoever asks has seen them."""
    failed = tuple(exam_line(exam) for exam in dossier.exams if exam.result is ExamResult.FAILED)
    if failed:
        says = Paragraph("Whoever asks has read this. An answer says the same.")
        yield Card("On the transcript", (says, Bullets(failed)), Tone.NOTE)


def _dates(dossier: Dossier, as_of: date) -> Iterator[tuple[str, Cell]]:
    yield dossier.medical_school.graduated.in_words, "Graduation"
    for exam in dossier.exams:
        if exam.date:
            yield exam.date.in_words, exam_line(exam).removesuffix(f", {exam.date.in_words}")
    told = [one for one in dossier.experiences if one.kind is not Kind.OTHER]
    for one in latest_first(told, as_of):
        where = place(one)
        yield period(one), f"{one.title}{f', {where}' if where else ''}"
    for gap in dossier.explanations:
        yield f"{gap.start.in_words} to {gap.end.in_words}", gap.reason or "Not explained yet"
