"""Status clocks as information, with source and date, only where they concern this applicant, and never a verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bedside.applicant.parts.identity import Status, StatusKind
from bedside.applicant.parts.partial_date import PartialDate
from bedside.applicant.parts.shape import Answer
from bedside.calendar.months import add_months, months_between
from bedside.evidence.citing import day_in_words
from bedside.evidence.figure import Rule
from bedside.plan.results import StatusNote
from bedside.plan.situation import Situation

LAWYER = "an immigration lawyer"
AFTER_OPT = "After OPT ends"
OWN_TWO_YEARS = "Two years at home after the J-1 you hold now"
ASK_FIRST = {
    OWN_TWO_YEARS: "Ask whether the J-1 you hold now already asks for two years at home, before you choose between "
    "J-1 and H-1B for residency. Bedside cannot tell."
}
ON_A_CARD = (
    StatusKind.EMPLOYMENT_AUTHORIZATION,
    StatusKind.H4_WITH_EAD,
    StatusKind.J2_WITH_EAD,
    StatusKind.F1_OPT,
    StatusKind.F1_STEM_OPT,
)
NO_LIMIT = (StatusKind.CITIZEN, StatusKind.PERMANENT_RESIDENT, StatusKind.ASYLEE_OR_REFUGEE)

NOTES: dict[StatusKind, tuple[tuple[str, tuple[str, ...]], ...]] = {
    StatusKind.H1B: (
        ("Work beside the sponsored job", ("status.h1b.outside-work",)),
        ("Unpaid leave, fewer hours, other shifts", ("status.h1b.leave-and-hours",)),
    ),
    StatusKind.F1_OPT: (
        (
            "Volunteering on OPT",
            ("status.opt.volunteering-counts-from-hours", "status.stem-opt.unpaid-does-not-count"),
        ),
        ("The STEM extension", ("status.stem-opt.months", "status.stem-opt.paid", "status.stem-opt.e-verify")),
        (AFTER_OPT, ("status.f1.grace-days", "status.f1.grace-days.proposed")),
        ("Residency on practical training", ("status.opt.not-residency",)),
    ),
    StatusKind.F1_STEM_OPT: (
        ("Volunteering on STEM OPT", ("status.stem-opt.unpaid-does-not-count", "status.stem-opt.paid")),
        (AFTER_OPT, ("status.f1.grace-days", "status.f1.grace-days.proposed")),
        ("Residency on practical training", ("status.opt.not-residency",)),
    ),
    StatusKind.F1_STUDENT: (
        ("Volunteering as a student", ("status.f1.volunteering", "status.true-volunteer-test")),
        ("After the program ends", ("status.f1.grace-days", "status.f1.grace-days.proposed")),
    ),
    StatusKind.J1: (
        (OWN_TWO_YEARS, ("status.j1.home-residence.who", "status.j1.home-residence.waiver-ends-extensions")),
        ("Time on J-1", ("status.j1.maximum-years", "status.j1.home-residence-years")),
        ("After the program ends", ("status.j1.grace-days",)),
    ),
    StatusKind.H4: (("Volunteering on H-4", ("status.h4.volunteering", "status.true-volunteer-test")),),
    StatusKind.H4_WITH_EAD: (("Volunteering with a work card", ("status.with-ead.volunteering",)),),
    StatusKind.J2_WITH_EAD: (("Volunteering with a work card", ("status.with-ead.volunteering",)),),
    StatusKind.J2: (("Volunteering without a work card", ("status.true-volunteer-test",)),),
    StatusKind.OTHER: (("Unpaid work", ("status.true-volunteer-test", "status.b1.observe-only")),),
}


def status_notes(situation: Situation) -> tuple[StatusNote, ...]:
    """The clocks and rules that concern this status, this need for a visa and these citizenships."""
    status = situation.dossier.status
    if status is None or status.kind is StatusKind.UNKNOWN:
        says = "Your file does not say under which status you live here, so nothing about it can be shown."
        own = StatusNote("Your status", says, None, LAWYER, situation.entry("status", says))
        return (own, *_change_of_status(situation))
    if status.kind in NO_LIMIT:
        return (_note(situation, "Permission to work", ("status.no-limit",)),)
    notes = [
        *_h1b_clock(situation, status),
        *_unemployment(situation, status),
        *_card(situation, status),
        *_end_of_status(situation, status),
        *(
            _after_opt(situation, status, _note(situation, title, names, ASK_FIRST.get(title, "")))
            for title, names in NOTES.get(status.kind, ())
        ),
        *_change_of_status(situation),
        *_holds(situation),
    ]
    return tuple(notes)


def _note(
    situation: Situation, title: str, names: tuple[str, ...], first: str = "", day: date | None = None, entry: str = ""
) -> StatusNote:
    figures = [situation.evidence.find(name) for name in names]
    asks = [figure.ask for figure in figures if isinstance(figure, Rule) and figure.ask]
    own = situation.entry(entry, first) if entry else ()
    says = " ".join(part for part in (first, *(figure.says for figure in figures)) if part)
    return StatusNote(title, says, day, asks[0] if asks else LAWYER, (*situation.because(*names), *own))


def _h1b_clock(situation: Situation, status: Status) -> list[StatusNote]:
    names = ("status.h1b.years", "status.h1b.recapture", "status.h1b.green-card-extension")
    if status.kind is not StatusKind.H1B and status.h1b_years_used is None:
        return []
    if status.h1b_years_used is None:
        first = "Your file does not say how many H-1B years are used."
        return [_note(situation, "H-1B years", names, first, entry="status.h1b_years_used")]
    counted_on = status.h1b_years_counted_on
    if counted_on is None or status.kind is not StatusKind.H1B:
        first = f"{status.h1b_years_used:g} H-1B years are used."
        return [_note(situation, "H-1B years", names, first, entry="status.h1b_years_used")]
    total = situation.number("status.h1b.years")
    end = add_months(counted_on, max(0, round((total - status.h1b_years_used) * 12)))
    then = status.h1b_years_used + months_between(counted_on, situation.training_start) / 12
    first = (
        f"By your count, {status.h1b_years_used:g} of {total:g} years were used on {day_in_words(counted_on)}. If "
        f"nothing changes, they are used up about {end:%B %Y}; when training starts it would be {min(then, total):.1f}."
    )
    return [_note(situation, "H-1B years", names, first, end, "status.h1b_years_used")]


def _unemployment(situation: Situation, status: Status) -> list[StatusNote]:
    kinds = {StatusKind.F1_OPT: "status.opt", StatusKind.F1_STEM_OPT: "status.stem-opt"}
    if status.kind not in kinds:
        return []
    name = f"{kinds[status.kind]}.unemployment-days"
    allowed, used = situation.number(name), status.unemployment_days_used
    first = (
        "Your file does not say how many days without employment are used."
        if used is None
        else f"By your count {used} of {allowed:.0f} days without employment are used."
    )
    return [_note(situation, "Days without employment", (name,), first, entry="status.unemployment_days_used")]


def _card(situation: Situation, status: Status) -> list[StatusNote]:
    if status.ead_expires is None and status.kind not in ON_A_CARD:
        return []
    names = ("status.ead.until-expiry", "status.ead.months-maximum")
    if status.ead_expires is None:
        first = "Your file does not say when your employment card expires."
        return [_note(situation, "Employment card", names, first, entry="status.ead_expires")]
    first = f"Your card expires {status.ead_expires.on_or_in}, {_beside_training(situation, status.ead_expires)}."
    return [_note(situation, "Employment card", names, first, status.ead_expires.earliest, "status.ead_expires")]


def _end_of_status(situation: Situation, status: Status) -> list[StatusNote]:
    if status.valid_until is None:
        return []
    beside = _beside_training(situation, status.valid_until)
    first = f"Your present status is valid until {status.valid_until.in_words}, {beside}."
    because = situation.entry("status.valid_until", first)
    return [StatusNote("Your present status", first, status.valid_until.earliest, LAWYER, because)]


def _after_opt(situation: Situation, status: Status, note: StatusNote) -> StatusNote:
    """The days after OPT counted from the end of the card, under both rules that are told."""
    ends = status.ead_expires
    if note.title != AFTER_OPT or ends is None or not ends.is_exact:
        return note
    allowed, proposed = (
        ends.earliest + timedelta(days=situation.number(name))
        for name in ("status.f1.grace-days", "status.f1.grace-days.proposed")
    )
    first = (
        f"If your OPT ends with your card {ends.on_or_in}, the days after it run to {day_in_words(allowed)}, or to "
        f"{day_in_words(proposed)} if the shorter rule is in force by then."
    )
    because = (*note.because, *situation.entry("status.ead_expires", f"Your card expires {ends.on_or_in}."))
    return replace(note, says=f"{first} {note.says}", day=ends.earliest, because=because)


def _beside_training(situation: Situation, day: PartialDate) -> str:
    start = day_in_words(situation.training_start)
    return f"{'before' if day.earliest < situation.training_start else 'after'} training starts on {start}"


def _change_of_status(situation: Situation) -> list[StatusNote]:
    if situation.needs_visa is Answer.NO:
        return []
    names = ("status.h1b.proclamation-fee", "status.h1b.change-of-status")
    return [_note(situation, "Changing status, and travel", names, "Ask before you book any travel abroad.")]


def _holds(situation: Situation) -> list[StatusNote]:
    countries = situation.dossier.identity.citizenships
    own = f"Look up whether {', '.join(countries)} is among them. " if countries else ""
    names = ("status.holds.39-countries", "status.holds.physicians-lifted")
    return [_note(situation, "Applications on hold", names, f"{own}Bedside does not hold the list of countries.")]
