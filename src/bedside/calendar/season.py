"""One season of the residency Match, from the opening of the application to the start of training."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bedside.evidence.reason import Reason


class Service(StrEnum):
    """The application services."""

    ERAS = "ERAS"
    RESIDENCY_CAS = "ResidencyCAS"


class Event(StrEnum):
    """The days of a season, in their order."""

    SEASON_OPENS = "season opens"
    SUBMISSION_OPENS = "applications may be submitted"
    REGISTRATION_OPENS = "NRMP registration opens"
    FILES_OPENED = "programs open files"
    REGISTRATION_DEADLINE = "NRMP standard registration deadline"
    RANKING_OPENS = "ranking opens"
    RANK_LIST_DEADLINE = "rank order list deadline"
    MATCH_WEEK = "Match Week and SOAP begin"
    SOAP_ENDS = "SOAP ends"
    MATCH_DAY = "Match Day"
    SEASON_ENDS = "season ends"
    TRAINING_STARTS = "training starts"


@dataclass(frozen=True, slots=True)
class SeasonDay:
    """A day of a season; `time` is Eastern Time. `published` is False where a rule predicted the day."""

    event: Event
    day: date
    time: time | None
    published: bool
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Season:
    """The season of the Match in March of `match_year`, for one application service.

    `days` are in time order; an event whose day is not known is missing and named in `unknown`.
    """

    match_year: int
    service: Service
    days: tuple[SeasonDay, ...]
    unknown: tuple[Event, ...]

    def find(self, event: Event) -> SeasonDay | None:
        """The day of an event, or None where it is not known."""
        return next((day for day in self.days if day.event is event), None)

    def on(self, event: Event) -> date:
        """The date of an event; KeyError where it is not known."""
        found = self.find(event)
        if found is None:
            raise KeyError(f"the {self.service} season of the {self.match_year} Match has no known day for: {event}")
        return found.day
