"""Six answers of the first minute as the content of a dossier: what is not known is left out, never taken for no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from bedside.applicant.dossier import SCHEMA_VERSION
from bedside.applicant.exam_answers import AT_LEAST_TWO, ExamAnswer, attempts_of
from bedside.applicant.file.parsing import parse_content
from bedside.applicant.mistakes import DossierMistakes
from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.experience import Contact, Kind, Role
from bedside.applicant.parts.partial_date import PartialDate, read_partial_date, read_present
from bedside.applicant.parts.shape import Answer, Unreadable
from bedside.applicant.parts.timeline import Told
from bedside.applicant.typed import as_a_dossier_writes, date_typed, number_typed

USUAL_NAME = "My plan"
"""What a dossier is called while nobody gave it a name; it is not the name of a person."""
ELSEWHERE = "Outside the United States"
MOST_WEEKS, _MOST_HOURS = 520, 168
_STAND_IN = {"country": "Not said yet", "graduated": "1900"}
"""The school while it is not known: only to find the mistakes in the other answers, and never kept."""


class JobAnswer(StrEnum):
    """The present job, in plain words."""

    RESEARCH = "Research"
    SCRIBE = "Scribe or medical assistant"
    DATA = "Data, quality or IT"
    INDUSTRY = "Pharma or industry"
    OTHER = "Another job, without patients"
    NONE = "No job now"


class ExperienceAnswer(StrEnum):
    """US clinical experience so far, in one answer."""

    NONE = "none"
    HANDS_ON = "hands-on"
    OBSERVER = "observership"


class Where(StrEnum):
    """Where the last contact with patients was."""

    US = "in the US"
    ABROAD = "abroad"


@dataclass(frozen=True, slots=True)
class SixAnswers:
    """The answers as given: words of the lists above, dates as in a dossier, numbers as typed; empty means open."""

    graduated: str = ""
    country: str = ""
    step_1: str = ""
    step_2_ck: str = ""
    step_3: str = ""
    certificate: str = ""
    status: str = ""
    job: str = ""
    job_since: str = ""
    job_hours: str = ""
    contact: str = ""
    contact_when: str = ""
    contact_where: str = ""
    experience: str = ""
    experience_weeks: str = ""
    experience_ended: str = ""
    experience_hours: str = ""

    @property
    def are_all_open(self) -> bool:
        """Whether nothing was answered."""
        return not any(getattr(self, field.name) for field in fields(self))

    @property
    def can_begin(self) -> bool:
        """Whether a dossier can begin with them: it needs the school's country and the year of graduation."""
        return bool(self.graduated and self.country)

    @property
    def may_have_failed_more(self) -> bool:
        """Whether an exam was failed at least twice, so that more failed attempts are possible than are written."""
        return not AT_LEAST_TWO.isdisjoint((self.step_1, self.step_2_ck, self.step_3))

    @property
    def tells_last_us_contact(self) -> bool:
        """Whether the last contact was with patients in the United States, not merely beside them, and has its day."""
        with_patients = self.contact in (Contact.HANDS_ON, Contact.OBSERVER)
        return date_typed(self.contact_when) is not None and self.contact_where == Where.US and with_patients


EXAMS = {"step_1": ExamName.STEP_1, "step_2_ck": ExamName.STEP_2_CK, "step_3": ExamName.STEP_3}
DATES = ("graduated", "job_since", "contact_when", "experience_ended")
_NUMBERS = {"job_hours": _MOST_HOURS, "experience_weeks": MOST_WEEKS, "experience_hours": _MOST_HOURS}


def content_of(answers: SixAnswers, name: str, as_of: date) -> dict[str, Any]:
    """The plain content of a dossier called `name`; what cannot be read is left out.

    1. An exam has no date here, and one passed later has its failed attempts before it; of two or
       more, two are written, and a note says so.
    2. A job is there where its beginning is known, and hours only where they were told.
    3. Weeks of US clinical experience are placed so that they end with the month or year that was given, and a note
       says so; the last contact in the US is the same experience where it is not later.
    4. What was done between school and now is never asked, so the timeline is not complete; what was answered is told
       in full.
    """
    content: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "identity": {"name": name}}
    school = {"country": answers.country, "graduated": as_a_dossier_writes(answers.graduated)}
    content["medical_school"] = {key: value for key, value in school.items() if value}
    if answers.status:
        content["status"] = {"kind": answers.status}
    content["exams"] = [
        attempt for field, exam in EXAMS.items() for attempt in attempts_of(exam, getattr(answers, field))
    ]
    not_taken = [exam.value for field, exam in EXAMS.items() if getattr(answers, field) == ExamAnswer.NOT_TAKEN]
    if not_taken:
        content["exams_not_taken"] = not_taken
    if answers.certificate:
        content["certificate"] = {"state": answers.certificate}
    content["experiences"] = [experience for _, experience in _experiences(answers, as_of)]
    content["timeline"] = {"complete": Answer.NO.value} | _told_in_full(answers, as_of)
    return content


def mistakes_in(answers: SixAnswers, as_of: date) -> dict[str, tuple[str, ...]]:
    """Everything to put right before the answers can be used: sentences by the name of the answer."""
    found = dict(_unreadable(answers))
    content = content_of(answers, "Your plan", as_of)
    content["medical_school"] = _STAND_IN | content["medical_school"]
    try:
        parse_content(content, "your answers", as_of)
    except DossierMistakes as mistakes:
        places = [place for place, _ in _experiences(answers, as_of)]
        for mistake in mistakes.mistakes:
            field = _field_of(mistake.field, places)
            fix = "" if "`" in mistake.how_to_fix else f" {mistake.how_to_fix}"
            found[field] = (*found.get(field, ()), f"{mistake.what}{fix}")
    return found


def _told_in_full(answers: SixAnswers, as_of: date) -> dict[str, list[str]]:
    is_none = answers.experience == ExperienceAnswer.NONE
    told = {
        Told.US_CLINICAL: is_none or _us_clinical(answers, as_of) is not None,
        Told.LAST_CONTACT: _last_contact(answers, as_of) is not None,
    }
    words = [one.value for one, is_told in told.items() if is_told]
    return {"told_in_full": words} if words else {}


def _experiences(answers: SixAnswers, as_of: date) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each experience with the beginning of the names of the answers it was made from."""
    job, us_clinical = _job(answers), _us_clinical(answers, as_of)
    if us_clinical is not None:
        yield "experience", us_clinical
    contact = _last_contact(answers, as_of)
    if contact is not None and not _is_told_already(answers, contact, us_clinical, job):
        yield "contact", contact
    if job is not None:
        yield "job", job


def _job(answers: SixAnswers) -> dict[str, Any] | None:
    since = as_a_dossier_writes(answers.job_since)
    if answers.job in ("", JobAnswer.NONE) or not since:
        return None
    beside = answers.job == JobAnswer.SCRIBE
    job = {
        "title": "Present job" if answers.job == JobAnswer.OTHER else answers.job,
        "kind": Kind.RESEARCH.value if answers.job == JobAnswer.RESEARCH else Kind.JOB.value,
        "from": since,
        "to": "present",
        "contact": (Contact.CLINICAL_ADJACENT if beside else Contact.NONE).value,
    }
    return job | _hours(answers.job_hours)


def _us_clinical(answers: SixAnswers, as_of: date) -> dict[str, Any] | None:
    weeks, ended = number_typed(answers.experience_weeks, MOST_WEEKS), _end_of_us_clinical(answers)
    if answers.experience not in (ExperienceAnswer.HANDS_ON, ExperienceAnswer.OBSERVER) or not weeks or ended is None:
        return None
    last_day = max(ended.earliest, min(ended.latest, as_of))
    began = last_day - timedelta(weeks=weeks) + timedelta(days=1)
    told = f"Told as {weeks:g} weeks that ended {ended.on_or_in}: put the days in when you have them."
    observing = answers.experience == ExperienceAnswer.OBSERVER
    rotation = {
        "title": "Observership" if observing else "Hands-on rotation",
        "kind": Kind.ROTATION.value,
        "from": began.isoformat(),
        "to": str(ended),
        "contact": (Contact.OBSERVER if observing else Contact.HANDS_ON).value,
        "note": told,
    }
    structured = {"structure": "structured"} if observing else {}
    return rotation | structured | _hours(answers.experience_hours) | _as_student(answers, ended)


def _end_of_us_clinical(answers: SixAnswers) -> PartialDate | None:
    """When it ended; where that is left open, the last contact in the US tells it."""
    told = answers.experience_ended or (answers.contact_when if answers.tells_last_us_contact else "")
    return date_typed(told)


def _last_contact(answers: SixAnswers, as_of: date) -> dict[str, Any] | None:
    goes_on = read_present(answers.contact_when) == "present"
    ended = PartialDate(as_of.year, as_of.month) if goes_on else date_typed(answers.contact_when)
    if ended is None or not answers.contact or not answers.contact_where:
        return None
    abroad = answers.contact_where == Where.ABROAD
    kind = Kind.OTHER if answers.contact == Contact.CLINICAL_ADJACENT else _kind_of_contact(abroad, answers.contact)
    entry = {
        "title": "Last contact with patients",
        "kind": kind.value,
        "country": ELSEWHERE if abroad else "United States",
        "from": str(ended),
        "to": "present" if goes_on else str(ended),
        "contact": answers.contact,
        "note": "Only its last day was told: put in when it began.",
    }
    return entry | _as_student(answers, ended)


def _kind_of_contact(abroad: bool, contact: str) -> Kind:
    return Kind.CLINICAL_PRACTICE if abroad and contact == Contact.HANDS_ON else Kind.ROTATION


def _is_told_already(
    answers: SixAnswers, contact: dict[str, Any], us_clinical: dict[str, Any] | None, job: dict[str, Any] | None
) -> bool:
    """Whether the last contact is part of the US clinical experience or of the job."""
    if answers.contact == Contact.CLINICAL_ADJACENT:
        return job is not None and job["contact"] == contact["contact"] and answers.contact_where == Where.US
    if us_clinical is None or not answers.tells_last_us_contact:
        return False
    last, ended = date_typed(contact["to"]), date_typed(us_clinical["to"])
    return last is not None and ended is not None and last.earliest <= ended.latest


def _as_student(answers: SixAnswers, ended: PartialDate) -> dict[str, str]:
    graduated = date_typed(answers.graduated)
    return {"as": Role.STUDENT.value} if graduated is not None and ended.latest < graduated.earliest else {}


def _hours(typed: str) -> dict[str, float]:
    hours = number_typed(typed, _MOST_HOURS)
    return {} if hours is None else {"hours_per_week": hours}


def _unreadable(answers: SixAnswers) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in DATES:
        typed = getattr(answers, field)
        try:
            if typed and not (field == "contact_when" and read_present(typed) == "present"):
                read_partial_date(typed)
        except Unreadable as unreadable:
            yield field, (f"{unreadable.what}. {unreadable.how_to_fix}.",)
    for field, most in _NUMBERS.items():
        typed = getattr(answers, field)
        if typed and number_typed(typed, most) is None:
            yield field, (f"Write a number from 0 to {most}, or leave it empty.",)


_DATE_OF = {"experience": "experience_ended", "contact": "contact_when", "job": "job_since"}
_FIELD_OF_PART = {"exams": "step_1", "certificate": "certificate", "status": "status", "identity": "country"}


def _field_of(path: str, experiences: list[str]) -> str:
    """The answer that a mistake at a path of the dossier belongs to."""
    part, _, rest = path.partition("[")
    if part == "experiences" and rest:
        return _DATE_OF[experiences[int(rest.partition("]")[0])]]
    part = part.partition(".")[0]
    if part == "medical_school":
        return "country" if path.endswith("country") else "graduated"
    return _FIELD_OF_PART.get(part, "graduated")
