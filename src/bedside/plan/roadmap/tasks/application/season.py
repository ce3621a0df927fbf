"""From registration with the NRMP to the Match: interviews, the rank list, readiness for SOAP."""

from __future__ import annotations

from datetime import date, timedelta

from bedside.applicant.parts.experience import BookingKind
from bedside.calendar.season import Event
from bedside.evidence.citing import day_in_words
from bedside.plan.money.fees import fee
from bedside.plan.results import Period, TaskState
from bedside.plan.roadmap.diary.draft import Draft, days_of, planned
from bedside.plan.roadmap.diary.working_days import ONE_DAY, SATURDAY
from bedside.plan.roadmap.tasks.application.applying import for_orientation
from bedside.plan.roadmap.tasks.booked_exams import from_booking
from bedside.plan.situation import Situation

MAIN_MATCH = "Register with the NRMP"


def season(situation: Situation) -> tuple[Draft, ...]:
    """Tasks of the interview season, as far as its days are known and not past."""
    drafts = (
        _register(situation),
        _practice(situation),
        _interviews(situation),
        *(from_booking(situation, entry, one) for entry, one in situation.booked(BookingKind.INTERVIEW)),
        _rank_list(situation),
        _soap(situation),
    )
    return tuple(draft for draft in drafts if draft is not None)


def _register(situation: Situation) -> Draft | None:
    opens, closes = situation.on(Event.REGISTRATION_OPENS), situation.on(Event.REGISTRATION_DEADLINE)
    if opens is None or closes is None or closes < situation.as_of:
        return None
    price = fee(situation, "fee.nrmp.registration")
    own = situation.only_own_matches
    return planned(
        situation,
        "nrmp.register",
        title="Ask whether you need the NRMP beside your own match, and register if so" if own else MAIN_MATCH,
        why=f"At the standard price until {day_in_words(closes)}; it is also what makes SOAP possible."
        + _elsewhere(situation),
        period=Period.SEASON,
        slips="Late registration costs more, and without any there is no Match.",
        because=(*situation.why(Event.REGISTRATION_OPENS), *situation.why(Event.REGISTRATION_DEADLINE), *price.because),
        cost=None if own else price.cost,
        not_before=opens,
        due=closes,
    )


def _elsewhere(situation: Situation) -> str:
    """Which of the specialties the NRMP may have nothing to do with."""
    return f" {for_orientation(situation)}" if situation.own_matches else ""


def _practice(situation: Situation) -> Draft | None:
    ends = situation.on(Event.RANKING_OPENS)
    if ends is None or ends <= situation.as_of:
        return None
    return planned(
        situation,
        "interviews.practice",
        title="Practise the three sure questions aloud: your path, your job, why now",
        why="Own the choices, say what they taught you, end with what you do now. Record yourself once.",
        period=Period.SEASON,
        slips="The first interview becomes the rehearsal.",
        because=situation.because("reading.interview-preparation-hours"),
        hours=situation.number("reading.interview-preparation-hours"),
        depends_on=("application.submit",) if situation.submitted is None else (),
        due=max(situation.files_opened, situation.as_of) + timedelta(days=days_of(situation, "interviews.practice")),
    )


def _interviews(situation: Situation) -> Draft | None:
    ends = situation.on(Event.RANKING_OPENS)
    if ends is None or ends <= situation.as_of:
        return None
    first = max(situation.files_opened, situation.as_of)
    last = weekday_before(ends)
    return Draft(
        key="interviews.season",
        title="Interview season: answer invitations the same day, and keep working clinically",
        why="Most interviews are by video. The days you kept back are for these weeks.",
        period=Period.SEASON,
        slips="Places go to those who answer first.",
        because=(
            *situation.why(Event.FILES_OPENED),
            *situation.because("reading.interview-days-kept", "reading.interview-working-days"),
        ),
        fixed=(min(first, last), last),
        state=TaskState.PLANNED,
        due=last,
    )


def weekday_before(day: date) -> date:
    """The last Monday to Friday before a day."""
    day -= ONE_DAY
    while day.weekday() >= SATURDAY:
        day -= ONE_DAY
    return day


def _rank_list(situation: Situation) -> Draft | None:
    opens, closes = situation.on(Event.RANKING_OPENS), situation.on(Event.RANK_LIST_DEADLINE)
    if opens is None or closes is None or closes < situation.as_of:
        return None
    included = situation.number("nrmp.ranks-included")
    return planned(
        situation,
        "nrmp.rank-list",
        title="Rank programs in the order you want them, and certify the list",
        why=for_orientation(situation)
        if situation.only_own_matches
        else f"{included:.0f} ranks are included in the fee. Certify days before the deadline, not on it."
        + _elsewhere(situation),
        period=Period.SEASON,
        slips="A list that is not certified does not exist.",
        because=(*situation.why(Event.RANK_LIST_DEADLINE), *situation.because("nrmp.ranks-included")),
        depends_on=("nrmp.register",),
        not_before=opens,
        due=closes,
    )


def _soap(situation: Situation) -> Draft | None:
    week, closes = situation.on(Event.MATCH_WEEK), situation.on(Event.RANK_LIST_DEADLINE)
    if week is None or closes is None or week <= situation.as_of:
        return None
    return planned(
        situation,
        "soap.ready",
        title="Be ready for SOAP: documents, a short list of fields, the week kept free",
        why=f"It starts on {day_in_words(week)}. Never contact a program first; they contact you.",
        period=Period.SEASON,
        slips="Offers run out within hours.",
        because=(*situation.why(Event.MATCH_WEEK), *situation.because("soap.who-may", "soap.no-contact-first")),
        not_before=closes - timedelta(days=days_of(situation, "soap.ready")),
        due=week - timedelta(days=1),
    )
