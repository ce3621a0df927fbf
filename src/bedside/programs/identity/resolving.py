"""Which mention is which program: numbers first, then names, and a question where names do not decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bedside.evidence.library import Evidence
from bedside.programs.directory import Question
from bedside.programs.identity.cluster import Cluster, cluster_of, names_of
from bedside.programs.identity.codes import key_of_stem, specialty_of_code, stem_of
from bedside.programs.identity.fingerprint import fingerprint
from bedside.programs.identity.known import Known
from bedside.programs.identity.naming import key_from_name
from bedside.programs.identity.same_name import Asked, find_homes
from bedside.programs.identity.sighting import Sighting
from bedside.programs.mention import Mention


@dataclass(frozen=True, slots=True)
class Resolved:
    """Programs with the mentions that are theirs, in the order of their keys, and what is open."""

    clusters: tuple[Cluster, ...]
    questions: tuple[Question, ...]


def resolve(
    sightings: Iterable[Sighting], answers: Mapping[str, str], evidence: Evidence, base: Iterable[Known] = ()
) -> Resolved:
    """Programs out of mentions, which come newest edition first and stay in that order.

    1. A mention with an ACGME ID is that program.
    2. An NRMP code belongs to the program that a source gives it to together with an ACGME ID.
    3. The other codes of one institution and specialty are one program, and are looked for by the name of the
       institution among those of step 1.
    4. A mention without any number is looked for by its name among all of these.
    5. What the user answered comes before any name. What no name decides stays a program of its own, with a question.

    `base` are programs known from before: mentions join them, and they never join each other.
    """
    resolver = _Resolver(answers, evidence, base)
    ordered = tuple(sightings)
    resolver.join_by_acgme_id([one for one in ordered if one.mention.acgme_id])
    resolver.join_by_code([one for one in ordered if not one.mention.acgme_id and one.code])
    resolver.join_by_name([one for one in ordered if not one.mention.acgme_id and not one.code])
    place_of = {id(one): place for place, one in enumerate(ordered)}
    for cluster in resolver.clusters.values():
        cluster.sightings.sort(key=lambda one: place_of[id(one)])
    clusters = sorted(resolver.clusters.values(), key=lambda one: one.key)
    return Resolved(tuple(clusters), tuple(sorted(resolver.questions, key=lambda one: one.fingerprint)))


class _Resolver:
    def __init__(self, answers: Mapping[str, str], evidence: Evidence, base: Iterable[Known]) -> None:
        self.answers = answers
        self.evidence = evidence
        self.clusters = {known.key: cluster_of(known) for known in base}
        self.by_acgme_id = {one.acgme_id: one for one in self.clusters.values() if one.acgme_id}
        self.by_code = {code: one for one in self.clusters.values() for code in one.codes}
        self.questions: list[Question] = []

    def join_by_acgme_id(self, sightings: list[Sighting]) -> None:
        """Step 1 and, as it learns the codes, the ground of step 2."""
        unheard = [one for one in sightings if one.mention.acgme_id not in self.by_acgme_id]
        self._give_acgme_ids([_group(members) for members in _grouped(unheard, _acgme_id).values()])
        for one in sightings:
            number = _acgme_id(one)
            home = self.by_acgme_id.get(number) or self._new(number, number, one.mention)
            self.by_acgme_id[number] = home
            home.join(one)
            for code in one.mention.nrmp_codes:
                self.by_code.setdefault(code, home)

    def _give_acgme_ids(self, groups: list[_Group]) -> None:
        """Programs known from before without an ACGME ID get the one that a mention of the same name has."""
        without = [one for one in self.clusters.values() if not one.acgme_id]
        if without:
            self._find_homes(groups, without)
        for group in groups:
            if group.home and not group.home.acgme_id:
                group.home.acgme_id = group.said.acgme_id
                self.by_acgme_id[group.said.acgme_id or ""] = group.home

    def join_by_code(self, sightings: list[Sighting]) -> None:
        """Steps 2 and 3."""
        loose = [one for one in sightings if not self._joined_by_code(one)]
        groups = [_group(members) for members in _grouped(loose, lambda one: stem_of(one.code)).values()]
        self._find_homes(groups, [one for one in self.clusters.values() if one.acgme_id])
        for group in groups:
            home = group.home or self._own(key_of_stem(stem_of(group.members[0].code)), group)
            for one in group.members:
                home.join(one)
                self.by_code[one.code] = home

    def join_by_name(self, sightings: list[Sighting]) -> None:
        """Step 4."""
        groups = [_group(members) for members in _grouped(sightings, lambda one: fingerprint(one.mention)).values()]
        self._find_homes(groups, list(self.clusters.values()))
        for group in groups:
            home = group.home or self._own(key_from_name(group.said), group)
            for one in group.members:
                home.join(one)

    def _joined_by_code(self, one: Sighting) -> bool:
        home = self.by_code.get(one.code)
        if home is not None:
            home.join(one)
        return home is not None

    def _find_homes(self, groups: list[_Group], candidates: list[Cluster]) -> None:
        for group in groups:
            group.is_answered = fingerprint(group.said) in self.answers
            group.home = self.clusters.get(self.answers.get(fingerprint(group.said), ""))
        open_groups = [group for group in groups if not group.is_answered]
        asked = [_asked(group, self._specialty(group.said)) for group in open_groups]
        for group, found in zip(open_groups, find_homes(asked, candidates), strict=True):
            group.home = found.home
            if found.home is None and found.candidates:
                origin = group.members[0].origin
                self.questions.append(Question(fingerprint(group.said), group.said, origin, found.candidates))

    def _own(self, key: str, group: _Group) -> Cluster:
        return self.clusters.get(key) or self._new(key, None, group.said)

    def _new(self, key: str, acgme_id: str | None, said: Mention) -> Cluster:
        self.clusters[key] = Cluster(key, acgme_id, self._specialty(said))
        return self.clusters[key]

    def _specialty(self, said: Mention) -> str:
        digits = said.acgme_id[:3] if said.acgme_id else said.nrmp_codes[0][4:7] if said.nrmp_codes else ""
        return specialty_of_code(digits, self.evidence) or said.specialty


@dataclass(slots=True)
class _Group:
    """Mentions that are certainly one program; `said` stands for all of them."""

    said: Mention
    members: list[Sighting]
    home: Cluster | None = None
    is_answered: bool = False


def _group(members: list[Sighting]) -> _Group:
    return _Group(members[0].mention, members)


def _acgme_id(one: Sighting) -> str:
    return one.mention.acgme_id or ""


def _asked(group: _Group, specialty: str) -> Asked:
    names = dict.fromkeys(name for one in group.members for name in names_of(one))
    cities = dict.fromkeys(one.mention.city for one in group.members if one.mention.city)
    states = dict.fromkeys(one.mention.state for one in group.members if one.mention.state)
    source = "nrmp" if group.said.nrmp_codes else group.members[0].source
    return Asked(tuple(names), tuple(cities), tuple(states), specialty, source)


def _grouped(sightings: list[Sighting], key: Callable[[Sighting], str]) -> dict[str, list[Sighting]]:
    groups: dict[str, list[Sighting]] = {}
    for one in sightings:
        groups.setdefault(key(one), []).append(one)
    return groups
