"""Choosing programs from a directory: what is asked for, what is found, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bedside.evidence.library import Evidence
from bedside.programs.directory import Directory
from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.judging import judge_all
from bedside.programs.eligibility.results import Verdict, VerdictKind
from bedside.programs.mistakes import ProgramNotInDirectory, SeveralPrograms
from bedside.programs.program import Listed, TrackKind
from bedside.programs.text_search import text_index

Test = Callable[[Listed], bool]

_NEAREST = 5


class Sort(StrEnum):
    """What a list is sorted by; programs alike in it keep the order of the directory, and unknown comes last."""

    PLACE = "place"
    NAME = "name"
    VERDICT = "verdict"
    IMG_SHARE = "share of IMGs"
    IMG_INTERVIEW_RATE = "interview rate of IMGs"
    POSITIONS = "positions"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; what is left empty leaves out nothing.

    `states` are two letters each (see `places.states_in` for regions), `specialties` keys of the evidence, `visas`
    fields such as "visa.j1": one of them is enough. `graduated_years_ago` and `attempts` leave out programs whose
    limit is lower. `img_share` is a pair from (inclusive) to (exclusive), in parts of one. A program of which no
    source says what is asked for is kept, unless `only_reported`. `verdicts` need an applicant: see `find_judged`.
    """

    text: str = ""
    specialties: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    tracks: tuple[TrackKind, ...] = ()
    visas: tuple[str, ...] = ()
    graduated_years_ago: int | None = None
    attempts: int | None = None
    step_2_ck: int | None = None
    img_share: tuple[float, float] | None = None
    verdicts: tuple[VerdictKind, ...] = ()
    only_reported: bool = False
    sort: Sort = Sort.PLACE


@dataclass(frozen=True, slots=True)
class Judged:
    """A program with the verdict on it for one applicant."""

    listed: Listed
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ImgBand:
    """A band of the share of IMGs, from `low` (inclusive) to `high` (exclusive), in parts of one."""

    key: str
    title: str
    low: float
    high: float


def find(directory: Directory, search: Search) -> tuple[Listed, ...]:
    """The programs that answer to a search, sorted; verdicts in the search are not looked at."""
    return tuple(sorted(_chosen(directory, search), key=_order(search.sort)))


def find_judged(directory: Directory, search: Search, asker: Asker) -> tuple[Judged, ...]:
    """The programs that answer to a search with their verdicts, sorted, and only those whose verdict is asked for."""
    found = find(directory, search)
    judged = map(Judged, found, judge_all(found, asker))
    kept = [one for one in judged if not search.verdicts or one.verdict.kind in search.verdicts]
    if search.sort is Sort.VERDICT:
        kept.sort(key=lambda one: (_BEST_FIRST.index(one.verdict.kind), -one.verdict.met))
    return tuple(kept)


def img_bands(evidence: Evidence) -> tuple[ImgBand, ...]:
    """The bands a list can be narrowed to: hardly any, some, half or more."""
    some = evidence.number("reading.img-share.some-from") / 100
    many = evidence.number("reading.img-share.many-from") / 100
    return (
        ImgBand("few", f"under {100 * some:.0f} % IMGs", 0.0, some),
        ImgBand("some", f"{100 * some:.0f} to {100 * many:.0f} % IMGs", some, many),
        ImgBand("many", f"{100 * many:.0f} % IMGs or more", many, 1.01),
    )


_BEST_FIRST = (VerdictKind.ELIGIBLE, VerdictKind.ALMOST, VerdictKind.ASK, VerdictKind.UNKNOWN, VerdictKind.NOT)


def _chosen(directory: Directory, search: Search) -> Iterator[Listed]:
    tests = tuple(_tests(search))
    if search.text.strip():
        places = sorted(text_index(directory).find(search.text))
        candidates = [directory.listed[place] for place in places]
    else:
        candidates = list(directory.listed)
    for test in tests:
        candidates = [one for one in candidates if test(one)]
    yield from candidates


def _tests(search: Search) -> Iterator[Test]:
    """The tests of a search, the quickest first."""
    unknown = not search.only_reported
    if search.specialties:
        specialties = frozenset(search.specialties)
        yield lambda one: one.specialty in specialties
    if search.states:
        states = frozenset(search.states)
        yield lambda one: one.state in states
    if search.types:
        types = frozenset(search.types)
        yield lambda one: one.values.get("type", None if unknown else "") in ({*types, None} if unknown else types)
    if search.tracks:
        yield lambda one: any(one.offered.get(kind) for kind in search.tracks) if one.offered else unknown
    if search.visas:
        yield lambda one: _sponsors(one, search.visas, unknown)
    yield from _limits(search, unknown)
    if search.img_share is not None:
        low, high = search.img_share
        yield lambda one: unknown if (share := one.number("img-share")) is None else low <= share < high


def _limits(search: Search, unknown: bool) -> Iterator[Test]:
    for field, asked in (("graduation.limit", search.graduated_years_ago), ("attempts.limit", search.attempts)):
        if asked is not None:
            yield lambda one, field=field, asked=asked: (  # type: ignore[misc]
                one.values.get(field) is False or (unknown if (limit := one.number(field)) is None else limit >= asked)
            )
    if search.step_2_ck is not None:
        score = search.step_2_ck
        yield (
            lambda one: (
                one.values.get("step-2-ck.minimum") is False
                or (unknown if (least := one.number("step-2-ck.minimum")) is None else least <= score)
            )
        )


def _sponsors(listed: Listed, visas: tuple[str, ...], unknown: bool) -> bool:
    said = [listed.yes(visa) for visa in visas]
    return True in said or (unknown and None in said)


def _order(sort: Sort) -> Callable[[Listed], tuple[object, ...]]:
    if sort is Sort.NAME:
        return lambda one: (one.name.casefold(), one.city.casefold())
    if sort is Sort.IMG_SHARE:
        return lambda one: _largest_first(one.number("img-share"))
    if sort is Sort.IMG_INTERVIEW_RATE:
        return lambda one: _largest_first(_rate(one))
    if sort is Sort.POSITIONS:
        return lambda one: _largest_first(sum(one.offered.values()) if one.offered else None)
    return lambda one: ()


def _largest_first(number: float | None) -> tuple[bool, float]:
    return (number is None, -(number or 0.0))


def _rate(listed: Listed) -> float | None:
    """The interview rate of IMGs; where it is told only for US and for other IMGs, the higher of the two."""
    rates = (listed.number("interview-rate.img"), listed.number("interview-rate.us-img"))
    known = [rate for rate in (*rates, listed.number("interview-rate.non-us-img")) if rate is not None]
    return rates[0] if rates[0] is not None else max(known, default=None)


def find_one(directory: Directory, words: str) -> Listed:
    """The program with this key or ACGME ID, or the only one that answers to these words.

    Raises ProgramNotInDirectory where none does, and SeveralPrograms where more than one does.
    """
    wanted = words.strip()
    if wanted in directory:
        return directory.one(wanted)
    named = [one for one in directory if one.acgme_id == wanted]
    found = named or find(directory, Search(text=wanted)) if wanted else ()
    if len(found) == 1:
        return found[0]
    if not found:
        raise ProgramNotInDirectory(words)
    raise SeveralPrograms(words, len(found), tuple(f"{one.key} ({one.name}, {one.city})" for one in found[:_NEAREST]))
