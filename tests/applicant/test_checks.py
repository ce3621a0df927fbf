"""What cannot be right across the fields of a dossier: a mistake keeps it from being used, a warning does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bedside.applicant.checks.every_check import CHECKS
from bedside.applicant.file.parsing import ReadDossier, parse_content
from bedside.applicant.mistakes import DossierMistakes, Mistake

AS_OF = date(2026, 11, 22)
TOP: dict[str, Any] = {
    "schema_version": 1,
    "identity": {"name": "A"},
    "medical_school": {"country": "Peru", "graduated": "2018-06"},
}
CASES = yaml.safe_load((Path(__file__).parent / "checks.yaml").read_text(encoding="utf-8"))


def read(written: str) -> ReadDossier:
    return parse_content(TOP | yaml.load(written, yaml.BaseLoader), "me.yaml", AS_OF)


def told(found: tuple[Mistake, ...]) -> list[str]:
    return [f"{mistake.field}: {mistake.what} {mistake.how_to_fix}" for mistake in found]


@pytest.mark.parametrize("case", CASES["mistakes"], ids=lambda case: case["claim"])
def test_what_cannot_be_is_a_mistake(case: dict[str, Any]) -> None:
    with pytest.raises(DossierMistakes) as refused:
        read(case["dossier"])
    assert told(refused.value.mistakes) == case["told"]


@pytest.mark.parametrize("case", CASES["warnings"], ids=lambda case: case["claim"])
def test_what_is_unusual_is_a_warning(case: dict[str, Any]) -> None:
    assert told(read(case["dossier"]).warnings) == case["told"]


@pytest.mark.parametrize("case", CASES["fine"], ids=lambda case: case["claim"])
def test_what_is_usual_is_told_as_nothing(case: dict[str, Any]) -> None:
    assert told(read(case["dossier"]).warnings) == []


def test_a_mistake_of_shape_does_not_hide_a_mistake_across_fields() -> None:
    with pytest.raises(DossierMistakes) as refused:
        read("experiences: [{title: A, kind: job, contact: none, from: '2022', to: '2020', hours: 4}, 5]")
    assert [mistake.field for mistake in refused.value.mistakes] == [
        "experiences[0].hours",
        "experiences[1]",
        "experiences[0].to",
    ]


def test_every_check_is_tried_by_a_case() -> None:
    """Each check finds something in at least one case: one that never bites is no check."""
    from bedside.applicant.checks.known import known_in_spite_of_mistakes
    from bedside.evidence.library import load_evidence

    cases = [TOP | yaml.load(case["dossier"], yaml.BaseLoader) for kind in CASES.values() for case in kind]
    known = [known_in_spite_of_mistakes(case, AS_OF, load_evidence()) for case in cases]
    silent = [check.__name__ for check in CHECKS if not any(list(check(one)) for one in known)]
    assert silent == []
