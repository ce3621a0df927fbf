"""How alike two names of institutions are: rare words count more than common ones, and towns are no difference."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

_PREFIX = 4
_FEWEST_INITIALS = 3
_LONG_ENOUGH_FOR_TYPOS = 5
_SAME_BUT_FOR_A_TYPO = 85
_LEAST_WEIGHT = 0.05
_FULLER_SIDE = 0.65
_FIRST_WORD = 0.05


class Weights:
    """How much each word tells: the rarer it is among all names, the more."""

    def __init__(self, plain_names: Iterable[str]) -> None:
        names = set(plain_names)
        seen: Counter[str] = Counter()
        for name in names:
            seen.update(set(name.split()))
        self._total = max(len(names), 2)
        self._of = {word: self._weight(count) for word, count in seen.items()}

    def of(self, word: str) -> float:
        """The weight of a word; never below a twentieth."""
        found = self._of.get(word)
        return self._weight(0) if found is None else found

    def _weight(self, count: int) -> float:
        return max(math.log(self._total / (1 + count)), _LEAST_WEIGHT)


def likeness(one: str, other: str, places: str, weights: Weights) -> float:
    """How alike two plain names are, from 0 to 1.

    1. Words match where they are the same, where one begins with the other, or where they differ by a typing error.
    2. Each name is covered by the share of its weight that matches. A word of `places` (the towns and the state of
       both) that only one name has is no difference: one source writes “AdventHealth (Tampa)”, another has a column.
    3. Of the two coverages the larger counts 65 % and the smaller 35 %: sources leave out the parent institution or
       the campus more often than they name another one.
    4. The last 5 % are for names that begin alike.
    """
    first, second = _words(one), _words(other)
    in_first, in_second = _matched(first, second), _matched(second, first)
    town = frozenset(places.split())
    covered = sorted((_covered(first, in_first, town, weights), _covered(second, in_second, town, weights)))
    both = _FULLER_SIDE * covered[1] + (1 - _FULLER_SIDE) * covered[0]
    begins_alike = bool(first.all and second.all) and _alike(first.all[0], second.all[0])
    return (1 - _FIRST_WORD) * both + _FIRST_WORD * begins_alike


def same_town(one: str, other: str) -> bool:
    """Whether two plain names of towns are one, typing errors aside."""
    return one == other or fuzz.ratio(one, other) >= _SAME_BUT_FOR_A_TYPO


def all_words_in(words: str, name: str) -> bool:
    """Whether every one of some words is in a name, cut short or with a typing error. Indiana is not Indianapolis."""
    wanted, there = _words(words), _words(name)
    return bool(wanted.all) and all(
        word in there.set or any(_stands_for(word, other) for other in there.by_letter.get(word[0], ()))
        for word in wanted.all
    )


def has_initials(letters: str, name: str) -> bool:
    """Whether a word is made of the first letters of words that follow each other in a name: ACMC, Advocate Christ
    Medical Center."""
    initials = "".join(word[0] for word in name.split())
    return " " not in letters and len(letters) >= _FEWEST_INITIALS and letters in initials


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a plain name, each once; `by_letter` are they by their first letter."""

    all: tuple[str, ...]
    set: frozenset[str]
    by_letter: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=50_000)
def _words(name: str) -> _Words:
    words = tuple(dict.fromkeys(name.split()))
    letters = {word[0] for word in words}
    return _Words(words, frozenset(words), {one: tuple(word for word in words if word[0] == one) for one in letters})


def _matched(words: _Words, others: _Words) -> set[str]:
    matched = set(words.set & others.set)
    for word in words.set - matched:
        if any(_alike(word, other) for other in others.by_letter.get(word[0], ())):
            matched.add(word)
    return matched


def _stands_for(word: str, other: str) -> bool:
    return _alike(word, other) and not (len(word) > len(other) and word.startswith(other))


def _covered(words: _Words, matched: set[str], town: frozenset[str], weights: Weights) -> float:
    met = sum(map(weights.of, matched))
    whole = met + sum(weights.of(word) for word in words.set - matched if word not in town)
    return met / whole if whole else 0.0


@lru_cache(maxsize=200_000)
def _alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if (shorter >= _PREFIX or shorter == 1) and (one.startswith(other) or other.startswith(one)):
        return True
    return shorter >= _LONG_ENOUGH_FOR_TYPOS and fuzz.ratio(one, other) >= _SAME_BUT_FOR_A_TYPO
