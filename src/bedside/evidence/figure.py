"""A figure is one published number or dated rule; a source is where it was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

Value = int | float | str | date | None


class Unit(StrEnum):
    """The closed list of units a figure may carry."""

    US_DOLLARS = "US dollars"
    AUSTRALIAN_DOLLARS = "Australian dollars"
    PERCENT = "percent"
    PEOPLE = "people"
    PROGRAMS = "programs"
    APPLICATIONS = "applications"
    POSITIONS = "positions"
    RANKS = "ranks"
    ATTEMPTS = "attempts"
    CYCLES = "cycles"
    ROUNDS = "rounds"
    LETTERS = "letters"
    SIGNALS = "signals"
    ENTRIES = "entries"
    WORDS = "words"
    WORDS_PER_MINUTE = "words a minute"
    SECONDS = "seconds"
    CHARACTERS = "characters"
    SCORE = "score points"
    YEARS = "years"
    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"
    HOURS = "hours"
    HOURS_PER_WEEK = "hours a week"
    HOURS_PER_MONTH = "hours a month"
    COUNTRIES = "countries"
    ENCOUNTERS = "patient encounters"
    DATE = "date"
    DATE_RULE = "rule that predicts a date"
    NAME = "name"
    STATEMENT = "statement"
    LINK = "link"
    RATIO = "ratio"


class Reliability(StrEnum):
    """How a value was seen, from the strongest to the weakest."""

    OFFICIAL = "official"
    OFFICIAL_COPY = "official, read in a copy"
    SECONDARY = "secondary"
    DERIVED = "derived"
    OPINION = "opinion"
    GENERAL_KNOWLEDGE = "general knowledge, no source yet"
    READING = "Bedside's reading"

    @property
    def is_marked(self) -> bool:
        """Whether every screen says how the value was seen."""
        return self not in (Reliability.OFFICIAL, Reliability.OFFICIAL_COPY)


@dataclass(frozen=True, slots=True)
class Source:
    """A publication: who published it, when, and when it was last read."""

    key: str
    title: str
    publisher: str
    published: str | None
    accessed: date
    url: str | None
    licence: str


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends inclusive, in the unit of the figure; `says` names what it is (95 % interval, quartiles, range)."""

    low: float
    high: float
    says: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One published value: what it says, its unit, and where it stands in its source.

    `value` is None where the source does not give one: unknown stays unknown.
    `disagrees_with` names the figures that give another value for the same thing.
    """

    name: str
    says: str
    value: Value
    unit: Unit
    source: Source
    reliability: Reliability
    interval: Interval | None = None
    sample: str | None = None
    season: str | None = None
    place: str | None = None
    note: str | None = None
    disagrees_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule(Figure):
    """A figure that holds between two dates and has to be looked up again by `review_by`.

    `effective_from` and `effective_to` are inclusive; None means the source gives no such end.
    `ask` names who decides in the applicant's own case ("an immigration lawyer", "the state medical board").
    """

    effective_from: date | None = None
    effective_to: date | None = None
    review_by: date | None = None
    ask: str | None = None

    def is_in_force_on(self, day: date) -> bool:
        """Whether `day` lies between the effective dates, both inclusive."""
        starts = self.effective_from is None or self.effective_from <= day
        ends = self.effective_to is None or day <= self.effective_to
        return starts and ends

    def not_rechecked_since(self, day: date) -> date | None:
        """The day the source was last read, where `day` is past the review date; else None."""
        overdue = self.review_by is not None and day > self.review_by
        return self.source.accessed if overdue else None


@dataclass(frozen=True, slots=True)
class PublishedDay(Figure):
    """A day that a publisher announced. `at` is Eastern Time; None means the source gives no time."""

    at: time | None = None
