"""What could tell who a patient was: names, birth dates, record numbers, days, rooms, rare ages, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bedside.story.draft import Draft, Rule
from bedside.story.results import Finding, Weight

IDENTIFIES = Rule(
    "patient-identifier",
    "It may tell who a patient was",
    Weight.MEND,
    "Privacy rules for patients hold in statements and interviews too, in every country. A reader stops at it at once.",
    "Can the story be told without it: an age in decades, a season instead of a day, no name and no place?",
)

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_NEAR_A_PATIENT = re.compile(
    r"\bpatients?\b|admitted|diagnos|case of|presented with|symptom|year-old"
    r"|\b(?:he|she)\b[^.!?\n]{0,60}\b(?:ward|clinic|surgery|hospital|emergency|died|bled|breath\w*)",
    re.IGNORECASE,
)
_NOT_A_PATIENT = re.compile(
    r"\b(?:manager|supervisor|teacher|colleague|director|professor|boss|mentor|nurse|coordinator|neighbou?r|analyst"
    r"|attending|resident|grand(?:mother|father)|(?:my|our)\s+(?:own\s+)?(?:mother|father|aunt|uncle|brother|sister|friend))\b",
    re.IGNORECASE,
)
_ALWAYS = re.compile(
    r"\b(?:MRN|medical record (?:number|no\.?))\W{0,3}\w+|\b(?:date of birth|DOB)\b\W{0,3}(?:[\w/.-]*\w)"
    r"|\b\d{3}-\d{2}-\d{4}\b|\b(?:bed|room)\s+(?:number\s+)?\d{1,4}[A-Z]?\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+[A-Z][\w’'-]+"
    r"|\b(?:patient|girl|boy|man|woman|lady|child)\s+(?:named|called|by the name of)\s+[A-Z][\w’'-]+"
    r"|\bpatient\s+[A-Z]\.\s?[A-Z]\."
    r"|\bmy patient,?\s+(?!Mr|Mrs|Ms|Miss|Dr)[A-Z][a-z]+\b"
    r"|\b(?:9\d|1[0-2]\d)[\s-]*(?:[Yy]ear|[Yy]r)s?[\s-]*old\b"
)
_DAY = re.compile(
    rf"\b(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\b"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    r"|\b\d{1,5}\s+[A-Z][a-z]+\s+(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane)"
    r"|\b\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|(?<![\w.])[\w.]{1,64}@[\w-]{1,64}\.\w"
)
RULES = (IDENTIFIES,)


def patients(draft: Draft) -> Iterator[Finding]:
    """Every place that could identify a patient.

    A name counts unless its sentence is about someone the applicant worked or lived with; an exact day, an address or
    a number to call counts where its sentence is about a patient.
    """
    yield from draft.found_by(IDENTIFIES, _ALWAYS)
    for pattern, is_found in ((_NAMED, _may_be_a_patient), (_DAY, _is_about_a_patient)):
        for found in pattern.finditer(draft.text):
            if is_found(draft, *draft.sentence_at(found.start())):
                yield draft.finding(IDENTIFIES, *found.span())


def _is_about_a_patient(draft: Draft, start: int, end: int) -> bool:
    return _NEAR_A_PATIENT.search(draft.text, start, end) is not None


def _may_be_a_patient(draft: Draft, start: int, end: int) -> bool:
    text = draft.text
    return "patient" in text[start:end].casefold() or _NOT_A_PATIENT.search(text, start, end) is None
