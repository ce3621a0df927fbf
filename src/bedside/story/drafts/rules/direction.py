"""Whether the text says what the job was, why now, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bedside.applicant.parts.drafts import DraftPlace
from bedside.story.drafts.draft import Draft, Rule, phrases
from bedside.story.drafts.results import Finding, Weight
from bedside.story.drafts.rules.sayings.vague import VAGUE
from bedside.story.text.amounts import MONTH_AND_YEAR

VAGUE_ROLE = Rule(
    "vague-role",
    "A role without a shape",
    Weight.WEAKENS,
    "A reader who does not know this work sees nothing in it. A title with its function, the people it served and a "
    "number is something they can picture.",
    "What was your title, for which patients or members, and which number could you put on it?",
)
NO_WHY_NOW = Rule(
    "no-why-now",
    "No answer to: why now?",
    Weight.WEAKENS,
    "The text wants to come back, and says nothing dated that has already begun. Every reader asks why now; without an "
    "answer the return reads as a wish.",
    "What have you begun in the last months that a reader can check, and when did it begin?",
)
NO_RETURN = Rule(
    "no-next-step",
    "It does not lead anywhere",
    Weight.WEAKENS,
    "The text tells the past and stops. It should end where the reader is: at residency as the next step.",
    "What follows from all this, and why is training in this specialty the next step?",
)
OTHER_SPECIALTY = Rule(
    "another-specialty",
    "Another specialty is named",
    Weight.THINK,
    "Your file does not name this specialty as a target. In a statement that is sent to another one, a single name "
    "left over ends the reading.",
    "Is it named on purpose, or left over from another version?",
)

RULES = (VAGUE_ROLE, NO_WHY_NOW, NO_RETURN, OTHER_SPECIALTY)

_WANTS_BACK = phrases(
    "return to clinical",
    "returning to clinical",
    "return to medicine",
    "come back to clinical",
    "come back to medicine",
    "back to clinical",
    "back to medicine",
    "back to patient care",
    "back at the bedside",
    "back to the bedside",
    "return to the bedside",
    "return to patient care",
    "applying to residency",
    "applying for residency",
    "residency",
    "train as",
    "train in",
    "training in",
    "training as",
    "ready to train",
    "want to train",
    "hope to train",
    "ready for training",
    "want to treat",
    "become a resident",
)
_BEGUN = re.compile(
    r"(?:over|in|during|for|within)\s+the\s+(?:last|past)\s+(?:[\w-]+\s+){0,2}(?:weeks?|months?|years?)"
    r"|(?:over|in|during)\s+(?:last|past)\s+(?:\w+\s+){0,2}(?:months?|year)"
    r"|have\s+(?:been|\w+ed|stood|gone|come|sat|kept)\b[^.!?\n]{0,60}?\b(?:for|since)\s+(?:[\w-]+\s+){0,2}(?:weeks?|months?|spring|summer|fall"
    r"|autumn|winter)|since\s+(?:last|this)\s+\w+"
    r"|\b(?:this|last)\s+(?:year|spring|summer|fall|autumn|winter|month)",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\b{MONTH_AND_YEAR}", re.IGNORECASE)
_YEARS_THAT_ARE_NOW = 2
_CLINICAL_ACT = re.compile(
    r"observ(?:ed|ing|ership|er)|rotat(?:ed|ion|ing)|extern(?:ed|ship)?\b|volunteer(?:ed|ing|s)?|shadow(?:ed|ing)"
    r"|free clinic|bedside|step 3|round(?:s|ed)\b|examin(?:ed|e)\b|microscope|\bslides\b|biops|autops",
    re.IGNORECASE,
)
_NEAR_PATIENTS = re.compile(r"\bclinic\b|\bwards?\b|\bpatients?\b|\bhospital\b", re.IGNORECASE)
_AT_A_DESK = re.compile(
    r"\b(?:work(?:ed|ing|s)?|job|employ\w*|charts?|claims?|data|records?|reports?|review(?:ed|ing)?|drugs?|office|health\s+plan"
    r"|my\s+team)\b",
    re.IGNORECASE,
)
_NEXT_STEP = re.compile(r"residen(?:cy|t)|training|program\b|physician|specialty", re.IGNORECASE)

_ABOUT_NOW = (DraftPlace.STATEMENT, DraftPlace.WHY_NOW, DraftPlace.PATH)
_LONG_ENOUGH = 40
_SPECIALTIES = (
    "internal medicine|family medicine|pediatrics|psychiatry|neurology|general surgery|anesthesiology"
    "|emergency medicine|obstetrics and gynecology|radiology|pathology|dermatology|orthopedic surgery"
    "|physical medicine and rehabilitation"
)
_NAMED = re.compile(rf"(?<!\w)({_SPECIALTIES})(?!\w)", re.IGNORECASE)
_AS_A_GOAL = re.compile(
    r"(?:residen(?:cy|t)|train(?:ing)?|career|physician|specialty|apply(?:ing)?|future)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_PHYSICIANS_OF = {
    "internist": "internal medicine",
    "family physician": "family medicine",
    "family doctor": "family medicine",
    "pediatrician": "pediatrics",
    "psychiatrist": "psychiatry",
    "neurologist": "neurology",
    "surgeon": "general surgery",
    "anesthesiologist": "anesthesiology",
    "radiologist": "radiology",
    "pathologist": "pathology",
    "dermatologist": "dermatology",
    "obstetrician": "obstetrics and gynecology",
}
_TO_BECOME = re.compile(
    rf"\b(?:to\s+(?:be|become)|becoming|to\s+(?:train|work|practi[cs]e)\s+as|as\s+a\s+future)\s+(?:(?:an?|your)\s+)?"
    rf"(?:[\w-]+\s+)?(?P<physician>{'|'.join(_PHYSICIANS_OF)})\b",
    re.IGNORECASE,
)


def direction(draft: Draft) -> Iterator[Finding]:
    """Vague roles, and whether the text as a whole answers why now and leads to the next step."""
    yield from draft.said(VAGUE_ROLE, VAGUE)
    if draft.place in _ABOUT_NOW and len(draft.text.split()) >= _LONG_ENOUGH:
        if not _says_why_now(draft):
            yield draft.about_the_whole(NO_WHY_NOW)
        if not _leads_on(draft):
            yield draft.about_the_whole(NO_RETURN)
    if draft.place in _ABOUT_NOW:
        yield from _other_specialties(draft)


def _says_why_now(draft: Draft) -> bool:
    """Whether something done near patients stands with a time not long ago, in one sentence or in two that follow.

    What was done in a sentence with an older year was done then, and does not become recent by the next one.
    """
    late = [_is_of_late(draft, start, end) for start, end in draft.sentences]
    acts = [_is_near_patients(draft, start, end) for start, end in draft.sentences]
    dated = [_DATED.search(draft.text, start, end) is not None for start, end in draft.sentences]
    open_acts = [act and (time or not year) for act, time, year in zip(acts, late, dated, strict=True)]
    before = [False, *open_acts[:-1]]
    return any(time and (here or there) for time, here, there in zip(late, acts, before, strict=True))


def _is_near_patients(draft: Draft, start: int, end: int) -> bool:
    """Whether a sentence tells of something done near patients, and not only of work with their records."""
    if _CLINICAL_ACT.search(draft.text, start, end):
        return True
    near = _NEAR_PATIENTS.search(draft.text, start, end) is not None
    return near and _AT_A_DESK.search(draft.text, start, end) is None


def _is_of_late(draft: Draft, start: int, end: int) -> bool:
    """Whether a sentence names a time that reaches to now, or a year of the last two."""
    if _BEGUN.search(draft.text, start, end):
        return True
    years = (int(found[0][-4:]) for found in _DATED.finditer(draft.text, start, end))
    return any(year >= draft.as_of.year - _YEARS_THAT_ARE_NOW for year in years)


def _leads_on(draft: Draft) -> bool:
    last = draft.sentences[-3:]
    return any(
        _NEXT_STEP.search(draft.text, start, end) or _WANTS_BACK.search(draft.lowered, start, end)
        for start, end in last
    )


def _other_specialties(draft: Draft) -> Iterator[Finding]:
    """A specialty the file does not aim at, named as a goal or by the physician whom the applicant wants to become."""
    targets = {name.casefold() for name in draft.dossier.target.specialties}
    for found in _NAMED.finditer(draft.text) if targets else ():
        start, _ = draft.sentence_at(found.start())
        named_as_goal = _AS_A_GOAL.search(draft.text, start, found.start()) is not None
        if found[1].casefold() not in targets and named_as_goal:
            yield draft.finding(OTHER_SPECIALTY, *found.span())
    for found in _TO_BECOME.finditer(draft.text) if targets else ():
        if not any(_PHYSICIANS_OF[found["physician"].casefold()] in name for name in targets):
            yield draft.finding(OTHER_SPECIALTY, *found.span("physician"))
