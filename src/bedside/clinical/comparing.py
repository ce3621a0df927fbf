"""Places side by side: what each costs and takes, how recent it will be, and three orders that are never one score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.experience import Contact, Experience, Setting, Structure
from bedside.applicant.parts.opportunities import Opportunity, OpportunityKind, OpportunityState
from bedside.applicant.parts.shape import Answer
from bedside.calendar.months import add_months
from bedside.clinical.allowed import hangs_on_status, is_unlicensed_graduate, rules_of_status, still_to_confirm
from bedside.clinical.booking import is_booking_of
from bedside.clinical.pricing import cost_of
from bedside.clinical.recency import RECENCY, recency
from bedside.clinical.results import Compared, Comparison, Preference
from bedside.clinical.warning_signs import warning_signs
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.money import Dollars
from bedside.evidence.reason import Reason, from_dossier

NOT_KNOWN, NOT_CONFIRMED = "not known", "hands-on, not confirmed yet"
LEAD_TIME = "lead.observership-months"
PREFERENCES = "article.clinical.three-preferences"
LETTERS_KNOWN = "article.clinical.letters-known"

_WEEK, _WORKING_DAYS = 7, 5


def compare(dossier: Dossier, as_of: date, files_opened: date, evidence: Evidence) -> Comparison:
    """Every place of the dossier, and the article's three preferences as three orders.

    Hospital before clinic; a program before an informal arrangement; hands-on, where it is allowed, before observing.
    They pull in different directions, so they are never added up. What was refused or left aside stands in none.
    """
    places = tuple(
        _compared(place, f"opportunities[{number}]", dossier, as_of, files_opened, evidence)
        for number, place in enumerate(dossier.opportunities)
    )
    open_ones = tuple(place for place in places if not place.is_out)
    return Comparison(places, tuple(_preferences(open_ones, evidence)) if open_ones else ())


def _compared(
    place: Opportunity, entry: str, dossier: Dossier, as_of: date, files_opened: date, evidence: Evidence
) -> Compared:
    weeks, (cost, not_priced) = _weeks(place), cost_of(place, dossier)
    months, recent, recency_says = recency(place.end, files_opened, evidence)
    ask_by, is_usual = _ask_by(place, evidence)
    first = place.start.earliest if place.start else None
    last = place.end.latest if place.end else None
    is_unlicensed = is_unlicensed_graduate(dossier, first, as_of)
    to_confirm = still_to_confirm(place, is_unlicensed)
    hangs = hangs_on_status(dossier)
    return Compared(
        entry=entry,
        title=place.title,
        label=_label(place, dossier.opportunities),
        organization=place.organization,
        kind=str(place.kind),
        state=str(place.state),
        setting=str(place.setting) if place.setting else None,
        structure=str(place.structure) if place.structure else None,
        contact=str(place.contact) if place.contact else None,
        trains_residents=str(place.trains_residents),
        letter=str(place.letter),
        letter_says=_letter_says(place),
        first_day=first,
        last_day=last,
        days_in_words=_days_in_words(place),
        is_over=last is not None and last < as_of,
        weeks=weeks,
        cost=cost,
        cost_per_week=Dollars(cost.low / weeks, cost.high / weeks) if cost is not None and weeks else None,
        not_priced=not_priced,
        paid_leave_days=place.paid_leave_days,
        unpaid_leave_days=place.unpaid_leave_days,
        paid_leave_held=_paid_leave_held(dossier),
        ask_by=ask_by,
        ask_by_is_usual=is_usual,
        ask_by_says=_ask_by_says(place, ask_by, is_usual, as_of),
        months_old_when_opened=months,
        is_recent_then=recent,
        recency_says=recency_says,
        check_status_first=hangs,
        may_be_scheduled=not to_confirm,
        why_not=_why_not(place, to_confirm),
        needs_a_booking=not to_confirm and (last is None or last >= as_of) and _needs_a_booking(place, dossier),
        signs=warning_signs(place, is_unlicensed, evidence),
        because=(from_dossier(entry, place.title), *_because(dossier, is_usual, hangs, evidence)),
    )


def _paid_leave_held(dossier: Dossier) -> str:
    leave = dossier.constraints.paid_leave
    if leave is None:
        return ""
    kept = f", {leave.kept_for_interviews:g} of them kept for interviews" if leave.kept_for_interviews else ""
    return f"of {leave.days_per_year:g} a year{kept}"


def _because(dossier: Dossier, is_usual: bool, hangs: bool, evidence: Evidence) -> tuple[Reason, ...]:
    lead = (LEAD_TIME,) if is_usual else ()
    return evidence.cite(RECENCY, LETTERS_KNOWN, *lead, *(rules_of_status(dossier) if hangs else ()))


def _label(place: Opportunity, places: Sequence[Opportunity]) -> str:
    """Its title; with where or when it is, as far as that is known, where others have the same title."""
    if sum(one.title.casefold() == place.title.casefold() for one in places) == 1:
        return place.title
    when = f"from {place.start.in_words}" if place.start else None
    known = ", ".join(part for part in (place.organization, when) if part)
    return f"{place.title} ({known})" if known else place.title


def _weeks(place: Opportunity) -> float | None:
    """Weeks of five weekdays, as in the plan; where it is on weekends alone, by its days."""
    if place.start is None or place.end is None or not (place.start.is_exact and place.end.is_exact):
        return None
    days = (place.end.latest - place.start.earliest).days + 1
    weekdays = sum((place.start.earliest + timedelta(days=number)).weekday() < _WORKING_DAYS for number in range(days))
    return round(weekdays / _WORKING_DAYS if weekdays else days / _WEEK, 1)


def _days_in_words(place: Opportunity) -> str:
    """Its days as far as they are known; empty where both are known exactly."""
    if place.start is None and place.end is None:
        return NOT_KNOWN
    if place.end is None:
        return f"from {place.start.in_words if place.start else ''}, last day not known"
    if place.start is None:
        return f"until {place.end.in_words}, first day not known"
    if place.start.is_exact and place.end.is_exact:
        return ""
    same = place.start == place.end
    return f"{place.start.in_words if same else f'{place.start.in_words} to {place.end.in_words}'}, days not known"


def _ask_by(place: Opportunity, evidence: Evidence) -> tuple[date | None, bool]:
    """The last day to ask: by its own lead time, or by the shortest that is usual, and which of the two it is."""
    if place.start is None:
        return None, False
    if place.lead_time_weeks is not None:
        return place.start.earliest - timedelta(weeks=place.lead_time_weeks), False
    if place.kind not in (OpportunityKind.OBSERVERSHIP, OpportunityKind.EXTERNSHIP):
        return None, False
    lead = evidence.find(LEAD_TIME).interval
    return add_months(place.start.earliest, -int(lead.low if lead else 0)), True


def _ask_by_says(place: Opportunity, ask_by: date | None, is_usual: bool, as_of: date) -> str:
    if place.state is not OpportunityState.FOUND:
        return "Asked already." if place.state is OpportunityState.ASKED else ""
    if place.start is not None and place.start.latest < as_of:
        return "Its first day has gone by. Ask for later weeks."
    if ask_by is None:
        return "Not known: how many weeks before do they want to be asked?"
    by = "by the shortest time that is usual" if is_usual else "by the time this place names"
    if ask_by < as_of:
        return f"It was {day_in_words(ask_by)}, {by}. Ask whether there is still room, or for later weeks."
    return f"{day_in_words(ask_by)}, {by}."


def _letter_says(place: Opportunity) -> str:
    if place.letter is Answer.NO:
        return "No letter comes from it."
    if place.letter is Answer.UNKNOWN:
        return "Not known. Ask who writes letters, and after how many weeks."
    if place.trains_residents is Answer.YES:
        return "Possible, from a place that trains residents: programs know such letters."
    if place.trains_residents is Answer.NO:
        return "Possible, from a place that trains no residents."
    return "Possible. Whether the place trains residents is not known."


def _needs_a_booking(place: Opportunity, dossier: Dossier) -> bool:
    """Whether it is booked here, and neither among the bookings nor, at its time, among what was done."""
    if place.state is not OpportunityState.BOOKED:
        return False
    booked = any(is_booking_of(place, one) for one in dossier.bookings)
    return not booked and not any(_was_done(place, one) for one in dossier.experiences)


def _was_done(place: Opportunity, one: Experience) -> bool:
    """Whether an entry of the timeline has its title, and may be of its time."""
    ends = None if isinstance(one.end, str) else one.end.latest
    return (
        place.title.casefold() == one.title.casefold()
        and (place.end is None or one.start.earliest <= place.end.latest)
        and (place.start is None or ends is None or ends >= place.start.earliest)
    )


def _why_not(place: Opportunity, to_confirm: tuple[str, ...]) -> str:
    if not to_confirm:
        return ""
    needs = f"needs a yes from {_joined(to_confirm)} before it is put on a calendar."
    if place.contact is None:
        return (
            "What you would do there with patients is not in your file. An externship is often hands-on, and hands-on "
            f"work {needs} If you will only observe, say so."
        )
    return f"Hands-on work {needs}"


def _preferences(places: tuple[Compared, ...], evidence: Evidence) -> Iterable[Preference]:
    because = evidence.cite(PREFERENCES)
    yield _order("setting", "Hospital before clinic", places, (Setting.HOSPITAL, Setting.CLINIC), _SETTING, because)
    kinds = (Structure.STRUCTURED, Structure.INFORMAL)
    yield _order("structure", "A program before shadowing", places, kinds, _STRUCTURE, because)
    contacts = (Contact.HANDS_ON, Contact.CLINICAL_ADJACENT, Contact.OBSERVER, Contact.NONE, NOT_CONFIRMED)
    yield _order("contact", "Hands-on, where it is allowed, before observing", places, contacts, _CONTACT, because)


_SETTING = "A hospital that trains residents is where programs know the letter writers."
_STRUCTURE = "A program with an application and a named teacher can be looked up; shadowing can not."
_CONTACT = "For a graduate without a licence observing is usually what is allowed. Call it what it was."


def _order(
    name: str,
    title: str,
    places: tuple[Compared, ...],
    best_first: Iterable[str],
    says: str,
    because: tuple[Reason, ...],
) -> Preference:
    values = [str(value) for value in best_first]
    groups = [(value, tuple(one.entry for one in places if _value(one, name) == value)) for value in values]
    others = tuple(one.entry for one in places if _value(one, name) not in (*values, None))
    unknown = tuple(one.entry for one in places if getattr(one, name) is None)
    all_groups = (*groups, ("another place", others), (NOT_KNOWN, unknown))
    return Preference(name, title, tuple(group for group in all_groups if group[1]), says, because)


def _value(place: Compared, name: str) -> str | None:
    """What an order goes by; hands-on work that is not confirmed is not yet ahead of observing."""
    value: str | None = getattr(place, name)
    return NOT_CONFIRMED if value == Contact.HANDS_ON and not place.may_be_scheduled else value


def _joined(parts: tuple[str, ...]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
