"""The tracks of one institution and specialty, told apart where their labels name places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bedside.programs.identity.cluster import Cluster
from bedside.programs.identity.codes import key_of_stem, stem_of
from bedside.programs.identity.gazetteer import Gazetteer
from bedside.programs.identity.group import Group
from bedside.programs.identity.plain_name import plain_name
from bedside.programs.identity.sighting import Sighting
from bedside.programs.identity.track_label import place_in
from bedside.programs.mention import Mention
from bedside.programs.program import TrackKind


def code_groups(
    loose: list[Sighting], linked: list[Sighting], by_code: Mapping[str, Cluster], gazetteer: Gazetteer
) -> list[Group]:
    """The tracks that no source ties to an ACGME ID, grouped into programs.

    1. Tracks of one institution and specialty in one state belong together, unless their labels name places:
       “Family Medicine/Tampa” and “Family Medicine/Ocala” are two programs. A place is what the gazetteer knows.
    2. A track that is not categorical goes with its place only where a categorical one is, else with the first track.
    3. Where other tracks of the same institution, specialty and place have a home already, it is theirs too.
    """
    named = {code: _place_named(members, gazetteer) for code, members in _by_code([*linked, *loose]).items()}
    places, homes = _places_of(loose, named), _homes(named, by_code)
    groups: dict[tuple[str, str, str], Group] = {}
    for members in _by_code(loose).values():
        first = members[0]
        stem = stem_of(first.code)
        place = _place(named[first.code], places[stem], homes[stem])
        groups.setdefault((stem, first.mention.state, place), Group(first.mention, [])).members.extend(members)
    siblings = Counter(stem for stem, _, _ in groups)
    states = Counter(stem for stem, _ in {key[:2] for key in groups})
    for (stem, state, place), group in groups.items():
        group.home = homes[stem].get(place)
        is_alone = siblings[stem] == 1 and not homes[stem]
        group.place = place
        group.is_apart = not is_alone
        group.is_main = is_alone or (not homes[stem] and place == places[stem].get(min(places[stem], default="")))
        apart = (state.casefold(),) if states[stem] > 1 else ()
        group.key = "-".join((key_of_stem(stem), *apart, *([] if is_alone else place.split())))
        group.said = _said(group.said, place)
    return list(groups.values())


def _said(said: Mention, place: str) -> Mention:
    """What stands for the group: the institution, and the place where there is one."""
    name = said.institution or said.name
    return replace(said, name=f"{name}/{place}" if place else name, nrmp_codes=said.nrmp_codes[:1])


def _homes(named: Mapping[str, str], by_code: Mapping[str, Cluster]) -> defaultdict[str, dict[str, Cluster]]:
    """By stem and place the program that tracks have already, where it is only one."""
    found: defaultdict[str, defaultdict[str, dict[str, Cluster]]] = defaultdict(lambda: defaultdict(dict))
    for code, home in by_code.items():
        found[stem_of(code)][named.get(code, "")][home.key] = home
    homes: defaultdict[str, dict[str, Cluster]] = defaultdict(dict)
    for stem, places in found.items():
        homes[stem] = {place: next(iter(one.values())) for place, one in places.items() if len(one) == 1}
    return homes


def _by_code(sightings: Iterable[Sighting]) -> dict[str, list[Sighting]]:
    by_code: dict[str, list[Sighting]] = {}
    for one in sightings:
        by_code.setdefault(one.code, []).append(one)
    return by_code


def _place(named: str, offered: Mapping[str, str], taken: Mapping[str, Cluster]) -> str:
    """The place a track belongs to: its own where the whole training is offered there, else that of the first track."""
    places = {*offered.values(), *taken}
    if named in places or "" in places:
        return named if named in places else ""
    return offered[min(offered)] if offered else next(iter(taken)) if len(taken) == 1 else ""


def _place_named(members: Iterable[Sighting], gazetteer: Gazetteer) -> str:
    """The place in the label of one code, as the newest edition words it; "" where it names none that is known."""
    for one in members:
        for track in one.tracks:
            place, said = place_in(track.label), one.mention
            known = place and gazetteer.is_place(place, plain_name(said.institution or said.name), said.state)
            return place if known else ""
    return ""


def _places_of(sightings: Iterable[Sighting], named: Mapping[str, str]) -> defaultdict[str, dict[str, str]]:
    """By stem the places of the categorical tracks, by their codes."""
    places: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for code, members in _by_code(sightings).items():
        if any(track.kind is TrackKind.CATEGORICAL for one in members for track in one.tracks):
            places[stem_of(code)][code] = named[code]
    return places
