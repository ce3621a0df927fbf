"""Runs the worked applicants of tests/cases, whose expected verdicts were derived by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.reading import parse_dossier, read_dossier
from bedside.applicant.measures import Measures, measure
from bedside.evidence.library import load_evidence
from bedside.plan.plan import make_plan
from bedside.plan.results import Plan, TaskState
from bedside.standing.results import Caution, RiskFactor, Standing
from bedside.standing.standing import stand

FOLDER = Path(__file__).parent / "cases"
PARTS = {"applicant", "derivation", "as_of", "dossier", "dossier_file", "expect"}
NOT_FOUND = "Bedside has no such name"


@dataclass(frozen=True)
class Worked:
    """What Bedside makes of one case; `expect` is the whole expectation, for those that need a second key."""

    standing: Standing
    today: Measures
    files_opened: Measures
    expect: Mapping[str, Any]
    dossier: Dossier
    as_of: date

    @property
    def plan(self) -> Plan:
        """The plan, made for the cases that expect something of it."""
        return make_plan(self.dossier, self.standing, self.as_of, load_evidence())


def _on_both_days(verdict: RiskFactor | Caution) -> dict[str, str]:
    if isinstance(verdict, RiskFactor):
        return {"today": str(verdict.today.level), "files_opened": str(verdict.files_opened.level)}
    return {"today": str(verdict.today), "files_opened": str(verdict.files_opened)}


def _by_name(found: Mapping[str, Any], expected: Mapping[str, Any]) -> dict[str, Any]:
    """The found values under the names that are expected, and for each only the days that are expected."""
    chosen = {name: found.get(name, NOT_FOUND) for name in expected}
    return {
        name: {day: value[day] for day in expected[name]} if isinstance(value, dict) else value
        for name, value in chosen.items()
    }


def _risk_factors(worked: Worked, expected: Mapping[str, Any]) -> object:
    return _by_name({factor.name: _on_both_days(factor) for factor in worked.standing.risk_factors}, expected)


def _red_flags(worked: Worked, expected: Mapping[str, Any]) -> object:
    return _by_name({flag.name: _on_both_days(flag) for flag in worked.standing.red_flags}, expected)


def _lottery(worked: Worked, expected: Mapping[str, Any]) -> object:
    return _by_name({"lottery": _on_both_days(worked.standing.lottery)}, {"lottery": expected})["lottery"]


def _gates(worked: Worked, expected: Mapping[str, Any]) -> object:
    return _by_name({gate.name: str(gate.state) for gate in worked.standing.gates}, expected)


def _pathway_named(worked: Worked, _expected: object) -> object:
    says = next(gate.says for gate in worked.standing.gates if gate.name == "pathway-route")
    return re.findall(r"Pathways? \d(?: to \d)?", says)


def _tiers(worked: Worked, expected: Mapping[str, Any]) -> object:
    return _by_name({reality.specialty: reality.tier for reality in worked.standing.specialties}, expected)


def _gaps(worked: Worked, _expected: object) -> object:
    measures = {"today": worked.today, "files_opened": worked.files_opened}[worked.expect.get("gaps_on", "today")]
    return [
        {"from": gap.first_day, "to": gap.last_day, "long": gap.long, "explained": gap.explained}
        for gap in measures.gaps
    ]


def _years_since_graduation(worked: Worked, expected: Mapping[str, Any]) -> object:
    found = {
        "today": worked.today.years_since_graduation,
        "files_opened": worked.files_opened.years_since_graduation,
    }
    return _by_name(found, expected)


def _us_clinical_months(worked: Worked, _expected: object) -> object:
    span = worked.today.us_clinical_months
    return {"low": round(span.low, 2), "high": round(span.high, 2)}


def _non_clinical_months(worked: Worked, _expected: object) -> object:
    span = worked.today.non_clinical_months
    return {"low": round(span.low, 2), "high": round(span.high, 2)}


def _tasks(worked: Worked, expected: Mapping[str, Any]) -> object:
    """What is expected of each task: its state, its days, its hours, or the part of the file it is to be written in."""
    tasks = {task.key: task for task in worked.plan.roadmap.tasks}
    return {
        key: {name: _plain(getattr(tasks[key], name)) for name in said} if key in tasks else NOT_FOUND
        for key, said in expected.items()
    }


def _plain(value: object) -> object:
    return str(value) if isinstance(value, TaskState) else value


FOUND: dict[str, Callable[[Worked, Any], object]] = {
    "match_year": lambda worked, _: worked.standing.season.match_year,
    "files_opened": lambda worked, _: worked.standing.files_opened,
    "application_service": lambda worked, _: str(worked.standing.season.service),
    "risk_factors": _risk_factors,
    "gates": _gates,
    "pathway_named": _pathway_named,
    "lottery": _lottery,
    "red_flags": _red_flags,
    "tiers": _tiers,
    "self_audit": lambda worked, _: str(worked.standing.self_audit.fires),
    "gaps_on": lambda worked, _: worked.expect["gaps_on"],
    "gaps": _gaps,
    "years_since_graduation": _years_since_graduation,
    "failed_attempts": lambda worked, _: worked.today.failed_attempts,
    "tasks": _tasks,
    "us_clinical_months": _us_clinical_months,
    "non_clinical_months": _non_clinical_months,
}


def read_case(text: str) -> dict[str, Any]:
    """Read one case; a ValueError names every part or expectation that the runner does not know."""
    case: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    strange = [*(set(case) - PARTS), *(set(case.get("expect", {})) - set(FOUND))]
    if strange:
        raise ValueError(f"the runner does not know: {', '.join(sorted(strange))}")
    missing = sorted({"applicant", "derivation", "as_of", "expect"} - set(case))
    if missing or len({"dossier", "dossier_file"} & set(case)) != 1:
        raise ValueError(f"missing: {', '.join(missing) or 'either dossier or dossier_file'}")
    return case


def _read(name: str, case: Mapping[str, Any]) -> Dossier:
    """Read the dossier of a case as a user's file is read: a mistake in it fails the test in the user's words."""
    if "dossier_file" in case:
        return read_dossier(FOLDER / case["dossier_file"], case["as_of"]).dossier
    return parse_dossier(yaml.safe_dump(case["dossier"], sort_keys=False), name, case["as_of"]).dossier


@cache
def work(name: str) -> Worked:
    """Measure and judge the applicant of one case, once for all its expectations."""
    case = read_case((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    dossier, as_of = _read(name, case), case["as_of"]
    evidence = load_evidence().with_readings(dossier.readings)
    standing = stand(dossier, as_of, evidence)
    return Worked(
        standing,
        today=measure(dossier, as_of, as_of, evidence),
        files_opened=measure(dossier, standing.files_opened, as_of, evidence),
        expect=case["expect"],
        dossier=dossier,
        as_of=as_of,
    )


CASES = {path.stem: read_case(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))}
EXPECTATIONS = [
    pytest.param(name, group, id=f"{name}: {group}") for name, case in CASES.items() for group in case["expect"]
]


@pytest.mark.parametrize(("name", "group"), EXPECTATIONS)
def test_a_worked_applicant_stands_where_the_derivation_says(name: str, group: str) -> None:
    expected = CASES[name]["expect"][group]
    assert FOUND[group](work(name), expected) == expected, f"{CASES[name]['applicant']}\n{CASES[name]['derivation']}"


def test_a_misspelt_expectation_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^the runner does not know: red_flag$"):
        read_case("{applicant: a, derivation: b, as_of: 2026-11-22, dossier: {}, expect: {red_flag: {}}}")


def test_a_case_without_a_derivation_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^missing: derivation$"):
        read_case("{applicant: a, as_of: 2026-11-22, dossier: {}, expect: {}}")


def test_a_name_that_bedside_does_not_know_is_not_equal_to_anything_expected() -> None:
    expected = {"no-such-gate": "met"}
    assert _gates(work("article-after-profile"), expected) == {"no-such-gate": NOT_FOUND}


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "dossier_file" in case])
def test_an_example_is_read_without_a_word_of_warning(name: str) -> None:
    path = FOLDER / CASES[name]["dossier_file"]
    text = path.read_text(encoding="utf-8")
    assert parse_dossier(text, path.name, CASES[name]["as_of"]).warnings == ()


def test_each_example_is_a_worked_case() -> None:
    worked = {(FOLDER / case["dossier_file"]).resolve() for case in CASES.values() if "dossier_file" in case}
    assert worked == set((FOLDER.parent.parent / "examples").resolve().glob("*.yaml"))
