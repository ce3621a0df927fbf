"""What to ask for at work so that it moves nearer to patients, by the kind of job; the past keeps its names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bedside.applicant.parts.experience import Experience, Kind


@dataclass(frozen=True, slots=True)
class Move:
    """What to ask for in a kind of job; `words` begin the words by which its title or duties are known."""

    words: tuple[str, ...]
    ask: str


SAFETY = Move(
    ("pharmacovigilance", "drug safety", "patient safety", "safety", "adverse", "medical affairs"),
    "Ask for the cases that need a physician's eye: whether a drug explains an event, the reasoning written out, and a "
    "seat where several disciplines discuss it.",
)
ASSISTING = Move(
    ("scribe", "scribing", "medical assistant", "patient care technician", "phlebotom"),
    "Writing down what others do is a beginning. Ask for one responsibility that is yours and has a name, such as "
    "training new colleagues, running the follow-up list, or a small quality project with a physician.",
)
RECORDS = Move(
    ("informatic", "epic", "ehr", "emr", "health record", "IT", "software", "developer", "systems analyst", "network"),
    "Ask for the projects that change how clinics work in the record system: visit notes, orders, messages. Sit beside "
    "the physicians who use it, and learn what slows them down.",
)
RESEARCH = Move(
    ("research", "trial", "study coordinator", "postdoc"),
    "Ask for studies that run in {clinics}, and to be there when patients are screened, asked and seen again, beside "
    "the physicians who see them.",
)
PLAN_DATA = Move(
    ("quality", "hedis", "claims", "health plan", "payer", "insurance", "utilization", "population health", "data"),
    "Ask for the numbers that stand for patients: how well diabetes is controlled, who is readmitted and why, which "
    "quality measure is missed. Find a physician to read them with, and see one change through in a clinic.",
)
MOVES = (SAFETY, ASSISTING, RECORDS, RESEARCH, PLAN_DATA)
ANY_OTHER = Move(
    (),
    "Ask what in your work touches patients or physicians: a safety report, a quality measure, a project with a "
    "clinic. Take that part on, with a physician who can speak to it.",
)
KEEP = "Keep your true title, and rename nothing in the past."


def asked_for(one: Experience, specialties: tuple[str, ...]) -> str:
    """What to ask for in a job, in the words of the first target specialty where there is one."""
    clinics = f"the {specialties[0]} clinics" if specialties else "the clinics of your specialty"
    return move_for(one).ask.format(clinics=clinics)


def move_for(one: Experience) -> Move:
    """The move that fits a job: by its title first, then by what it is, then by duties and place.

    Words are looked for as they begin, in the order of the moves.
    """
    by_title = _known_by(one.title)
    if by_title is None and one.kind is Kind.RESEARCH:
        return RESEARCH
    return by_title or _known_by(one.duties or "") or _known_by(one.organization or "") or ANY_OTHER


def _known_by(text: str) -> Move | None:
    return next((move for move in MOVES if any(_has(word, text) for word in move.words)), None)


def _has(word: str, text: str) -> bool:
    """Whether a word of the text begins so; one in capitals has to be the whole word, in capitals."""
    if word.isupper():
        return re.search(rf"\b{word}\b", text) is not None
    return re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) is not None
