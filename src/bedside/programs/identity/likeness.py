"""How alike two names of institutions are: rare words count more than common ones, and towns are no difference."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import fuzz

_PREFIX = 4
_FEWEST_INITIALS = 3
_LONG_ENOUGH_FOR_TYPOS = 5
_SAME_BUT_FOR_A_TYPO = 85
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
        self._seen: Mapping[str, int] = seen

    def of(self, word: str) -> float:
        """The weight of a word; never below nought."""
        return max(math.log(self._total / (1 + self._seen.get(word, 0))), 0.05)


def likeness(one: str, other: str, places: str, weights: Weights) -> float:
    """How alike two plain names are, from 0 to 1.

    1. Words match where they are the same, where one begins with the other, or where they differ by a typing error.
    2. Each name is covered by the share of its weight that matches. A word of `places` (the towns and the state of
       both) that only one name has is no difference: one source writes “AdventHealth (Tampa)”, another has a column.
    3. Of the two coverages the larger counts 65 % and the smaller 35 %: sources leave out the parent institution or
       the campus more often than they name another one.
    4. The last 5 % are for names that begin alike.
    """
    first, second = one.split(), other.split()
    in_first, in_second = _matched(first, second), _matched(second, first)
    town = set(places.split())
    covered = sorted((_covered(first, in_first, town, weights), _covered(second, in_second, town, weights)))
    both = _FULLER_SIDE * covered[1] + (1 - _FULLER_SIDE) * covered[0]
    begins_alike = bool(first and second) and _alike(first[0], second[0])
    return (1 - _FIRST_WORD) * both + _FIRST_WORD * begins_alike


def same_town(one: str, other: str) -> bool:
    """Whether two plain names of towns are one, typing errors aside."""
    return one == other or fuzz.ratio(one, other) >= _SAME_BUT_FOR_A_TYPO


def all_words_in(words: str, name: str) -> bool:
    """Whether every one of some words is in a name, typing errors aside."""
    wanted = words.split()
    return bool(wanted) and len(_matched(wanted, name.split())) == len(set(wanted))


def has_initials(letters: str, name: str) -> bool:
    """Whether a word is made of the first letters of words that follow each other in a name: ACMC, Advocate Christ
    Medical Center."""
    initials = "".join(word[0] for word in name.split())
    return " " not in letters and len(letters) >= _FEWEST_INITIALS and letters in initials


def _matched(words: list[str], others: list[str]) -> set[str]:
    same = set(words) & set(others)
    return same | {word for word in words if word not in same and any(_alike(word, other) for other in others)}


def _covered(words: list[str], matched: set[str], town: set[str], weights: Weights) -> float:
    weight = {word: weights.of(word) for word in words if word in matched or word not in town}
    whole = sum(weight.values())
    return sum(weight[word] for word in weight if word in matched) / whole if whole else 0.0


@lru_cache(maxsize=200_000)
def _alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if (shorter >= _PREFIX or shorter == 1) and (one.startswith(other) or other.startswith(one)):
        return True
    return shorter >= _LONG_ENOUGH_FOR_TYPOS and fuzz.ratio(one, other) >= _SAME_BUT_FOR_A_TYPO
