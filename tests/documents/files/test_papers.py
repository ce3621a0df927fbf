"""The papers of an application: what each holds of a dossier, derived by hand from the examples."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.parsing import parse_content
from bedside.applicant.file.reading import read_dossier
from bedside.documents.content.papers.profile import profile
from bedside.documents.files.papers import PAPERS, ApplicationFile
from bedside.documents.writers.markdown_file import write_markdown
from bedside.evidence.library import load_evidence
from tests.documents.pdf_text import pages_of

EXAMPLES = Path(__file__).parents[3] / "examples"
JANUARY = date(2026, 1, 5)
EVIDENCE = load_evidence()
HOSTILE = "شكرا 👩🏽‍⚕️ \u202e [a](b) <b> & \u200b" * 40


def example(name: str, as_of: date = JANUARY) -> Dossier:
    return read_dossier(EXAMPLES / f"{name}.yaml", as_of, EVIDENCE).dossier


def paper(what: str, dossier: Dossier, as_of: date = JANUARY) -> str:
    return write_markdown(PAPERS[what](dossier, as_of, EVIDENCE))


def lines(dossier: Dossier, name: str) -> list[str]:
    return next([line.text for line in one.shown] for one in profile(dossier, JANUARY, EVIDENCE) if one.name == name)


def test_the_profile_has_its_eight_lines_in_order() -> None:
    assert [one.name for one in profile(example("after"), JANUARY, EVIDENCE)] == [
        "graduation",
        "job",
        "us_clinical_experience",
        "volunteering",
        "exams",
        "letters",
        "time_not_told",
        "story",
    ]


def test_the_profile_of_the_article_says_dates_durations_and_hours() -> None:
    after = example("after")
    assert lines(after, "graduation") == ["2018, 8 years ago · Poland"]
    assert lines(after, "us_clinical_experience") == [
        "Cardiology observership, Lakeshore University Hospital",
        "3 March 2025 to 30 March 2025 · 40 hours a week, 160 hours in all · observing",
        "Internal medicine observership, Prairie Community Medical Center",
        "9 September 2024 to 6 October 2024 · 40 hours a week, 160 hours in all · observing",
    ]
    assert lines(after, "volunteering")[1] == "2024 to present · 4 hours a week · beside the clinic"
    assert lines(after, "exams") == [
        "Step 1 passed",
        "Step 2 CK passed, 234",
        "Step 3 passed, 2024",
        "ECFMG certificate issued",
    ]


def test_the_profile_before_says_what_is_not_there() -> None:
    before = example("before")
    assert [lines(before, name) for name in ("us_clinical_experience", "volunteering", "letters", "story")] == [
        ["None is in this file."],
        ["None is in this file."],
        ["None is in this file."],
        ["Not written yet."],
    ]


@pytest.mark.parametrize(
    ("timeline", "time_not_told", "between"),
    [
        ({}, "Not known: this file does not tell everything since school yet.", False),
        ({"complete": "yes"}, "1 Jan 2019 to 5 Jan 2026 (84 months): nothing dated", True),
    ],
)
def test_time_nobody_told_of_is_no_stretch_without_activity(
    timeline: dict[str, str], time_not_told: str, between: bool
) -> None:
    content = {
        "schema_version": 1,
        "identity": {"name": "A B"},
        "medical_school": {"country": "Peru", "graduated": 2018},
        "timeline": timeline,
    }
    dossier = parse_content(content, "a", JANUARY).dossier
    assert lines(dossier, "time_not_told") == [time_not_told]
    assert ("Time between" in paper("cv", dossier)) is between


def test_the_cv_calls_an_observership_what_it_was() -> None:
    analyst = example("h1b-quality-analyst", date(2026, 11, 22))
    assert "Internal Medicine · observing · 40 hours a week" in paper("cv", analyst, date(2026, 11, 22))


def test_the_cv_tells_the_latest_first_and_hides_no_stretch_of_time() -> None:
    text = paper("cv", example("after"))
    assert text.index("Cardiology observership") < text.index("Internal medicine observership")
    assert "**1 Jan 2019 to 31 Dec 2020:** 24 months without a dated activity" in text


@pytest.mark.parametrize("what", ["profile", "cv", "statement"])
def test_what_is_handed_on_carries_nothing_of_ours(what: str) -> None:
    assert "not advice" not in paper(what, example("after"))


def test_a_failed_attempt_stands_on_the_cv_and_on_the_interview_sheet() -> None:
    analyst = example("h1b-quality-analyst", date(2026, 11, 22))
    for what in ("cv", "interview", "profile", "worksheet"):
        assert "Step 2 CK failed" in paper(what, analyst, date(2026, 11, 22))


def test_the_statement_holds_the_words_as_they_were_written_and_no_heading_of_ours() -> None:
    words = "In May 2026 I began.\n\nSecond paragraph: “so”, he said."
    content = {
        "schema_version": 1,
        "identity": {"name": "A B"},
        "medical_school": {"country": "Peru", "graduated": 2018},
        "drafts": [{"place": "personal statement", "text": words}],
    }
    dossier = parse_content(content, "a", JANUARY).dossier
    assert paper("statement", dossier) == f"# Personal statement\n\nA B\n\n{words}\n"


def test_the_worksheet_counts_what_each_field_holds() -> None:
    content = {
        "schema_version": 1,
        "identity": {"name": "A B"},
        "medical_school": {"country": "Peru", "graduated": 2018},
        "experiences": [{"title": "Analyst", "kind": "job", "from": "2021", "to": "present", "contact": "none"}],
        "drafts": [{"place": "experience entry", "about": "Analyst", "text": "x" * 751}],
    }
    text = paper("worksheet", parse_content(content, "a", JANUARY).dossier)
    assert "751 of 750 characters, 1 too many" in text


@pytest.mark.parametrize("what", PAPERS)
def test_hostile_words_and_long_ones_are_set_in_every_format(what: str) -> None:
    content = {
        "schema_version": 1,
        "identity": {"name": "Łukasz 👩🏽‍⚕️ שלום"},
        "medical_school": {"name": HOSTILE[:150], "country": "Peru", "graduated": 2018},
        "experiences": [
            {
                "title": f"{number} {HOSTILE[:100]}",
                "kind": "volunteering",
                "from": "2021",
                "to": "present",
                "contact": "observer",
                "duties": HOSTILE,
            }
            for number in range(30)
        ],
        "drafts": [
            {"place": place, "text": HOSTILE}
            for place in ("personal statement", "interview answer: why now", "impactful experience")
        ],
    }
    dossier = parse_content(content, "a", JANUARY).dossier
    made = ApplicationFile(what, dossier, JANUARY, EVIDENCE)
    files = {ending: made.written_as(ending) for ending in (".pdf", ".docx", ".md")}
    assert all(files.values())
    assert what != "profile" or len(pages_of(files[".pdf"])) == 1


def test_a_part_of_an_answer_that_is_not_written_is_said_so_and_takes_no_time() -> None:
    content = {
        "schema_version": 1,
        "identity": {"name": "A B"},
        "medical_school": {"country": "Peru", "graduated": 2018},
        "drafts": [{"place": "interview answer: why now", "text": "…\n\nI began in May."}],
    }
    sheet = paper("interview", parse_content(content, "a", JANUARY).dossier)
    assert ("This part is not written yet." in sheet, "…" in sheet, "1 sentence, about" in sheet) == (True, False, True)


def test_an_empty_story_is_not_filled_in() -> None:
    assert "Not written yet" in paper(
        "profile", example("after").model_copy(update={"story": type(example("after").story)()})
    )
