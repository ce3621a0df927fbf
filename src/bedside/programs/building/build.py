"""The directory of a collection, computed anew from all of it, so that taking back an import leaves no trace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bedside.evidence.library import Evidence
from bedside.programs.building.assembling import program_of
from bedside.programs.building.live_imports import by_age
from bedside.programs.claim import Origin
from bedside.programs.collection import Collection, Import
from bedside.programs.directory import Directory, Question
from bedside.programs.identity.known import Known
from bedside.programs.identity.resolving import resolve
from bedside.programs.identity.sighting import Sighting, origin_of, sightings_in
from bedside.programs.mention import Hospital, StateResult
from bedside.programs.program import Program


@dataclass(frozen=True)
class Built:
    """What a collection comes to. `known` says who each program is, for mentions that come later."""

    programs: tuple[Program, ...]
    known: tuple[Known, ...]
    origins: tuple[Origin, ...]
    questions: tuple[Question, ...]
    state_results: tuple[StateResult, ...]
    hospitals: tuple[Hospital, ...]
    is_sample: bool

    @cached_property
    def directory(self) -> Directory:
        """The directory in memory."""
        by_key = {one.listed.key: one for one in self.programs}
        listed = tuple(one.listed for one in self.programs)
        return Directory(
            listed,
            by_key.__getitem__,
            self.origins,
            self.questions,
            self.is_sample,
            known=lambda: self.known,
            state_results=lambda: self.state_results,
            hospitals=lambda: self.hospitals,
        )


def build(collection: Collection, evidence: Evidence, is_sample: bool = False) -> Built:
    """Compute the directory of a public collection. The order of its imports does not matter."""
    aged = by_age(collection.imports)
    resolved = resolve(newest_first(aged, is_private=False), collection.answers, evidence)
    current = [one for one, is_superseded in aged if not is_superseded]
    programs = tuple(program_of(one) for one in resolved.clusters if one.sightings)
    return Built(
        programs=tuple(sorted(programs, key=by_place)),
        known=tuple(one.known() for one in resolved.clusters),
        origins=tuple(origin_of(one, is_private=False) for one, _ in aged),
        questions=resolved.questions,
        state_results=tuple(dict.fromkeys(result for one in current for result in one.reading.state_results)),
        hospitals=tuple(dict.fromkeys(hospital for one in current for hospital in one.reading.hospitals)),
        is_sample=is_sample,
    )


def newest_first(aged: Iterable[tuple[Import, bool]], *, is_private: bool) -> tuple[Sighting, ...]:
    """All mentions of the imports, as `by_age` orders them."""
    return tuple(
        sighting
        for one, is_superseded in aged
        for sighting in sightings_in(one, is_superseded=is_superseded, is_private=is_private)
    )


def by_place(program: Program) -> tuple[str, ...]:
    """The stable order of a directory: specialty, state, city, name."""
    one = program.listed
    return (one.specialty, one.state, one.city.casefold(), one.name.casefold(), one.key)
