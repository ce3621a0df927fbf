"""An interview answer as it is said: its parts and their sentences, its seconds, its habits and what was found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.story.drafts.results import Finding
from bedside.story.drafts.review import review
from bedside.story.drafts.rules.transcript import failed_attempts, untold_attempts
from bedside.story.interview.habits import LEAVE_OUT, Habit, habits
from bedside.story.interview.questions import Question
from bedside.story.text.counting import sentences, words
from bedside.story.told.exams import exams_named

PACE, LONGEST = "reading.spoken-words-a-minute", "reading.answer-seconds"
NOT_YET = "…"
"""Stands in a kept draft for a part that is not written yet, so that the others keep their places."""

_ABOUT_EXAMS = frozenset({"scores-failed", "scores-low", "scores-boards"})
_ABOUT_THE_PATH = frozenset({"sure", "path", "gap", "scores"})


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the answer: what it holds, and from how few to how many sentences it should have."""

    name: str
    title: str
    asks: str
    fewest: int
    most: int


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """A part with the applicant's words, the sentences they have, and whether that is as many as it should.

    `fits` is None while nothing is written.
    """

    part: Part
    text: str
    sentences: int
    fits: bool | None
    says: str


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """The parts, the whole as it is said, its length in seconds at a calm pace, and what was found in it.

    `habits` are all six where the answer tells a path, and else the three to leave out.
    `must_be_told` are facts that anyone who has the transcript knows already, so an answer about the path or about
    exams must not say otherwise; `untold` are those of them that an answer about exams leaves out.
    """

    parts: tuple[SpokenPart, ...]
    whole: str
    seconds: int
    most_seconds: int
    says_seconds: str
    habits: tuple[Habit, ...]
    findings: tuple[Finding, ...]
    must_be_told: tuple[Reason, ...]
    untold: tuple[Reason, ...]
    because: tuple[Reason, ...]


PARTS = (
    Part(
        "challenge", "The challenge", "What stood in the way after graduation? A fact, without who was to blame.", 1, 1
    ),
    Part("choice", "Why the job", "Why did you choose this work, and where was it?", 1, 1),
    Part(
        "learned", "What you learned", "What did you learn, with which physicians or teams, that a resident uses?", 2, 3
    ),
    Part(
        "pivot", "The turn to now", "Since when are you back near patients, doing what, and what follows from it?", 1, 3
    ),
)
"""The four parts in the order in which they are said."""

WHOLE = Part("answer", "Your answer", "What would you say, as you would say it?", 1, 12)
"""The one part of an answer that does not tell a path."""


def parts_for(question: Question) -> tuple[Part, ...]:
    """The parts in which a question is answered."""
    return PARTS if question.in_four_parts else (WHOLE,)


def kept_text(texts: tuple[str, ...]) -> str:
    """The parts as one draft, a paragraph each; empty where none is written.

    A part that is not written holds its place, as long as one after it is written. An empty line within one of several
    parts becomes a line break, as an empty line is what stands between the parts; nothing else is changed.
    """
    if len(texts) == 1:
        return texts[0].strip()
    bare = [re.sub(r"[^\S\n]*\n\s*\n[^\S\n]*", "\n", text.strip()) for text in texts]
    while bare and not bare[-1]:
        bare.pop()
    return "\n\n".join(text or NOT_YET for text in bare)


def texts_of(kept: str, question: Question) -> tuple[str, ...]:
    """The parts out of a kept draft; what stands beyond the last part is added to it."""
    parts = parts_for(question)
    if len(parts) == 1:
        return (kept.strip(),)
    pieces = ["" if piece.strip() == NOT_YET else piece.strip() for piece in re.split(r"\n\s*\n", kept.strip())]
    pieces += [""] * (len(parts) - len(pieces))
    return (*pieces[: len(parts) - 1], "\n".join(filter(None, pieces[len(parts) - 1 :])))


def answer(
    texts: tuple[str, ...], question: Question, dossier: Dossier, as_of: date, evidence: Evidence
) -> SpokenAnswer:
    """The answer to a question from its parts, read by the same rules as every draft.

    1. Count the sentences of each part.
    2. Join the parts as they are said, and read the whole.
    3. Beside an answer about the path or about exams stands what the transcript shows: every failed attempt.
    """
    evidence = evidence.with_readings(dossier.readings)
    parts = tuple(_spoken(part, text) for part, text in zip(parts_for(question), texts, strict=True))
    whole = " ".join(text.strip() for text in texts if text.strip())
    seconds = round(len(words(whole)) / evidence.number(PACE) * 60)
    most = round(evidence.number(LONGEST))
    findings = review(whole, question.place, dossier, as_of, evidence).findings
    failed = failed_attempts(dossier)
    is_about = question.group in _ABOUT_THE_PATH or bool(exams_named(whole))
    return SpokenAnswer(
        parts=parts,
        whole=whole,
        seconds=seconds,
        most_seconds=most,
        says_seconds=_says_seconds(whole, seconds, most),
        habits=tuple(one for one in habits(whole, findings) if question.in_four_parts or one.kind == LEAVE_OUT),
        findings=findings,
        must_be_told=failed if is_about else (),
        untold=untold_attempts(whole, dossier) if whole and question.name in _ABOUT_EXAMS else (),
        because=evidence.cite(PACE, LONGEST),
    )


def _spoken(part: Part, text: str) -> SpokenPart:
    count = len(sentences(text))
    fits = part.fewest <= count <= part.most if count else None
    return SpokenPart(part, text.strip(), count, fits, _says_sentences(part, count))


def _says_sentences(part: Part, count: int) -> str:
    wanted = (
        "one"
        if part.most == 1
        else f"{_IN_WORDS.get(part.fewest, part.fewest)} to {_IN_WORDS.get(part.most, part.most)}"
    )
    if not count:
        return f"Nothing yet; {wanted} {'sentence is' if part.most == 1 else 'sentences are'} enough."
    has = "One sentence" if count == 1 else f"{count} sentences"
    if part.fewest <= count <= part.most:
        return f"{has}: as it should be."
    return f"{has}; {wanted} would be {'enough' if count > part.most else 'better'}."


_IN_WORDS = {1: "one", 2: "two", 3: "three", 12: "twelve"}


def _says_seconds(whole: str, seconds: int, most: int) -> str:
    if not whole:
        return f"Up to {most} seconds are listened to."
    fits = (
        f"within the {most} that are listened to" if seconds <= most else f"more than the {most} that are listened to"
    )
    return f"Said calmly it takes about {seconds} seconds, {fits}."
