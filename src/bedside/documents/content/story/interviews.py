"""Interviews as a document: the questions by group, the answers written so far, and what may not be asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.documents.blocks import Block, Bullets, Check, Checklist, Document, Facts, Heading, Line, Mark, Paragraph
from bedside.documents.content.citations import Citations
from bedside.documents.wording import in_full
from bedside.story.interview.all_answers import Answered, Interviews
from bedside.story.interview.habits import Habit
from bedside.story.interview.questions import Group, NotAsked

TITLE = "Interviews"
EXPLAINS = "An answer explains a path; it does not ask for a pardon. The three sure questions come first."


def interview_document(found: Interviews, as_of: date, name: str) -> Document:
    """The questions and answers as a document with its sources."""
    cite = Citations(as_of)
    blocks = (*_questions(found.groups, cite), *_answers(found.answered, cite), *_not_asked(found.not_asked, cite))
    return Document(TITLE, f"As of {in_full(as_of)}", name, as_of, blocks, cite.sources())


def _questions(groups: tuple[Group, ...], cite: Citations) -> Iterator[Block]:
    yield Heading(TITLE)
    yield Paragraph(EXPLAINS)
    for group in groups:
        yield Heading(group.title, 2)
        yield Bullets(tuple(Line(one.asks, sources=cite(one.because)) for one in group.questions))


def _answers(answered: tuple[Answered, ...], cite: Citations) -> Iterator[Block]:
    yield Heading("Your answers")
    if not answered:
        yield Paragraph("No answer is written yet.")
    for one in answered:
        question, answer = one.question, one.answer
        yield Heading(question.asks, 2)
        yield Paragraph(answer.whole)
        yield Paragraph(answer.says_seconds, quiet=True, sources=cite(answer.because))
        if question.in_four_parts:
            yield Facts(tuple((part.part.title, part.says) for part in answer.parts))
        yield Checklist(
            tuple(_habit(habit) for habit in answer.habits),
            dense=True,
        )
        if answer.findings:
            yield Bullets(tuple(f"{one.title}: “{one.quoted}”. {one.asks}" for one in answer.findings))
        if answer.must_be_told:
            shown = "; ".join(one.says for one in answer.must_be_told)
            yield Paragraph(f"The transcript shows: {shown}. An answer that says otherwise is noticed.")


def _habit(habit: Habit) -> Check:
    word, mark = ("as it should be", Mark.YES) if habit.holds else ("look again", Mark.INFORMATION)
    return Check(word, mark, f"{habit.kind.capitalize()}: {habit.title.lower()}. {habit.asks}".strip())


def _not_asked(found: tuple[NotAsked, ...], cite: Citations) -> Iterator[Block]:
    yield Heading("What programs may not ask")
    yield Paragraph("This is information, not legal advice.")
    yield Bullets(
        tuple(Line(f"{one.says}{f' Ask {one.ask}.' if one.ask else ''}", sources=cite(one.because)) for one in found)
    )
