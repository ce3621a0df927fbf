"""The five risk factors, each on two days: where the bands have holes, the reading is Bedside's and says so."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import STEPS, Measures, is_not_told
from bedside.applicant.measuring.gaps import Gap
from bedside.applicant.measuring.stretches import ONE_DAY, Span
from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.standing.results import Level, Measured, RiskFactor

FAILURES_STAY = (
    "Past attempts stay on the transcript. What counters them can be built: a passed Step 3, letters that speak of "
    "knowledge, a specialty that fits."
)

FIRST_STEPS = (ExamName.STEP_1, ExamName.STEP_2_CK)
WRITE_THE_REST = (
    "Write what you did in those months under `experiences`, and say so when everything since school is in it. Until "
    "then nothing here is called a gap."
)


def risk_factors(
    dossier: Dossier, today: Measures, then: Measures, training_year: int, evidence: Evidence
) -> tuple[RiskFactor, ...]:
    """Graduation, failures, gaps, US clinical experience, non-clinical time: `today` and `then` (files open)."""
    return (
        _graduation(dossier, today, then, training_year, evidence),
        _failures(dossier, today, then, evidence),
        _gaps(dossier, today, then, evidence),
        _us_clinical_experience(today, then, evidence),
        _non_clinical_time(today, then, evidence),
    )


def level_of(value: Span, level: Callable[[float], Level]) -> Level:
    """The level of a value that may be a span; unknown where its ends have different levels."""
    low, high = level(value.low), level(value.high)
    return low if low is high else Level.UNKNOWN


def graduation_level(years: float, evidence: Evidence) -> Level:
    """The level of a whole number of years since graduation."""
    if years <= evidence.number("article.graduation.low-until"):
        return Level.LOW
    return Level.MODERATE if years <= evidence.number("article.graduation.moderate-until") else Level.HIGH


def us_clinical_level(months: float, evidence: Evidence) -> Level:
    """The level of months of US clinical experience: anything above none is Moderate until the Low limit."""
    if months >= evidence.number("article.us-clinical.low-from"):
        return Level.LOW
    return Level.MODERATE if months > 0 else Level.HIGH


def non_clinical_level(months: float, evidence: Evidence) -> Level:
    """The level of calendar months of non-clinical time."""
    if months < evidence.number("article.non-clinical.moderate-from"):
        return Level.LOW
    return Level.MODERATE if months < evidence.number("article.non-clinical.high-from") else Level.HIGH


def _graduation(
    dossier: Dossier, today: Measures, then: Measures, training_year: int, evidence: Evidence
) -> RiskFactor:
    def measured(measures: Measures) -> Measured:
        years = measures.years_since_graduation
        return Measured(graduation_level(years, evidence), f"{years} {_plural(years, 'year')}")

    graduated = dossier.medical_school.graduated.year
    return RiskFactor(
        name="graduation",
        title="Years since graduation",
        movable=False,
        today=measured(today),
        files_opened=measured(then),
        says=f"Graduated in {graduated}. Counted by calendar year; {training_year - graduated} when training starts "
        f"in {training_year}.",
        what_would_change_it="Nothing changes this one. The choice of programs has to carry it: some state a limit, "
        "many do not.",
        because=(
            cited(evidence.find("article.graduation.low-until")),
            cited(evidence.find("article.graduation.moderate-until")),
            from_dossier("medical_school.graduated", f"Graduated: {dossier.medical_school.graduated.in_words}."),
        ),
    )


def _failures(dossier: Dossier, today: Measures, then: Measures, evidence: Evidence) -> RiskFactor:
    def level(failures: float) -> Level:
        if failures <= evidence.number("article.failures.low-until"):
            return Level.LOW
        return Level.MODERATE if failures <= evidence.number("article.failures.moderate-until") else Level.HIGH

    def measured(measures: Measures) -> Measured:
        untold = [name for name in FIRST_STEPS if is_not_told(dossier, name, measures.as_of)]
        if not any(one.exam in STEPS for one in dossier.exams) and untold:
            return Measured(Level.UNKNOWN, "no examination is in your file")
        possible = sum(1 for one in dossier.exams if one.exam in STEPS and one.result is ExamResult.UNKNOWN)
        failed = Span(measures.failed_attempts, measures.failed_attempts + possible).or_more(not untold)
        says = failed.describe("failed attempts", one="failed attempt")
        if untold:
            known = f"{says}; " if measures.failed_attempts else ""
            says = f"{known}{' and '.join(untold)} not told"
        return Measured(level_of(failed, level), says)

    incomplete = len(today.incomplete)
    aside = f" {incomplete} incomplete, which counts as an attempt but not as a failure here." if incomplete else ""
    return RiskFactor(
        name="failures",
        title="Failed attempts",
        movable=False,
        today=measured(today),
        files_opened=measured(then),
        says=f"Over Step 1, Step 2 CK, Step 2 CS and Step 3; one failure in each of two exams is two.{aside}",
        what_would_change_it=_failures_change(today, measured(today).level),
        because=(
            cited(evidence.find("article.failures.moderate-until")),
            *(from_dossier(one.entry, f"{one.exam.exam}: {one.exam.result}") for one in today.failures),
        ),
    )


def _failures_change(today: Measures, level: Level) -> str:
    if level is Level.UNKNOWN:
        return "Write every attempt and its result under `exams`, and under `exams_not_taken` what you have not sat."
    return FAILURES_STAY if today.failures else "Nothing is needed here."


def _gaps(dossier: Dossier, today: Measures, then: Measures, evidence: Evidence) -> RiskFactor:
    def measured(measures: Measures) -> Measured:
        unexplained = measures.unexplained_gaps
        level = Level.LOW
        if unexplained:
            level = Level.HIGH if any(gap.long for gap in unexplained) else Level.MODERATE
        if measures.not_told:
            level = Level.UNKNOWN
        said = [*map(describe_gap, measures.gaps), *map(_describe_not_told, measures.not_told)]
        return Measured(level, "; ".join(said) or "no gap")

    graduated = dossier.medical_school.graduated
    coarse = not graduated.is_exact and any(gap.first_day == graduated.latest + ONE_DAY for gap in then.gaps)
    at_least = " Your graduation has no day, so the gap right after it is at least as long as shown." if coarse else ""
    return RiskFactor(
        name="gaps",
        title="Gaps without any activity",
        movable=True,
        today=measured(today),
        files_opened=measured(then),
        says="Explained means a reason, dates and a receipt. The article has no row for an explained gap; Bedside "
        f"does not let it raise the level.{at_least}",
        what_would_change_it=WRITE_THE_REST if then.not_told else _explain(dossier, then.unexplained_gaps),
        because=(
            cited(evidence.find("reading.gap.short-over")),
            cited(evidence.find("reading.gap.long-from")),
            *(from_dossier(entry, "Your explanation.") for gap in then.gaps for entry in gap.explanations),
        ),
    )


def describe_gap(gap: Gap) -> str:
    """A gap in words, both days inclusive."""
    length = "long" if gap.long else "short"
    begun = "explanation not complete" if gap.explanations else "unexplained"
    explained = "explained" if gap.explained else begun
    return f"{day_in_words(gap.first_day)} to {day_in_words(gap.last_day)}, {length}, {explained}"


def _describe_not_told(gap: Gap) -> str:
    return f"{day_in_words(gap.first_day)} to {day_in_words(gap.last_day)}, not told"


def _explain(dossier: Dossier, unexplained: tuple[Gap, ...]) -> str:
    if not unexplained:
        return "Nothing is needed here; keep dated activity going."
    begun = [_missing(dossier, gap) for gap in unexplained if gap.explanations]
    if len(begun) == len(unexplained):
        return " ".join(begun)
    return (
        "If you did something in those months, add it to `experiences`. If not, write the reason, the dates and "
        "what proves it under `explanations`. A gap that is still open closes only with something done."
    )


def _missing(dossier: Dossier, gap: Gap) -> str:
    """What an explanation that was begun still lacks."""
    entries = {f"explanations[{number}]": one for number, one in enumerate(dossier.explanations)}
    about = [entries[entry] for entry in gap.explanations]
    lacks = [
        word
        for word, given in (
            ("the reason", all(one.reason for one in about)),
            ("a receipt: something that proves it", all(one.receipt for one in about)),
        )
        if not given
    ]
    missing = " and ".join(lacks) or "the dates that cover all of it"
    return f"The explanation from {day_in_words(gap.first_day)} on still lacks {missing}."


def _us_clinical_experience(today: Measures, then: Measures, evidence: Evidence) -> RiskFactor:
    def measured(measures: Measures) -> Measured:
        months = measures.us_clinical_months
        level = level_of(months, lambda value: us_clinical_level(value, evidence))
        return Measured(level, months.describe("months", one="month"))

    student, graduate = today.us_clinical_as_student, today.us_clinical_as_graduate
    planned, low = evidence.find("article.plan.us-clinical-months"), evidence.find("article.us-clinical.low-from")
    aside = "".join(_left_out(why, today) for why in dict.fromkeys(one.why for one in today.not_counted))
    return RiskFactor(
        name="us-clinical-experience",
        title="US clinical experience",
        movable=True,
        today=measured(today),
        files_opened=measured(then),
        says=f"{student.describe('months', 'month')} as a student, {graduate.describe('months', 'month')} as a "
        f"graduate; bookings do "
        f"not count until done.{aside}",
        what_would_change_it=f"{_hours_to_low(then, evidence)} The {planned.value} months the article plans for reach "
        f"Moderate; Low needs {low.value}.",
        because=(
            cited(low),
            cited(evidence.find("reading.hours-per-clinical-month")),
            *(_counted(one.entry, one.title, one.hours) for one in today.counted),
        ),
    )


def _left_out(why: str, today: Measures) -> str:
    titles = "; ".join(one.title for one in today.not_counted if one.why == why)
    return f" Not counted, because {why}: {titles}."


def _hours_to_low(then: Measures, evidence: Evidence) -> str:
    months = evidence.number("article.us-clinical.low-from") - then.us_clinical_months.low
    if months <= 0:
        return "There is enough for Low; what counts then is how recent it is."
    hours = months * evidence.number("reading.hours-per-clinical-month")
    if not isfinite(then.us_clinical_months.high):
        return f"For Low, {hours:.0f} more hours beyond those told; what is not told yet counts too, once written down."
    at_most = "" if then.us_clinical_months.is_known else "at most "
    return f"For Low, {at_most}{hours:.0f} more hours done before programs open files."


def _counted(entry: str, title: str, hours: Span) -> Reason:
    known = hours.describe("hours") if hours.is_known else "hours not known"
    return from_dossier(entry, f"{title}: {known}.")


def _non_clinical_time(today: Measures, then: Measures, evidence: Evidence) -> RiskFactor:
    def measured(measures: Measures) -> Measured:
        months = measures.non_clinical_months
        level = level_of(months, lambda value: non_clinical_level(value, evidence))
        return Measured(level, months.describe("months", one="month"))

    return RiskFactor(
        name="non-clinical-time",
        title="Time in a non-clinical job",
        movable=False,
        today=measured(today),
        files_opened=measured(then),
        says="Months whose main activity is a job without hands-on care. Scribing and medical assisting are among "
        "them, study is not. A job that goes on is counted on to the day programs open files.",
        what_would_change_it="The months behind you stay. What can change is how near the job is to patients, and what "
        "you do beside it.",
        because=(
            cited(evidence.find("article.non-clinical.moderate-from")),
            cited(evidence.find("article.non-clinical.high-from")),
            cited(evidence.find("reading.main-activity-hours")),
            *(from_dossier(job.entry, job.title) for job in today.non_clinical.jobs),
        ),
    )


def _plural(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"
