"""The results of standing: verdicts that carry their rule, their reasons and what would change them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bedside.calendar.season import Season
from bedside.evidence.reason import Reason


class State(StrEnum):
    """How a gate or a rule stands. A missing date is unknown, never fine."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"
    NOT_NEEDED = "not needed"
    INFORMATION = "information"


class Level(StrEnum):
    """The level of a risk factor."""

    LOW = "Low"
    MODERATE = "Moderate"
    HIGH = "High"
    UNKNOWN = "Unknown"


class Fires(StrEnum):
    """Whether a warning applies."""

    YES = "applies"
    NO = "does not apply"
    UNKNOWN = "cannot be said yet"


class Day(StrEnum):
    """The two days on which everything is measured."""

    TODAY = "today"
    FILES_OPENED = "the day programs open files"


@dataclass(frozen=True, slots=True)
class Gate:
    """Something that must hold on one day before any band matters. `on` is None where it has no day."""

    name: str
    title: str
    on: date | None
    state: State
    says: str
    what_would_change_it: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A risk level on one day, with the measured value in words."""

    level: Level
    says: str


@dataclass(frozen=True, slots=True)
class RiskFactor:
    """One of the five factors, today and on the day programs open files."""

    name: str
    title: str
    movable: bool
    today: Measured
    files_opened: Measured
    says: str
    what_would_change_it: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a warning, or one counter against it, and whether the dossier shows it.

    `day` is the day it is read on, where the two days differ; None where it is the same on both."""

    says: str
    state: State
    because: tuple[Reason, ...] = ()
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """A rule with conditions and, for red flags, what counters it.

    It applies on a day when all conditions of that day hold, and all that name no day."""

    name: str
    title: str
    today: Fires
    files_opened: Fires
    says: str
    conditions: tuple[Condition, ...]
    counters: tuple[Condition, ...]
    what_would_change_it: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SpecialtyReality:
    """How the article places a specialty for this path; `tier` is in kind words, or "not in the source"."""

    specialty: str
    tier: str
    says: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One area of the self-audit: the applicant's mark, and beside it what Bedside would look at."""

    area: str
    mark: str | None
    bedside_notes: str


@dataclass(frozen=True, slots=True)
class SelfAuditResult:
    """The grid and the rule that is read from it."""

    rows: tuple[AuditRow, ...]
    fires: Fires
    says: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the write-out. `complete` is False where the dossier cannot answer it."""

    name: str
    title: str
    says: str
    complete: bool
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the applicant actually is, on `as_of` and on the day programs open files."""

    as_of: date
    season: Season
    season_because: str
    files_opened: date
    write_out: tuple[Row, ...]
    gates: tuple[Gate, ...]
    risk_factors: tuple[RiskFactor, ...]
    lottery: Caution
    red_flags: tuple[Caution, ...]
    cut_points: tuple[Condition, ...]
    specialties: tuple[SpecialtyReality, ...]
    self_audit: SelfAuditResult
    published_rates: tuple[Reason, ...]
    notes: tuple[str, ...]
    not_rechecked: tuple[Reason, ...]

    @property
    def fixed(self) -> tuple[RiskFactor, ...]:
        """The factors that cannot be changed."""
        return tuple(factor for factor in self.risk_factors if not factor.movable)

    @property
    def movable(self) -> tuple[RiskFactor, ...]:
        """The factors that can be changed."""
        return tuple(factor for factor in self.risk_factors if factor.movable)
