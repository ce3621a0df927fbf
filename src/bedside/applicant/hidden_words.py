"""Finding names and scores in what an applicant wrote, however they are capitalised, accented or shortened."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

HIDDEN_SCORE = "(score hidden)"

_SHORTEST_PART, _SHORTEST_ACRONYM = 3, 3
_TITLE = r"(?:dr|drs|doctor|prof|professor|mr|mrs|ms|miss|mx|sir|dra|sra|sr)\b\.?"
_DEGREE = r"(?:m\.?d|d\.?o|ph\.?d|mph|mbbs|mbchb|facp|rn|np|pa-c)\b\.?"
_PARTICLES = "al bin da de del della der di dos du el ibn la las le los mac van von y"
_IN_MANY_NAMES = """
and at association associates care center centers centre clinic clinica clinical college community company county
department emergency escuela facultad faculty family for foundation free general group health healthcare home hospital
hospitals in inc institute internal international laboratory llc medica medical medicina medicine national network
office of on organization pediatrics practice primary program public regional research saint school science sciences
service services staffing state study system systems the trust universidad universitario university urgent us usa
volunteer
"""
_OF_THE_FIELD = "CV EAD ECFMG EMR EHR ERAS ICU IMG LOR MBBS NRMP OET OPT PTO SOAP STEM USA USCE USMLE VSLO"
_TELL_NOTHING = frozenset(f"{_PARTICLES} {_IN_MANY_NAMES} {_OF_THE_FIELD.casefold()}".split())
_ABOUT_A_SCORE = re.compile(
    r"\b(?:step|steps|usmle|comlex|oet|nbme|uwsa|ck|cs|score|scores|scored|scoring|points?)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?;\n]*[.!?;\n]?")
_THREE_DIGITS = re.compile(r"(?<![\w$€£,.])[1-9]\d{2}(?!\w|[.,]\d)")


@dataclass(frozen=True, slots=True)
class HiddenName:
    """A name as it was written, what is said instead, and whether it is of a person or of a place."""

    written: str
    instead: str
    is_person: bool


class _Found(Enum):
    """Which piece of a name was found."""

    WHOLE = "whole"
    PART = "part"
    CAPITALS = "capitals"

    def is_meant_by(self, words: str) -> bool:
        """Whether words that read like it are it: parts are capitalised, and capitals are capitals."""
        if self is _Found.CAPITALS:
            return words.isupper()
        return self is _Found.WHOLE or _is_capitalised(words)


class HiddenNames:
    """Says something else wherever one of these names stands, whole or in part.

    1. A whole name is found whatever its capitals and accents, with its titles and degrees; the longest goes first.
    2. A part of it, as a surname or what sets a hospital apart, is found where it is capitalised or has a title.
    3. So is what the capitals of a place spell, where it is written in capitals.
    """

    def __init__(self, names: Sequence[HiddenName]) -> None:
        self._instead: dict[str, tuple[str, _Found]] = {}
        for found, ways in ((_Found.WHOLE, _ways_to_write), (_Found.PART, _parts_of), (_Found.CAPITALS, _capitals_of)):
            for name in names:
                for written in ways(name):
                    if any(letter.isalnum() for letter in written):
                        self._instead.setdefault(folded(written), (name.instead, found))
        self._pattern = _any_of(self._instead)

    def replaced_in(self, text: str) -> str:
        """The text with something else instead of every name."""
        if not self._instead:
            return text
        plain, places = _folded_with_places(text)
        said, end = [], 0
        for found in self._pattern.finditer(plain):
            first, last = places[found.start()], places[found.end() - 1] + 1
            name = _SPACES.sub(" ", found["name"])
            instead, how = self._instead[name]
            if not found["titled"] and not how.is_meant_by(text[places[found.start("name")] : last]):
                continue
            said += [text[end:first], instead]
            end = last
        return "".join((*said, text[end:]))

    def is_one(self, text: str) -> bool:
        """Whether the whole text is one of the names."""
        return self._instead.get(folded(text), ("", None))[1] is _Found.WHOLE


def without_scores(text: str, scores: Iterable[int]) -> str:
    """The text without these scores, and without any number of three digits in a sentence about an examination."""
    known = {str(score) for score in scores}

    def masked(sentence: re.Match[str]) -> str:
        is_about_one = _ABOUT_A_SCORE.search(sentence[0]) is not None
        return re.sub(
            r"(?<!\w)(?<!\d[.,])\d{1,3}(?!\w)",
            lambda number: HIDDEN_SCORE if number[0] in known else number[0],
            _THREE_DIGITS.sub(HIDDEN_SCORE, sentence[0]) if is_about_one else sentence[0],
        )

    return _SENTENCE.sub(masked, text)


def folded(text: str) -> str:
    """Text as it is compared: no capitals, no accents, one space between words."""
    return " ".join(_folded_with_places(text)[0].split())


def bare(name: str) -> str:
    """The name of a person without what is written around it: "Dr. Maria Lopez, cardiologist" is Maria Lopez."""
    before = re.split(r"[,(;:/]| [-–—] ", name, maxsplit=1)[0].strip()
    words = [word for word in before.split() if not re.fullmatch(rf"{_TITLE}|{_DEGREE}", word, re.IGNORECASE)]
    return " ".join(words) or before


_SPACES = re.compile(r"\s+")


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """The folded letters, and for each of them its place in the text."""
    letters, places = [], []
    for place, letter in enumerate(text):
        for plain in unicodedata.normalize("NFKD", letter).casefold():
            if not unicodedata.combining(plain):
                letters.append(plain)
                places.append(place)
    return "".join(letters), places


def _ways_to_write(name: HiddenName) -> tuple[str, ...]:
    if not name.is_person:
        return (name.written,)
    before = re.split(r"[,(;]", name.written, maxsplit=1)[0]
    return (name.written, before, bare(name.written))


def _parts_of(name: HiddenName) -> list[str]:
    if name.is_person:
        words = [part for word in bare(name.written).split() for part in (word, *word.split("-"))]
        return [word for word in words if len(word) >= _SHORTEST_PART and folded(word) not in _TELL_NOTHING]
    words = [word for word in re.findall(r"[^\W\d_]+", name.written) if _is_capitalised(word)]
    return [word for word in words if len(word) >= _SHORTEST_PART and folded(word) not in _TELL_NOTHING]


def _capitals_of(name: HiddenName) -> list[str]:
    capitals = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name.written) if word[0].isupper())
    tells = not name.is_person and len(capitals) >= _SHORTEST_ACRONYM and folded(capitals) not in _TELL_NOTHING
    return [capitals] if tells else []


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all names, the longest first; titles and initials before a name go with it."""
    one_of = "|".join(_alone(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?P<titled>(?<!\w)(?:{_TITLE}\s*)+(?:\w\.\s*)*)?(?P<name>{one_of or '(?!)'})")


def _alone(name: str) -> str:
    before = r"(?<!\w)" if _stands_apart(name[0]) else ""
    after = r"(?!\w)" if _stands_apart(name[-1]) else ""
    return before + r"\s+".join(re.escape(word) for word in name.split()) + after


def _stands_apart(letter: str) -> bool:
    """Whether words of this script are set apart by spaces; where they are not, a name is found inside a word."""
    return unicodedata.category(letter) != "Lo" and (letter.isalnum() or letter == "_")


def _is_capitalised(words: str) -> bool:
    return words[:1].isupper() or words[:1].lower() == words[:1].upper()
