"""A place that is booked: the entry it becomes among the bookings, and which booking is its own."""

from __future__ import annotations

from typing import Any

from bedside.applicant.parts.experience import Booking, BookingKind
from bedside.applicant.parts.opportunities import Opportunity, OpportunityKind, places_of
from bedside.applicant.parts.shape import Answer

_KINDS = {
    OpportunityKind.OBSERVERSHIP: BookingKind.ROTATION,
    OpportunityKind.EXTERNSHIP: BookingKind.ROTATION,
    OpportunityKind.VOLUNTEERING: BookingKind.VOLUNTEERING,
}


def is_booking_of(place: Opportunity, booking: Booking) -> bool:
    """Whether a booking is of a place: title and time are the same, or, where it was renamed, kind and exact days."""
    same_days = (place.start, place.end) == (booking.start, booking.end)
    return bool(places_of((place,), booking)) or (same_days and booking.kind is _kind(place))


def booking_of(place: Opportunity) -> dict[str, Any] | None:
    """Plain content for `bookings`, from what is known of a place; None while a first or last day is missing.

    Whether the other side has confirmed it is left open: only the applicant knows.
    """
    if place.start is None or place.end is None:
        return None
    costs = [amount for amount in (place.fee, place.travel) if amount is not None]
    said = {
        "title": place.title,
        "kind": str(_kind(place)),
        "from": str(place.start),
        "to": str(place.end),
        "hours_per_week": place.hours_per_week,
        "contact": place.contact and str(place.contact),
        "setting": place.setting and str(place.setting),
        "structure": place.structure and str(place.structure),
        "specialty": place.specialty,
        "letter": None if place.letter is Answer.UNKNOWN else str(place.letter),
        "cost": sum(costs) if costs else None,
        "paid_leave_days": _whole(place.paid_leave_days),
        "unpaid_leave_days": _whole(place.unpaid_leave_days),
    }
    return {key: value for key, value in said.items() if value is not None}


def _kind(place: Opportunity) -> BookingKind:
    return _KINDS.get(place.kind, BookingKind.OTHER)


def _whole(days: float | None) -> int | None:
    return None if days is None or days != int(days) else int(days)
