"""Which words in the labels of tracks are places: towns, and words in the names that programs of a state go by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bedside.programs.identity.cluster import Cluster
from bedside.programs.identity.likeness import has_initials
from bedside.programs.identity.plain_name import plain_city, plain_name
from bedside.programs.identity.sighting import Sighting

_EVERYWHERE = frozenset(
    {"university", "hospital", "medical", "center", "health", "college", "school", "regional", "community", "clinic"}
)
_FEWEST_INITIALS = 4
_PREFIX = 5


class Gazetteer:
    """Places as far as the sources know any: towns of the whole country, names of the same state."""

    def __init__(self, clusters: Iterable[Cluster], sightings: Iterable[Sighting]) -> None:
        self._towns: set[str] = set()
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        for cluster in clusters:
            self._towns.update(map(plain_city, cluster.cities))
            for state in cluster.states:
                self._names[state].update(map(plain_name, cluster.names))
        for one in sightings:
            self._towns.add(plain_city(one.mention.city))
            self._names[one.mention.state].update(filter(None, (plain_name(one.mention.institution),)))
        self._words = {state: {word for name in names for word in name.split()} for state, names in self._names.items()}

    def is_place(self, words: str, institution: str, state: str) -> bool:
        """Whether a plain label names a place: a town, or words of another name in the state than the institution's.

        Initials count too where there are four or more: ACMC is Advocate Christ Medical Center.
        """
        if words in self._towns:
            return True
        own = set(institution.split())
        telling = [word for word in words.split() if word not in own and word not in _EVERYWHERE and not word.isdigit()]
        known = self._words.get(state, set())
        if telling and all(self._is_known(word, known) for word in telling):
            return True
        return len(words) >= _FEWEST_INITIALS and any(has_initials(words, name) for name in self._names[state])

    def _is_known(self, word: str, known: set[str]) -> bool:
        return word in known or word in self._towns or (len(word) >= _PREFIX and any(w.startswith(word) for w in known))
