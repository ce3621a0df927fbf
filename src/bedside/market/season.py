"""A season ready to be played: who applies where, how likely each is invited, and how programs rank."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bedside.market.applicant_types import TYPES
from bedside.market.numbers import Numbers, Whole
from bedside.market.parameters import MarketParameters
from bedside.market.playing import expected
from bedside.market.population import Population
from bedside.market.readings import MarketReadings
from bedside.market.tracks import Tracks

_ROUNDS, _SETTLING = 16, 6
_NOBODY = 1e-3  # a track to which hardly anyone applies is not made to invite more than there are


@dataclass(frozen=True, slots=True, eq=False)
class Season:
    """What a policy may change before interviews are given out.

    `slots` are the interviews each track gives; `signals` how many of each applicant's first wishes carry a signal,
    `signal_odds` by what a signal multiplies the odds of an invitation.
    """

    seed: int
    tracks: Tracks
    parameters: MarketParameters
    readings: MarketReadings
    population: Population
    slots: Numbers
    signals: Whole
    signal_odds: float


@dataclass(frozen=True, slots=True, eq=False)
class ReadySeason:
    """A season with the odds of an invitation (types by tracks) that fill the slots, and the level of each type in a
    track's ranking; `bars` is by track the least score it ranks."""

    season: Season
    odds: NDArray[np.float32]
    level: NDArray[np.float32]
    bars: NDArray[np.float32]


def make_season(
    tracks: Tracks,
    parameters: MarketParameters,
    readings: MarketReadings,
    population: Population,
    signals: Whole,
    signal_odds: float,
    seed: int,
) -> Season:
    """The season as it is without a policy; `signals` by field."""
    slots = parameters.interviews[tracks.field] * tracks.positions
    return Season(seed, tracks, parameters, readings, population, slots, signals[population.first], signal_odds)


def ready(season: Season) -> ReadySeason:
    """Find for each track how ready it is to invite, so that its slots are filled on average.

    1. A type's log-odds are the favour of the field, the reach of the type and, for IMGs, the openness of the track.
    2. Count the interviews that would be given; move each track by the logarithm of slots over interviews; repeat.
       Later rounds read files by other luck and move less, so that no one season's luck is fitted.
    """
    tracks, parameters, people = season.tracks, season.parameters, season.population
    is_img = np.array([one.is_img for one in TYPES])[:, None]
    favour = np.ascontiguousarray(parameters.favour[tracks.field].T)
    fixed = favour + parameters.reach[tracks.field].T + is_img * tracks.openness
    readings = season.readings
    level = readings.favour_in_ranking * favour + readings.openness_in_ranking * is_img * tracks.openness
    own = np.full(len(tracks), -2.0)
    attended = np.zeros(len(tracks))
    for number in range(_ROUNDS):
        odds = np.exp(fixed + own).astype(np.float32)
        expected(
            np.uint64(2**63 + season.seed * 1000 + max(0, number - _SETTLING)), people.kind, people.person,
            people.strength, parameters.spread, people.starts, people.preliminary, people.chosen, odds,
            season.signals, season.signal_odds, readings.most_interviews, attended,
        )  # fmt: skip
        step = 1.0 if number < _SETTLING else 1.0 / (number - _SETTLING + 1.5)
        own = np.clip(own + step * np.log(season.slots / np.maximum(attended, _NOBODY)), -12.0, 6.0)
    return ReadySeason(
        season,
        odds=np.exp(fixed + own).astype(np.float32, order="C"),
        level=level.astype(np.float32, order="C"),
        bars=parameters.bar[tracks.field].astype(np.float32),
    )
