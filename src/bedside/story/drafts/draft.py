"""A draft while it is read: its text and where it is told, beside what the applicant's file says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from string import ascii_uppercase

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace, DraftText
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.story.drafts.results import Finding, Weight
from bedside.story.text.counting import sentences


@dataclass(frozen=True, slots=True)
class Rule:
    """What a finding of one kind is called, how much it matters, why it matters, and the question it asks."""

    name: str
    title: str
    weight: Weight
    says: str
    asks: str


_LOWER = {ord(letter): letter.lower() for letter in ascii_uppercase}


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of one place, as it was written, with the file and the day it is read against.

    `beside` are the other drafts of the file, `sentences` say where each sentence starts and ends, and `lowered` is the
    text without Latin capitals, letter for letter in the same places.
    """

    text: str
    place: DraftPlace
    dossier: Dossier
    as_of: date
    evidence: Evidence
    beside: tuple[DraftText, ...] = ()
    sentences: tuple[tuple[int, int], ...] = field(init=False)
    lowered: str = field(init=False, repr=False)
    _held: dict[tuple[re.Pattern[str], int, int], bool] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        """Find the sentences and lower the letters once: every rule asks for them."""
        object.__setattr__(self, "sentences", tuple(sentences(self.text)))
        object.__setattr__(self, "lowered", self.text.translate(_LOWER))

    def sentence_at(self, place: int) -> tuple[int, int]:
        """The sentence around a place of the text; the place alone where there is none."""
        last = bisect_right(self.sentences, (place, len(self.text))) - 1
        start, end = self.sentences[last] if last >= 0 else (0, 0)
        return (start, end) if start <= place < end else (place, place)

    def holds(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        """Whether a pattern is found between two places, looked for once: a text may be a single long sentence."""
        key = (pattern, start, end)
        if key not in self._held:
            self._held[key] = pattern.search(self.text, start, end) is not None
        return self._held[key]

    def with_neighbours(self, place: int) -> tuple[int, int]:
        """From the start of the sentence before the one at a place to the end of the one after it."""
        number = bisect_right(self.sentences, (place, len(self.text))) - 1
        if number < 0:
            return place, place
        return self.sentences[max(0, number - 1)][0], self.sentences[min(number + 1, len(self.sentences) - 1)][1]

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

    def said(self, rule: Rule, phrases: re.Pattern[str]) -> Iterator[Finding]:
        """A finding for each place where one of some phrases stands."""
        for match in phrases.finditer(self.lowered):
            yield self.finding(rule, *match.span())


def phrases(*written: str) -> re.Pattern[str]:
    """A pattern that finds any of some phrases as whole words in a text without capitals, as `Draft.lowered` is.

    `~` stands for up to four words between, `*` for a word, or what begins one, that denies nothing, and
    `{one|other}` for a choice, which may be of nothing: `{very |}sorry`.
    """
    return re.compile(rf"(?<![\w’'])(?:{'|'.join(_phrase(one) for one in written)})(?!\w)")


def _phrase(written: str) -> str:
    body = re.escape(written)
    for sign, pattern in _SIGNS:
        body = body.replace(sign, pattern)
    return body


_SIGNS = (
    ("'", "['’]"),
    (r"\*", r"(?!(?:not|never|no|hardly|far|nothing|anything)\b)[\w’'-]+"),
    (r"\{", "(?:"),
    (r"\|", "|"),
    (r"\}", ")"),
    (r"\ \~\ ", r"(?:\W+[\w’'-]+){0,4}?\W+"),
    (r"\ ", r"\s+"),
)
