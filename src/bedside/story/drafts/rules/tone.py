"""How a text sounds: the old passion, blame, apology, being stuck, speaking ill of the job, worn phrases."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from bedside.story.drafts.draft import Draft, Rule
from bedside.story.drafts.results import Finding, Weight
from bedside.story.drafts.rules.sayings import always, apology, blame, job, stuck, worn

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


@dataclass(frozen=True, slots=True)
class _Saying:
    """The phrases of a rule, what their sentence must hold, and what leaves it alone."""

    rule: Rule
    phrases: re.Pattern[str]
    only_in: re.Pattern[str] | None = None
    not_in: re.Pattern[str] | None = None


_SAYINGS = (
    _Saying(ALWAYS, always.ALWAYS),
    _Saying(ALWAYS, always.LONG_AGO, only_in=always.BECOMING_A_DOCTOR),
    _Saying(BLAME, blame.BLAME, not_in=blame.ABOUT_SOMEBODY_ELSE),
    _Saying(APOLOGY, apology.APOLOGY, not_in=apology.TO_SOMEBODY),
    _Saying(JOB, job.JOB, not_in=job.THOUGHT_BY_OTHERS),
    _Saying(STUCK, stuck.STUCK, not_in=stuck.ABOUT_SOMETHING_ELSE),
    _Saying(WORN, worn.WORN, not_in=worn.WITH_SOMETHING),
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|no\s+longer|nor|neither|hardly|far\s+from|instead\s+of|rather\s+than)|n['’]t)\s+(?!only\b|just\b|merely\b)"
    r"(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«][^“”\"«»\n]{0,300}[”\"»]")
_BEFORE = 40


def tone(draft: Draft) -> Iterator[Finding]:
    """Every phrase that carries one of these tones.

    What is denied just before ("I do not regret") and what stands in quotation marks is left alone: the one is not
    said, the other is said by someone else.
    """
    quoted = [found.span() for found in _QUOTED.finditer(draft.text)]
    for saying in _SAYINGS:
        for found in saying.phrases.finditer(draft.lowered):
            if not _is_quoted(found, quoted) and _is_said(saying, draft, found.start()):
                yield draft.finding(saying.rule, *found.span())


def _is_quoted(found: re.Match[str], quoted: list[tuple[int, int]]) -> bool:
    """Whether what was found lies within the last quotation that begins before it."""
    number = bisect_left(quoted, (found.start(), 0)) - 1
    return number >= 0 and found.end() < quoted[number][1]


def _is_said(saying: _Saying, draft: Draft, place: int) -> bool:
    start, end = draft.sentence_at(place)
    if saying.only_in is not None and not draft.holds(saying.only_in, start, end):
        return False
    if saying.not_in is not None and draft.holds(saying.not_in, start, end):
        return False
    return _DENIED.search(draft.text[max(start, place - _BEFORE) : place]) is None
