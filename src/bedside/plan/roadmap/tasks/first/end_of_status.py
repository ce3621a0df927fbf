"""What comes after an employment card or a status ends: when to ask, and what lies beyond its last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.partial_date import PartialDate
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import Reason
from bedside.plan.results import Period, TaskState
from bedside.plan.roadmap.diary.draft import Draft, first_months_end, planned
from bedside.plan.roadmap.diary.working_days import ONE_DAY
from bedside.plan.situation import Situation

WITHOUT_AN_END = (StatusKind.CITIZEN, StatusKind.PERMANENT_RESIDENT, StatusKind.ASYLEE_OR_REFUGEE)
TOUCHED = (
    "clinical.rotation",
    "booked.rotation",
    "booked.hands-on",
    "volunteering.weekly",
    "volunteering.keep",
    "booked.volunteering",
)
"""Tasks whose days may hang on a card or a status, by the beginning of their key."""

UNTIL_TRAINING = "and what could carry you until training starts"
QUESTIONS = {
    StatusKind.F1_OPT: (
        "the school's international office and an immigration lawyer",
        "whether a STEM extension is possible for your degree, from when its papers are taken, what your employer has "
        f"to sign, {UNTIL_TRAINING}",
        ("status.stem-opt.months", "status.stem-opt.paid", "status.stem-opt.e-verify"),
    ),
    StatusKind.F1_STEM_OPT: (
        "the school's international office and an immigration lawyer",
        f"which status could follow, from when it can be applied for, {UNTIL_TRAINING}",
        ("status.f1.grace-days", "status.f1.grace-days.proposed"),
    ),
    StatusKind.H1B: (
        "your employer's immigration lawyer",
        f"whether your status can be extended, from when, {UNTIL_TRAINING}",
        ("status.h1b.years",),
    ),
}
"""Whom to ask, what to ask and what the evidence holds on it, by status."""

ANY_OTHER = (
    "an immigration lawyer",
    f"whether it can be renewed, from when, {UNTIL_TRAINING}",
    ("status.ead.until-expiry",),
)


@dataclass(frozen=True, slots=True)
class StatusEnd:
    """The first of card and status to end: `day` is its last day, `because` points at the dossier."""

    what: str
    day: PartialDate
    because: tuple[Reason, ...]

    @property
    def last_day(self) -> date:
        """The last day on which it surely counts (inclusive)."""
        return self.day.earliest


def status_end(situation: Situation) -> StatusEnd | None:
    """What ends first of employment card and status; None where nothing has an end in the dossier."""
    status = situation.dossier.status
    if status is None or status.kind in WITHOUT_AN_END:
        return None
    ends = [
        StatusEnd(what, day, situation.entry(f"status.{field}", f"Your {what} ends {day.on_or_in}."))
        for what, field, day in (
            ("employment card", "ead_expires", status.ead_expires),
            ("present status", "valid_until", status.valid_until),
        )
        if day is not None
    ]
    return min(ends, key=lambda one: one.last_day, default=None)


def what_comes_after(situation: Situation) -> tuple[Draft, ...]:
    """Asking what follows, where a card or a status ends before training starts. When it is asked is no rule's day."""
    end = status_end(situation)
    if end is None or end.last_day >= situation.training_start:
        return ()
    whom, what, names = QUESTIONS.get(situation.status, ANY_OTHER)
    ends = "ends" if end.last_day >= situation.as_of else "ended"
    due = first_months_end(situation)
    draft = planned(
        situation,
        "status.next",
        title=f"Ask {whom} what comes after your {end.what}",
        why=f"It {ends} {end.day.on_or_in}, before training starts on {day_in_words(situation.training_start)}. Ask "
        f"{what}. Bedside has no source on when these papers are taken, so it names no day.",
        period=Period.SET_UP,
        slips="What is asked late has fewer ways left open.",
        because=(*end.because, *situation.because(*names)),
        due=max(situation.as_of, min(due, end.last_day - ONE_DAY)) if ends == "ends" else due,
    )
    return (draft,)


def beyond(situation: Situation, draft: Draft, window: tuple[date, date]) -> StatusEnd | None:
    """The end that a rotation or volunteering on these days (both inclusive) lies or runs beyond; None otherwise."""
    if draft.state is TaskState.DONE or not draft.key.startswith(TOUCHED):
        return None
    end = status_end(situation)
    return end if end is not None and window[1] > end.last_day else None


def said_beyond(end: StatusEnd, start: date) -> str:
    """Why the status wants a look first."""
    lies = "begins after" if start > end.last_day else "runs on past the day on which"
    return f"It {lies} your {end.what} ends ({end.day.in_words})."
