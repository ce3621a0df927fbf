"""The applications of two dossiers side by side: those that differ, and how each stands in both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bedside.applicant.parts.applications import Application, SignalSent
from bedside.evidence.citing import day_in_words

NOT_THERE = "–"
_Key = tuple[str, str, int | None, int]


@dataclass(frozen=True, slots=True)
class ApplicationPair:
    """One application that the two dossiers do not tell alike; `before` or `after` is “–” where it is not told."""

    program: str
    before: str
    after: str


def applications_that_differ(
    before: tuple[Application, ...], after: tuple[Application, ...]
) -> tuple[ApplicationPair, ...]:
    """Those of the first in its order, then those that only the second has.

    Program, track and Match say which application it is; where several are one, they are taken in order. Names and
    notes are words of the applicant's own, and make no difference.
    """
    first, second = dict(_by_key(before)), dict(_by_key(after))
    pairs = (
        ApplicationPair(_title(second.get(key) or first[key]), _told(first.get(key)), _told(second.get(key)))
        for key in {**first, **second}
        if _told(first.get(key)) != _told(second.get(key))
    )
    return tuple(pairs)


def _by_key(applications: tuple[Application, ...]) -> Iterator[tuple[_Key, Application]]:
    seen: dict[tuple[str, str, int | None], int] = {}
    for one in applications:
        key = (one.program.casefold(), (one.track or "").casefold(), one.match_year)
        seen[key] = seen.get(key, 0) + 1
        yield (*key, seen[key]), one


def _title(one: Application) -> str:
    name = one.name or one.program
    return f"{name}, track {one.track}" if one.track else name


def _told(one: Application | None) -> str:
    if one is None:
        return NOT_THERE
    parts = [str(one.state)]
    if one.signal and one.signal is not SignalSent.NONE:
        parts.append(f"{one.signal} signal")
    if one.rank is not None:
        parts.append(f"place {one.rank}")
    days = (("applied", one.applied), ("invited", one.invited), ("interview", one.interview))
    parts += [f"{what} {day_in_words(day)}" for what, day in days if day is not None]
    if one.specialty:
        parts.append(one.specialty)
    return ", ".join(parts)
