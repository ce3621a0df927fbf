"""One arc in three steps (admit, grow, return): what the file knows for each, and a question for what it does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.examinations import ExamResult
from bedside.applicant.parts.experience import Contact, Experience, Kind
from bedside.evidence.reason import Reason, from_dossier
from bedside.story.told.facts import RETURN as TIME_OF_THE_RETURN
from bedside.story.told.facts import time_at
from bedside.story.told.known import in_file

ADMIT, GROW, RETURN = "admit", "grow", "return"


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing the arc has to hold: the applicant's own words for it, and the facts the file has beside them.

    `words` is None where the applicant has not written it yet; `asks` is the question to answer then.
    """

    name: str
    title: str
    step: str
    asks: str
    words: str | None
    knows: tuple[Reason, ...]

    @property
    def is_written(self) -> bool:
        """Whether the applicant has written it."""
        return self.words is not None


@dataclass(frozen=True, slots=True)
class ArcResult:
    """The six slots in their order.

    `months_of_return` and `years_in_the_job` are two different lengths of time that a statement names in the same
    words ("over the last …"); each is a sentence from the file, or None where the file has none.
    """

    slots: tuple[Slot, ...]
    months_of_return: str | None
    years_in_the_job: str | None
    says: str

    @property
    def to_write(self) -> tuple[Slot, ...]:
        """The slots that are still empty."""
        return tuple(slot for slot in self.slots if not slot.is_written)


def arc(dossier: Dossier, as_of: date) -> ArcResult:
    """The arc as far as it stands on `as_of`.

    1. Admit: what stood in the way, and why the job was taken.
    2. Grow: what the job gave that a resident uses, and the turn.
    3. Return: what was begun since, with dates, and why residency is the next step.
    Facts stand beside the questions; the sentences are the applicant's.
    """
    story, job = dossier.story, _job(dossier)
    slots = (
        Slot("what_happened", "What stood in the way", ADMIT, _WHAT_HAPPENED, story.what_happened, _obstacles(dossier)),
        Slot("why_the_job", "Why this job", ADMIT, _WHY_THE_JOB, story.why_the_job, _of_job(job)),
        Slot("what_it_gave", "What it gave", GROW, _WHAT_IT_GAVE, story.what_it_gave, _gains(dossier, job)),
        Slot("the_turn", "The turn", GROW, _THE_TURN, story.the_turn, ()),
        Slot("the_return", "What you have begun", RETURN, _THE_RETURN, story.the_return, _begun(dossier)),
        Slot("the_next_step", "The next step", RETURN, _NEXT_STEP, story.the_next_step, _targets(dossier)),
    )
    known = in_file(dossier, as_of)
    back = known.get(TIME_OF_THE_RETURN)
    lasting = known.get(time_at(job[1].organization or job[1].title)) if job else None
    return ArcResult(
        slots=slots,
        months_of_return=f"Your way back began {back.value} ago." if back else None,
        years_in_the_job=f"You have been in this job for {lasting.value}." if lasting else None,
        says=_says(slots),
    )


_WHAT_HAPPENED = "What kept you from residency at first? One plain sentence, without who was to blame."
_WHY_THE_JOB = "Why did you take it, as your own choice?"
_WHAT_IT_GAVE = "Which two things can you do now, because of it, that a resident needs?"
_THE_TURN = "When did you decide to go back, and what happened that day or that month?"
_THE_RETURN = "What have you begun since, where, and from which month on?"
_NEXT_STEP = "Why is training in this specialty what follows from all of it?"


def _job(dossier: Dossier) -> tuple[str, Experience] | None:
    """The present job without hands-on contact, or the last one."""
    jobs = [
        (f"experiences[{number}]", one)
        for number, one in enumerate(dossier.experiences)
        if one.kind in (Kind.JOB, Kind.RESEARCH) and one.contact is not Contact.HANDS_ON
    ]
    return max(jobs, key=lambda entry: (entry[1].is_current, entry[1].first_day), default=None)


def _obstacles(dossier: Dossier) -> tuple[Reason, ...]:
    failed = [
        from_dossier(f"exams[{number}]", f"{exam.exam} failed{f' {exam.date.on_or_in}' if exam.date else ''}")
        for number, exam in enumerate(dossier.exams)
        if exam.result is ExamResult.FAILED
    ]
    gaps = [
        from_dossier(f"explanations[{number}]", f"{one.start.in_words} to {one.end.in_words}: {one.reason}")
        for number, one in enumerate(dossier.explanations)
        if one.reason
    ]
    return (*failed, *gaps)


def _of_job(job: tuple[str, Experience] | None) -> tuple[Reason, ...]:
    if job is None:
        return ()
    entry, one = job
    place = f" at {one.organization}" if one.organization else ""
    return (from_dossier(entry, f"{one.title}{place}, since {one.start.in_words}"),)


def _gains(dossier: Dossier, job: tuple[str, Experience] | None) -> tuple[Reason, ...]:
    own = [from_dossier(f"strengths[{number}]", words) for number, words in enumerate(dossier.strengths)]
    if job is None:
        return tuple(own)
    entry, one = job
    told = [from_dossier(entry, words) for words in (one.duties, one.physician_contact) if words]
    steps = [from_dossier(f"{entry}.progression[{number}]", step.what) for number, step in enumerate(one.progression)]
    return (*own, *told, *steps)


def _begun(dossier: Dossier) -> tuple[Reason, ...]:
    done = [
        from_dossier(f"experiences[{number}]", f"{one.title}, {_time(one)}")
        for number, one in enumerate(dossier.experiences)
        if one.kind in (Kind.ROTATION, Kind.VOLUNTEERING) and one.is_in_the_us and one.contact is not Contact.NONE
    ]
    exams = [
        from_dossier(f"exams[{number}]", f"{exam.exam} passed {exam.date.on_or_in}")
        for number, exam in enumerate(dossier.exams)
        if exam.exam.value == "Step 3" and exam.result is ExamResult.PASSED and exam.date
    ]
    return (*done, *exams)


def _targets(dossier: Dossier) -> tuple[Reason, ...]:
    return tuple(
        from_dossier(f"target.specialties[{number}]", name) for number, name in enumerate(dossier.target.specialties)
    )


def _time(one: Experience) -> str:
    if isinstance(one.end, str):
        return f"since {one.start.in_words}"
    return one.start.in_words if one.start == one.end else f"{one.start.in_words} to {one.end.in_words}"


def _says(slots: tuple[Slot, ...]) -> str:
    missing = [slot for slot in slots if not slot.is_written]
    if not missing:
        return "All six parts are written. Read them aloud one after the other: do they follow?"
    if len(missing) == len(slots):
        return "Nothing is written yet. Begin with the question that is easiest; one sentence is enough."
    return f"{len(slots) - len(missing)} of {len(slots)} parts are written. Next: {missing[0].title.lower()}."
