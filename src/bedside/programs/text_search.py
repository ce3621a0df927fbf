"""Finding programs by words: beginnings of words, accents and abbreviations aside, and misspelt words last."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from weakref import WeakKeyDictionary

from bedside.programs.directory import Directory
from bedside.programs.identity.plain_name import plain_name, written_out
from bedside.programs.places import state_name
from bedside.programs.program import Listed

_ABBREVIATED = frozenset(written_out())
_MARKS = {code: None if chr(code) in "'." else " " for code in range(128) if not chr(code).isalnum()}
_LIKE_ENOUGH = 75
_NEAREST = 5


class TextIndex:
    """Which programs hold which words; made once for a directory.

    1. Every program is the words of its name, institution, town, state, specialty and numbers, each as it is and
       with abbreviations written out.
    2. A word of the search finds every word that begins with it; all words of the search have to be found.
    3. A word that begins nothing is taken for the words most like it; a number never is.
    """

    def __init__(self, listed: Iterable[Listed]) -> None:
        holders: dict[str, set[int]] = defaultdict(set)
        for number, one in enumerate(listed):
            for word in _words_of(one):
                holders[word].add(number)
        self._holders = dict(holders)
        self._words = sorted(holders)

    def find(self, text: str) -> frozenset[int]:
        """The places of the programs that hold every word of `text`; none where a word is like nothing."""
        found: set[int] | None = None
        for word in _plain(text).split():
            holders = self._beginning_with(word) or self._most_like(word)
            found = holders if found is None else found & holders
        return frozenset(found if found is not None else ())

    def _beginning_with(self, word: str) -> set[int]:
        written_out = plain_name(word)
        alike = set() if not written_out else set.intersection(*(self._prefix(part) for part in written_out.split()))
        return self._prefix(word) | alike

    def _prefix(self, word: str) -> set[int]:
        found: set[int] = set()
        start = bisect_left(self._words, word)
        for place in range(start, len(self._words)):
            if not self._words[place].startswith(word):
                break
            found |= self._holders[self._words[place]]
        return found

    def _most_like(self, word: str) -> set[int]:
        if not word.isalpha():
            return set()
        from rapidfuzz import fuzz, process

        alike = process.extract(word, self._words, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_LIKE_ENOUGH)
        return {number for match, _, _ in alike for number in self._holders[match]}


_INDEXES: WeakKeyDictionary[Directory, TextIndex] = WeakKeyDictionary()


def text_index(directory: Directory) -> TextIndex:
    """The index of a directory, made the first time it is asked for."""
    if directory not in _INDEXES:
        _INDEXES[directory] = TextIndex(directory.listed)
    return _INDEXES[directory]


def _words_of(listed: Listed) -> set[str]:
    rest = f"{listed.state} {state_name(listed.state)} {listed.specialty} {listed.key} {listed.acgme_id or ''}"
    words = set(_plain(f"{listed.name} {listed.institution} {listed.city} {rest}").split())
    for word in words & _ABBREVIATED:
        words = words.union(written_out()[word].split())
    return words


def _plain(text: str) -> str:
    """Small letters and digits without accents, apostrophes and marks."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return text.casefold().translate(_MARKS)
