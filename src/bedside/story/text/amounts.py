"""Numbers, lengths of time and months as they are written in English, and what they can stand for."""

from __future__ import annotations

import re

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: place for place, word in enumerate(f"{_ONES} {_TEENS}".split(), start=1)} | {
    word: 10 * place for place, word in enumerate(_TENS.split(), start=2)
}
_ONE_OF_ONES = _ONES.replace(" ", "|")
NUMBER = (
    rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?|(?:{_TENS.replace(' ', '|')})(?:[-\s](?:{_ONE_OF_ONES}))?"
    rf"|{_TEENS.replace(' ', '|')}|{_ONE_OF_ONES}|an?(?:\s+couple(?:\s+of)?)?|half\s+an?)"
)
"""A number of up to three digits, in digits or in words."""

_MONTHS = "January February March April May June July August September October November December"
MONTH = (
    rf"(?:{_MONTHS.replace(' ', '|')}|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
MONTH_AND_YEAR = rf"(?:(?:{MONTH}),?\s+(?:of\s+)?)?(?:19|20)\d\d\b"
"""A year, with or without its month before it."""

LENGTH = re.compile(
    rf"(?<![\w.,-])(?:(?P<about>over|more\s+than|at\s+least|nearly|almost|about|around|roughly|under|less\s+than)\s+)?"
    rf"(?P<amount>{NUMBER})(?P<half>\s+and\s+a\s+half)?[\s-]+(?P<unit>months?|years?)(?P<later>\s+and\s+a\s+half)?(?!\w)",
    re.IGNORECASE,
)
"""A length of time, such as “nearly four years” or “two and a half years”."""

_ABOVE = ("over", "more", "at")
_BELOW = ("nearly", "almost", "under", "less")
_A_YEAR = 12


def amount(written: str) -> float:
    """The number that words or digits stand for."""
    plain = " ".join(written.lower().replace("-", " ").split())
    if plain.startswith("half"):
        return 0.5
    if "couple" in plain:
        return 2
    if plain in ("a", "an"):
        return 1
    return float(plain) if plain[0].isdigit() else float(sum(_NUMBERS[word] for word in plain.split()))


def months_of(found: re.Match[str]) -> tuple[float, float]:
    """The months that a length found by `LENGTH` can stand for, from the lowest to the highest.

    Whole years are said of anything from half a year before to a year after; months are exact to one.
    """
    number = amount(found["amount"]) + (0.5 if found["half"] or found["later"] else 0)
    in_years = found["unit"].lower().startswith("year")
    months = number * _A_YEAR if in_years else number
    step = _A_YEAR if in_years else 6
    how = (found["about"] or "").split(" ")[0].lower()
    if how in _ABOVE:
        return months - 1, months + step
    if how in _BELOW:
        return months - step, months
    if not in_years:
        return months - 1, months + 1
    if number < 1:
        return months - 2, months + 2
    return (months - 6, months + 11) if number == int(number) else (months - 5, months + 6)


def month_of(written: str) -> tuple[int, int]:
    """A month with its year, or a year, as the first and the last month it can be, counted from the year 0."""
    year = int(written[-4:])
    name = re.match(r"[A-Za-z]{3}", written)
    if name is None:
        return year * _A_YEAR + 1, year * _A_YEAR + _A_YEAR
    number = [month[:3] for month in _MONTHS.split(" ")].index(name[0].capitalize()) + 1
    return year * _A_YEAR + number, year * _A_YEAR + number
