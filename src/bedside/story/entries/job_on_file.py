"""The job on the file: four questions about it, what to ask for, what its entry holds, and what readers ask about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.job_moves import asked_for
from bedside.applicant.parts.experience import Contact, Experience, Kind
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, from_dossier
from bedside.story.entries.job_entry import (
    CONDITION,
    POPULATION,
    Answer,
    EntryCheck,
    check_entry,
    is_near_patients,
    names_physicians,
    words_about,
)
from bedside.story.entries.job_stumbles import HOPPING, Job, Stumble, months_of, stumbles

_HEALTH_CARE = re.compile(
    r"\b(?:health|hospital|clinic|medic|pharma|drug|patient|care\b|biotech|trial|nurs|surg|epic\b|ehr|hedis|dental)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class JobOnFile:
    """The present job by four questions and a first glance, what to ask for in it, and every job's entry.

    `present` is the entry of the job that goes on, or of the last one; None without a job. `ask_for` is None for those
    who treat patients in it already, and for a job that has ended.
    """

    present: str | None
    title: str
    questions: tuple[Answer, ...]
    at_a_glance: Answer | None
    ask_for: str | None
    entries: tuple[EntryCheck, ...]
    stumbles: tuple[Stumble, ...]
    says: str
    because: tuple[Reason, ...]


def job_on_file(dossier: Dossier, as_of: date, evidence: Evidence) -> JobOnFile:
    """Read the jobs of a dossier as a program director would.

    1. The job that goes on (or the last one) is asked four questions; what the file does not say stays unknown.
    2. At a glance it should look like work in health care that has to do with patients, not like any office.
    3. What can be asked for in it depends on the kind of job; its title stays as it is.
    4. Each job's entry is looked through for seven things.
    5. Short jobs in a row, work outside health care and jobs that no entry tells are named, because they are asked
       about.
    """
    evidence = evidence.with_readings(dossier.readings)
    jobs: list[Job] = [
        (f"experiences[{number}]", one)
        for number, one in enumerate(dossier.experiences)
        if one.kind in (Kind.JOB, Kind.RESEARCH)
    ]
    present = max(jobs, key=lambda job: (job[1].is_current, job[1].first_day), default=None)
    checks = tuple(check_entry(dossier, entry, one) for entry, one in jobs)
    found = stumbles(dossier, jobs, as_of, evidence)
    return JobOnFile(
        present=present[0] if present else None,
        title=present[1].title if present else "",
        questions=_questions(dossier, present, as_of, evidence) if present else (),
        at_a_glance=_at_a_glance(present) if present else None,
        ask_for=_ask_for(dossier, present[1]) if present else None,
        entries=checks,
        stumbles=found,
        says=_says(checks, found),
        because=(from_dossier(present[0], present[1].title),) if present else (),
    )


def _ask_for(dossier: Dossier, one: Experience) -> str | None:
    if not one.is_current or one.contact is Contact.HANDS_ON:
        return None
    return asked_for(one, tuple(dossier.target.specialties))


def _questions(dossier: Dossier, job: Job, as_of: date, evidence: Evidence) -> tuple[Answer, ...]:
    entry, one = job
    here = (from_dossier(entry, one.title),)
    near, grew = is_near_patients(one), bool(one.progression)
    beside = _beside(dossier, one, as_of)
    return (
        _steady(job, as_of, evidence),
        Answer(
            "Does it touch patient care, even from afar?",
            near or (False if words_about(one) else None),
            _NEAR[near],
            here,
        ),
        Answer("Did you grow in it?", grew or None, _GREW[grew], here),
        Answer(
            "Does it explain your years without looking as if you had given up medicine?",
            bool(beside) or None,
            "Your file shows clinical work or exams beside it." if beside else _BESIDE_IT,
            beside,
        ),
    )


_NEAR = {
    True: "Your file names patients, members or physicians in it.",
    False: "Your file does not say whom it serves or which physicians it works with. If it does, write that down.",
}
_GREW = {
    True: "Your file names what changed.",
    False: "No promotion, new responsibility or project of your own is in your file. Small ones count.",
}
_BESIDE_IT = "Your file shows nothing clinical beside it. What did you keep doing for medicine in those years?"


def _steady(job: Job, as_of: date, evidence: Evidence) -> Answer:
    months = months_of(job[1], as_of)
    holds = None if months is None else months > evidence.number(HOPPING)
    says = "Its dates are open." if months is None else f"It has lasted about {_plainly(months)}."
    return Answer("Is it steady and credible?", holds, says, (from_dossier(job[0], job[1].title),))


def _plainly(months: float) -> str:
    whole = round(months)
    return (
        "a month" if whole <= 1 else f"{whole} months" if whole < 24 else f"{months / 12:.1f} years".replace(".0", "")
    )


def _beside(dossier: Dossier, job: Experience, as_of: date) -> tuple[Reason, ...]:
    """Clinical experience and exams of the time of the job."""
    last = job.last_day(as_of)
    clinical = [
        from_dossier(f"experiences[{number}]", one.title)
        for number, one in enumerate(dossier.experiences)
        if one is not job
        and one.contact is not Contact.NONE
        and one.first_day <= last
        and one.last_day(as_of) >= job.first_day
    ]
    exams = [
        from_dossier(f"exams[{number}]", f"{exam.exam} {exam.date.on_or_in}")
        for number, exam in enumerate(dossier.exams)
        if exam.date and job.first_day <= exam.date.latest and exam.date.earliest <= last
    ]
    return (*clinical, *exams)


def _at_a_glance(job: Job) -> Answer:
    """Whether title, place and duties look like health care, and like something that has to do with patients."""
    entry, one = job
    told = f"{one.title} {words_about(one)}"
    adjacent = _HEALTH_CARE.search(f"{told} {one.organization or ''}") is not None
    relevant = (
        one.contact is not Contact.NONE
        or names_physicians(one)
        or (CONDITION.search(told) is not None and POPULATION.search(told) is not None)
    )
    return Answer(
        "Read in a few seconds, what does it look like?",
        (adjacent and relevant) or (False if words_about(one) else None),
        _GLANCE[adjacent, relevant],
        (from_dossier(entry, one.title),),
    )


_GLANCE = {
    (True, True): "Work in health care that has to do with patients.",
    (True, False): "Health care, but nothing in it says what it has to do with patients or physicians.",
    (False, True): "Something with patients or physicians, but not which part of health care it belongs to.",
    (False, False): "Any office. Nothing in it says health care, patients or physicians. If they are there, name them.",
}


def _says(checks: tuple[EntryCheck, ...], found: tuple[Stumble, ...]) -> str:
    if not checks:
        return "No job is in your timeline, so there is nothing to read here."
    missing = sum(len(check.missing) for check in checks)
    jobs = "one job" if len(checks) == 1 else f"{len(checks)} jobs"
    first = f"Your file tells {jobs}"
    second = (
        "all that readers look for is there"
        if not missing
        else f"{missing} of {sum(len(check.holds) for check in checks)} things are not told yet"
    )
    third = {0: "", 1: " One thing will be asked about."}.get(len(found), f" {len(found)} things will be asked about.")
    return f"{first}; {second}.{third}"
