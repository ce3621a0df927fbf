"""The job on the file: four questions about it, what its entry holds, and what a reader would stumble over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.stretches import at_most
from bedside.applicant.parts.drafts import DraftPlace
from bedside.applicant.parts.experience import Contact, Experience, Kind
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier

HOPPING = "article.job-hopping.months"

_POPULATION = re.compile(
    r"patients?|members?|children|adults|families|veterans|newborns|population|clinics?|hospitals?|wards?",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"diabet|hypertens|cancer|onco|asthma|copd|heart|cardi|stroke|kidney|renal|hiv|hepat|sepsis|depress|psychi|pregnan"
    r"|infect|readmission|surg|trauma|dement|obes|pain|pneumon|transplant|covid|sickle|epilep",
    re.IGNORECASE,
)
_PHYSICIANS = re.compile(
    r"physician|doctor|\bMDs?\b|\bDr\.?\b|attending|cardiologist|surgeon|oncologist|clinician", re.I
)
_OUTCOME = re.compile(
    r"reduc|improv|increas|lower|raised|saved|shorten|fewer|prevent|led to|resulted|published|adopted|cut\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d")
_UNRELATED = re.compile(
    r"cashier|retail|store|barista|rideshare|uber|lyft|driver|delivery|warehouse|call cent|waiter|waitress|server at"
    r"|restaurant|security guard|hotel|real estate|salesperson|sales associate",
    re.IGNORECASE,
)
_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Answer:
    """One question about a job and what the file says to it; `holds` is None where the file does not say."""

    question: str
    holds: bool | None
    says: str


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """What a description of a job holds: each thing a reader looks for, whether it is there, and a question."""

    entry: str
    title: str
    holds: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Stumble:
    """Something a reader would ask about: what, why, and what telling it plainly takes. Nothing is renamed."""

    name: str
    entry: str
    says: str
    ask: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class JobOnFile:
    """The four questions about the present job, the check of each job's entry, and what would be asked about."""

    questions: tuple[Answer, ...]
    entries: tuple[EntryCheck, ...]
    stumbles: tuple[Stumble, ...]


def job_on_file(dossier: Dossier, as_of: date, evidence: Evidence) -> JobOnFile:
    """Read the jobs of a dossier as a program director would."""
    jobs = [
        (f"experiences[{number}]", one)
        for number, one in enumerate(dossier.experiences)
        if one.kind in (Kind.JOB, Kind.RESEARCH)
    ]
    present = max(jobs, key=lambda entry: (entry[1].is_current, entry[1].first_day), default=None)
    return JobOnFile(
        questions=_questions(present[1], as_of, evidence) if present else (),
        entries=tuple(_check(entry, one) for entry, one in jobs),
        stumbles=(*_hopping(jobs, as_of, evidence), *_unrelated(jobs), *_hidden(dossier, jobs)),
    )


def _questions(job: Experience, as_of: date, evidence: Evidence) -> tuple[Answer, ...]:
    months, told = _months(job, as_of), _told(job)
    steady = months is not None and months > evidence.number(HOPPING)
    near = job.contact is not Contact.NONE or bool(_POPULATION.search(told) or _PHYSICIANS.search(told))
    return (
        Answer("Is it steady and credible?", None if months is None else steady, _lasting(months)),
        Answer("Does it touch patient care, even from afar?", near or (None if not told else False), _NEAR[near]),
        Answer("Did you grow in it?", bool(job.progression) or None, _GREW[bool(job.progression)]),
        Answer(
            "Does it explain your years without looking as if you had given up medicine?",
            None,
            "Nobody but you can answer this: what did you keep doing for medicine beside it?",
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


def _lasting(months: float | None) -> str:
    return "Its dates are open." if months is None else f"It has lasted about {months:.0f} months."


def _check(entry: str, one: Experience) -> EntryCheck:
    told = _told(one)
    words = [word for word in re.split(r"[\s,–/-]+", one.title) if word]
    return EntryCheck(
        entry,
        one.title,
        (
            Answer(
                "A title that says what you do",
                len(words) > 1,
                "What is the function, and for whom? The true title stays.",
            ),
            Answer(
                "Whom it serves", bool(_POPULATION.search(f"{one.title} {told}")), "Which patients, members or clinics?"
            ),
            Answer("A number", bool(_NUMBER.search(told)), "How many patients, charts, sites or weeks?"),
            Answer(
                "Conditions",
                bool(_CONDITION.search(f"{one.title} {told}")),
                "Which conditions did you read or hear about?",
            ),
            Answer("Physicians you work with", bool(_PHYSICIANS.search(told)), "Which physicians, and on what?"),
            Answer(
                "What came of it", bool(_OUTCOME.search(told)), "What was different afterwards, and who could say so?"
            ),
            Answer(
                "How it grew", bool(one.progression), "What were you trusted with later that you were not at first?"
            ),
        ),
    )


def _hopping(jobs: list[tuple[str, Experience]], as_of: date, evidence: Evidence) -> tuple[Stumble, ...]:
    limit = evidence.number(HOPPING)
    short = [(entry, one) for entry, one in jobs if not one.is_current and (_months(one, as_of) or limit + 1) <= limit]
    if len(short) < _A_PATTERN:
        return ()
    return tuple(
        Stumble(
            "short-job",
            entry,
            f"{one.title} lasted {limit:.0f} months or less, and it is one of {len(short)} that did.",
            "Is there a reason that can be said in a sentence: a contract that ended, a move, a status?",
            (from_dossier(entry, one.title), cited(evidence.find(HOPPING))),
        )
        for entry, one in short
    )


_A_PATTERN = 2


def _unrelated(jobs: list[tuple[str, Experience]]) -> tuple[Stumble, ...]:
    return tuple(
        Stumble(
            "unrelated-job",
            entry,
            f"{one.title} has nothing to do with health care. That is no shame, and leaving it out makes a hole.",
            "Can it stand in the timeline with its dates, in one line, for what it was: how you lived?",
            (from_dossier(entry, one.title),),
        )
        for entry, one in jobs
        if _UNRELATED.search(f"{one.title} {one.organization or ''}")
    )


def _hidden(dossier: Dossier, jobs: list[tuple[str, Experience]]) -> tuple[Stumble, ...]:
    """Jobs that no experience entry tells, once entries are being written at all."""
    entries = [draft for draft in dossier.drafts if draft.place is DraftPlace.ENTRY]
    if not entries:
        return ()
    told = " ".join(f"{draft.about or ''} {draft.text}" for draft in entries).casefold()
    return tuple(
        Stumble(
            "hidden-job",
            entry,
            f"No entry of your application tells about {one.title}. Whoever counts the years will ask for them.",
            "Which entry will it stand in?",
            (from_dossier(entry, one.title),),
        )
        for entry, one in jobs
        if one.title.casefold() not in told and (one.organization or one.title).casefold() not in told
    )


def _told(one: Experience) -> str:
    steps = (step.what for step in one.progression)
    return " ".join(filter(None, [one.organization, one.duties, one.physician_contact, *steps]))


def _months(one: Experience, as_of: date) -> float | None:
    stretch = at_most(one, as_of, as_of)
    return None if stretch is None else ((stretch.last_day - stretch.first_day).days + 1) / _MONTH
