"""Which names are one institution: what was found out in one specialty counts in every other of the same state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bedside.programs.identity.asked import Asked
from bedside.programs.identity.cluster import Cluster
from bedside.programs.identity.plain_name import plain_name


class Institutions:
    """Pairs of plain names in one state that mean one institution, with the specialties in which that came out."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._met: defaultdict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)

    def learn(self, names: Iterable[str], cluster: Cluster) -> None:
        """These names and those of the program are the same institution, as one specialty shows."""
        others = {plain_name(name) for name in cluster.names}
        for state in cluster.states:
            for name in {plain_name(name) for name in names}:
                for other in others - {name}:
                    self._known |= {name, other}
                    self._met[state, frozenset((name, other))].add(cluster.specialty)

    def one_elsewhere(self, asked: Asked, cluster: Cluster) -> bool:
        """Whether another specialty has shown that these are names of one institution."""
        mine = {plain_name(name) for name in asked.names}
        theirs = {plain_name(name) for name in cluster.names}
        if not mine & self._known:
            return False
        return any(
            self._met.get((state, frozenset((one, other))), set()) - {cluster.specialty}
            for state in asked.states
            for one in mine
            for other in theirs - mine
        )
