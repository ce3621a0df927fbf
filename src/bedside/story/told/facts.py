"""A fact as a text tells it and as the file knows it, and whether the two can both be true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.experience import Contact, Experience, Kind

RETURN = "time of the return"
"""How long the way back to patients has taken: never the same fact as how long a job has lasted."""

SINCE_GRADUATION = "time since graduation"
PASSED, NOT_PASSED = 1, 0
"""The result of an exam as a number."""


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as a text tells it: `fact` names it, `value` is in the words of the text.

    `low` and `high` are the numbers these words can stand for, both inclusive: “four years” are 42 to 59 months.
    `start` (inclusive) and `end` (exclusive) are its place in the text.
    """

    fact: str
    value: str
    low: float
    high: float
    start: int
    end: int

    def fits(self, other: Told) -> bool:
        """Whether both can be said of one thing."""
        return self.low <= other.high and other.low <= self.high


def told_as(fact: str, found: re.Match[str], group: str | int, low: float, high: float) -> Told:
    """A fact told by a group of what a pattern found."""
    return Told(fact, found[group], low, high, *found.span(group))


@dataclass(frozen=True, slots=True)
class InFile:
    """One fact as the file knows it; `ranges` are the numbers it can be, each from a lowest to a highest."""

    fact: str
    value: str
    ranges: tuple[tuple[float, float], ...]
    entry: str

    def agrees_with(self, told: Told) -> bool:
        """Whether what was told can be what the file says."""
        return any(low <= told.high and told.low <= high for low, high in self.ranges)


def month_number(year: int, month: int) -> int:
    """A month as a number that grows by one each month."""
    return year * 12 + month


def time_at(name: str) -> str:
    """The name of the fact how long a job or another activity lasted."""
    return f"time at {name}"


def began_at(name: str) -> str:
    """The name of the fact when a job or another activity began."""
    return f"beginning at {name}"


def since_began(name: str) -> str:
    """The name of the fact how long ago a job or another activity began."""
    return f"time since the beginning at {name}"


def left(name: str) -> str:
    """The name of the fact when a job or another activity ended."""
    return f"end at {name}"


def result_of(exam: str) -> str:
    """The name of the fact whether an exam is passed."""
    return f"{exam} result"


def when_at(name: str) -> str:
    """The name of the fact when the applicant was at an activity, at any time between its beginning and its end."""
    return f"time of being at {name}"


def name_of_experience(experience: Experience) -> str:
    """What an activity is called among facts: where it is, or its title."""
    return experience.organization or experience.title


def period_in_words(experience: Experience) -> str:
    """When an activity was, such as “March 2026 to April 2026”."""
    start, end = experience.start, experience.end
    if isinstance(end, str):
        return f"{start.in_words} to the present"
    return start.in_words if start == end else f"{start.in_words} to {end.in_words}"


def is_of_the_return(experience: Experience) -> bool:
    """Whether an activity is one of those by which the applicant came back near patients."""
    near = experience.contact is not Contact.NONE
    return near and experience.is_in_the_us and experience.kind in (Kind.ROTATION, Kind.VOLUNTEERING)


def names_in_file(dossier: Dossier) -> dict[str, Experience]:
    """Every organization and title as it may stand in a text, without capitals, with its activity."""
    return {name.casefold(): one for one in dossier.experiences for name in (one.title, one.organization) if name}


def each_once(found: list[Told]) -> Iterator[Told]:
    """What is told, in the order of the text, each fact once at one place."""
    by_place = {(told.fact, told.start): told for told in sorted(found, key=lambda told: (told.start, told.end))}
    return iter(by_place.values())
