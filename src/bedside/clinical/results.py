"""The results about places, outreach and volunteering: what is known of each, in words and numbers, with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bedside.applicant.parts.opportunities import OpportunityState
from bedside.clinical.letter_results import Letters
from bedside.evidence.money import Dollars
from bedside.evidence.reason import Reason


class Sign(StrEnum):
    """Whether a warning sign is there. What nobody asked yet is not a no."""

    THERE = "there"
    NOT_THERE = "not there"
    NOT_ASKED = "not asked yet"


_OUT = (str(OpportunityState.REFUSED), str(OpportunityState.LEFT))


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

    `days_in_words` is empty where both days are known exactly; `is_over` is whether the last of them has gone by;
    `weeks` come from its days; `cost_per_week` holds fee, travel and lost pay, without what `not_priced` names;
    `months_old_when_opened` is counted from the latest day it can end on to the day programs open files, and is below
    zero for what would end after it. `ask_by` is the last day to ask: by the lead time of the place, or where
    `ask_by_is_usual` by the shortest that is usual. `why_not` says what has to be confirmed before it may stand on a
    calendar. `paid_leave_held` says of how many days a year the paid leave would be taken; empty where that is not
    known. `label` is the title, with more where another place has the same one.
    """

    entry: str
    title: str
    label: str
    organization: str | None
    kind: str
    state: str
    setting: str | None
    structure: str | None
    contact: str | None
    trains_residents: str
    letter: str
    letter_says: str
    first_day: date | None
    last_day: date | None
    days_in_words: str
    is_over: bool
    weeks: float | None
    cost: Dollars | None
    cost_per_week: Dollars | None
    not_priced: tuple[str, ...]
    paid_leave_days: float | None
    unpaid_leave_days: float | None
    paid_leave_held: str
    ask_by: date | None
    ask_by_is_usual: bool
    ask_by_says: str
    months_old_when_opened: float | None
    is_recent_then: bool | None
    recency_says: str
    check_status_first: bool
    may_be_scheduled: bool
    why_not: str
    needs_a_booking: bool
    signs: tuple[WarningSign, ...]
    because: tuple[Reason, ...]

    @property
    def is_out(self) -> bool:
        """Whether it was refused, or left aside: then it stands in no order, and nothing is left to ask of it."""
        return self.state in _OUT

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
class AnswersOfKind:
    """Messages of one kind: how many were sent, answered, and answered with a yes."""

    kind: str
    sent: int
    answered: int
    yes: int
    waiting: int
    says: str


@dataclass(frozen=True, slots=True)
class OutreachRow:
    """One message: what came of it, and what to do about it now; `is_due` where a reminder is due."""

    entry: str
    to: str
    kind: str
    sent: date
    answer: str
    next_step: str
    is_due: bool


@dataclass(frozen=True, slots=True)
class OutreachResult:
    """What was asked and what came back. `answered` and `yes` count messages; the rates are the applicant's own."""

    sent: int
    answered: int
    yes: int
    waiting: int
    says: str
    by_kind: tuple[AnswersOfKind, ...]
    rows: tuple[OutreachRow, ...]
    because: tuple[Reason, ...]

    @property
    def due_again(self) -> tuple[str, ...]:
        """The entries that have waited for longer than a reminder should."""
        return tuple(row.entry for row in self.rows if row.is_due)


@dataclass(frozen=True, slots=True)
class Request:
    """What a message should contain, as a list of points in the applicant's case; the applicant writes it."""

    title: str
    to: str
    holds: tuple[str, ...]
    check_status_first: bool
    ask_first: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class WeeksAlike:
    """Weeks in a row with the same hours of clinical volunteering, by the Mondays of the first and the last.

    `hours` is None where the file does not say how many hours a week it takes. `is_ahead` is for weeks still to come:
    what goes on and what is booked.
    """

    first_monday: date
    last_monday: date
    hours: float | None
    is_ahead: bool

    @property
    def weeks(self) -> int:
        """How many weeks these are."""
        return (self.last_monday - self.first_monday).days // 7 + 1


@dataclass(frozen=True, slots=True)
class Volunteering:
    """Hours of clinical volunteering by week beside what the plan counts on, and where and why it can be done."""

    wanted: float
    runs: tuple[WeeksAlike, ...]
    says: str
    settings: str
    shows: str
    check_status_first: bool
    because: tuple[Reason, ...]


class Seen(StrEnum):
    """Whether a file shows something. What it does not say is not a no."""

    SHOWN = "shown"
    NOT_SHOWN = "not shown yet"
    NOT_SAID = "not said yet"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of three things a file on its way back shows: what it rests on, and a question that helps."""

    name: str
    title: str
    seen: Seen
    says: str
    ask: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class WayBack:
    """Closeness to patients, relevance and direction, never added up.

    `desk_says` names a long job far from patients with nothing clinical beside it; it is empty where there is none.
    """

    dimensions: tuple[Dimension, ...]
    desk_says: str
    desk_because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Clinic:
    """Everything about the way back into the clinic, as of a day and read on the day files are opened."""

    as_of: date
    files_opened: date
    way_back: WayBack
    comparison: Comparison
    outreach: OutreachResult
    requests: tuple[Request, ...]
    volunteering: Volunteering
    letters: Letters
