"""Finding programs by words: beginnings of words, accents and abbreviations aside, and misspelt words last."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from weakref import WeakKeyDictionary, ref

from bedside.programs.directory import Directory
from bedside.programs.identity.known import Known
from bedside.programs.identity.plain_name import plain_name, written_out
from bedside.programs.places import state_name
from bedside.programs.program import Listed

_ABBREVIATED = frozenset(written_out())
_MARKS = {code: None if chr(code) in "'." else " " for code in range(128) if not chr(code).isalnum()}
_LIKE_ENOUGH = 75
_NEAREST = 5
_FEWEST_DIGITS = 4
_HYPHEN_IN_A_NUMBER = re.compile(r"(?<=\d)-(?=\d)")


class TextIndex:
    """Which programs hold which words; made once for a directory.

    1. Every program is the words of its name, institution, town, state, specialty and numbers, each as it is and
       with abbreviations written out.
    2. A word of the search finds every word that begins with it; all words of the search have to be found. What
       stands for several words, such as NYU, finds them one after the other.
    3. A number, and a word that begins nothing, is looked for among the codes of the tracks and the other names that
       sources give a program too.
    4. A word that begins none of these is taken for the words most like it; a number never is.
    """

    def __init__(self, listed: Sequence[Listed], known: Callable[[], Iterable[Known]] = tuple) -> None:
        self._listed = listed
        self._known = known
        self._words = Holders((number, _words_of(one)) for number, one in enumerate(listed))

    def find(self, text: str) -> frozenset[int]:
        """The places of the programs that hold every word of `text`; none where a word is like nothing."""
        found: set[int] | None = None
        for word in _plain(_HYPHEN_IN_A_NUMBER.sub("", text)).split():
            holders = self._holding(word)
            found = holders if found is None else found & holders
        return frozenset(found if found is not None else ())

    def _holding(self, word: str) -> set[int]:
        found = self._beginning_with(word)
        if word[:_FEWEST_DIGITS].isdecimal() and len(word) >= _FEWEST_DIGITS:
            return found | self._other_words.beginning_with(word)
        return found or self._other_words.beginning_with(word) or self._words.most_like(word)

    def _beginning_with(self, word: str) -> set[int]:
        found = self._words.beginning_with(word)
        parts = plain_name(word).split()
        if not parts:
            return found
        alike = set.intersection(*map(self._words.beginning_with, parts))
        return found | (alike if len(parts) == 1 else {number for number in alike if self._says(number, parts)})

    def _says(self, number: int, parts: list[str]) -> bool:
        """Whether a name of the program has these words one after the other."""
        one, wanted = self._listed[number], f" {' '.join(parts)} "
        return any(wanted in f" {plain_name(name)} " for name in (one.name, one.institution))

    @cached_property
    def _other_words(self) -> Holders:
        """The codes and names by which the sources know the programs; read when they are first needed."""
        places = {one.key: number for number, one in enumerate(self._listed)}
        return Holders(
            (places[one.key], {*map(str.casefold, one.codes), *_plain(" ".join(one.names)).split()})
            for one in self._known()
            if one.key in places
        )


class Holders:
    """Which programs hold which words, by the beginnings of the words."""

    def __init__(self, words: Iterable[tuple[int, set[str]]]) -> None:
        holders: dict[str, set[int]] = defaultdict(set)
        for number, some in words:
            for word in some:
                holders[word].add(number)
        self._holders = dict(holders)
        self._words = sorted(holders)

    def beginning_with(self, word: str) -> set[int]:
        """The programs with a word that begins so."""
        found: set[int] = set()
        start = bisect_left(self._words, word)
        for place in range(start, len(self._words)):
            if not self._words[place].startswith(word):
                break
            found |= self._holders[self._words[place]]
        return found

    def most_like(self, word: str) -> set[int]:
        """The programs with the words most like one; a number is like no other."""
        if not word.isalpha():
            return set()
        from rapidfuzz import fuzz, process

        alike = process.extract(word, self._words, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_LIKE_ENOUGH)
        return {number for match, _, _ in alike for number in self._holders[match]}


_INDEXES: WeakKeyDictionary[Directory, TextIndex] = WeakKeyDictionary()


def text_index(directory: Directory) -> TextIndex:
    """The index of a directory, made the first time it is asked for."""
    if directory not in _INDEXES:
        itself = ref(directory)  # an index that held its directory would keep both for good
        _INDEXES[directory] = TextIndex(directory.listed, lambda: here.known if (here := itself()) else ())
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
