"""What a reader would ask about in the jobs of a file: short ones in a row, unrelated ones, and those left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.stretches import at_most
from bedside.applicant.parts.drafts import DraftPlace
from bedside.applicant.parts.experience import Experience
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.story.entries.about import draft_about
from bedside.story.entries.job_entry import words_about

HOPPING = "article.job-hopping.months"
Job = tuple[str, Experience]
_A_PATTERN = 2
_UNRELATED = re.compile(
    r"\b(?:cashier|retail|stores?\b|supermarket|barista|rideshare|uber|lyft|taxi|drivers?\b|courier|warehouse|factory"
    r"|(?:food|package|parcel|grocery|pizza)\s+delivery|call cent|waiter|waitress|bartend|server at|restaurant|chef\b"
    r"|cook\b|security guard|hotel|airline|gas station|real estate|salesperson|sales\b|marketing|bank\b|teller\b"
    r"|accountant|software|teacher|tutor|nanny|cleaner|construction)",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"\b(?:health|hospital|clinic|medic|pharma|drug|patient|nurs|care\b|biotech|dental|trial|physician)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stumble:
    """Something a reader would ask about: what, and the question behind it. Nothing is given another name."""

    name: str
    entry: str
    says: str
    ask: str
    because: tuple[Reason, ...]


def stumbles(dossier: Dossier, jobs: list[Job], as_of: date, evidence: Evidence) -> tuple[Stumble, ...]:
    """Short jobs in a row first, then work outside health care, then jobs that no entry tells."""
    return (*_hopping(jobs, as_of, evidence), *_unrelated(jobs), *_hidden(dossier, jobs))


def months_of(one: Experience, as_of: date) -> float | None:
    """How many months it can have lasted at most; None where it has not begun."""
    stretch = at_most(one, as_of, as_of)
    return None if stretch is None else stretch.months


def _hopping(jobs: list[Job], as_of: date, evidence: Evidence) -> tuple[Stumble, ...]:
    """Two or more ended jobs that lasted no longer than the article's longest short job."""
    limit = evidence.number(HOPPING)
    ended = [(entry, one, months_of(one, as_of)) for entry, one in jobs if not one.is_current]
    short = [(entry, one) for entry, one, months in ended if months is not None and months <= limit]
    if len(short) < _A_PATTERN:
        return ()
    return tuple(
        Stumble(
            "short-job",
            entry,
            f"{one.title} lasted {limit:.0f} months or less, and it is one of {len(short)} that did.",
            _NOTED.format(note=one.note.rstrip(".")) if one.note else _UNNOTED,
            (from_dossier(entry, one.title), cited(evidence.find(HOPPING))),
        )
        for entry, one in short
    )


_UNNOTED = "Is there a reason that can be said in a sentence: a contract that ended, a move, a status?"
_NOTED = "Your file notes: “{note}”. Is that the reason, and can you say it in one sentence?"


def _unrelated(jobs: list[Job]) -> tuple[Stumble, ...]:
    return tuple(
        Stumble(
            "unrelated-job",
            entry,
            f"{one.title} lies outside health care. It is honest work; without it your years have a hole.",
            "Can it stand in the timeline with its dates, in one line, for what it was: how you lived?",
            (from_dossier(entry, one.title),),
        )
        for entry, one in jobs
        if _UNRELATED.search(f"{one.title} {one.organization or ''}")
        and not _RELATED.search(f"{one.title} {one.organization or ''} {words_about(one)}")
    )


def _hidden(dossier: Dossier, jobs: list[Job]) -> tuple[Stumble, ...]:
    """Jobs that no experience entry tells, once entries are being written at all."""
    entries = [draft for draft in dossier.drafts if draft.place is DraftPlace.ENTRY]
    told = " ".join(f"{draft.about or ''} {draft.text}" for draft in entries).casefold()
    return tuple(
        Stumble(
            "hidden-job",
            entry,
            f"No entry of your application tells about {one.title}. Whoever counts the years asks for them.",
            "Which entry will it stand in?",
            (from_dossier(entry, one.title),),
        )
        for entry, one in jobs
        if entries and draft_about(dossier, one, DraftPlace.ENTRY) is None and not _is_named(one, told)
    )


def _is_named(one: Experience, told: str) -> bool:
    return one.title.casefold() in told or (one.organization or one.title).casefold() in told
