"""The results of reading drafts: findings with their place, counts, and what a text would look like if pasted clean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bedside.applicant.parts.drafts import DraftPlace
from bedside.evidence.reason import Reason


class Weight(StrEnum):
    """How much a finding matters: whether it contradicts the file, weakens the text, or is worth a thought."""

    MEND = "to put right"
    WEAKENS = "weakens the text"
    THINK = "worth a thought"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a draft: its place, the rule, why it matters, and a question that helps; never new words.

    `start` (inclusive) and `end` (exclusive) count code points of the text that was read; both are 0 where the
    finding is about the whole of it. `quoted` is the text between them.
    """

    rule: str
    title: str
    weight: Weight
    start: int
    end: int
    quoted: str
    says: str
    asks: str
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How long a text is. `characters` is what a form with a limit counts at most; `limit` is None where none is known.

    `seconds` is how long it takes to say it aloud.
    """

    characters: int
    limit: int | None
    words: int
    sentences: int
    paragraphs: int
    seconds: int

    @property
    def over(self) -> int:
        """Characters beyond the limit; 0 where it fits or no limit is known."""
        return max(0, self.characters - self.limit) if self.limit is not None else 0


@dataclass(frozen=True, slots=True)
class Review:
    """A draft as it was read: its findings in the order of the text, those about the whole first."""

    place: DraftPlace
    counts: Counts
    school_years_to_read: float | None
    findings: tuple[Finding, ...]
    clean: str
    because: tuple[Reason, ...] = ()


def is_spoken(place: DraftPlace) -> bool:
    """Whether what is written for a place is said aloud."""
    return place.value.startswith("interview")
