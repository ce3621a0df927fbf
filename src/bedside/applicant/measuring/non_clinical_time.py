"""Months whose main activity was a job without hands-on clinical work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.stretches import ONE_DAY, Span, Stretch, at_least, at_most, merged
from bedside.applicant.parts.experience import Contact, Experience, Kind

EVERY_HOUR = float("inf")


@dataclass(frozen=True, slots=True)
class NonClinicalJob:
    """A job that takes part in the count: its hours reach the main activity, or are not known."""

    entry: str
    title: str


@dataclass(frozen=True, slots=True)
class NonClinicalTime:
    """Calendar months, the stretches they lie in (by the longest reading of the dates), and the jobs behind them."""

    months: Span
    stretches: tuple[Stretch, ...]
    jobs: tuple[NonClinicalJob, ...]


@dataclass(frozen=True, slots=True)
class _Activity:
    stretch: Stretch
    hours: float
    is_non_clinical_job: bool


def is_non_clinical_job(experience: Experience) -> bool:
    """Whether it is a job (or research) without hands-on care; scribing and medical assisting are."""
    return experience.kind in (Kind.JOB, Kind.RESEARCH) and experience.contact is not Contact.HANDS_ON


def non_clinical_time(dossier: Dossier, day: date, as_of: date, main_activity_hours: float) -> NonClinicalTime:
    """Stretches up to `day` (inclusive) whose main activity is a non-clinical job.

    1. Cut the time line wherever an experience begins or ends.
    2. In each piece, look for a non-clinical job of `main_activity_hours` a week or more with
       at least as many hours as everything else in that piece.
    3. Merge the pieces and count them in calendar months.

    Done twice: once with the shortest dates and unknown hours read against a long time, once the other
    way round; the two counts are the ends of the span. What goes on is taken to go on to `day`.
    """
    against = _activities(dossier, at_least, day, as_of, job=0.0, other=EVERY_HOUR)
    towards = _activities(dossier, at_most, day, as_of, job=EVERY_HOUR, other=0.0)
    shortest, longest = _main_stretches(against, main_activity_hours), _main_stretches(towards, main_activity_hours)
    months = Span(_months(shortest), max(_months(shortest), _months(longest)))
    return NonClinicalTime(months, longest, _jobs(dossier, min(day, as_of), main_activity_hours))


def _jobs(dossier: Dossier, until: date, main_activity_hours: float) -> tuple[NonClinicalJob, ...]:
    return tuple(
        NonClinicalJob(f"experiences[{number}]", one.title)
        for number, one in enumerate(dossier.experiences)
        if is_non_clinical_job(one) and one.start.earliest <= until
        if one.hours_per_week is None or one.hours_per_week >= main_activity_hours
    )


def _activities(
    dossier: Dossier,
    days_of: Callable[[Experience, date, date], Stretch | None],
    day: date,
    as_of: date,
    job: float,
    other: float,
) -> list[_Activity]:
    found = []
    for experience in dossier.experiences:
        if experience.start.earliest > min(day, as_of):
            continue
        stretch = days_of(experience, min(day, as_of), day)
        if stretch is not None:
            counts = is_non_clinical_job(experience)
            unknown = job if counts else other
            hours = unknown if experience.hours_per_week is None else experience.hours_per_week
            found.append(_Activity(stretch, hours, counts))
    return found


def _main_stretches(activities: list[_Activity], main_activity_hours: float) -> tuple[Stretch, ...]:
    pieces = _pieces(one.stretch for one in activities)
    return merged(piece for piece in pieces if _is_mainly_non_clinical(piece, activities, main_activity_hours))


def _pieces(stretches: Iterable[Stretch]) -> list[Stretch]:
    cuts = sorted({cut for one in stretches for cut in (one.first_day, one.last_day + ONE_DAY)})
    return [Stretch(first, after - ONE_DAY) for first, after in pairwise(cuts)]


def _is_mainly_non_clinical(piece: Stretch, activities: list[_Activity], main_activity_hours: float) -> bool:
    here = [one for one in activities if one.stretch.first_day <= piece.first_day <= one.stretch.last_day]
    jobs = max((one.hours for one in here if one.is_non_clinical_job), default=0.0)
    others = max((one.hours for one in here if not one.is_non_clinical_job), default=0.0)
    return jobs >= main_activity_hours and jobs >= others


def _months(stretches: tuple[Stretch, ...]) -> float:
    return round(sum(stretch.months for stretch in stretches), 6)
