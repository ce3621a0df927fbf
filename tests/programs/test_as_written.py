"""An application is written by key or by name, and counts as the same program either way."""

from __future__ import annotations

from bedside.applicant.parts.applications import Application
from bedside.evidence.library import load_evidence
from bedside.programs.as_written import keys_meant, programs_meant
from tests.programs.directories import a_directory, a_listed

EVIDENCE = load_evidence()
DIRECTORY = a_directory(
    a_listed("1200000001", "Lakeshore", "Troy", "OH", specialty="family-medicine"),
    a_listed("1400000001", "Lakeshore", "Troy", "OH", specialty="internal-medicine"),
    a_listed("1400000002", "Hillside", "Troy", "OH", specialty="internal-medicine"),
)


def written(program: str, specialty: str | None = None) -> Application:
    return Application.model_validate({"program": program, "specialty": specialty, "state": "planned"})


def test_a_key_and_a_name_mean_the_same_program() -> None:
    asked = [written("1400000002"), written("hillside"), written("Hillside, Troy")]
    assert keys_meant(asked, DIRECTORY, EVIDENCE) == ("1400000002",) * 3


def test_of_programs_called_alike_the_specialty_tells_which_and_without_it_none_is_meant() -> None:
    asked = [written("Lakeshore", "Internal Medicine"), written("Lakeshore")]
    found = programs_meant(asked, DIRECTORY, EVIDENCE)
    assert [one and one.key for one in found] == ["1400000001", None]


def test_what_the_directory_does_not_know_stays_as_it_is_written() -> None:
    assert keys_meant([written("Nowhere")], DIRECTORY, EVIDENCE) == ("Nowhere",)
