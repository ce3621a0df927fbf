"""Three habits to leave out of an answer and three to bring, each looked for in the applicant's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bedside.story.drafts.results import Finding
from bedside.story.text.counting import sentences

LEAVE_OUT, BRING = "leave out", "bring"


@dataclass(frozen=True, slots=True)
class Habit:
    """One habit: whether it is one to leave out or to bring, and whether the answer does so.

    `holds` is None while nothing is written. `asks` is a question, empty where nothing has to be asked.
    """

    name: str
    kind: str
    title: str
    holds: bool | None
    asks: str


_CHOICE = re.compile(
    r"\bI\s+(?:\w+ly\s+|then\s+|also\s+)?(?:chose|decided|took|wanted|asked|applied|accepted|picked|moved|left|began"
    r"|started|joined|planned)\b",
    re.IGNORECASE,
)
_USEFUL = re.compile(
    r"\b(?:physicians?|doctors?|nurs\w+|clinical teams?|patients?|charts?|records?|quality|outcomes?|safety|hand-?offs?"
    r"|communicat\w+|follow-?ups?|systems?|rounds|teams?|listen\w*|explain\w*)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:since|this\s+(?:year|spring|summer|fall|autumn|winter|month)|last\s+(?:year|spring|summer|fall|month)"
    r"|(?:over|in|during|for)\s+the\s+(?:last|past)|in\s+(?:\w+\s+)?20\d\d)\b",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\b(?:observ\w+|volunteer\w*|rotat\w+|extern\w*|shadow\w*|clinic|ward|bedside|rounds|step 3|hospital)\b",
    re.IGNORECASE,
)


def habits(whole: str, findings: Iterable[Finding]) -> tuple[Habit, ...]:
    """The six habits of an answer; those to leave out hold when none of their findings is there.

    To bring: something told as one's own choice; something a resident uses; and a way back that has begun, in one
    sentence with a time and something done near patients.
    """
    if not whole.strip():
        return tuple(Habit(name, kind, title, None, "") for name, kind, title, _ in _all(whole, ()))
    rules = {finding.rule for finding in findings}
    return tuple(
        Habit(name, kind, title, holds, "" if holds else _ASKS[name]) for name, kind, title, holds in _all(whole, rules)
    )


def _all(whole: str, rules: Iterable[str]) -> list[tuple[str, str, str, bool]]:
    found = set(rules)
    return [
        ("apology", LEAVE_OUT, "Apologising or pleading", "apology" not in found),
        ("the-job", LEAVE_OUT, "Making the job small", "against-the-job" not in found),
        ("stuck", LEAVE_OUT, "Sounding stuck", not found & {"stuck", "blame"}),
        ("choice", BRING, "Your own choice", _CHOICE.search(whole) is not None),
        ("useful", BRING, "What helps you as a resident", _USEFUL.search(whole) is not None),
        ("movement", BRING, "A way back that has begun", _has_begun(whole)),
    ]


_ASKS = {
    "apology": "What is the fact behind it, said once?",
    "the-job": "What did it teach you that a resident uses?",
    "stuck": "What did you choose there, and what did the choice make possible?",
    "choice": "Which of these steps did you choose, and can you say so with “I”?",
    "useful": "What can you do because of it that a resident needs in the first month?",
    "movement": "Since when are you back near patients, and doing what?",
}


def _has_begun(whole: str) -> bool:
    return any(_TIME.search(whole, start, end) and _ACT.search(whole, start, end) for start, end in sentences(whole))
