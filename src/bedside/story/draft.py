"""A draft while it is read: its text and where it is told, beside what the applicant's file says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace, DraftText
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.story.counting import sentences
from bedside.story.results import Finding, Weight


@dataclass(frozen=True, slots=True)
class Rule:
    """What a finding of one kind is called, how much it matters, why it matters, and the question it asks."""

    name: str
    title: str
    weight: Weight
    says: str
    asks: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of one place, as it was written, with the file and the day it is read against.

    `beside` are the other drafts of the file, and `sentences` say where each sentence starts and ends.
    """

    text: str
    place: DraftPlace
    dossier: Dossier
    as_of: date
    evidence: Evidence
    beside: tuple[DraftText, ...] = ()
    sentences: tuple[tuple[int, int], ...] = field(init=False)

    def __post_init__(self) -> None:
        """Find the sentences once: every rule asks for them."""
        object.__setattr__(self, "sentences", tuple(sentences(self.text)))

    def sentence_at(self, place: int) -> tuple[int, int]:
        """The sentence around a place of the text; the place alone where there is none."""
        last = bisect_right(self.sentences, (place, len(self.text))) - 1
        start, end = self.sentences[last] if last >= 0 else (0, 0)
        return (start, end) if start <= place < end else (place, place)

    def because(self, *names: str) -> tuple[Reason, ...]:
        """Figures of the evidence as reasons."""
        return self.evidence.cite(*names)

    def finding(
        self, rule: Rule, start: int, end: int, says: str = "", asks: str = "", because: Iterable[Reason] = ()
    ) -> Finding:
        """A finding of a rule at a place; `says` and `asks` take the place of the rule's own words."""
        return Finding(
            rule.name,
            rule.title,
            rule.weight,
            start,
            end,
            self.text[start:end],
            says or rule.says,
            asks or rule.asks,
            tuple(because),
        )

    def about_the_whole(self, rule: Rule, says: str = "", asks: str = "", because: Iterable[Reason] = ()) -> Finding:
        """A finding about the text as a whole."""
        return self.finding(rule, 0, 0, says, asks, because)

    def found_by(self, rule: Rule, pattern: re.Pattern[str]) -> Iterator[Finding]:
        """A finding for each place that a pattern matches."""
        for match in pattern.finditer(self.text):
            yield self.finding(rule, *match.span())


def phrases(*written: str) -> re.Pattern[str]:
    """A pattern that finds any of some phrases as whole words; `~` stands for up to four words between."""
    bodies = (re.escape(one).replace(r"\~", r"(?:\W+[\w’'-]+){0,4}?\W+").replace(r"\ ", r"\s+") for one in written)
    bodies = (body.replace("'", "['’]") for body in bodies)
    return re.compile(rf"(?<![\w’'])(?:{'|'.join(bodies)})(?![\w])", re.IGNORECASE)
