"""JSON Resume: valid by its schema, back without loss of what it holds, and every loss named."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.reading import read_dossier
from bedside.applicant.file.rendering import as_written
from bedside.applicant.json_resume.reading import Imported, dossier_from_resume
from bedside.applicant.json_resume.writing import as_resume
from bedside.applicant.mistakes import DossierMistakes
from bedside.applicant.parts.experience import Contact
from tests.applicant.resume_schema import faults_of

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
AS_OF = date(2026, 11, 22)
FOREIGN: dict[str, Any] = {
    "basics": {"name": "Amina Rahman", "email": "a@example.org"},
    "work": [{"name": "XYZ", "position": "Analyst", "startDate": "2021-03", "highlights": ["Led a team."]}],
    "education": [{"institution": "Dow", "studyType": "MBBS", "endDate": "2018-06", "location": "Pakistan"}],
    "languages": [{"language": "Urdu", "fluency": "native"}],
}

every_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


def example(path: Path) -> Dossier:
    return read_dossier(path, AS_OF).dossier


def imported(resume: dict[str, Any], contact: Contact | None = None) -> Imported:
    return dossier_from_resume(json.dumps(resume).encode(), "resume.json", AS_OF, contact)


def mistakes_in(resume: dict[str, Any]) -> list[str]:
    with pytest.raises(DossierMistakes) as refused:
        imported(resume)
    return [f"{one.field}: {one.what}" for one in refused.value.mistakes]


@every_example
def test_what_is_written_is_a_resume_by_the_schema(path: Path) -> None:
    assert faults_of(as_resume(example(path)).content) == []


@every_example
def test_what_is_written_comes_back_and_stays_the_same_from_then_on(path: Path) -> None:
    once = as_resume(example(path))
    back = dossier_from_resume(once.text.encode(), "resume.json", AS_OF)
    assert back.not_understood == ()
    again = as_resume(back.dossier)
    assert (again.content, again.not_held) == (once.content, ())


@every_example
def test_every_loss_is_named(path: Path) -> None:
    dossier = example(path)
    made = as_resume(dossier)
    before, after = as_written(dossier), as_written(imported(made.content).dossier)
    by_kind = [sorted(map(str, content.get("experiences", []))) for content in (before, after)]
    differ = {key for key in {*before, *after} if before.get(key) != after.get(key)}
    differ -= {"experiences"} if by_kind[0] == by_kind[1] else set()
    assert len(made.not_held) == len(differ)


def test_nothing_private_is_in_it() -> None:
    text = as_resume(example(next(path for path in EXAMPLES if path.stem == "h1b-quality-analyst"))).text
    assert [word for word in ("H-1B", "Delgado, ", "failed", "money", "Whitfield") if word in text] == []


def test_a_resume_of_another_program_is_taken_once_the_contact_is_said() -> None:
    read = imported(FOREIGN, Contact.NONE)
    (job,) = read.dossier.experiences
    assert (job.title, job.organization, job.contact, job.is_current) == ("Analyst", "XYZ", Contact.NONE, True)
    assert str(read.dossier.medical_school.graduated) == "2018-06"
    assert read.not_understood == (
        "basics.email: a@example.org",
        "work[0].highlights[0]: Led a team.",
        "languages[0].language: Urdu",
        "languages[0].fluency: native",
    )


def test_what_is_missing_is_told_at_once_and_never_guessed() -> None:
    assert mistakes_in({**FOREIGN, "education": [{"institution": "Dow", "studyType": "MBBS"}]}) == [
        "work[0]: Analyst does not say what contact with patients it had.",
        "education[0]: The country of the medical school is not given.",
        "education[0]: The date of graduation is not given.",
    ]


@pytest.mark.parametrize(
    ("resume", "told"),
    [
        ({}, "basics.name: No name is given."),
        ({"basics": []}, "basics.name: No name is given."),
        ({"basics": {"name": "A"}, "education": "none"}, "education: No entry is a medical degree."),
        ({"basics": {"name": "A"}, "work": [{"position": "B"}]}, "work[0]: The first day is not given."),
    ],
)
def test_what_is_no_resume_is_a_sentence(resume: dict[str, Any], told: str) -> None:
    assert told in mistakes_in(resume)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b'{"basics": {"name": "A"}, "basics": 1}', b'"x"'])
def test_a_file_that_is_broken_is_refused_and_not_half_read(content: bytes) -> None:
    with pytest.raises(DossierMistakes):
        dossier_from_resume(content, "resume.json", AS_OF)


@pytest.mark.parametrize("day", ["2021-00", "2021-02-30", "yesterday", 2031.5, {"a": 1}, "3021"])
def test_a_date_that_is_none_is_refused(day: object) -> None:
    entry = {**FOREIGN["work"][0], "startDate": day}
    with pytest.raises(DossierMistakes):
        imported({**FOREIGN, "work": [entry]}, Contact.NONE)


@pytest.mark.parametrize(
    ("resume", "fault"),
    [
        ({"experience": []}, "experience: not a part of a resume"),
        ({"work": {}}, "work: not an object"),
        ({"work": [{"startDate": "March"}]}, "work[0].startDate: not a date"),
        ({"certificates": [{"date": "2024"}]}, "certificates[0].date: not a day"),
        ({"skills": [{"keywords": "one"}]}, "skills[0].keywords: not a texts"),
    ],
)
def test_the_check_by_the_schema_bites(resume: dict[str, Any], fault: str) -> None:
    assert faults_of(resume) == [fault]
