"""Programs as JSON with stable keys: what a list, one program and a comparison hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from bedside.documents.as_json import as_json
from bedside.programs.comparing import ComparedPrograms
from bedside.programs.directory import Directory
from bedside.programs.eligibility.results import Verdict
from bedside.programs.eligibility.verdict import sentence
from bedside.programs.eligibility.waiting import Moved, Waiting
from bedside.programs.program import Listed, Program
from bedside.programs.targeting_facts import TargetingFact


class OfSample(Protocol):
    """Anything that tells whether its programs are the sample, such as a directory."""

    @property
    def is_sample(self) -> bool:
        """Whether they are."""


def list_as_json(directory: Directory, listed: Sequence[Listed], verdicts: Sequence[Verdict] = ()) -> dict[str, Any]:
    """A list: whether it is of the sample, how many there are, and each with its verdict where there is one."""
    judged = verdicts or (None,) * len(listed)
    programs = [listed_as_json(one, verdict) for one, verdict in zip(listed, judged, strict=True)]
    return {"is_sample": directory.is_sample, "in_the_directory": len(directory), "programs": programs}


def listed_as_json(listed: Listed, verdict: Verdict | None = None) -> dict[str, Any]:
    """One program of a list; a field that is missing under `values` is not reported by anyone."""
    found: dict[str, Any] = {
        "key": listed.key,
        "acgme_id": listed.acgme_id,
        "name": listed.name,
        "institution": listed.institution,
        "city": listed.city,
        "state": listed.state,
        "specialty": listed.specialty,
        "values": dict(listed.values),
        "disagreeing": sorted(listed.disagreeing),
        "unsure": sorted(listed.unsure),
        "offered": {kind.name.lower(): count for kind, count in listed.offered.items()},
        "match_year": listed.match_year,
        "is_private": listed.is_private,
    }
    return found if verdict is None else {**found, "verdict": verdict_as_json(verdict)}


def verdict_as_json(verdict: Verdict) -> dict[str, Any]:
    """A verdict with its sentence and everything behind it."""
    return {**as_json(verdict), "says": sentence(verdict), "change": verdict.change}


def program_as_json(
    directory: Directory, program: Program, verdict: Verdict | None, facts: Sequence[TargetingFact]
) -> dict[str, Any]:
    """One program whole: its claims by field with their origins, its tracks, verdict and what the advice looks at."""
    return {
        "is_sample": directory.is_sample,
        **listed_as_json(program.listed, verdict),
        "claims": [as_json(claims) for claims in program.claims],
        "tracks": [as_json(track) for track in program.tracks],
        "names": list(program.names),
        "advice": [as_json(fact) for fact in facts],
    }


def comparison_as_json(compared: ComparedPrograms) -> dict[str, Any]:
    """Programs side by side, and for each field the claims in the same order."""
    judged = compared.verdicts or (None,) * len(compared.programs)
    return {
        "programs": [
            listed_as_json(one.listed, verdict) for one, verdict in zip(compared.programs, judged, strict=True)
        ],
        "fields": [as_json(field) for field in compared.fields],
    }


def waiting_as_json(waiting: Waiting) -> dict[str, Any]:
    """What another season loses, what has to be asked then, and what it may gain."""

    def moved(some: Sequence[Moved]) -> list[dict[str, Any]]:
        return [{"key": one.listed.key, "why": [as_json(why) for why in one.why]} for one in some]

    return {"lost": moved(waiting.lost), "to_ask": moved(waiting.to_ask), "gained": moved(waiting.gained)}
