"""The six questions of the first screen as fields, and what was typed into them as answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from bedside.applicant.exam_answers import ExamAnswer
from bedside.applicant.parts.examinations import CertificateState
from bedside.applicant.parts.experience import Contact
from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.shape import Unreadable
from bedside.applicant.six_answers import DATES, ExperienceAnswer, JobAnswer, SixAnswers, Where
from bedside.web.forms.dates import date_as_shown, read_date
from bedside.web.forms.fields import Choice, Field

OPEN = "I do not know"
_LONGEST, _SHOWN_AT_ONCE = 100, 5
_SAID_FOR_A_DATE = {"contact_when": ("present",)}


@dataclass(frozen=True, slots=True)
class Question:
    """One of the six: its number and title, why it is asked, and its fields."""

    number: int
    title: str
    why: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class FoldedField(Field):
    """A field whose choices are folded into a list, however few they are."""

    @property
    def few(self) -> bool:
        """Never: three exams with six choices each would fill a small screen."""
        return False


def answers_from(sent: Mapping[str, str]) -> tuple[SixAnswers, Mapping[str, tuple[str, ...]]]:
    """The answers in what was sent, and what is wrong with the dates, by the name of the answer.

    A date that cannot be read stays as it was typed; a word that is none of those offered leaves the question open.
    """
    typed = {field.name: sent.get(field.name, "").strip()[:_LONGEST] for field in fields(SixAnswers)}
    for name, offered in _OFFERED.items():
        if typed[name] not in {value for value, _ in offered}:
            typed[name] = ""
    wrong = {}
    for name in (name for name in DATES if typed[name]):
        try:
            typed[name] = read_date(typed[name], also=_SAID_FOR_A_DATE.get(name, ()))
        except Unreadable as unreadable:
            wrong[name] = (f"{unreadable.what}. {unreadable.how_to_fix}.",)
    return SixAnswers(**typed), wrong


def sent_again(answers: SixAnswers) -> tuple[tuple[str, str], ...]:
    """The answers as names and values, for a form that carries them on."""
    pairs = ((field.name, getattr(answers, field.name)) for field in fields(answers))
    return tuple((name, value) for name, value in pairs if value)


def questions(answers: SixAnswers, wrong: Mapping[str, tuple[str, ...]] | None = None) -> tuple[Question, ...]:
    """The six questions with the answers in them, and what is wrong with each."""
    shown = {name: _field(name, label, more, answers, wrong or {}) for name, (label, more) in _FIELDS.items()}
    return tuple(
        Question(number, title, why, tuple(shown[name] for name in names))
        for number, (title, why, names) in enumerate(_QUESTIONS, start=1)
    )


def name_field(name: str) -> Field:
    """The one thing asked before a dossier is kept."""
    help = "Any name you like; it stands on what you print."
    return Field("name", "plan-name", "A name for the plan", value=name, help=help)


def _field(
    name: str, label: str, more: Mapping[str, str], answers: SixAnswers, wrong: Mapping[str, tuple[str, ...]]
) -> Field:
    value = getattr(answers, name)
    offered = _OFFERED.get(name)
    kind = "choice" if offered else more.get("kind", "line")
    return (FoldedField if offered and len(offered) >= _SHOWN_AT_ONCE else Field)(
        name=name,
        id=f"answer-{name.replace('_', '-')}",
        label=label,
        kind=kind,
        value=date_as_shown(value) if value and name in DATES else value,
        help=more.get("help", ""),
        placeholder=more.get("placeholder", ""),
        choices=tuple(_choices(offered, value)) if offered else (),
        wrong=wrong.get(name, ()),
        asked_when="" if name in wrong else more.get("asked_when", ""),  # what is wrong is never hidden
    )


def _choices(offered: Iterable[tuple[str, str]], value: str) -> Iterable[Choice]:
    words = [Choice(word, label, word == value) for word, label in offered]
    unknown = Choice("", OPEN, not value)
    yield from [*words, unknown] if len(words) < _SHOWN_AT_ONCE else [unknown, *words]


_EXAM = (
    (ExamAnswer.NOT_TAKEN, "Not taken yet"),
    (ExamAnswer.PASSED, "Passed first time"),
    (ExamAnswer.PASSED_LATER, "Passed after one failed attempt"),
    (ExamAnswer.PASSED_AFTER_MORE, "Passed after two or more"),
    (ExamAnswer.FAILED, "Failed once, not passed yet"),
    (ExamAnswer.FAILED_MORE, "Failed more than once"),
    (ExamAnswer.WAITING, "Taken, result not out"),
)
_STATUS = {
    StatusKind.CITIZEN: "US citizen",
    StatusKind.PERMANENT_RESIDENT: "Permanent resident (green card)",
    StatusKind.ASYLEE_OR_REFUGEE: "Asylee or refugee",
    StatusKind.EMPLOYMENT_AUTHORIZATION: "Another employment card (EAD)",
    StatusKind.OTHER: "Another status",
}
_OFFERED: dict[str, tuple[tuple[str, str], ...]] = {
    "step_1": _EXAM,
    "step_2_ck": _EXAM,
    "step_3": _EXAM,
    "certificate": (
        (CertificateState.ISSUED, "Issued"),
        (CertificateState.APPLIED, "Applied for"),
        (CertificateState.NOT_STARTED, "Not started"),
    ),
    "status": tuple((one.value, _STATUS.get(one, one.value)) for one in StatusKind if one is not StatusKind.UNKNOWN),
    "job": tuple((one.value, one.value) for one in JobAnswer),
    "contact": (
        (Contact.HANDS_ON, "Hands-on"),
        (Contact.OBSERVER, "Observing"),
        (Contact.CLINICAL_ADJACENT, "As a scribe or assistant"),
    ),
    "contact_where": ((Where.US, "In the US"), (Where.ABROAD, "In another country")),
    "experience": (
        (ExperienceAnswer.NONE, "None"),
        (ExperienceAnswer.HANDS_ON, "Hands-on"),
        (ExperienceAnswer.OBSERVER, "Observership"),
    ),
}
_A_JOB = '{"job": ["Research", "Scribe or medical assistant", "Data, quality or IT", "Pharma or industry", ' + (
    '"Another job, without patients"]}'
)
_SOME = '{"experience": ["hands-on", "observership"]}'
_FIELDS: dict[str, tuple[str, dict[str, str]]] = {
    "graduated": ("Year or month", {"kind": "date", "placeholder": "2018 or June 2018"}),
    "country": ("Country of the school", {"placeholder": "India"}),
    "step_1": ("Step 1", {}),
    "step_2_ck": ("Step 2 CK", {}),
    "step_3": ("Step 3", {}),
    "certificate": ("ECFMG certificate", {}),
    "status": ("Your status today", {}),
    "job": ("What kind of job", {}),
    "job_since": ("Since when", {"kind": "date", "placeholder": "March 2023", "asked_when": _A_JOB}),
    "job_hours": ("Hours a week, about", {"kind": "number", "placeholder": "40", "asked_when": _A_JOB}),
    "contact_when": ("When", {"kind": "date", "placeholder": "May 2021, or now"}),
    "contact_where": ("Where", {}),
    "contact": ("How", {}),
    "experience": ("So far", {"help": "An observership has a program or a named supervisor."}),
    "experience_weeks": ("How many weeks", {"kind": "number", "placeholder": "8", "asked_when": _SOME}),
    "experience_hours": ("Hours a week, about", {"kind": "number", "placeholder": "40", "asked_when": _SOME}),
    "experience_ended": ("When it ended", {"kind": "date", "placeholder": "April 2025", "asked_when": _SOME}),
}
_QUESTIONS = (
    ("When did you graduate from medical school?", "Programs look at the year first.", ("graduated", "country")),
    (
        "How far are your exams?",
        "They are the gates before everything else.",
        ("step_1", "step_2_ck", "step_3", "certificate"),
    ),
    ("What is your status in the United States?", "It shapes what you may do and when.", ("status",)),
    ("What is your job now?", "Time outside the clinic is counted from it.", ("job", "job_since", "job_hours")),
    (
        "When did you last have contact with patients?",
        "Medical school counts as well.",
        ("contact_when", "contact_where", "contact"),
    ),
    (
        "Which US clinical experience do you have?",
        "Of all this it moves the most in a year.",
        ("experience", "experience_weeks", "experience_hours", "experience_ended"),
    ),
)
