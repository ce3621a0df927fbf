"""The arrays and nodes that every part of the odds computes with."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

_REMEMBERED = 400
"""Lists of one specialty's programs whose numbers are kept, for whoever is asked again: about 30 kB each."""


@cache
def normal_nodes(count: int) -> tuple[Numbers, Numbers]:
    """Points and weights (which sum to 1) that integrate over a standard normal variable (Gauss–Hermite)."""
    points, weights = np.polynomial.hermite_e.hermegauss(count)
    weights = weights / weights.sum()
    points.flags.writeable = weights.flags.writeable = False
    return points, weights


def chance(log_odds: Numbers) -> Numbers:
    """The chances of log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -40, 40))), dtype=np.float64)


def log_odds(chances: npt.ArrayLike) -> Numbers:
    """The log-odds of chances between 0 and 1, both exclusive."""
    given = np.asarray(chances, dtype=np.float64)
    return np.asarray(np.log(given / (1 - given)), dtype=np.float64)


@cache
def standard_normals(name: str, draws: int, quantities: int) -> Numbers:
    """Standard normal numbers by draw and quantity, always the same for a name, with mean 0 and variance 1 exactly.

    They are drawn once and may not be written to.
    """
    seed = np.frombuffer(name.encode(), dtype=np.uint8)
    half = np.random.default_rng(seed.tolist()).standard_normal(((draws + 1) // 2, quantities))
    both = np.concatenate([half, -half])[:draws]
    order = np.random.default_rng([draws, *seed.tolist()]).permutation(draws)
    return _for_reading(np.asarray((both / np.sqrt((both**2).mean(axis=0)))[order]))


def program_uniforms(keys: Sequence[str], purpose: str, draws: int) -> Numbers:
    """Uniform numbers between 0 and 1 by program and draw, made from the key and the purpose alone.

    A program has the same numbers in every list and every order. They may not be written to.
    """
    return _program_uniforms(tuple(keys), purpose, draws)


@lru_cache(maxsize=_REMEMBERED)
def _program_uniforms(keys: tuple[str, ...], purpose: str, draws: int) -> Numbers:
    seeds = [hashlib.blake2b(f"{purpose} {key}".encode(), digest_size=8).digest() for key in keys]
    state = np.frombuffer(b"".join(seeds), dtype="<u8").astype(np.uint64)[:, None]
    state = state + np.arange(1, draws + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):  # splitmix64 (Steele and others 2014)
        state = (state ^ (state >> np.uint64(shift))) * np.uint64(factor)
    state ^= state >> np.uint64(31)
    return _for_reading(np.asarray(((state >> np.uint64(11)).astype(np.float64) + 0.5) / 2.0**53))


def _for_reading(values: Numbers) -> Numbers:
    values.flags.writeable = False
    return values
