"""What a description of a job holds: the seven things a reader looks for, each with a question where it is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace
from bedside.applicant.parts.experience import Contact, Experience
from bedside.evidence.reason import Reason, from_dossier
from bedside.story.entries.about import draft_about

POPULATION = re.compile(
    r"\b(?:patients?|members?|children|adults|famil(?:y|ies)|veterans|newborns|populations?|enrollees|communit(?:y|ies)"
    r"|clinics?|hospitals?|wards?|ambulatory|emergency department)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:diabet|hypertens|blood pressure|cancer|onco|asthma|copd|heart|cardi|stroke|kidney|renal|hiv\b|hepat|sepsis"
    r"|depress|psychi|pregnan|infect|readmission|surg|trauma|dement|obes|pain\b|pneumon|transplant|covid|sickle|epilep"
    r"|adverse event|wound|fractur|migraine|parkinson|lupus|arthrit)",
    re.IGNORECASE,
)
PHYSICIANS = re.compile(
    r"\b(?:physicians?|doctors?|MDs?|Drs?\b\.?|attendings?|cardiologists?|surgeons?|oncologists?|clinicians?"
    r"|neurologists?|psychiatrists?|pediatricians?|hospitalists?|residents)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:reduc|improv|increas|lower|raised|rose\b|fell\b|saved|shorten|fewer|prevent|led to|result|published|adopted"
    r"|cut\b|closed|faster)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?)\b", re.I)
_RANKS = re.compile(
    r"senior|junior|lead|staff|associate|analyst|specialist|consultant|coordinator|manager|assistant|officer|agent|clerk"
    r"|representative|worker|employee|intern|trainee|professional|team|member|director|supervisor|i|ii|iii|iv|of|the|for"
    r"|and|an?|sr|jr",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One question about a job and what the file says to it; `holds` is None where the file does not say."""

    question: str
    holds: bool | None
    says: str
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """What the words about a job hold; `read_from` says whether they are the entry's draft or the file's own."""

    entry: str
    title: str
    read_from: str
    holds: tuple[Answer, ...]

    @property
    def missing(self) -> tuple[Answer, ...]:
        """What a reader looks for and does not find."""
        return tuple(one for one in self.holds if not one.holds)


def check_entry(dossier: Dossier, entry: str, one: Experience) -> EntryCheck:
    """Look for seven things in the words about a job: those of its entry where one is written, else the file's.

    The title is looked at for what it says, and is never given another name.
    """
    draft = draft_about(dossier, one, DraftPlace.ENTRY)
    told = draft[1].text if draft else words_about(one)
    both = f"{one.title} {told}"
    because = (from_dossier(f"drafts[{draft[0]}]" if draft else entry, one.title),)
    grew = bool(one.progression)
    found = (
        (_TITLE, says_what_is_done(one.title)),
        (_POPULATION, POPULATION.search(both) is not None),
        (_A_NUMBER, _NUMBER.search(told) is not None),
        (_CONDITIONS, CONDITION.search(both) is not None),
        (_WITH_PHYSICIANS, PHYSICIANS.search(told) is not None),
        (_AN_OUTCOME, _OUTCOME.search(told) is not None),
        (_GROWTH, grew),
    )
    return EntryCheck(
        entry,
        one.title,
        "the entry you wrote" if draft else "the words in your file",
        tuple(Answer(name, holds, "" if holds else asks, because) for (name, asks), holds in found),
    )


_TITLE = (
    "A title that says what you do",
    "What is the function in it, and for whom? The title stays as your contract has it; what it leaves open goes into "
    "the first sentence.",
)
_POPULATION = ("Whom it serves", "Which patients, members or clinics is it for, and what kind of employer is it?")
_A_NUMBER = ("A number", "How many patients, charts, sites or weeks, that you could show if asked?")
_CONDITIONS = ("Conditions", "Which conditions do you read or hear about?")
_WITH_PHYSICIANS = (
    "Physicians you work with",
    "Which physicians do you meet or write with, and on what? A little counts.",
)
_AN_OUTCOME = ("What came of it", "What was different afterwards, and who could say so?")
_GROWTH = ("How it grew", "What were you trusted with later that you were not at first?")


def says_what_is_done(title: str) -> bool:
    """Whether a title holds a word beside ranks: "Analyst II" holds none, "Quality analyst" does."""
    return any(not _RANKS.fullmatch(word) for word in re.findall(r"[^\W\d_]+", title))


def words_about(one: Experience) -> str:
    """The words of the file about what was done in a job."""
    steps = (step.what for step in one.progression)
    return " ".join(filter(None, [one.duties, one.physician_contact, *steps]))


def names_physicians(one: Experience) -> bool:
    """Whether the file names physicians in a job."""
    return bool(one.physician_contact) or PHYSICIANS.search(words_about(one)) is not None


def is_near_patients(one: Experience) -> bool:
    """Whether the file names contact, patients or physicians in a job."""
    near = one.contact is not Contact.NONE
    return near or names_physicians(one) or POPULATION.search(f"{one.title} {words_about(one)}") is not None
