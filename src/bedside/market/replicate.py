"""One replicate of a season, and what is counted of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bedside.market.applicant_types import TYPES
from bedside.market.numbers import Numbers, Whole
from bedside.market.playing import count_people, keep_matched, keep_years, make_lists, propose
from bedside.market.season import ReadySeason

TOP = 3


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """Everything of one replicate, by applicant and by track; `Counts` is what is kept of it.

    `track_of` is the track each applicant is matched to and `year_of` the preparatory year, -1 where none;
    `rank` counts from 0. `ranked_first` is the specialty a list begins with, -1 where there is none, and `contiguous`
    how many ranks of it; `ranked_next` is the specialty that follows. `lists` and `scores` are those of the last pass.
    """

    track_of: NDArray[np.int32]
    rank: NDArray[np.int32]
    year_of: NDArray[np.int32]
    list_length: NDArray[np.int32]
    ranked_first: NDArray[np.int32]
    contiguous: NDArray[np.int32]
    ranked_next: NDArray[np.int32]
    lists: NDArray[np.uint16]
    scores: NDArray[np.float32]
    held: NDArray[np.int32]
    ranked: NDArray[np.int32]
    cut_offs: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Everyone's rank order list with the scores the tracks give, its length, and the place matched to (-1: none).

    `number` stands for the replicate in everybody's luck. The next replicate of the player overwrites them.
    """

    lists: NDArray[np.uint16]
    scores: NDArray[np.float32]
    lengths: NDArray[np.int32]
    rank: NDArray[np.int32]
    number: np.uint64


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """What is kept of a replicate.

    By type: `active` have a list; `matched` of them have a first-year position; `lists` sums the lengths of the lists
    of those who matched and of those who did not; `top` matched to one of their first three. `filled` counts people by
    field and type, `choices` those who ranked a field first and those who ranked it after another. `first` counts who
    ranked a field first, by field, type and whether they matched to it, and sums their ranks in it. `programs` are
    tracks that filled and that did not, their positions and their ranks. `cut_offs` are the scores that were just
    enough at each track, minus infinity where it did not fill.
    """

    active: Numbers
    matched: Numbers
    lists: Numbers
    top: Numbers
    filled: Numbers
    choices: Numbers
    first: Numbers
    programs: Numbers
    cut_offs: NDArray[np.float32]


class Player:
    """Plays replicates of one season, one at a time, in memory of its own."""

    def __init__(self, ready: ReadySeason) -> None:
        self.ready = ready
        season = ready.season
        people, tracks, most = len(season.population), len(season.tracks), int(season.readings.most_interviews)
        self._most = most
        self._positions = season.tracks.positions.astype(np.int32)
        self._begins = np.concatenate([[0], np.cumsum(self._positions)[:-1]]).astype(np.int64)
        self._lists = np.zeros((people, most), dtype=np.uint16)
        self._scores = np.zeros((people, most), dtype=np.float32)
        self._strength = season.population.strength.astype(np.float32)
        self._spread = season.parameters.spread.astype(np.float32)
        self._no_signals = np.zeros_like(season.signals)
        self._waits = np.ones(people, dtype=np.bool_)
        self._by_person = {name: np.zeros(people, dtype=np.int32) for name in _BY_PERSON}
        self._held, self._ranked = np.zeros(tracks, dtype=np.int32), np.zeros(tracks, dtype=np.int32)
        self._held_score = np.zeros(int(self._positions.sum()), dtype=np.float32)
        self._held_by = np.zeros(int(self._positions.sum()), dtype=np.int32)

    def play(self, replicate: int) -> Played:
        """Play one replicate; what it gives is overwritten by the next."""
        season, mine = self.ready.season, self._by_person
        people = season.population
        self._first_pass(replicate)
        keep_matched(
            self._lists, mine["lengths"], mine["rank"], season.tracks.is_advanced, season.tracks.field,
            mine["track_of"], mine["first_rank"], mine["list_length"], mine["ranked_first"], mine["contiguous"],
            mine["ranked_next"], self._waits,
        )  # fmt: skip
        self._pass(replicate, people.preliminary, people.starts[1:], self._no_signals)
        keep_years(self._lists, mine["lengths"], mine["rank"], mine["list_length"], mine["year_of"])
        self._waits[:] = True
        return Played(
            mine["track_of"], mine["first_rank"], mine["year_of"], mine["list_length"], mine["ranked_first"],
            mine["contiguous"], mine["ranked_next"], self._lists, self._scores, self._held, self._ranked,
            self._cut_offs(),
        )  # fmt: skip

    def first_lists(self, replicate: int) -> Lists:
        """The lists of one replicate as they are before anybody asks for a preparatory year."""
        self._first_pass(replicate)
        mine = self._by_person
        return Lists(self._lists, self._scores, mine["lengths"], mine["rank"], self.number_of(replicate))

    def number_of(self, replicate: int) -> np.uint64:
        """The number that stands for a replicate of this seed in everybody's luck."""
        return np.uint64(self.ready.season.seed * 2**32 + replicate)

    def _first_pass(self, replicate: int) -> None:
        season = self.ready.season
        people = season.population
        self._held[:] = 0
        self._ranked[:] = 0
        self._pass(replicate, people.starts[:-1], people.preliminary, season.signals)

    def _pass(self, replicate: int, begins: Whole, ends: Whole, signals: Whole) -> None:
        """Make the lists of everyone who waits and let them ask."""
        season, mine = self.ready.season, self._by_person
        people, parameters = season.population, season.parameters
        make_lists(
            self.number_of(replicate), people.kind, people.person, self._strength, self._spread,
            begins, ends, self._waits, people.chosen, self.ready.odds, self.ready.level, self.ready.bars, signals,
            np.float32(season.signal_odds), np.float32(season.readings.shared_opinion), np.float32(parameters.mutual),
            np.float32(season.readings.wish_span), self._most,
            self._lists, self._scores, mine["lengths"], self._ranked,
        )  # fmt: skip
        propose(
            self._lists, self._scores, mine["lengths"], mine["upcoming"], mine["rank"],
            self._begins, self._held, self._held_score, self._held_by, self._positions,
        )  # fmt: skip

    def count(self, replicate: int) -> Counts:
        """Play one replicate and keep the counts."""
        return counts_of(self.play(replicate), self.ready)

    def _cut_offs(self) -> NDArray[np.float32]:
        full = self._held >= self._positions
        lowest = self._held_score[np.minimum(self._begins, len(self._held_score) - 1)]
        return np.where(full & (self._positions > 0), lowest, np.where(full, np.inf, -np.inf)).astype(np.float32)


_BY_PERSON = (
    "lengths", "upcoming", "rank", "track_of", "first_rank", "year_of", "list_length", "ranked_first",
    "contiguous", "ranked_next",
)  # fmt: skip


def counts_of(played: Played, ready: ReadySeason) -> Counts:
    """Count one replicate."""
    season = ready.season
    tracks, people = season.tracks, season.population
    types, fields = len(TYPES), len(season.parameters.fields)
    by_type, first = np.zeros((5, types)), np.zeros((fields, types, 2, 2))
    filled, choices = np.zeros((fields, types)), np.zeros((2, fields, types))
    count_people(
        people.kind, tracks.field, tracks.is_advanced, played.track_of, played.rank, played.year_of, played.list_length,
        played.ranked_first, played.contiguous, played.ranked_next, TOP,
        by_type, filled, choices, first,
    )  # fmt: skip
    return Counts(
        active=by_type[0],
        matched=by_type[1],
        lists=by_type[2:4],
        top=by_type[4],
        filled=filled,
        choices=choices,
        first=first,
        programs=_programs(played, tracks.positions),
        cut_offs=played.cut_offs,
    )


def _programs(played: Played, positions: NDArray[np.int64]) -> Numbers:
    """Rows: filled, and not; columns: tracks, positions, ranks."""
    full = played.held >= positions
    return np.array(
        [[side.sum(), positions[side].sum(), played.ranked[side].sum()] for side in (full, ~full)], dtype=np.float64
    )
