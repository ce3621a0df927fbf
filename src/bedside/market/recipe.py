"""Everything a season is made from, small enough to be sent to another machine."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from bedside.evidence.library import Evidence
from bedside.market.numbers import Whole
from bedside.market.parameters import MarketParameters, load_market_parameters
from bedside.market.policies.policy import Policy
from bedside.market.population import draw_population
from bedside.market.published import SEASON, Published, published
from bedside.market.season import ReadySeason, make_season, ready
from bedside.market.tracks import Tracks, tracks_of
from bedside.programs.directory import Directory

SIGNAL_EFFECT = "effects.signal.us-graduates"
_SEASONS_KEPT = 4


@dataclass(frozen=True, slots=True, eq=False)
class Recipe:
    """Tracks, published tables, parameters, signals by field, the odds that go with a signal, and a seed."""

    tracks: Tracks
    tables: Published
    parameters: MarketParameters
    signals: Whole
    signal_odds: float
    seed: int

    def season(self, policy: Policy) -> ReadySeason:
        """The season under a policy. Who applies, and everybody's luck, are the same under all of them."""
        people = draw_population(self.tracks, self.tables, self.parameters, self.seed)
        season = make_season(
            self.tracks, self.parameters, self.tables.readings, people, self.signals, self.signal_odds, self.seed
        )
        return ready(policy.change(season))


def recipe_for(
    directory: Directory, evidence: Evidence, seed: int, parameters: MarketParameters | None = None
) -> Recipe:
    """The recipe of the season of 2025, from the directory's tracks where it has them, and from the evidence."""
    tables = published(evidence)
    return Recipe(
        tracks=tracks_of(directory, tables, SEASON),
        tables=tables,
        parameters=parameters or load_market_parameters(),
        signals=np.array([_signals(field, evidence) for field in tables.fields], dtype=np.int64),
        signal_odds=_signal_odds(evidence),
        seed=seed,
    )


def packed(recipe: Recipe, policy: Policy) -> bytes:
    """A recipe and a policy as bytes that travel."""
    return zlib.compress(pickle.dumps((recipe, policy), protocol=5), level=1)


def season_from(sent: bytes) -> ReadySeason:
    """The season of a packed recipe; the last few stay ready."""
    return _season_from(blake2b(sent, digest_size=16).digest(), _Unhashed(sent))


class _Unhashed:
    """Bytes that are not looked at again when a season is looked up."""

    def __init__(self, sent: bytes) -> None:
        self.sent = sent

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Unhashed)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=_SEASONS_KEPT)
def _season_from(digest: bytes, sent: _Unhashed) -> ReadySeason:
    recipe, policy = pickle.loads(zlib.decompress(sent.sent))
    made: ReadySeason = recipe.season(policy)
    return made


def _signals(field: str, evidence: Evidence) -> int:
    """How many signals one may send in a field; none where no number is published."""
    name = f"signals.{SEASON}.{field}.total"
    return int(evidence.number(name)) if name in evidence else 0


def _signal_odds(evidence: Evidence) -> float:
    """The middle of the published range, as a factor."""
    interval = evidence.find(SIGNAL_EFFECT).interval
    if interval is None:
        raise ValueError(f"{SIGNAL_EFFECT} has no interval")
    return float(np.sqrt(interval.low * interval.high))
