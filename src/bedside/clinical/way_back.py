"""Three things a file on its way back shows: closeness to patients, relevance and direction, never added up."""

from __future__ import annotations

import re
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.stretches import at_most
from bedside.applicant.parts.experience import BookingKind, Contact, Experience, Kind
from bedside.applicant.parts.shape import Answer
from bedside.calendar.months import months_between
from bedside.clinical.allowed import is_unsure_hands_on
from bedside.clinical.results import Dimension, Seen, WayBack
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier

DIMENSIONS, LONG_FROM = "article.clinical.three-dimensions", "article.non-clinical.moderate-from"

_OF_MEDICINE = re.compile(
    r"patient|physician|doctor|clinic|hospital|ward|diabet|readmission|hedis|adverse|trial|chart|nurs|care\b|disease",
    re.IGNORECASE,
)
_NEAREST = {
    Contact.HANDS_ON: "you treat or examine patients",
    Contact.CLINICAL_ADJACENT: "you work beside those who treat patients",
    Contact.OBSERVER: "you watch physicians at work",
}
_Entry = tuple[str, Experience]


def way_back(dossier: Dossier, as_of: date, evidence: Evidence) -> WayBack:
    """What goes on now and what is ahead, in three dimensions; and a desk job with nothing clinical beside it."""
    entries = [(f"experiences[{number}]", one) for number, one in enumerate(dossier.experiences)]
    now = [(entry, one) for entry, one in entries if one.is_current and one.is_in_the_us]
    because = (cited(evidence.find(DIMENSIONS)),)
    desk_says, desk_because = _desk(entries, as_of, evidence)
    dimensions = (
        _closeness(now, because),
        _relevance(dossier, now, because),
        _direction(dossier, entries, as_of, because),
    )
    return WayBack(dimensions, desk_says, desk_because)


def _closeness(now: list[_Entry], because: tuple[Reason, ...]) -> Dimension:
    near = [(entry, one) for entry, one in now if one.contact is not Contact.NONE]
    ask = "Which hours of your week could lie among patients, without leaving the job?"
    title = "Closeness to patients"
    if near:
        entry, one = min(near, key=lambda found: list(_NEAREST).index(found[1].contact))
        says = f"{one.title}: {_NEAREST[one.contact]}."
        return Dimension("closeness", title, Seen.SHOWN, says, "", (from_dossier(entry, one.title), *because))
    seen = Seen.NOT_SHOWN if now else Seen.NOT_SAID
    says = "Nothing that goes on now is near patients." if now else "Your file says nothing of what goes on now."
    return Dimension("closeness", title, seen, says, ask, (*_named(now), *because))


def _relevance(dossier: Dossier, now: list[_Entry], because: tuple[Reason, ...]) -> Dimension:
    title, ask = "Relevance to medicine", "Whom does your work serve, with which conditions, beside which physicians?"
    wanted = {one.casefold() for one in dossier.target.specialties}
    own = [found for found in now if (found[1].specialty or "").casefold() in wanted]
    told = [found for found in now if found[1].contact is not Contact.NONE or _OF_MEDICINE.search(_told(found[1]))]
    if own or told:
        entry, one = (own or told)[0]
        says = (
            f"{one.title} belongs to {one.specialty}." if own else f"{one.title} names what it has to do with medicine."
        )
        return Dimension("relevance", title, Seen.SHOWN, says, "", (from_dossier(entry, one.title), *because))
    is_told = any(one.duties for _, one in now)
    says = (
        "What you wrote of it names no patients, conditions or physicians." if is_told else "Duties are not told yet."
    )
    seen = Seen.NOT_SHOWN if is_told else Seen.NOT_SAID
    return Dimension("relevance", title, seen, says, ask, (*_named(now), *because))


def _direction(dossier: Dossier, entries: list[_Entry], as_of: date, because: tuple[Reason, ...]) -> Dimension:
    title, ask = "Direction", "What have you begun since you decided to go back, and from which month on?"
    clinical = [found for found in entries if found[1].is_in_the_us and found[1].contact is not Contact.NONE]
    ahead = [
        (one, from_dossier(f"bookings[{number}]", one.title))
        for number, one in enumerate(dossier.bookings)
        if one.kind in (BookingKind.ROTATION, BookingKind.VOLUNTEERING, BookingKind.EXAM)
        and one.end.latest >= as_of
        and not is_unsure_hands_on(one, dossier, as_of)
    ]
    newest = max(clinical, key=lambda found: found[1].first_day, default=None)
    jobs = [one for _, one in entries if one.kind is Kind.JOB and one.contact is Contact.NONE]
    began = max((one.first_day for one in jobs), default=None)
    if newest and newest[1].is_current and (began is None or newest[1].first_day > began):
        says = f"{newest[1].title} began in {newest[1].start.in_words}, after your desk job." if began else ""
        says = says or f"{newest[1].title} goes on since {newest[1].start.in_words}."
        return Dimension("direction", title, Seen.SHOWN, says, "", (from_dossier(newest[0], newest[1].title), *because))
    if ahead:
        booked, reasons = ahead[0][0], tuple(reason for _, reason in ahead)
        how = "Asked for and not confirmed yet" if booked.confirmed is Answer.NO else "Booked"
        says = f"{how}: {booked.title}. It counts once it is done."
        return Dimension("direction", title, Seen.SHOWN, says, "", (*reasons, *because))
    says = "Nothing in your file has begun since, and nothing is booked that can be counted on."
    return Dimension("direction", title, Seen.NOT_SHOWN if entries else Seen.NOT_SAID, says, ask, because)


def _desk(entries: list[_Entry], as_of: date, evidence: Evidence) -> tuple[str, tuple[Reason, ...]]:
    """A present job without patients, longer than a short one, with nothing clinical in all its time."""
    for entry, one in entries:
        if not (one.is_current and one.kind is Kind.JOB and one.contact is Contact.NONE):
            continue
        stretch = at_most(one, as_of, as_of)
        months = 0.0 if stretch is None else months_between(one.start.latest, as_of)
        beside = [other for _, other in entries if other.contact is not Contact.NONE and _overlap(one, other, as_of)]
        if months >= evidence.number(LONG_FROM) and not beside:
            says = (
                f"{one.title} since {one.start.in_words}, with no clinical hours beside it in your file. Readers see "
                "the years first and ask what you kept doing. It is honest work, and a few hours a week beside it "
                "change how it reads. If there were some, write them down."
            )
            return says, (from_dossier(entry, one.title), cited(evidence.find(LONG_FROM)))
    return "", ()


def _overlap(job: Experience, other: Experience, as_of: date) -> bool:
    return other.last_day(as_of) >= job.first_day


def _named(now: list[_Entry]) -> tuple[Reason, ...]:
    return tuple(from_dossier(entry, one.title) for entry, one in now)


def _told(one: Experience) -> str:
    return " ".join(part for part in (one.title, one.duties, one.physician_contact) if part)
