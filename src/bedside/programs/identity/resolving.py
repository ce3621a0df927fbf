"""Which mention is which program: numbers first, then names, and a question where names do not decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from bedside.evidence.library import Evidence
from bedside.programs.directory import Question
from bedside.programs.identity.cluster import Cluster, cluster_of
from bedside.programs.identity.code_groups import code_groups
from bedside.programs.identity.codes import specialty_of_code
from bedside.programs.identity.finding import find_homes
from bedside.programs.identity.fingerprint import fingerprint
from bedside.programs.identity.gazetteer import Gazetteer
from bedside.programs.identity.group import Group, group_of
from bedside.programs.identity.institutions import Institutions
from bedside.programs.identity.known import Known
from bedside.programs.identity.naming import key_from_name
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
    5. What the user answered comes before any name, and so does the program that a check of their own was made from.
       What no name decides stays a program of its own, with a question.

    `base` are programs known from before: mentions join them, and they never join each other.
    """
    resolver = _Resolver(answers, evidence, base)
    ordered = [replace(one, position=position) for position, one in enumerate(sightings)]
    resolver.join_by_acgme_id([one for one in ordered if one.mention.acgme_id])
    resolver.join_by_code([one for one in ordered if not one.mention.acgme_id and one.code])
    resolver.join_by_name([one for one in ordered if not one.mention.acgme_id and not one.code])
    for cluster in resolver.clusters.values():
        cluster.sightings.sort(key=lambda one: one.position)
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
        self.institutions = Institutions()

    def join_by_acgme_id(self, sightings: list[Sighting]) -> None:
        """Step 1 and, as it learns the codes, the ground of step 2."""
        unheard = [one for one in sightings if one.mention.acgme_id not in self.by_acgme_id]
        self._give_acgme_ids([group_of(members) for members in _grouped(unheard, _acgme_id).values()])
        for one in sightings:
            number = _acgme_id(one)
            home = self.by_acgme_id.get(number) or self._new(number, number, one.mention)
            self.by_acgme_id[number] = home
            # Where two sources give one code to two programs, the newer is believed; the other keeps its claims.
            is_its_own = not one.code or self.by_code.setdefault(one.code, home) is home
            home.join(one if is_its_own else replace(one, mention=replace(one.mention, nrmp_codes=()), tracks=()))

    def _give_acgme_ids(self, groups: list[Group]) -> None:
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
        linked = [one for one in sightings if one.code in self.by_code]
        for one in linked:
            self.by_code[one.code].join(one)
        for cluster in self.clusters.values():
            self.institutions.learn(tuple(cluster.names), cluster)
        loose = [one for one in sightings if one.code not in self.by_code]
        gazetteer = Gazetteer(self.clusters.values(), sightings if loose else ())
        groups = code_groups(loose, linked, self.by_code, gazetteer)
        open_groups = [group for group in groups if not group.home]
        self._find_homes(open_groups, [one for one in self.clusters.values() if one.acgme_id])
        for group in groups:
            home = group.home or self._own(group.key, group)
            for one in group.members:
                home.join(one)
                self.by_code[one.code] = home

    def join_by_name(self, sightings: list[Sighting]) -> None:
        """Step 4."""
        groups = [group_of(members) for members in _grouped(sightings, lambda one: fingerprint(one.mention)).values()]
        self._find_homes(groups, list(self.clusters.values()))
        for group in groups:
            home = group.home or self._own(key_from_name(group.said), group)
            for one in group.members:
                home.join(one)

    def _find_homes(self, groups: list[Group], candidates: list[Cluster]) -> None:
        for group in groups:
            self._take_the_answer(group)
        taken = [(group.members[0].source, group.home.key) for group in groups if group.home]
        open_groups = [group for group in groups if not group.is_answered]
        asked = [group.asked(self._specialty(group.said)) for group in open_groups]
        for group, found in zip(open_groups, find_homes(asked, candidates, self.institutions, taken), strict=True):
            group.home = found.home
            if found.home is None and found.candidates:
                origin = group.members[0].origin
                self.questions.append(Question(fingerprint(group.said), group.said, origin, found.candidates))

    def _take_the_answer(self, group: Group) -> None:
        """The user's word, unless the program it names is gone or has another ACGME ID."""
        answer = self.answers.get(fingerprint(group.said), group.said.key or None)
        home = self.clusters.get(answer or "")
        if home and group.said.acgme_id and home.acgme_id not in (None, group.said.acgme_id):
            home = None
        group.home, group.is_answered = home, answer == "" or home is not None

    def _own(self, key: str, group: Group) -> Cluster:
        home = self.clusters.get(key) or self._new(key, None, group.said)
        home.place = group.place_as_printed
        return home

    def _new(self, key: str, acgme_id: str | None, said: Mention) -> Cluster:
        self.clusters[key] = Cluster(key, acgme_id, self._specialty(said))
        return self.clusters[key]

    def _specialty(self, said: Mention) -> str:
        digits = said.acgme_id[:3] if said.acgme_id else said.nrmp_codes[0][4:7] if said.nrmp_codes else ""
        return specialty_of_code(digits, self.evidence) or said.specialty


def _acgme_id(one: Sighting) -> str:
    return one.mention.acgme_id or ""


def _grouped(sightings: list[Sighting], key: Callable[[Sighting], str]) -> dict[str, list[Sighting]]:
    groups: dict[str, list[Sighting]] = {}
    for one in sightings:
        groups.setdefault(key(one), []).append(one)
    return groups
