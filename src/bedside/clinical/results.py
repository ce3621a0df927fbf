"""The results about places, outreach and letters: what is known of each, in words and numbers, with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bedside.evidence.money import Dollars
from bedside.evidence.reason import Reason


class Sign(StrEnum):
    """Whether a warning sign is there. What nobody asked yet is not a no."""

    THERE = "there"
    NOT_THERE = "not there"
    NOT_ASKED = "not asked yet"


@dataclass(frozen=True, slots=True)
class WarningSign:
    """One thing to ask before paying: why it matters, and the question to send."""

    name: str
    title: str
    sign: Sign
    why: str
    ask: str
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """One place beside the others. What the file does not say is None and stays unknown.

    `weeks` come from its days; `cost_per_week` holds fee, travel and lost pay; `months_old_when_opened` is counted
    from its last day to the day programs open files, and `is_recent_then` is whether that lies in the window.
    `may_be_scheduled` is False with `why_not` where something has to be confirmed first.
    """

    entry: str
    title: str
    organization: str | None
    kind: str
    state: str
    setting: str | None
    structure: str | None
    contact: str | None
    trains_residents: str
    letter: str
    weeks: float | None
    cost: Dollars | None
    cost_per_week: Dollars | None
    not_priced: tuple[str, ...]
    paid_leave_days: float | None
    unpaid_leave_days: float | None
    ask_by: date | None
    months_old_when_opened: float | None
    is_recent_then: bool | None
    check_status_first: bool
    may_be_scheduled: bool
    why_not: str
    signs: tuple[WarningSign, ...]
    because: tuple[Reason, ...]

    @property
    def signs_there(self) -> tuple[WarningSign, ...]:
        """The warning signs that are there."""
        return tuple(sign for sign in self.signs if sign.sign is Sign.THERE)

    @property
    def signs_not_asked(self) -> tuple[WarningSign, ...]:
        """The questions nobody asked yet."""
        return tuple(sign for sign in self.signs if sign.sign is Sign.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Preference:
    """One of the three preferences, as an order of its own: each group holds entries that are alike in it.

    The last group is of those of which it is not known."""

    name: str
    title: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    says: str
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Places side by side, and three orders of them: never one score."""

    places: tuple[Compared, ...]
    preferences: tuple[Preference, ...]


@dataclass(frozen=True, slots=True)
class OutreachResult:
    """What was asked and what came back. `answered` and `yes` count messages; the rate is the applicant's own.

    `due_again` are the entries that wait for longer than a reminder should."""

    sent: int
    answered: int
    yes: int
    waiting: int
    says: str
    due_again: tuple[str, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """What a message should contain, as a list of points in the applicant's case; the applicant writes it."""

    title: str
    to: str
    holds: tuple[str, ...]
    ask_first: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class LetterStanding:
    """One letter on the day programs open files, and what there is still to do for it."""

    entry: str
    writer: str
    kind: str
    state: str
    months_old_when_opened: float | None
    is_recent_then: bool | None
    speaks_to: tuple[str, ...]
    next_step: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """All letters, how many will count, what none of them speaks to yet, and the most a program takes."""

    letters: tuple[LetterStanding, ...]
    recent_from_the_us: int
    most_per_program: int
    not_spoken_to: tuple[str, ...]
    says: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class FactSheet:
    """What a writer needs to know, as facts of the file. It is never a draft of the letter."""

    writer: str
    facts: tuple[tuple[str, str], ...]
    asks: tuple[str, ...]
    says: str
