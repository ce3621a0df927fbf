"""Clinical volunteering week by week, beside the hours that the plan counts on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.experience import BookingKind, Contact, Kind
from bedside.clinical.allowed import hangs_on_status, rules_of_status
from bedside.clinical.results import Volunteering, WeeksAlike
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier

SETTINGS, SHOWS, ROLES = "article.volunteering.settings", "article.volunteering.shows", "clinic.volunteering.roles"
WEEKS_BACK, WEEKS_AHEAD = 12, 12

_WEEK = timedelta(weeks=1)


class _Stretch(NamedTuple):
    """A stretch of clinical volunteering: its first and last day (inclusive), hours a week, and its entry."""

    first: date
    last: date
    hours: float | None
    because: Reason


def volunteering(dossier: Dossier, as_of: date, wanted: float, evidence: Evidence) -> Volunteering:
    """Hours of each week around today, done and ahead, beside the `wanted` hours of the plan.

    A week counts where more than half of its working days lie in a stretch. Booked volunteering stands ahead only.
    """
    this_monday = as_of - timedelta(days=as_of.weekday())
    mondays = [this_monday + _WEEK * number for number in range(-WEEKS_BACK, WEEKS_AHEAD)]
    stretches = [*_done(dossier, as_of, mondays[-1] + _WEEK), *_booked(dossier, this_monday)]
    weeks = [(monday, _hours(stretches, monday), monday >= this_monday) for monday in mondays]
    now = _hours(stretches, this_monday)
    hangs = hangs_on_status(dossier)
    return Volunteering(
        wanted=wanted,
        runs=tuple(_runs(weeks)),
        says=_says(now, wanted),
        settings=evidence.find(SETTINGS).says,
        shows=evidence.find(SHOWS).says,
        check_status_first=hangs,
        because=(
            *(one.because for one in stretches),
            *(cited(evidence.find(name)) for name in (SETTINGS, SHOWS, ROLES, "status.true-volunteer-test")),
            *(cited(evidence.find(name)) for name in (rules_of_status(dossier) if hangs else ())),
        ),
    )


def _done(dossier: Dossier, as_of: date, horizon: date) -> Iterator[_Stretch]:
    for number, one in enumerate(dossier.experiences):
        if one.kind is Kind.VOLUNTEERING and one.contact is not Contact.NONE and one.is_in_the_us:
            last = horizon if one.is_current else one.last_day(as_of)
            reason = from_dossier(f"experiences[{number}]", one.title)
            yield _Stretch(one.first_day, last, one.hours_per_week, reason)


def _booked(dossier: Dossier, this_monday: date) -> Iterator[_Stretch]:
    """What is booked, from this week on: a booking is no word that it was done. What goes on already counts once."""
    on = {one.title.casefold() for one in dossier.experiences if one.kind is Kind.VOLUNTEERING and one.is_current}
    for number, one in enumerate(dossier.bookings):
        is_clinical = one.kind is BookingKind.VOLUNTEERING and one.contact is not Contact.NONE
        if is_clinical and one.title.casefold() not in on:
            reason = from_dossier(f"bookings[{number}]", one.title)
            yield _Stretch(max(one.start.earliest, this_monday), one.end.latest, one.hours_per_week, reason)


def _hours(stretches: list[_Stretch], monday: date) -> float | None:
    """The hours of a week; None where something goes on in it and its hours are not said."""
    middle = monday + timedelta(days=2)
    here = [one.hours for one in stretches if one.first <= middle <= one.last]
    return None if None in here else sum(hours for hours in here if hours is not None)


def _runs(weeks: list[tuple[date, float | None, bool]]) -> Iterator[WeeksAlike]:
    first, hours, is_ahead = weeks[0]
    last = first
    for monday, those, ahead in weeks[1:]:
        if (those, ahead) != (hours, is_ahead):
            yield WeeksAlike(first, last, hours, is_ahead)
            first, hours, is_ahead = monday, those, ahead
        last = monday
    yield WeeksAlike(first, last, hours, is_ahead)


def _says(now: float | None, wanted: float) -> str:
    plan = f"The plan counts on {wanted:g} hours a week." if wanted else "The plan counts on none."
    if now is None:
        return f"You volunteer with patients now; how many hours a week is not in your file. {plan}"
    if not now:
        return f"No clinical volunteering stands in this week. {plan}"
    return f"{now:g} hours a week now. {plan}"
