"""Places side by side: what each costs and takes, how recent it will be, and three orders that are never one score."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.experience import Contact, Setting, Structure
from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.opportunities import Opportunity, OpportunityKind
from bedside.applicant.parts.shape import Answer
from bedside.calendar.months import months_between
from bedside.clinical.results import Compared, Comparison, Preference, Sign, WarningSign
from bedside.clinical.warning_signs import warning_signs
from bedside.evidence.library import Evidence
from bedside.evidence.money import Dollars, exactly
from bedside.evidence.reason import Reason, cited, from_dossier

NOT_KNOWN = "not known"
RECENCY = "article.recency.us-clinical-ideal"
LEAD_TIME = "lead.observership-months"

_FREE_TO_WORK = (StatusKind.CITIZEN, StatusKind.PERMANENT_RESIDENT, StatusKind.ASYLEE_OR_REFUGEE)
_WEEK, _DAYS_A_MONTH = 7, 30.44


def compare(dossier: Dossier, files_opened: date, evidence: Evidence) -> Comparison:
    """Every place of the dossier, and the article's three preferences as three orders.

    Hospital before clinic; a program before an informal arrangement; hands-on, where it is allowed, before observing.
    They pull in different directions, so they are never added up.
    """
    places = tuple(
        _compared(place, f"opportunities[{number}]", dossier, files_opened, evidence)
        for number, place in enumerate(dossier.opportunities)
    )
    return Comparison(places, tuple(_preferences(places)) if places else ())


def _compared(place: Opportunity, entry: str, dossier: Dossier, files_opened: date, evidence: Evidence) -> Compared:
    weeks, signs = _weeks(place), warning_signs(place, evidence)
    cost, not_priced = _cost(place, dossier)
    months = _months_old(place, files_opened)
    window = evidence.number(RECENCY)
    why_not = _why_not(place, signs)
    return Compared(
        entry=entry,
        title=place.title,
        organization=place.organization,
        kind=str(place.kind),
        state=str(place.state),
        setting=str(place.setting) if place.setting else None,
        structure=str(place.structure) if place.structure else None,
        contact=str(place.contact) if place.contact else None,
        trains_residents=str(place.trains_residents),
        letter=str(place.letter),
        weeks=weeks,
        cost=cost,
        cost_per_week=Dollars(cost.low / weeks, cost.high / weeks) if cost is not None and weeks else None,
        not_priced=not_priced,
        paid_leave_days=place.paid_leave_days,
        unpaid_leave_days=place.unpaid_leave_days,
        ask_by=_ask_by(place, evidence),
        months_old_when_opened=months,
        is_recent_then=None if months is None else 0 <= months <= window,
        check_status_first=dossier.status is None or dossier.status.kind not in _FREE_TO_WORK,
        may_be_scheduled=not why_not,
        why_not=why_not,
        signs=signs,
        because=(from_dossier(entry, place.title), *_figures(evidence, RECENCY, LEAD_TIME)),
    )


def _weeks(place: Opportunity) -> float | None:
    if place.start is None or place.end is None or not (place.start.is_exact and place.end.is_exact):
        return None
    days = (place.end.latest - place.start.earliest).days + 1
    return round(days / _WEEK, 1) if days > 0 else None


def _cost(place: Opportunity, dossier: Dossier) -> tuple[Dollars | None, tuple[str, ...]]:
    """Fee, travel and the pay that unpaid days cost; what of it has no price in the file."""
    money = dossier.constraints.money
    pay = money.pay_per_day if money else None
    lost = None if pay is None and place.unpaid_leave_days else (place.unpaid_leave_days or 0) * (pay or 0)
    parts = {"the fee": place.fee, "travel and housing": place.travel, "lost pay": lost}
    missing = tuple(name for name, amount in parts.items() if amount is None)
    known = [amount for amount in parts.values() if amount is not None]
    if len(missing) == len(parts) or (place.fee is None and place.travel is None):
        return None, missing
    return exactly(sum(known)), missing


def _months_old(place: Opportunity, files_opened: date) -> float | None:
    """Months from its last day to the day files are opened; below zero where it would end after that day."""
    if place.end is None:
        return None
    last = place.end.latest
    if last <= files_opened:
        return round(months_between(last, files_opened), 1)
    return -round(months_between(files_opened, last), 1)


def _ask_by(place: Opportunity, evidence: Evidence) -> date | None:
    """The last day to ask: its own lead time, or the shortest that most places name."""
    if place.start is None or place.kind is OpportunityKind.VOLUNTEERING:
        return None
    if place.lead_time_weeks is not None:
        return place.start.earliest - timedelta(weeks=place.lead_time_weeks)
    lead = evidence.find(LEAD_TIME).interval
    return place.start.earliest - timedelta(days=round((lead.low if lead else 0) * _DAYS_A_MONTH))


def _why_not(place: Opportunity, signs: tuple[WarningSign, ...]) -> str:
    """Why it must not stand on a calendar yet; empty where it may."""
    hands_on = next((sign for sign in signs if sign.name == "hands_on_without_licence"), None)
    offered = place.contact is Contact.HANDS_ON or (hands_on is not None and hands_on.sign is Sign.THERE)
    confirmed = place.confirmations
    open_ones = [
        words
        for words, answer in (
            ("the site in writing", confirmed.site),
            ("the state's board", confirmed.state_law),
            ("a lawyer or your school about your status", confirmed.status),
        )
        if answer is not Answer.YES
    ]
    if not offered or not open_ones:
        return ""
    return f"Hands-on work needs a yes from {_joined(open_ones)} before it is put on a calendar."


def _preferences(places: tuple[Compared, ...]) -> Iterable[Preference]:
    yield _order("setting", "Hospital before clinic", places, (Setting.HOSPITAL, Setting.CLINIC), _SETTING)
    yield _order(
        "structure", "A program before shadowing", places, (Structure.STRUCTURED, Structure.INFORMAL), _STRUCTURE
    )
    contacts = (Contact.HANDS_ON, Contact.CLINICAL_ADJACENT, Contact.OBSERVER, Contact.NONE)
    yield _order("contact", "Hands-on, where it is allowed, before observing", places, contacts, _CONTACT)


_SETTING = "A hospital that trains residents is where programs know the letter writers."
_STRUCTURE = "A program with an application and a named teacher can be looked up; shadowing can not."
_CONTACT = "For a graduate without a licence observing is usually what is allowed. Call it what it was."


def _order(name: str, title: str, places: tuple[Compared, ...], best_first: Iterable[str], says: str) -> Preference:
    values = [str(value) for value in best_first]
    groups = [(value, tuple(one.entry for one in places if getattr(one, name) == value)) for value in values]
    others = tuple(one.entry for one in places if getattr(one, name) not in (*values, None))
    unknown = tuple(one.entry for one in places if getattr(one, name) is None)
    all_groups = (*groups, ("another place", others), (NOT_KNOWN, unknown))
    return Preference(name, title, tuple(group for group in all_groups if group[1]), says)


def _figures(evidence: Evidence, *names: str) -> tuple[Reason, ...]:
    return tuple(cited(evidence.find(name)) for name in names)


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
