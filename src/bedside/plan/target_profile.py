"""What the file must look like on the day programs open it: one concrete line for each thing that can move."""

from __future__ import annotations

from bedside.applicant.parts.examinations import ExamName
from bedside.calendar.months import add_months
from bedside.evidence.citing import day_in_words
from bedside.plan.results import Roadmap, TaskState
from bedside.plan.roadmap.tasks.certificate.step3 import why_step_3
from bedside.plan.roadmap.tasks.clinic.clinical import recent_since
from bedside.plan.situation import Situation
from bedside.plan.wording import listed
from bedside.standing.results import Row


def target_profile(situation: Situation, roadmap: Roadmap) -> tuple[Row, ...]:
    """Targets on the day files are opened. What cannot be changed is not among them."""
    rows = (
        _certificate(situation),
        _us_clinical(situation),
        _letters(situation),
        _volunteering(situation),
        _gaps(situation),
        _step_3(situation, roadmap),
        _job(situation),
        _story(situation),
        _list(situation),
    )
    return tuple(row for row in rows if row is not None)


def _certificate(situation: Situation) -> Row | None:
    if situation.is_certified:
        return None
    says = "ECFMG certificate issued, or every paper for it in."
    return Row("certificate", "Certification", says, True, situation.because("ecfmg.verified-by-rank-deadline"))


def _us_clinical(situation: Situation) -> Row:
    wanted = situation.interval("article.plan.us-clinical-months").high
    ideal = add_months(situation.files_opened, -int(situation.interval("article.recency.us-clinical-ideal").low))
    low_from = situation.number("article.us-clinical.low-from")
    says = (
        f"{wanted:g} months of US clinical experience that end after {recent_since(situation):%B %Y}, best after "
        f"{ideal:%B %Y}, in a hospital where you can. (In the table, {wanted:g} months are Moderate; Low begins at "
        f"{low_from:g}.)"
    )
    names = ("article.plan.us-clinical-months", "article.recency.us-clinical-ideal", "article.us-clinical.low-from")
    return Row("us-clinical-experience", "US clinical experience", says, True, situation.because(*names))


def _letters(situation: Situation) -> Row:
    count = situation.interval("article.plan.letters").high
    months = int(situation.number("article.recency.letters"))
    since = add_months(situation.files_opened, -months)
    says = (
        f"{count:g} letters from US physicians written after {since:%B %Y}, uploaded by "
        f"{day_in_words(situation.submission)}, that speak of knowledge, work and how you learn."
    )
    return Row("letters", "Letters", says, True, situation.because("article.plan.letters", "article.recency.letters"))


def _volunteering(situation: Situation) -> Row:
    hours = situation.number("reading.volunteering-hours-per-week")
    says = f"Clinical volunteering every week, about {hours:g} hours, still going on that day."
    return Row("volunteering", "Volunteering", says, True, situation.because("reading.volunteering-hours-per-week"))


def _gaps(situation: Situation) -> Row | None:
    unexplained = situation.then.unexplained_gaps
    if situation.then.not_told:
        told = "; ".join(f"{gap.first_day:%B %Y} to {gap.last_day:%B %Y}" for gap in situation.then.not_told)
        says = f"Each stretch is told, or has a reason, dates and a receipt. Not told yet: {told}."
        return Row("gaps", "Gaps", says, True, situation.entry("timeline", "Your timeline is not complete."))
    if not unexplained:
        return None
    spans = "; ".join(f"{gap.first_day:%B %Y} to {gap.last_day:%B %Y}" for gap in unexplained)
    says = f"Each stretch has a reason, dates and a receipt: {spans}."
    return Row("gaps", "Gaps", says, True, situation.because("reading.gap.short-over"))


def _step_3(situation: Situation, roadmap: Roadmap) -> Row | None:
    if situation.passed(ExamName.STEP_3) is not None or not why_step_3(situation):
        return None
    results = [task for task in roadmap.tasks if task.key.startswith("step3.result")]
    if not results:
        return Row("step-3", "Step 3", "Step 3 passed, if you find a way to fit it in.", True, why_step_3(situation))
    late = results[0].state is TaskState.LATE or results[0].finish > situation.files_opened
    says = f"Step 3 passed{', by the rank list deadline if not before' if late else ''}."
    return Row("step-3", "Step 3", says, True, why_step_3(situation))


def _job(situation: Situation) -> Row | None:
    if situation.job is None:
        return None
    entry, one = situation.job
    says = f"{one.title}: true title, one line with a number in it, the physicians you work with, and what grew."
    return Row("job", "The job on the file", says, True, situation.entry(entry, one.title))


def _story(situation: Situation) -> Row:
    says = "One arc, told the same way in the statement, the entries and two interview answers."
    return Row("story", "The story", says, True, situation.entry("experiences", "The years it has to hold together."))


def _list(situation: Situation) -> Row:
    target = situation.dossier.target
    if not situation.specialties:
        return Row("list", "The list", "Not to be said before a specialty is chosen.", False)
    count = f"{target.programs_planned} programs" if target.programs_planned else "Programs"
    says = f"{count} in {listed(situation.specialties)}, each with a reason, and none that screens you out."
    names = ("article.mix.community", "article.mix.university-affiliated")
    return Row("list", "The list", says, True, situation.because(*names))
