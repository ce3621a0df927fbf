"""Counting a text as a form with a limit counts it, and as a reader or a listener takes it in."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…。؟।])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W\d_a-z])")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_ABBREVIATIONS = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|e\.g|i\.e|U\.S|M\.D|Ph\.D|No|approx|Jr|Sr)\.$")
_LONGEST = 12  # letters of an abbreviation with quotation marks and brackets after it
_VOWELS = re.compile(r"[aeiouy]+")


def characters(text: str) -> int:
    """The most that a form counts: code units of UTF-16, a line break as two.

    Forms in a browser count code units (the HTML standard on `maxlength`), in which an emoji is two or more; a line
    break is sent as carriage return and line feed, and some servers count both. No form counts more than this, so
    what fits here fits there.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return len(plain.encode("utf-16-le", "surrogatepass")) // 2 + plain.count("\n")


def seen_characters(text: str) -> int:
    """How many characters a reader sees: marks that sit on a letter are not counted, nor what is invisible."""
    return sum(1 for letter in text if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf")


def words(text: str) -> list[str]:
    """The words, in order; a number is one, and so is a word with a hyphen or an apostrophe."""
    return WORD.findall(text)


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence starts (inclusive) and ends (exclusive), without the space around it."""
    found: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        begin = start
        for stop in _SENTENCE_END.finditer(text, start, end):
            if not _ABBREVIATIONS.search(text[max(begin, stop.start() - _LONGEST) : stop.start()].rstrip("\"'”’)]")):
                found.append((begin, stop.start()))
                begin = stop.end()
        found.append((begin, end))
    return [trimmed for one in found if (trimmed := _trimmed(text, *one))[0] < trimmed[1]]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where each paragraph starts (inclusive) and ends (exclusive), without the space around it."""
    starts = [0, *(found.end() for found in _PARAGRAPH.finditer(text))]
    ends = [*(found.start() for found in _PARAGRAPH.finditer(text)), len(text)]
    trimmed = (_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True))
    return [(start, end) for start, end in trimmed if start < end]


def school_years_to_read(text: str) -> float | None:
    """The Flesch–Kincaid grade (Kincaid and others 1975) of an English text; None under thirty words.

    0.39 × words a sentence + 11.8 × syllables a word − 15.59, with syllables counted as groups of vowels.
    """
    found, ends = words(text), sentences(text)
    if len(found) < _ENOUGH_TO_READ or not all(word.isascii() for word in found[:_ENOUGH_TO_READ]):
        return None
    syllables = sum(_syllables(word) for word in found)
    return round(0.39 * len(found) / len(ends) + 11.8 * syllables / len(found) - 15.59, 1)


_ENOUGH_TO_READ = 30


def _syllables(word: str) -> int:
    lowered = word.lower()
    groups = len(_VOWELS.findall(lowered))
    silent = lowered.endswith("e") and not lowered.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
