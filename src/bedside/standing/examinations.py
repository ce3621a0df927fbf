"""Gates of the examinations: passed in time, in the right order, within seven years, attempts left."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import STEPS, Attempt, attempts_at, is_not_told
from bedside.applicant.parts.examinations import CertificateState, ExamName, ExamResult
from bedside.applicant.parts.partial_date import PartialDate
from bedside.calendar.months import add_months, add_years
from bedside.calendar.season import Event, Season
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.standing.certificate import has_passed, is_step_3
from bedside.standing.results import Gate, State

NOTHING_NEEDED = "Nothing is needed here."
NEEDED_FOR_CERTIFICATION = (ExamName.STEP_1, ExamName.STEP_2_CK)
COUNTED = (ExamResult.PASSED, ExamResult.FAILED, ExamResult.INCOMPLETE)


def examination_gates(dossier: Dossier, as_of: date, season: Season, evidence: Evidence) -> tuple[Gate, ...]:
    """Exams passed by the rank list deadline, Step 3 order, the seven-year rule, attempts left."""
    deadline = season.on(Event.RANK_LIST_DEADLINE)
    steps = (ExamName.STEP_1, ExamName.STEP_2_CK, ExamName.STEP_3)
    return (
        _exams_passed(dossier, as_of, deadline, evidence),
        _step_3_order(dossier, evidence),
        _seven_years(dossier, as_of, deadline, evidence),
        *(_attempts_left(dossier, name, as_of, evidence) for name in steps),
    )


def _exams_passed(dossier: Dossier, as_of: date, deadline: date, evidence: Evidence) -> Gate:
    missing = [name for name in NEEDED_FOR_CERTIFICATION if not has_passed(dossier, name)]
    unsaid = [name for name in missing if is_not_told(dossier, name, as_of)]
    is_open = all(name in unsaid or _has_open_result(dossier, name) for name in missing)
    state = (State.UNKNOWN if is_open else State.NOT_MET) if missing else State.MET
    names = " and ".join(missing)
    not_told = " and ".join(unsaid)
    asks = f" Nothing is said about {not_told}." if not_told else ""
    return Gate(
        name="exams-passed",
        title="Step 1 and Step 2 CK passed",
        on=deadline,
        state=state,
        says=f"{names}: no pass is in your file.{asks}" if missing else "Both are passed.",
        what_would_change_it=_passes(names, not_told, deadline) if missing else NOTHING_NEEDED,
        because=(cited(evidence.find("ecfmg.verified-by-rank-deadline")), *_entries(dossier, NEEDED_FOR_CERTIFICATION)),
    )


def _passes(names: str, not_told: str, deadline: date) -> str:
    write = f"Write every attempt at {not_told} under `exams`, or that it is not taken. " if not_told else ""
    return f"{write}A pass in {names} before {day_in_words(deadline)}."


def _step_3_order(dossier: Dossier, evidence: Evidence) -> Gate:
    state, says = _order(dossier)
    return Gate(
        name="step-3-order",
        title="Step 3 after certification",
        on=None,
        state=state,
        says=says,
        what_would_change_it=NOTHING_NEEDED
        if state in (State.MET, State.NOT_NEEDED)
        else "Check the dates of the certificate and of Step 3; one of them has to be completed or moved.",
        because=(cited(evidence.find("usmle.step3.needs-certification")), *_entries(dossier, (ExamName.STEP_3,))),
    )


def _order(dossier: Dossier) -> tuple[State, str]:
    taken = [one.exam.date for one in attempts_at(dossier, ExamName.STEP_3)]
    booked = [booking.start for booking in dossier.bookings if is_step_3(booking)]
    if not taken and not booked:
        return State.NOT_NEEDED, "No Step 3 is in your file, taken or booked."
    certificate = dossier.certificate
    if certificate is not None and certificate.state in (CertificateState.APPLIED, CertificateState.NOT_STARTED):
        return State.NOT_MET, "Step 3 needs an ECFMG certificate first, and yours is not issued."
    issued = certificate.issued if certificate is not None else None
    if issued is None or None in taken:
        return State.UNKNOWN, "The day of certification or the day of Step 3 is missing."
    return _compare(issued, [day for day in (*taken, *booked) if day is not None])


def _compare(issued: PartialDate, days: list[PartialDate]) -> tuple[State, str]:
    if any(day.latest < issued.earliest for day in days):
        return State.NOT_MET, f"A Step 3 date lies before the certificate of {issued.in_words}."
    if all(day.earliest >= issued.latest for day in days):
        return State.MET, f"Certified {issued.on_or_in}, before Step 3."
    return State.UNKNOWN, "The dates are too coarse to say which came first."


def _seven_years(dossier: Dossier, as_of: date, rank_list: date, evidence: Evidence) -> Gate:
    rule = evidence.rule("ecfmg.seven-years")
    state, on, says = _seven_year_clock(dossier, as_of, rank_list, int(evidence.number(rule.name)))
    change = {
        State.NOT_MET: "Certification finished before that day. Ask ECFMG what an older pass still counts for.",
        State.UNKNOWN: "Write the day of each pass under `exams`.",
    }
    return Gate(
        name="seven-years",
        title="Seven years from the first pass to certification",
        on=on,
        state=state,
        says=says,
        what_would_change_it=change.get(state, NOTHING_NEEDED),
        because=(cited(rule), *_entries(dossier, (*NEEDED_FOR_CERTIFICATION, ExamName.STEP_2_CS))),
    )


def _seven_year_clock(dossier: Dossier, as_of: date, rank_list: date, years: int) -> tuple[State, date | None, str]:
    if dossier.certificate is not None and dossier.certificate.state is CertificateState.ISSUED:
        return (
            State.NOT_NEEDED,
            None,
            "You are certified: for certification this clock has stopped. States have their own.",
        )
    passes = [
        attempt.exam.date
        for name in (*NEEDED_FOR_CERTIFICATION, ExamName.STEP_2_CS)
        for attempt in attempts_at(dossier, name)
        if attempt.exam.result is ExamResult.PASSED
    ]
    if not passes:
        return State.NOT_NEEDED, None, "No pass is in your file; the clock starts with the first."
    return _read_clock([day for day in passes if day is not None], None in passes, as_of, rank_list, years)


def _read_clock(
    dated: list[PartialDate], any_undated: bool, as_of: date, rank_list: date, years: int
) -> tuple[State, date | None, str]:
    """An undated pass can only make the clock end earlier, and a coarse date leaves a stretch in which it ends."""
    if not dated:
        return State.UNKNOWN, None, "The day of your first pass is missing, so the clock cannot be read."
    soonest = add_years(min(day.earliest for day in dated), years)
    latest = add_years(min(day.latest for day in dated), years)
    if latest < as_of:
        return State.NOT_MET, latest, f"The {years} years from your first pass ended by {day_in_words(latest)}."
    until = f"The {years} years end by {day_in_words(latest)}"
    if latest < rank_list:
        return State.NOT_MET, latest, f"{until}, before the rank list deadline on {day_in_words(rank_list)}."
    if any_undated or soonest < rank_list:
        return (
            State.UNKNOWN,
            None,
            f"{until}, and a pass has no exact day: it may be too early for {day_in_words(rank_list)}.",
        )
    return State.MET, soonest, f"The {years} years from your first pass end on {day_in_words(soonest)}."


def _attempts_left(dossier: Dossier, name: ExamName, as_of: date, evidence: Evidence) -> Gate:
    rule = evidence.find("usmle.attempts-per-step")
    because: tuple[Reason, ...] = (cited(rule), *_entries(dossier, (name,)))
    if has_passed(dossier, name):
        because = (*because, cited(evidence.find("usmle.passed-step-cannot-be-retaken")))
    state, says = _attempts(dossier, name, int(evidence.number(rule.name)), as_of, evidence)
    change = {
        State.NOT_MET: "No further attempt is possible under the rule; ask the USMLE program.",
        State.UNKNOWN: "Write the result under `exams`."
        if attempts_at(dossier, name)
        else f"Write every attempt at {name} under `exams`, or that it is not taken.",
    }
    key = name.lower().replace(" ", "-")
    return Gate(
        name=f"attempts.{key}",
        title=f"Attempts left: {name}",
        on=None,
        state=state,
        says=says,
        what_would_change_it=change.get(state, NOTHING_NEEDED),
        because=because,
    )


def _attempts(dossier: Dossier, name: ExamName, most: int, as_of: date, evidence: Evidence) -> tuple[State, str]:
    attempts = attempts_at(dossier, name)
    used = sum(1 for attempt in attempts if attempt.exam.result in COUNTED)
    if has_passed(dossier, name):
        return State.MET, f"Passed at attempt {used} of {most}."
    used_up = next((one for one in STEPS if _is_used_up(dossier, one, most)), None)
    if used_up is name:
        return State.NOT_MET, f"All {most} attempts are used without a pass."
    if used_up is not None:
        return State.NOT_MET, f"All {most} attempts at {used_up} are used without a pass, which closes every Step."
    if is_not_told(dossier, name, as_of):
        return State.UNKNOWN, f"Whether you have sat {name} is not in your file."
    if _has_open_result(dossier, name):
        return State.UNKNOWN, f"{used} of {most} attempts used for sure; the result of another is not in your file."
    return State.MET, f"{used} of {most} attempts used. {_earliest_next(attempts, evidence)}".strip()


def _is_used_up(dossier: Dossier, name: ExamName, most: int) -> bool:
    used = sum(1 for attempt in attempts_at(dossier, name) if attempt.exam.result in COUNTED)
    return used >= most and not has_passed(dossier, name)


def _earliest_next(attempts: tuple[Attempt, ...], evidence: Evidence) -> str:
    """When the next attempt may be, from the rules for the fourth attempt and for a year's worth of attempts."""
    days = sorted(one.exam.date.latest for one in attempts if one.exam.date is not None)
    if not days or len(days) < int(evidence.number("usmle.attempts-in-twelve-months")):
        return ""
    after_first = add_months(days[0], int(evidence.number("usmle.fourth-attempt-after-first")))
    after_latest = add_months(days[-1], int(evidence.number("usmle.fourth-attempt-after-latest")))
    return f"The next attempt may be on {day_in_words(max(after_first, after_latest))} at the earliest."


def _has_open_result(dossier: Dossier, name: ExamName) -> bool:
    attempts = attempts_at(dossier, name)
    return any(one.exam.result in (ExamResult.WAITING, ExamResult.UNKNOWN) for one in attempts)


def _entries(dossier: Dossier, names: tuple[ExamName, ...]) -> tuple[Reason, ...]:
    return tuple(
        from_dossier(one.entry, f"{name}: {one.exam.result}{f' ({one.exam.date.in_words})' if one.exam.date else ''}")
        for name in names
        for one in attempts_at(dossier, name)
    )
