"""Dates as people type them: a year, a month or a day, in figures or words, and never a guess between two readings."""

from __future__ import annotations

import re
from datetime import date

from bedside.applicant.parts.partial_date import PartialDate, read_partial_date
from bedside.applicant.parts.shape import Unreadable
from bedside.evidence.citing import day_in_words

LIKE = "Write it like 14 June 2020, June 2020 or 2020"
LIKE_A_DAY = "Write the whole day, such as 14 June 2020"
LIKE_A_DAY_OF_ANY_YEAR = "Write a month and a day, such as 1 July"

_MONTHS = tuple(f"{date(2000, month, 1):%B}".casefold() for month in range(1, 13))
_SAID_FOR = {
    "present": ("present", "now", "today", "current", "currently", "ongoing", "still", "to date", "until now"),
    "never": ("never", "does not expire", "no expiry", "indefinite"),
}
_IN_FIGURES = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_MONTH_AND_YEAR = re.compile(r"([0-9]{1,2})[/.-]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?")
_SHORTEST_NAME = 3
_MONTHS_IN_A_YEAR = 12


def read_date(written: str, also: tuple[str, ...] = ()) -> str:
    """What was typed, as a dossier holds it; `also` are the words that may stand for a date here.

    Raises Unreadable, also where a date such as 4/6/2020 can be read in two ways: the month or the day may come first.
    """
    text = " ".join(written.split())
    said = next((word for word in also if text.casefold().rstrip(".") in _SAID_FOR.get(word, (word,))), None)
    if said is not None:
        return said
    return str(_checked(_rewritten(text), text))


def read_day(written: str) -> str:
    """What was typed, where the day has to be known; raises Unreadable."""
    read = read_partial_date(read_date(written))
    if not read.is_exact:
        raise Unreadable(f"{read.in_words} leaves the day open", LIKE_A_DAY)
    return str(read)


def read_month_and_day(written: str) -> str:
    """A day of any year, as MM-DD; raises Unreadable."""
    text = " ".join(written.split())
    figures = re.fullmatch(r"([0-9]{2})-([0-9]{2})", text)
    slashes = re.fullmatch(r"([0-9]{1,2})[/.]([0-9]{1,2})", text)
    try:
        if figures:
            month, day = int(figures[1]), int(figures[2])
        elif slashes:
            month, day = _month_and_day(int(slashes[1]), int(slashes[2]), "2024", text)
        else:
            read = read_partial_date(_in_words(f"{text} 2024", text))
            month, day = read.month or 0, read.day or 0
        return f"{date(2024, month, day):%m-%d}"
    except ValueError as refused:
        if isinstance(refused, Unreadable) and "can be" in refused.what:
            raise
        raise Unreadable(f"{text[:40]} is not a month and a day", LIKE_A_DAY_OF_ANY_YEAR) from None


def date_as_shown(written: object) -> str:
    """A date of a dossier as a form shows it, which `read_date` reads back: 14 June 2020, or present."""
    try:
        return read_partial_date(written).in_words
    except Unreadable:
        return str(written)


def month_and_day_as_shown(written: str) -> str:
    """A month and day of a dossier as a form shows it, which `read_month_and_day` reads back: 1 July."""
    return day_in_words(date.fromisoformat(f"2024-{written}")).removesuffix(" 2024")


def _rewritten(text: str) -> str:
    """The date with its year first, where it can be understood; else the text as it is."""
    if found := _YEAR_FIRST.fullmatch(text):
        return "-".join(part for part in found.groups() if part)
    if found := _MONTH_AND_YEAR.fullmatch(text):
        return f"{found[2]}-{found[1]}"
    if found := _IN_FIGURES.fullmatch(text):
        month, day = _month_and_day(int(found[1]), int(found[2]), found[3], text)
        return f"{found[3]}-{month}-{day}"
    return _in_words(text, text) if any(letter.isalpha() for letter in text) else text


def _month_and_day(first: int, second: int, year: str, text: str) -> tuple[int, int]:
    if first > _MONTHS_IN_A_YEAR:
        return second, first
    if second <= _MONTHS_IN_A_YEAR and first != second and first and second:
        shown = [day_in_words(date(int(year), month, day)) for month, day in ((first, second), (second, first))]
        either, other = shown if text.count("/") + text.count(".") > 1 else [day[: -len(year) - 1] for day in shown]
        raise Unreadable(f"{text} can be {either} or {other}", f"Write the month as a word, such as {either}")
    return first, second


def _in_words(text: str, shown: str) -> str:
    """A month said by its name, with its year and perhaps a day, in any order."""
    pieces = re.findall(r"[^\W\d_]+|[0-9]+", re.sub(r"(?<=[0-9])(?:st|nd|rd|th)\b", "", text.casefold()))
    pieces = [piece for piece in pieces if piece not in ("of", "the", "on", "in")]
    months = [number for piece in pieces if (number := _month_called(piece))]
    years = [piece for piece in pieces if re.fullmatch(r"[0-9]{4}", piece)]
    days = [piece for piece in pieces if re.fullmatch(r"[0-9]{1,2}", piece)]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(pieces) != 2 + len(days):
        raise Unreadable(f"{shown[:40]} is not a date Bedside can read", LIKE)
    return "-".join([years[0], f"{months[0]:02d}", *(f"{int(day):02d}" for day in days)])


def _month_called(name: str) -> int | None:
    if len(name) < _SHORTEST_NAME:
        return None
    return next((number for number, month in enumerate(_MONTHS, start=1) if month.startswith(name)), None) or (
        _MONTHS.index("september") + 1 if name == "sept" else None
    )


def _checked(rewritten: str, text: str) -> PartialDate:
    try:
        return read_partial_date(rewritten)
    except Unreadable as refused:
        if "is not a date" in refused.what:
            raise Unreadable(f"{text[:40]} is not a date Bedside can read", LIKE) from None
        raise Unreadable(refused.what.replace(rewritten, text[:40]), LIKE) from None
