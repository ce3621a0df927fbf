"""The results about letters: how far each is, what they speak to, and the facts for a writer."""

from __future__ import annotations

from dataclasses import dataclass

from bedside.evidence.reason import Reason


@dataclass(frozen=True, slots=True)
class LetterStanding:
    """One letter on the day programs open files, and what there is still to do for it.

    `months_old_when_opened` is the fewest months it can be old, by the day on it or else by that of its upload;
    `is_recent_then` is None where the days it can bear do not all lead to the same answer."""

    entry: str
    writer: str
    kind: str
    state: str
    dates_say: str
    months_old_when_opened: float | None
    is_recent_then: bool | None
    age_says: str
    speaks_to: tuple[str, ...]
    waived: str
    next_step: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """All letters, how many will count, what none of them speaks to yet, and the most a program takes.

    `too_many_says` is empty where no more are held than go to one program."""

    letters: tuple[LetterStanding, ...]
    recent_from_the_us: int
    most_per_program: int
    not_spoken_to: tuple[str, ...]
    says: str
    too_many_says: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class FactSheet:
    """What a writer needs to know, as facts of the file. It is never a draft of the letter.

    `to_add` is for the applicant and not for the writer: what the sheet lacks, and how it comes onto it.
    """

    writer: str
    facts: tuple[tuple[str, str], ...]
    asks: tuple[str, ...]
    says: str
    to_add: tuple[str, ...] = ()
