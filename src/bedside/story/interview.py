"""An interview answer in four parts: its sentences, what each part should hold, and how long it takes to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace
from bedside.applicant.parts.examinations import ExamResult
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, from_dossier
from bedside.story.counting import sentences, words
from bedside.story.results import Finding
from bedside.story.review import review


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
    """A part with the applicant's words: the sentences they have, and whether that is as many as it should."""

    part: Part
    text: str
    sentences: int
    fits: bool


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """The four parts, the whole as it is said, its length in seconds at a calm pace, and what was found in it.

    `must_be_told` are facts that anyone who has the transcript knows already, so the answer must not say otherwise.
    """

    parts: tuple[SpokenPart, ...]
    whole: str
    seconds: int
    findings: tuple[Finding, ...]
    must_be_told: tuple[Reason, ...]


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


def answer(
    texts: tuple[str, str, str, str], place: DraftPlace, dossier: Dossier, as_of: date, evidence: Evidence
) -> SpokenAnswer:
    """The answer from its four parts, read by the same rules as every draft.

    1. Count the sentences of each part; an empty part fits only after something is written.
    2. Join them as they are said, and read the whole.
    3. Beside it stands what the transcript shows: every failed attempt.
    """
    parts = tuple(_spoken(part, text) for part, text in zip(PARTS, texts, strict=True))
    whole = " ".join(text.strip() for text in texts if text.strip())
    pace = evidence.with_readings(dossier.readings).number("reading.spoken-words-a-minute")
    return SpokenAnswer(
        parts=parts,
        whole=whole,
        seconds=round(len(words(whole)) / pace * 60),
        findings=review(whole, place, dossier, as_of, evidence).findings,
        must_be_told=_on_the_transcript(dossier),
    )


def _spoken(part: Part, text: str) -> SpokenPart:
    count = len(sentences(text))
    return SpokenPart(part, text, count, part.fewest <= count <= part.most)


def _on_the_transcript(dossier: Dossier) -> tuple[Reason, ...]:
    return tuple(
        from_dossier(
            f"exams[{number}]", f"{exam.exam}: a failed attempt{f' {exam.date.on_or_in}' if exam.date else ''}"
        )
        for number, exam in enumerate(dossier.exams)
        if exam.result is ExamResult.FAILED
    )
