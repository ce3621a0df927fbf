"""Instances from plain mappings and from arrays, with everything that is wrong said at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import ArrayLike

from bedside.matching.instance import Instance
from bedside.matching.lists import Side, Whole
from bedside.matching.mistakes import Findings, MatchingMistake
from bedside.matching.reading.stated import NOBODY, Stated, instance_of

MOST_POSITIONS = 10**9
Ranking = tuple[str, int, str, str]  # who, at which rank, whom, and where that is written


def from_mappings(
    applicants: Mapping[str, Sequence[str]],
    programs: Mapping[str, Sequence[str]],
    quotas: Mapping[str, int],
    *,
    one_sided_allowed: bool = False,
) -> Instance:
    """The instance of lists by name, best first. `quotas` names every program; one without a list ranks nobody.

    Names are sorted, so that the order in which they come plays no part. A ranking that is not returned is a mistake,
    unless `one_sided_allowed`: then it is set aside, and told in `one_sided`.
    """
    found = Findings()
    listed = chain.from_iterable(ranked for ranked in (*applicants.values(), *programs.values()))
    for name in dict.fromkeys(chain(applicants, programs, quotas, listed)):
        if not isinstance(name, str):
            found.note_unread("", f"The name {name!r} is no text. Write {str(name)!r} wherever it stands.")
    for program, quota in quotas.items():
        note_quota(quota, program, "", found)
    for who, ranked in (*applicants.items(), *programs.items()):
        if isinstance(ranked, str):
            found.note(
                f"the list of {who}", f"It is one name, {ranked}, and no list. Write [{ranked!r}].", half_read=who
            )
    for program in programs:
        if program not in quotas:
            found.note("", f"{program} has a list but no quota. Give its number of positions, or leave its list out.")
    return from_rankings(
        (applicants, _rankings(applicants)),
        (quotas, _rankings({program: ranked for program, ranked in programs.items() if program in quotas})),
        quotas,
        one_sided_allowed=one_sided_allowed,
        found=found,
    )


def from_arrays(
    quotas: ArrayLike,
    applicant_lists: tuple[ArrayLike, ArrayLike],
    program_lists: tuple[ArrayLike, ArrayLike],
    *,
    names: tuple[Sequence[str], Sequence[str]] | None = None,
    one_sided_allowed: bool = False,
) -> Instance:
    """The instance of lists as pairs of arrays: `starts` (one more than rankers) and `ranked` (positions from 0).

    The list of ranker `i` is `ranked[starts[i]:starts[i + 1]]`, best first. `names` are those of the applicants and
    of the programs; without them they are called by their positions.
    """
    mine, theirs = (_whole_numbers(array) for array in applicant_lists), (_whole_numbers(x) for x in program_lists)
    (starts, ranked), (program_starts, program_ranked) = mine, theirs
    positions = np.atleast_1d(np.asarray(quotas)).ravel()
    found = Findings()
    _note_shape(Side.APPLICANT, starts, ranked, len(program_starts) - 1, found)
    _note_shape(Side.PROGRAM, program_starts, program_ranked, len(starts) - 1, found)
    if len(program_starts) - 1 != len(positions):
        found.note("", f"There are {len(positions)} quotas for {len(program_starts) - 1} program lists. Give as many.")
    applicants = _names(Side.APPLICANT, names and names[0], len(starts) - 1, found)
    programs = _names(Side.PROGRAM, names and names[1], len(program_starts) - 1, found)
    if found.sentences:
        raise MatchingMistake(tuple(found.sentences))
    for name, quota in zip(programs, positions.tolist(), strict=True):
        note_quota(quota, name, "", found)
    return instance_of(
        _stated(Side.APPLICANT, applicants, starts, ranked),
        _stated(Side.PROGRAM, programs, program_starts, program_ranked),
        positions,
        one_sided_allowed,
        found,
    )


def from_rankings(
    applicants: tuple[Iterable[str], Sequence[Ranking]],
    programs: tuple[Iterable[str], Sequence[Ranking]],
    quotas: Mapping[str, int],
    *,
    one_sided_allowed: bool,
    found: Findings,
) -> Instance:
    """The instance of rankings by name, each saying where it is written; `found` are mistakes found so far."""
    found.stop_if_unread()
    known = (tuple(sorted(set(applicants[0]))), tuple(sorted(set(programs[0]))))
    left = _positioned(Side.APPLICANT, known, applicants[1], found)
    right = _positioned(Side.PROGRAM, known[::-1], programs[1], found)
    return instance_of(left, right, [quotas[program] for program in known[1]], one_sided_allowed, found)


def note_quota(quota: object, program: str, place: str, found: Findings) -> None:
    """Note what is wrong with a number of positions, if anything."""
    if isinstance(quota, int | np.integer) and not isinstance(quota, bool) and 1 <= quota <= MOST_POSITIONS:
        return
    told = "empty" if quota == "" else f"the text {quota!r}" if isinstance(quota, str) and quota.isdigit() else quota
    found.note(
        place,
        f"The quota of {program} is {told}. It has to be a whole number, at least 1; leave"
        " out a program that offers no position.",
    )


def _rankings(lists: Mapping[str, Sequence[str]]) -> list[Ranking]:
    return [
        (who, rank, whom, f"the list of {who}, rank {rank}")
        for who, ranked in lists.items()
        for rank, whom in enumerate(() if isinstance(ranked, str) else ranked, start=1)
    ]


def _positioned(
    side: Side, known: tuple[tuple[str, ...], tuple[str, ...]], rankings: Sequence[Ranking], found: Findings
) -> Stated:
    """The rankings as positions among the names that are `known` (own side, other side); others are mistakes."""
    mine, theirs = ({name: position for position, name in enumerate(names)} for names in known)
    ranker, rank, ranked = (np.empty(len(rankings), dtype=np.intp) for _ in range(3))
    ranker[:] = [mine[who] for who, _, _, _ in rankings]
    rank[:] = [rank for _, rank, _, _ in rankings]
    ranked[:] = [theirs.get(whom, NOBODY) for _, _, whom, _ in rankings]
    for who, _, whom, place in (rankings[entry] for entry in np.flatnonzero(ranked == NOBODY).tolist()):
        told = f"{who} ranks {whom}, and there is no such {side.other}. Correct the name, or add it."
        found.note(place, told, half_read=who)
    kept = np.flatnonzero(ranked != NOBODY)
    return Stated(side, known[0], ranker[kept], rank[kept], ranked[kept], lambda entry: rankings[int(kept[entry])][3])


def _whole_numbers(array: ArrayLike) -> Whole:
    given = np.asarray(array)
    if given.ndim != 1 or (given.size and not np.issubdtype(given.dtype, np.integer)):
        raise MatchingMistake(("Lists are two rows of whole numbers: where each list starts, and who is ranked.",))
    small = given.size == 0 or -MOST_POSITIONS < given.min() <= given.max() < MOST_POSITIONS
    return given.astype(np.int32) if small else given


def _note_shape(side: Side, starts: Whole, ranked: Whole, others: int, found: Findings) -> None:
    if not len(starts) or starts[0] != 0 or starts[-1] != len(ranked) or (np.diff(starts) < 0).any():
        found.note(
            "",
            f"The starts of the {side} lists have to begin with 0, never go down, and end with the number of entries,"
            f" {len(ranked)}.",
        )
    for entry in np.flatnonzero((ranked < 0) | (ranked >= others)).tolist():
        found.note(
            f"entry {entry} of the {side} lists",
            f"It names {side.other} {ranked[entry]}, and there are {others}, counted from 0.",
        )


def _names(side: Side, given: Sequence[str] | None, count: int, found: Findings) -> tuple[str, ...]:
    """The names that were given, or positions for names."""
    if given is None:
        return tuple(f"{side} {position}" for position in range(count))
    if len(given) != count or len(set(given)) != count:
        found.note("", f"There are {count} {side} lists and {len(set(given))} different names. Name each one once.")
    return tuple(given)


def _stated(side: Side, names: tuple[str, ...], starts: Whole, ranked: Whole) -> Stated:
    ranker = np.repeat(np.arange(len(names), dtype=np.int32), np.diff(starts))
    rank = np.arange(1, len(ranked) + 1, dtype=np.int32) - starts[ranker]
    return Stated(
        side, names, ranker, rank, ranked, lambda entry: f"the list of {names[ranker[entry]]}, rank {rank[entry]}"
    )
