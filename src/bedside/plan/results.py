"""The results of planning: the decision, dated tasks, money by month, clocks, audit and the three-header page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bedside.calendar.season import Season
from bedside.evidence.citing import day_in_words
from bedside.evidence.money import Dollars
from bedside.evidence.reason import Reason
from bedside.standing.results import Condition, Fires, Row


class Period(StrEnum):
    """The four periods of the transition, as stages; their dates come from the season."""

    SET_UP = "Set up"
    REBUILD = "Rebuild and prepare"
    SUBMIT = "Finish and submit"
    SEASON = "Interviews and the Match"


class TaskState(StrEnum):
    """How a task stands."""

    DONE = "done"
    BOOKED = "booked"
    PLANNED = "planned"
    LATE = "late"
    DOES_NOT_FIT = "does not fit"


@dataclass(frozen=True, slots=True)
class Task:
    """One dated task. `start` and `finish` are inclusive planned days; `latest_finish` is the last day
    that keeps every task after it on time. Hours are the applicant's own work; leave is in working days.

    `key` stays the same from run to run. `ticked_on` is the day on which it was ticked off, None where it was not;
    `record_under` is then the part of the dossier that has to hold the fact before standing counts it, if any."""

    key: str
    title: str
    why: str
    period: Period
    start: date
    finish: date
    latest_finish: date
    state: TaskState
    depends_on: tuple[str, ...]
    lead_time_days: int
    hours: float
    cost: Dollars | None
    paid_leave_days: float
    unpaid_leave_days: float
    slips: str
    check_status_first: bool
    because: tuple[Reason, ...]
    ticked_on: date | None = None
    record_under: str = ""

    @property
    def slack_days(self) -> int:
        """Days it can be late without moving anything else; negative means it is late already."""
        return (self.latest_finish - self.finish).days


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something the calendar, the leave or the money cannot hold, with the choices there are."""

    task: str
    title: str
    says: str
    choices: tuple[str, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What shifting by one season would cost and change."""

    match_year: int
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """Dated tasks from today to the start of training, in order of start, and what does not fit.

    `notes` say what holds for the plan as a whole, such as what little time costs; `says_fit` is what can be said
    where there are no misfits."""

    tasks: tuple[Task, ...]
    misfits: tuple[Misfit, ...]
    waiting: Waiting
    paid_leave: tuple[LeaveYear, ...]
    hours_by_month: tuple[HoursOfMonth, ...]
    notes: tuple[str, ...] = ()
    says_fit: str = ""

    @property
    def late(self) -> int:
        """How many tasks end after the last day that keeps everything on time."""
        return sum(1 for task in self.tasks if task.state is TaskState.LATE)


@dataclass(frozen=True, slots=True)
class LeaveYear:
    """Paid leave of one leave year, in working days: `first_day` and `last_day` are inclusive."""

    first_day: date
    last_day: date
    granted: float
    kept_for_interviews: float
    used: float


@dataclass(frozen=True, slots=True)
class HoursOfMonth:
    """Hours of the applicant's own work planned in one month (`month` is its first day), against what there is."""

    month: date
    planned: float
    available: float | None


@dataclass(frozen=True, slots=True)
class Spending:
    """One expense in one month."""

    title: str
    cost: Dollars
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class MonthOfMoney:
    """One month (its first day): what comes in, what goes out, and what is left at its end.

    `left` is None where the dossier does not say what is available."""

    month: date
    saved: float
    spending: tuple[Spending, ...]
    spent: Dollars
    left: Dollars | None


@dataclass(frozen=True, slots=True)
class Budget:
    """The whole journey by month. `not_priced` names costs for which there is no figure.

    `says` sets what is left against the floor, and `says_total` the total beside what has no price."""

    months: tuple[MonthOfMoney, ...]
    total: Dollars
    floor: float | None
    first_month_below_floor: date | None
    first_month_maybe_below_floor: date | None
    not_priced: tuple[str, ...]
    because: tuple[Reason, ...]
    says: str = ""
    says_total: str = ""


@dataclass(frozen=True, slots=True)
class DecisionResult:
    """The decision on paper and how much of it is used.

    `cycles_allowed` is None where nothing is decided; earlier cycles are shown and do not count."""

    title: str
    says: str
    signed: date | None
    cycles_allowed: int | None
    cycles_used: int
    cycles_before: int
    may_apply: Fires
    says_may_apply: str
    what_it_asks: tuple[Condition, ...]
    causes: tuple[str, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PendingChange:
    """A change of the stop contract that is on record; `takes_effect` is the first day it counts."""

    asked: date
    takes_effect: date
    says: str
    why: str
    in_effect: bool


@dataclass(frozen=True, slots=True)
class StopContractResult:
    """The stop contract as it binds today, in the applicant's terms; None-valued slots are still blank."""

    text: str
    cycles: int | None
    year: int | None
    alternative: str | None
    upgrades: tuple[str, ...]
    trusted_reader: str | None
    reader_told: date | None
    signed: date | None
    stop_day: date | None
    stop_reached: Fires
    missing: tuple[str, ...]
    changes: tuple[PendingChange, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class StatusNote:
    """Information about a status or a licence, with its source and date. Never a verdict."""

    title: str
    says: str
    day: date | None
    ask: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class VisaComparison:
    """One row of J-1 beside H-1B."""

    topic: str
    j1: str
    h1b: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CalendarAudit:
    """Four items on what is really booked, and whether any of it costs something."""

    items: tuple[Condition, ...]
    costs_something: Condition
    says: str


@dataclass(frozen=True, slots=True)
class SevenDayResult:
    """The one task for the next seven days, its check-back day, and suggestions where none is set."""

    task: str | None
    set_on: date | None
    check_back: date | None
    done_on: date | None
    says: str
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThreeHeaders:
    """The page with three headers. Where it is not complete, `missing` says what to fill in first.

    `by` is the day on which programs open files, and `files_are_open` whether it is over."""

    where_i_actually_am: tuple[Row, ...]
    what_my_profile_must_look_like: tuple[Row, ...]
    by: date
    what_i_will_change: tuple[Task, ...]
    until: date
    complete: bool
    missing: tuple[str, ...]
    seven_day_task: SevenDayResult
    files_are_open: bool = False

    @property
    def profile_title(self) -> str:
        """The header over what the profile must look like."""
        return f"What my profile {'had to' if self.files_are_open else 'must'} look like by {day_in_words(self.by)}"


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan."""

    as_of: date
    season: Season
    decision: DecisionResult
    stop_contract: StopContractResult
    roadmap: Roadmap
    budget: Budget
    status_notes: tuple[StatusNote, ...]
    visa_comparison: tuple[VisaComparison, ...]
    alternatives: tuple[StatusNote, ...]
    calendar_audit: CalendarAudit
    three_headers: ThreeHeaders
    not_rechecked: tuple[Reason, ...]
