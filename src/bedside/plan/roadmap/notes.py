"""What holds for the roadmap as a whole: little time, what it reaches, what is over."""

from __future__ import annotations

from bedside.applicant.parts.examinations import ExamName
from bedside.calendar.months import months_between
from bedside.evidence.citing import day_in_words
from bedside.plan.decision.decision import is_last, no_further
from bedside.plan.decision.stop_contract import is_done
from bedside.plan.results import HoursOfMonth
from bedside.plan.roadmap.diary.hours import A_SLIP, hours_over
from bedside.plan.roadmap.diary.schedule import Placed
from bedside.plan.roadmap.tasks.certificate.exams import attempts_left
from bedside.plan.roadmap.tasks.clinic.clinical import booked_months, recent_months
from bedside.plan.roadmap.tasks.first.deciding import unknown_things
from bedside.plan.situation import Situation
from bedside.plan.wording import counted, decimal, listed
from bedside.standing.results import Level

LOST_FIRST = "a second rotation, a letter that is not hurried, Step 3 before submission, and rest"

STOP = "Your decision or your contract says stop, so nothing here is about applying."
DONE = "You decided to be done with applying, so this is about where you grow from here."


def notes(
    situation: Situation, placed: tuple[Placed, ...], may_go_on: bool, months: tuple[HoursOfMonth, ...]
) -> tuple[str, ...]:
    """Sentences for the head of the roadmap."""
    if not may_go_on:
        stop = DONE if is_done(situation) else STOP
        return (stop, *(["Take the hours it needs when you have them."] if any(map(hours_over, months)) else []))
    said = (
        _time(situation),
        _snapshot_first(situation),
        _reach(situation, placed),
        _late(placed),
        _step_3_after_files(situation, placed),
        _a_little_over(months),
        _attempts(situation),
        _over(situation),
        _not_all_told(situation),
        _to_record(placed),
    )
    return tuple(note for note in said if note)


def _snapshot_first(situation: Situation) -> str:
    """Where the file leaves things open: what not to do before they are known."""
    if not unknown_things(situation) or situation.matched or situation.submission < situation.as_of:
        return ""
    return (
        "Where you stand is not all known yet. Look that up before anything that costs much or is hard to undo: "
        "leaving your job, paying for a rotation, buying a course or a certificate. It may change what helps."
    )


def _not_all_told(situation: Situation) -> str:
    if situation.dossier.timeline_is_complete:
        return ""
    return (
        "Your years since school are not all told yet. The plan is made as if there were nothing more in them; what "
        "you add may take tasks out of it."
    )


def planned_months(situation: Situation, placed: tuple[Placed, ...]) -> float:
    """Months of US clinical experience that the placed rotations bring."""
    weeks = sum(one.draft.weeks for one in placed if one.draft.weeks and not one.refused)
    per_month = situation.number("reading.hours-per-clinical-month")
    return weeks * situation.number("reading.rotation-hours-per-week") / per_month


def reached_months(situation: Situation, placed: tuple[Placed, ...]) -> float:
    """Months of recent US clinical experience when files are opened, if everything booked and planned is done."""
    return recent_months(situation) + booked_months(situation) + planned_months(situation, placed)


def _time(situation: Situation) -> str:
    if situation.submitted is not None and situation.submitted.submitted is not None:
        day = day_in_words(situation.submitted.submitted)
        says = f"You submitted this season on {day}. What is left is the season itself."
        return f"{says} {no_further(situation)}" if is_last(situation) else says
    if situation.matched:
        return ""
    if situation.missed:
        return (
            f"Programs opened the files of the {situation.season.match_year} Match on "
            f"{day_in_words(situation.files_opened)}, and none of yours is among them. What you do now shows in the "
            "season after; leaving out `target.match_year` lets Bedside propose one."
        )
    if situation.submission <= situation.as_of:
        return (
            f"Applications may be submitted since {day_in_words(situation.submission)}. One submitted before "
            f"{day_in_words(situation.files_opened)}, when programs open files, is there with the first. One submitted "
            "later can still be sent, and counts less."
        )
    months = months_between(situation.as_of, situation.submission)
    if months >= situation.number("reading.preparation-months-comfortable"):
        return ""
    return (
        f"There are {months:.0f} months until applications may be submitted, so this plan is compressed. What is lost "
        f"first: {LOST_FIRST}."
    )


def _reach(situation: Situation, placed: tuple[Placed, ...]) -> str:
    """The article's plan buys one or two months, which its own table calls Moderate: said where it is so."""
    reached = reached_months(situation, placed)
    low_from = situation.number("article.us-clinical.low-from")
    done = situation.today.us_clinical_months.low + reached - recent_months(situation)
    if situation.submission < situation.as_of or done >= low_from:
        return ""
    level = Level.MODERATE if done > 0 else Level.HIGH
    return (
        f"With everything planned you would have {counted(round(done, 1), 'month')} of US clinical experience, "
        f"{decimal(reached)} of them recent. That is {level} in the table of risk factors; Low begins at "
        f"{low_from:g} months. Less done well can be worth more than months squeezed in."
    )


def _late(placed: tuple[Placed, ...]) -> str:
    late = [one for one in placed if not one.refused and one.draft.fixed is None and one.finish > one.latest_finish]
    if not late:
        return ""
    titles = "; ".join(f"{one.draft.title} (needed by {day_in_words(one.latest_finish)})" for one in late)
    return f"These end later than they are needed: {titles}."


def _step_3_after_files(situation: Situation, placed: tuple[Placed, ...]) -> str:
    result = next((one for one in placed if one.draft.key == "step3.result" and not one.refused), None)
    if result is None or result.finish <= situation.files_opened or result.finish > result.latest_finish:
        return ""
    return (
        f"The result of Step 3 is planned for {day_in_words(result.finish)}, after programs open files. It can still "
        "reach rank lists and a visa petition."
    )


def _a_little_over(months: tuple[HoursOfMonth, ...]) -> str:
    """Months that are over by no more than a slip; what is over by more is a misfit."""
    over = [f"{one.month:%B %Y}" for one in months if 0 < hours_over(one) <= A_SLIP]
    return f"In {listed(over)} about an hour more is planned than you have. Something small may wait." if over else ""


def _attempts(situation: Situation) -> str:
    spent = [
        name
        for name in (ExamName.STEP_1, ExamName.STEP_2_CK)
        if situation.passed(name) is None and attempts_left(situation, name) == 0
    ]
    if not spent:
        return ""
    return f"No attempt is left for {' and '.join(spent)}. Ask the USMLE program; see also the other ways listed."


def _over(situation: Situation) -> str:
    over = [one.title for one in situation.dossier.bookings if one.end.latest < situation.as_of]
    if not over:
        return ""
    return (
        f"These bookings are over: {'; '.join(over)}. If you did them, move them to `experiences`, so that they count."
    )


def _to_record(placed: tuple[Placed, ...]) -> str:
    """What is ticked off and counts only once the file has it."""
    missing = [f"{one.draft.title} (`{one.draft.record_under}`)" for one in placed if one.draft.record_under]
    if not missing:
        return ""
    return (
        f"Ticked off, and not in your file yet: {'; '.join(missing)}. Your standing counts only what is in your file."
    )
