"""Numbers as people write them: “~5”, “three”, “3–4”, “230+”, “1,200”; and days that a spreadsheet made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bedside.programs.importing.own_table.as_people_write.words import meant, mentions, plain
from bedside.programs.importing.own_table.cell_read import CellRead, cannot

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MADE_A_DAY = re.compile(
    rf"\d{{1,2}}[-/ ](?:{_MONTHS})[a-z]*(?:[-/ ]\d{{2,4}})?|(?:{_MONTHS})[a-z]*[-/ ]\d{{1,4}}"
    r"|\d{4}-\d{1,2}-\d{1,2}(?:[ t][\d:.]+)?|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*%?\s*(?:-|–|—|―|−|\bto\b|\bor\b|~)\s*(\d+(?:\.\d+)?)")
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?!\w)")
_NAMES_WITH_NUMBERS = re.compile(r"\b(?:step|pgy|level)[ -]?\d(?: ?ck| ?cs)?\b|\b[jf][ -]?1\b|\bh[ -]?1[ -]?b?\b")
_WORD = re.compile(r"[a-z0-9]+")
_BELOW = re.compile(r"<|≤|\b(?:less than|under|below|fewer than|up to)\b")
_ABOVE = re.compile(r">|≥|\d\s*\+|\b(?:more than|over|above|greater than)\b")

_LONGEST = 1_000

MADE_A_DAY = cannot(
    "A spreadsheet program has turned what was typed into a day, most often a range such as 3-4; "
    "which one it was cannot be told from it.",
    "Format the column as text in the spreadsheet, type the value anew, and add the file again.",
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers in a text: the range if it is one, else each by itself."""

    low: float
    high: float
    how_many: int
    is_about: bool
    is_below: bool
    is_above: bool

    @property
    def is_range(self) -> bool:
        """Whether two ends are given."""
        return self.low != self.high


@lru_cache(maxsize=65_536)
def is_made_a_day(text: str) -> bool:
    """Whether a cell that ought to hold a number holds a day, as spreadsheet programs make of “3-4”."""
    return _MADE_A_DAY.fullmatch(plain(text)) is not None


@lru_cache(maxsize=65_536)
def numbers_in(text: str) -> Numbers | None:
    """The number or the range of a text; None where it holds none. `how_many` counts what is found beyond a range."""
    if len(text) > _LONGEST:
        return None
    spelled = _spelled(text)
    about, below, above = (
        text.strip().startswith("~") or mentions("about", spelled),
        _BELOW.search(spelled) is not None,
        _ABOVE.search(spelled) is not None,
    )
    ranged = _RANGE.search(spelled)
    rest = spelled if ranged is None else spelled[: ranged.start()] + " " + spelled[ranged.end() :]
    single = [float(one) for one in _NUMBER.findall(_joined_units(rest))]
    if ranged is not None:
        low, high = sorted((float(ranged.group(1)), float(ranged.group(2))))
        return Numbers(low, high, 1 + len(single), about, below, above)
    if not single:
        return None
    return Numbers(single[0], single[0], len(single), about, below, above)


def one_number(text: str) -> float | CellRead:
    """The one number of a text, or why there is none."""
    if is_made_a_day(text):
        return MADE_A_DAY
    found = numbers_in(text)
    if found is None:
        return cannot("There is no number in it.", "Write a number in its own cell.")
    if found.is_range or found.how_many > 1 or found.is_below or found.is_above:
        return cannot("It holds a range or several numbers, and one is needed.", "Write one number in its own cell.")
    return found.low


def _spelled(text: str) -> str:
    """Small letters, words for numbers as digits, thousands without commas."""
    spelled = _THOUSANDS.sub("", plain(text))
    words = meant("number")
    return _WORD.sub(lambda found: words.get(found.group(), found.group()), _NAMES_WITH_NUMBERS.sub(" ", spelled))


def _joined_units(text: str) -> str:
    """Numbers that touch their unit (“5yrs”, “3mo”, “45%”) stand apart from it."""
    return re.sub(r"(?<![a-z\d.])(\d+(?:\.\d+)?)(?=[a-z%])", r"\1 ", text)
