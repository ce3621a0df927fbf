"""How a text sounds: the old passion, blame, apology, being stuck, speaking ill of the job, worn phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bedside.story.draft import Draft, Rule
from bedside.story.results import Finding, Weight
from bedside.story.rules.sayings import SAYS_ALWAYS, SAYS_APOLOGY, SAYS_BLAME, SAYS_JOB, SAYS_STUCK, SAYS_WORN

ALWAYS = Rule(
    "always",
    "Always passionate",
    Weight.WEAKENS,
    "Nearly every applicant writes that it was always medicine, so it tells a reader nothing about you, and it leaves "
    "open what the years in another job were then.",
    "What happened, on which day or in which month, that made you take a step back towards patients?",
)
BLAME = Rule(
    "blame",
    "Blaming someone",
    Weight.WEAKENS,
    "A reader cannot judge who was at fault, and hears how you might speak of the program one day.",
    "Can you say what happened in one plain sentence without who was to blame, and then what you did?",
)
APOLOGY = Rule(
    "apology",
    "Apologising or pleading",
    Weight.WEAKENS,
    "One honest sentence about what happened is enough. An apology asks the reader for something; a path explained "
    "gives them something.",
    "What is the fact behind this sentence, and what did you do next?",
)
JOB = Rule(
    "against-the-job",
    "Speaking ill of the job",
    Weight.WEAKENS,
    "The job is part of your file. Where you make it small, the years in it become small too.",
    "What did this job teach you that a resident uses in the first month?",
)
STUCK = Rule(
    "stuck",
    "Sounding stuck",
    Weight.WEAKENS,
    "It tells that the job happened to you. Programs read for people who choose.",
    "What did you choose when you took it, and what did the choice make possible?",
)
WORN = Rule(
    "worn-phrase",
    "A worn phrase",
    Weight.THINK,
    "This stands in many statements in the same words. What could stand in somebody else's does not tell about you.",
    "Which moment of your own were you thinking of when you wrote this?",
)

RULES = (ALWAYS, BLAME, APOLOGY, JOB, STUCK, WORN)

_SAID_BY = (
    (ALWAYS, SAYS_ALWAYS),
    (BLAME, SAYS_BLAME),
    (APOLOGY, SAYS_APOLOGY),
    (JOB, SAYS_JOB),
    (WORN, SAYS_WORN),
)
_OWN_STUCK = re.compile(r"\bpatients?\b|\bneedle\b", re.IGNORECASE)


def tone(draft: Draft) -> Iterator[Finding]:
    """Every phrase that carries one of these tones."""
    for rule, pattern in (
        (ALWAYS, SAYS_ALWAYS),
        (BLAME, SAYS_BLAME),
        (APOLOGY, SAYS_APOLOGY),
        (JOB, SAYS_JOB),
        (WORN, SAYS_WORN),
    ):
        yield from draft.found_by(rule, pattern)
    for finding in draft.found_by(STUCK, SAYS_STUCK):
        start, end = draft.sentence_at(finding.start)
        if not _OWN_STUCK.search(draft.text[start:end]):
            yield finding
