"""The days that a few tasks would get if nothing else had to be done: enough to see which season they can reach."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bedside.applicant.parts.experience import BookingKind
from bedside.plan.roadmap.diary.draft import Draft
from bedside.plan.roadmap.diary.schedule import Diary, schedule
from bedside.plan.roadmap.tasks.booked_exams import from_booking
from bedside.plan.roadmap.ticks import with_ticks
from bedside.plan.situation import Situation


def finish_beforehand(situation: Situation, drafts: Iterable[Draft], key: str) -> date | None:
    """The day on which the draft with this key would end, beside what is booked; None where it does not fit."""
    booked = (
        from_booking(situation, entry, booking)
        for entry, booking in situation.bookings
        if booking.kind is not BookingKind.EXAM
    )
    placed = schedule(with_ticks(situation, (*drafts, *booked)), Diary.of(situation))
    return next((one.finish for one in placed if one.draft.key == key and not one.refused), None)
