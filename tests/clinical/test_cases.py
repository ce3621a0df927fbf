"""Runs the worked applicants of tests/clinical/cases, whose expected results were derived by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.reading import parse_dossier
from bedside.clinical.comparing import compare
from bedside.clinical.letters import letters
from bedside.clinical.outreach import outreach
from bedside.clinical.results import Compared, Comparison
from bedside.clinical.volunteering import volunteering
from bedside.clinical.way_back import way_back
from bedside.evidence.library import load_evidence

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(FOLDER.glob("*.yaml"))
HOURS_OF_THE_PLAN = 4


@dataclass(frozen=True)
class Case:
    """A dossier, the two days it is looked at, and what is expected of it."""

    dossier: Dossier
    as_of: date
    files_opened: date
    expect: Mapping[str, Any]

    @property
    def comparison(self) -> Comparison:
        return compare(self.dossier, self.as_of, self.files_opened, load_evidence())


def _number(entry: str) -> int:
    return int(entry.partition("[")[2].rstrip("]"))


def _orders(case: Case) -> object:
    return {
        one.name: [[value, [_number(entry) for entry in entries]] for value, entries in one.groups]
        for one in case.comparison.preferences
    }


def _places(case: Case) -> object:
    found = {_number(one.entry): one for one in case.comparison.places}
    return {
        number: {name: _plain(found[number], name) for name in said} for number, said in case.expect["places"].items()
    }


def _plain(place: Compared, name: str) -> object:
    if name == "signs_there":
        return [sign.name for sign in place.signs_there]
    value = getattr(place, name)
    if name.startswith("cost") and value is not None:
        return value.low
    return list(value) if isinstance(value, tuple) else value


def _dimensions(case: Case) -> object:
    found = way_back(case.dossier, case.as_of, load_evidence())
    return {one.name: str(one.seen) for one in found.dimensions}


def _names_the_desk(case: Case) -> object:
    return bool(way_back(case.dossier, case.as_of, load_evidence()).desk_says)


def _volunteering(case: Case) -> object:
    return volunteering(case.dossier, case.as_of, HOURS_OF_THE_PLAN, load_evidence()).says


def _weeks(case: Case) -> object:
    found = volunteering(case.dossier, case.as_of, HOURS_OF_THE_PLAN, load_evidence())
    return [[run.weeks, run.hours, run.is_ahead] for run in found.runs]


def _letters(case: Case) -> object:
    found, said = letters(case.dossier, case.as_of, case.files_opened, load_evidence()), case.expect["letters"]
    return {
        "recent_from_the_us": found.recent_from_the_us,
        "not_spoken_to": list(found.not_spoken_to),
        "too_many_says": found.too_many_says,
        "months": [one.months_old_when_opened for one in found.letters],
        "states": [one.state for one in found.letters],
        "next_steps": [one.next_step for one in found.letters][: len(said["next_steps"])],
    }


def _outreach(case: Case) -> object:
    found = outreach(case.dossier, case.as_of, load_evidence())
    return {
        "by_kind": {one.kind: [one.sent, one.answered, one.yes] for one in found.by_kind},
        "due": [_number(entry) for entry in found.due_again],
        "next_steps": [row.next_step for row in found.rows],
    }


EXPECTED: Mapping[str, Callable[[Case], object]] = {
    "orders": _orders,
    "places": _places,
    "dimensions": _dimensions,
    "names_the_desk": _names_the_desk,
    "volunteering": _volunteering,
    "weeks": _weeks,
    "letters": _letters,
    "outreach": _outreach,
}


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_worked_applicant_gets_what_was_derived_by_hand(path: Path) -> None:
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = yaml.safe_dump(written["dossier"], allow_unicode=True)
    dossier = parse_dossier(text, path.name, written["as_of"]).dossier
    case = Case(dossier, written["as_of"], written["files_opened"], written["expect"])
    assert {name: EXPECTED[name](case) for name in case.expect} == case.expect
