"""Chance by counting: a number that belongs to a seed, a season, a person and a program, whoever asks for it and when.

Each number is a well-mixed function of those four (the finaliser of SplitMix64; Steele, Lea and Flood 2014). Nothing is
drawn in an order, so workers can share seasons in any way, and a policy leaves the luck of everyone as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numba
import numpy as np

STEP = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_30, _27, _31 = np.uint64(30), np.uint64(27), np.uint64(31)
_32, _16, _48, _LOW16 = np.uint64(32), np.uint64(16), np.uint64(48), np.uint64(0xFFFF)
_EVEN = 1.0 / 4294967296.0
_NORMAL = 1.0 / 37837.2277  # the standard deviation of a sum of four even numbers below 65,536


def _mix(number: Any) -> Any:
    number = (number ^ (number >> _30)) * _FIRST
    number = (number ^ (number >> _27)) * _SECOND
    return number ^ (number >> _31)


def compiled(function: Callable[..., Any], **options: Any) -> Callable[..., Any]:
    """A function compiled by Numba, kept on disk, and without the lock that keeps threads apart."""
    made: Callable[..., Any] = numba.njit(cache=True, nogil=True, **options)(function)
    return made


mix = compiled(_mix)
"""64 bits that look like chance, from 64 bits that count."""


def _even(bits: Any) -> Any:
    return np.float32(bits >> _32) * np.float32(_EVEN)


even = compiled(_even)
"""An even number from 0 to 1 from the upper half of the bits."""


def _normal(bits: Any) -> Any:
    four = (bits & _LOW16) + ((bits >> _16) & _LOW16) + ((bits >> _32) & _LOW16) + (bits >> _48)
    return (np.float32(four) - np.float32(131070.0)) * np.float32(_NORMAL)


normal = compiled(_normal)
"""A nearly normal number with mean 0 and standard deviation 1: the sum of four even ones, between -3.5 and 3.5."""


_NORMAL_OF_THREE = 1.0 / 32768.0

_SIXTEEN = 1.0 / 65536.0


def _normal_of_three(bits: Any) -> Any:
    three = (bits & _LOW16) + ((bits >> _16) & _LOW16) + ((bits >> _32) & _LOW16)
    return (np.float32(three) - np.float32(98302.5)) * np.float32(_NORMAL_OF_THREE)


normal_of_three = compiled(_normal_of_three)
"""As `normal`, from the lower 48 bits: the sum of three even numbers, between -3 and 3."""


def _even_of_sixteen(bits: Any) -> Any:
    return np.float32(bits >> _48) * np.float32(_SIXTEEN)


even_of_sixteen = compiled(_even_of_sixteen)
"""An even number from 0 to 1 from the upper 16 bits, which `normal_of_three` leaves."""

_SMALL_STEP, _SMALL_FIRST, _SMALL_SECOND = np.uint32(0x9E3779B9), np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)
_16_SMALL, _13_SMALL, _8_SMALL = np.uint32(16), np.uint32(13), np.uint32(8)
_TO_ONE = 1.0 / 16777216.0


def _even_of(key: Any, number: Any) -> Any:
    bits = np.uint32(key + np.uint32(np.uint32(number) * _SMALL_STEP))
    bits = np.uint32(np.uint32(bits ^ (bits >> _16_SMALL)) * _SMALL_FIRST)
    bits = np.uint32(np.uint32(bits ^ (bits >> _13_SMALL)) * _SMALL_SECOND)
    bits = np.uint32(bits ^ (bits >> _16_SMALL))
    return np.float32(bits >> _8_SMALL) * np.float32(_TO_ONE)


even_of = compiled(_even_of)
"""An even number from 0 to 1 for a key and a count, both of 32 bits (the finaliser of MurmurHash3), so that a processor
makes many at once."""

STAYS = np.float32(0.70710678)
"""Half of how strong a file is, counted in variance, is the same every season; half is how it is read this time."""
_LUCK = np.uint64(0xD1B54A32D192ED03)


def strength_plain(fixed: Any, key: Any) -> Any:
    """How a file is read in one season, in standard deviations of its type."""
    return STAYS * np.float32(fixed) + STAYS * normal(mix(key ^ _LUCK))


strength_of = compiled(strength_plain)


def key_plain(replicate: Any, person: Any) -> Any:
    """The number that all luck of a person in one replicate is made from."""
    return mix(mix(np.uint64(replicate)) + np.uint64(person))


key_of = compiled(key_plain)


def bits_plain(key: Any, track: Any) -> Any:
    """The luck of a person with one track."""
    return mix(key + np.uint64(track + 1) * STEP)


bits_of = compiled(bits_plain)
