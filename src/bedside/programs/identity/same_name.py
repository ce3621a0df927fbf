"""Finds the program that a mention without a number means, by specialty, state and name, with the city to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bedside.programs.identity.cluster import Cluster
from bedside.programs.identity.plain_name import plain_city, plain_name


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is looked for. `source` is the publication it stands in: it names each program once."""

    names: tuple[str, ...]
    cities: tuple[str, ...]
    states: tuple[str, ...]
    specialty: str
    source: str


@dataclass(frozen=True, slots=True)
class Found:
    """The program it is, or None; `candidates` are then those it might be, with how alike they are (0 to 100)."""

    home: Cluster | None = None
    candidates: tuple[tuple[str, float], ...] = ()


def find_homes(asked: Sequence[Asked], clusters: Iterable[Cluster]) -> list[Found]:
    """For each that is asked for the program with the same plain name in its specialty and state."""
    by_name: defaultdict[tuple[str, str, str], dict[str, Cluster]] = defaultdict(dict)
    for cluster in clusters:
        for state in cluster.states:
            for name in cluster.names:
                by_name[cluster.specialty, state, plain_name(name)][cluster.key] = cluster
    return [_found(one, by_name) for one in asked]


def _found(asked: Asked, by_name: dict[tuple[str, str, str], dict[str, Cluster]]) -> Found:
    found: dict[str, Cluster] = {}
    for state in asked.states:
        for name in asked.names:
            found.update(by_name.get((asked.specialty, state, plain_name(name)), {}))
    here = {key: one for key, one in found.items() if _towns(one.cities) & _towns(asked.cities)}
    for matches in (found, here):
        if len(matches) == 1:
            return Found(home=next(iter(matches.values())))
    return Found(candidates=tuple((key, 100.0) for key in sorted(found)))


def _towns(cities: Iterable[str]) -> set[str]:
    return {plain_city(city) for city in cities}
