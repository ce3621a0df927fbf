"""The result of a build as small pieces of JSON: lists are read at once, a whole program when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from bedside.programs.building.build import Built
from bedside.programs.claim import Claim, Origin, Stated
from bedside.programs.directory import Directory, Question
from bedside.programs.identity.known import Known
from bedside.programs.mention import Hospital, StateResult
from bedside.programs.program import FieldClaims, Listed, Program, Track, TrackKind
from bedside.programs.shelf.plain_data import as_plain, from_plain

_KINDS = {kind.value: kind for kind in TrackKind}
_LISTS: dict[str, Any] = {
    "known": tuple[Known, ...],
    "origins": tuple[Origin, ...],
    "questions": tuple[Question, ...],
    "state_results": tuple[StateResult, ...],
    "hospitals": tuple[Hospital, ...],
}


@dataclass(frozen=True, slots=True)
class _StoredClaim:
    stated: Stated
    import_id: str
    place: str


@dataclass(frozen=True, slots=True)
class _StoredField:
    field: str
    best: _StoredClaim
    agreeing: tuple[_StoredClaim, ...] = ()
    differing: tuple[_StoredClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class _StoredProgram:
    """All of a program but how it is listed; of a source the id, not a thousand times its title."""

    tracks: tuple[Track, ...] = ()
    claims: tuple[_StoredField, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stored:
    """A built directory as bytes: `lists` by name, `programs` by key."""

    lists: Mapping[str, bytes]
    programs: Mapping[str, bytes]
    is_sample: bool

    @cached_property
    def directory(self) -> Directory:
        """The directory; claims, names, results by state and hospitals are read when they are asked for."""
        origins = self.read("origins")
        by_id = {one.import_id: one for one in origins}
        listed = {one.key: one for one in map(_listed, json.loads(self.lists["listed"]))}

        def whole(key: str) -> Program:
            stored: _StoredProgram = from_plain(_StoredProgram, json.loads(self.programs[key]), key)
            claims = tuple(_field_claims(one, by_id) for one in stored.claims)
            return Program(listed[key], stored.tracks, claims, stored.names)

        return Directory(
            tuple(listed.values()),
            whole,
            origins,
            self.read("questions"),
            self.is_sample,
            known=self._later("known"),
            state_results=self._later("state_results"),
            hospitals=self._later("hospitals"),
        )

    def read(self, name: str) -> Any:
        """One of the lists. Raises NotAsExpected or ValueError where it is damaged."""
        return from_plain(_LISTS[name], json.loads(self.lists[name]), name)

    def _later(self, name: str) -> Callable[[], Any]:
        return cache(lambda: self.read(name))


def stored(built: Built) -> Stored:
    """A build as it is stored."""
    contents = {
        "listed": tuple(_row(one.listed) for one in built.programs),
        "known": built.known,
        "origins": built.origins,
        "questions": built.questions,
        "state_results": built.state_results,
        "hospitals": built.hospitals,
    }
    programs = {one.listed.key: _bytes(_stored_program(one)) for one in built.programs}
    return Stored({name: _bytes(content) for name, content in contents.items()}, programs, built.is_sample)


def _row(one: Listed) -> tuple[Any, ...]:
    """How a program is listed as a bare row: thousands are read whenever the directory is opened."""
    who = (one.key, one.acgme_id, one.name, one.institution, one.city, one.state, one.specialty)
    said = (one.values, one.offered, one.match_year, one.disagreeing, one.is_private, one.rivals, one.unsure)
    return (*who, *said)


def _listed(row: list[Any]) -> Listed:
    key, acgme_id, name, institution, city, state, specialty, *said = row
    values, offered, match_year, disagreeing, is_private, rivals, unsure = said
    return Listed(
        key,
        acgme_id,
        name,
        institution,
        city,
        state,
        specialty,
        values,
        {_KINDS[kind]: positions for kind, positions in offered.items()},
        match_year,
        frozenset(disagreeing),
        is_private,
        {field: tuple(many) for field, many in rivals.items()},
        frozenset(unsure),
    )


def _bytes(record: Any) -> bytes:
    return json.dumps(as_plain(record), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _stored_program(program: Program) -> _StoredProgram:
    return _StoredProgram(program.tracks, tuple(_stored_field(one) for one in program.claims), program.names)


def _stored_field(one: FieldClaims) -> _StoredField:
    agreeing = tuple(_stored_claim(claim) for claim in one.agreeing)
    return _StoredField(one.field, _stored_claim(one.best), agreeing, tuple(_stored_claim(c) for c in one.differing))


def _stored_claim(claim: Claim) -> _StoredClaim:
    return _StoredClaim(claim.stated, claim.origin.import_id, claim.place)


def _field_claims(one: _StoredField, by_id: Mapping[str, Origin]) -> FieldClaims:
    def claim(of: _StoredClaim) -> Claim:
        return Claim(of.stated, by_id[of.import_id], of.place)

    return FieldClaims(one.field, claim(one.best), tuple(map(claim, one.agreeing)), tuple(map(claim, one.differing)))
