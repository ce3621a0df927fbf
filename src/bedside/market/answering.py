"""One applicant's question, answered from the cut-offs that were kept: no season is played again.

Somebody of a type has interviews at certain tracks and ranks them in an order. How often would they have matched?

1. **Who they might be** (`alike`). Of all whom the simulated tracks interviewed, those of the type with as many
   interviews, whose list begins with the same specialty, and who were interviewed where it is about as hard to be. That
   somebody is interviewed so often is in the scores of these people, as it is in those of the one who asks.
2. **How they would be scored.** The level a track gives the type, and by how much the other was ahead of it at the same
   place of the list: the file, which all tracks see alike, the interview day, and how they are wished for. A track that
   all wish for scores those higher who come; so much is taken away where the other was, and added for this track.
3. **How sought after each track is** (`drawn_seasons`) is drawn with every seed, for nobody knows it. Those seeds count
   more in which a track interviews more people of the type, and in which it stands on other lists where it stands on
   this one: what one puts first, others mostly like as well. Each season of the answer takes each track from a seed and
   a replicate drawn so, apart from the other tracks.
4. **The match** is the first track of the list whose cut-off the score passes: one more applicant moves hardly any.

Under a policy the same people with the same scores stand in the same seeds and replicates, and only what is just enough
changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bedside.market.alike import FEWEST, Asked, Seen, ahead_of, look_alikes, wishes_of
from bedside.market.applicant_types import ApplicantType
from bedside.market.drawn_seasons import drawn_seasons
from bedside.market.kept import Rule
from bedside.market.numbers import Numbers, Whole

FILES = ("any", "low", "middle", "high")
"""Of everyone who might be the asker, and of the lowest, the middle and the highest third of their files."""
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Share:
    """A part of one: its mean over the seasons, and the ends between which eight of ten seasons lie."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ForAFile:
    """How often each place of the list was the one matched to, how often one up to it, and how often any."""

    file: str
    here: tuple[Share, ...]
    so_far: tuple[Share, ...]
    match: Share


@dataclass(frozen=True, slots=True)
class UnderARule:
    """The answer under one rule, for each of `FILES`; `change` is by how much a match is likelier than as it is."""

    rule: Rule
    files: tuple[ForAFile, ...]
    change: Share


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer under every rule, the first as it is.

    It rests on so many seasons of so many seeds, and on `people` who might be the asker; `is_like` says whether all of
    them had as many interviews, and a list that begins with the same specialty.
    """

    kind: ApplicantType
    seasons: int
    seeds: int
    people: int
    is_like: bool
    rules: tuple[UnderARule, ...]


def answer(seen: Seen, asked: Asked) -> Answer | None:
    """The answer from the seasons of some seeds, all under the same rules; None where too few were like the asker."""
    people, is_like = look_alikes(seen, asked)
    if len(people) < FEWEST:
        return None
    wishes = wishes_of(seen, asked)
    seasons = drawn_seasons(seen, asked, wishes)
    ahead = ahead_of(seen, asked, people, wishes.slope)
    members, rules = _members(seen.everyone.file[people]), seen.kept[0].rules
    order = list(asked.order or range(len(asked.ranking)))
    needed = [seasons.cut_offs(seen, asked, rule) - seasons.levels for rule in range(len(rules))]
    found = [_matched(ahead[:, order], one[:, order], members) for one in needed]
    under = tuple(
        UnderARule(rule, tuple(_for_files(one)), _share((one.match - found[0].match)[0]))
        for rule, one in zip(rules, found, strict=True)
    )
    return Answer(asked.kind, seasons.of, len(seen.kept), len(people), is_like, under)


def answer_for(cut_offs: NDArray[np.floating], ranking: Whole, scores: NDArray[np.floating]) -> Whole:
    """In each replicate the place on the list (from 0) that the applicant is matched to, or -1.

    `cut_offs` are replicates by tracks, `ranking` the tracks in the applicant's order, `scores` where the applicant
    stands with each of them, replicates by places. A track that filled holds whoever is above its cut-off; one more
    applicant moves hardly any of the cut-offs, so the first track whose cut-off is passed is the match.
    """
    return _first(scores > cut_offs[:, ranking])


def _first(held: NDArray[np.bool_]) -> Whole:
    return np.where(held.any(axis=-1), held.argmax(axis=-1), -1)


def _members(file: NDArray[np.float32]) -> Numbers:
    """How much each person weighs in each of `FILES`: people by files; each column sums to 1."""
    found = np.zeros((len(file), len(FILES)))
    found[:, 0] = 1 / len(file)
    for third, rows in enumerate(np.array_split(np.argsort(file, kind="stable"), len(FILES) - 1), 1):
        found[rows, third] = 1 / len(rows)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Matched:
    """Parts that matched: anywhere, by file and season; and at each place, by file, season and place."""

    match: Numbers
    here: Numbers


def _matched(ahead: NDArray[np.float32], needed: NDArray[np.float32], members: Numbers) -> _Matched:
    """`ahead` by people and places, `needed` by seasons and places: how far ahead is just enough."""
    seasons, places = needed.shape
    match, here = np.zeros((len(FILES), seasons)), np.zeros((len(FILES), seasons, places))
    for begin in range(0, seasons, _AT_ONCE):
        some = slice(begin, begin + _AT_ONCE)
        first = _first(ahead > needed[some, None])
        match[:, some] = ((first >= 0) @ members).T
        for place in range(places):
            here[:, some, place] = ((first == place) @ members).T
    return _Matched(match, here)


def _for_files(found: _Matched) -> Iterator[ForAFile]:
    for name, here, match in zip(FILES, found.here, found.match, strict=True):
        so_far = np.cumsum(here, axis=1)
        yield ForAFile(name, tuple(map(_share, here.T)), tuple(map(_share, so_far.T)), _share(match))


def _share(values: Numbers) -> Share:
    low, high = np.quantile(values, [0.1, 0.9])
    return Share(float(values.mean()), float(low), float(high))
