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
    r"patient|admitted|diagnos|case of|presented with|bedside|ward|clinic|surgery|symptom|year-old|emergency",
    re.IGNORECASE,
)
_ALWAYS = re.compile(
    r"\b(?:MRN|medical record (?:number|no\.?))\W{0,3}\w+|\b(?:date of birth|DOB)\b\W{0,3}[\w/.-]+"
    r"|\b\d{3}-\d{2}-\d{4}\b|\b(?:bed|room)\s+(?:number\s+)?\d{1,4}[A-Z]?\b"
    r"|\b(?:9\d|1[0-2]\d)[\s-]*(?:year|yr)s?[\s-]*old\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+[A-Z][\w’'-]+"
    r"|\b(?:patient|girl|boy|man|woman|lady|child)\s+(?:named|called|by the name of)\s+[A-Z][\w’'-]+"
    r"|\bpatient\s+[A-Z]\.\s?[A-Z]\."
    r"|\bmy patient,?\s+[A-Z][a-z]+\b"
)
_DAY = re.compile(
    rf"\b(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\b"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)


def patients(draft: Draft) -> Iterator[Finding]:
    """Every place that could identify a patient; an exact day counts where its sentence is about a patient."""
    yield from draft.found_by(IDENTIFIES, _ALWAYS)
    yield from draft.found_by(IDENTIFIES, _NAMED)
    for found in _DAY.finditer(draft.text):
        start, end = draft.sentence_at(found.start())
        if _NEAR_A_PATIENT.search(draft.text, start, end):
            yield draft.finding(IDENTIFIES, *found.span())
