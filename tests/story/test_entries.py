"""The entries of the application: which come first, what fits, and how much of each field is used."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import load_evidence
from bedside.story.entries.about import draft_about
from bedside.story.entries.experiences import Entries, entries
from bedside.story.entries.form_fields import form_text
from tests.applicant.dossiers import AS_OF
from tests.story.people import a_job, an_entry, someone

VOLUNTEER = {
    "title": "Clinic volunteer",
    "organization": "Eastside Free Clinic",
    "kind": "volunteering",
    "from": "2026-05",
    "to": "present",
    "contact": "clinical-adjacent",
}


def a_rotation(title: str, start: str, end: str, **parts: Any) -> dict[str, Any]:
    return {"title": title, "kind": "rotation", "from": start, "to": end, "contact": "observer", **parts}


def of(dossier: Dossier) -> Entries:
    return entries(dossier, AS_OF, load_evidence())


def titles(dossier: Dossier) -> list[str]:
    return [one.title for one in of(dossier).chosen]


def test_recent_work_near_patients_comes_first_then_the_present_job_then_the_past() -> None:
    abroad = {
        "title": "House officer",
        "kind": "clinical practice",
        "country": "Nigeria",
        "from": "2018-08",
        "to": "2019-07",
        "contact": "hands-on",
    }
    tutoring = {"title": "Tutor", "kind": "teaching", "from": "2020-01", "to": "2020-06", "contact": "none"}
    running = {"title": "Running", "kind": "other", "from": "2015", "to": "present", "contact": "none"}
    timeline = (
        running,
        tutoring,
        a_job("Scribe", "2020-07", "2022-05"),
        abroad,
        a_rotation("Old observership", "2022-01", "2022-02"),
        a_job("Quality analyst"),
        VOLUNTEER,
    )
    assert titles(someone(*timeline)) == [
        "Clinic volunteer",
        "Quality analyst",
        "Old observership",
        "House officer",
        "Scribe",
        "Tutor",
        "Running",
    ]


def test_clinical_work_is_recent_when_it_ended_eighteen_months_ago_and_not_a_day_before() -> None:
    # 18 months before 22 November 2026 is 22 May 2025.
    job = a_job("Quality analyst")
    assert titles(someone(job, a_rotation("Observership", "2025-05-01", "2025-05-22"))) == [
        "Observership",
        "Quality analyst",
    ]
    assert titles(someone(job, a_rotation("Observership", "2025-05-01", "2025-05-21"))) == [
        "Quality analyst",
        "Observership",
    ]


def test_ten_fit_the_form_and_the_eleventh_is_listed_as_left_out() -> None:
    found = of(someone(*(a_job(f"Job {year}", f"{year}-01", f"{year}-12") for year in range(2010, 2021))))
    assert (len(found.chosen), [one.title for one in found.left_out]) == (10, ["Job 2010"])
    assert found.says == (
        "10 of up to 10 entries, 0 of them written. 1 more does not fit: join what belongs together, "
        "and no year is lost."
    )


def test_an_entry_counts_what_it_takes_and_what_is_left() -> None:
    text = of(someone(VOLUNTEER, drafts=[an_entry("x" * 740, "Clinic volunteer")])).chosen[0].text
    assert text is not None
    assert (text.characters, text.most, text.left, text.over) == (740, 750, 10, 0)


def test_751_letters_are_one_too_many() -> None:
    text = of(someone(VOLUNTEER, drafts=[an_entry("x" * 751, "Clinic volunteer")])).chosen[0].text
    assert text is not None
    assert (text.left, text.over) == (0, 1)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Two words", 9),
        ("a line\nand another", 19),
        ("a heart ❤️ and a team 👩‍⚕️", 27),
        ("José", 4),
        ("\ufeffpasted\u200b", 6),
        ("", 0),
    ],
)
def test_a_field_counts_the_most_that_any_form_counts_of_what_is_copied(text: str, counted: int) -> None:
    assert form_text(text, 750).characters == counted


def test_the_extra_text_of_a_most_meaningful_experience_has_its_own_room() -> None:
    found = of(someone(VOLUNTEER, drafts=[an_entry("y" * 310, "Clinic volunteer", "most meaningful experience")]))
    reflection = found.chosen[0].reflection
    assert reflection is not None
    assert (reflection.most, reflection.over, found.says_meaningful) == (300, 10, "1 of up to 3 are written.")


def test_a_fourth_most_meaningful_experience_is_one_too_many() -> None:
    jobs = [a_job(f"Job {year}", f"{year}-01", f"{year}-12") for year in range(2017, 2021)]
    drafts = [an_entry("It mattered.", f"Job {year}", "most meaningful experience") for year in range(2017, 2021)]
    assert of(someone(*jobs, drafts=drafts)).says_meaningful == (
        "4 entries hold the text of a most meaningful experience, and the form takes 3. Which stay?"
    )


def test_a_draft_is_found_by_title_by_place_or_by_both() -> None:
    for name in ("clinic volunteer", "Eastside Free Clinic", "Clinic volunteer, Eastside Free Clinic"):
        assert of(someone(VOLUNTEER, drafts=[an_entry("Here.", name)])).chosen[0].text is not None


def test_a_name_that_two_experiences_share_points_at_neither() -> None:
    first, second = a_job("Analyst", "2020-01", "2021-01", organization="A"), a_job("Analyst", organization="B")
    shared = someone(first, second, drafts=[an_entry("Here.", "Analyst"), an_entry("There.", "Analyst, B")])
    assert [one.text.text if one.text else None for one in of(shared).chosen] == ["There.", None]
    assert [one.about for one in of(shared).chosen] == ["Analyst, B", "Analyst, A"]


def test_the_name_for_a_new_draft_is_one_by_which_it_is_found() -> None:
    first, second = a_job("Analyst", "2020-01", "2021-01", organization="A"), a_job("Analyst", organization="B")
    for entry in of(someone(first, second)).chosen:
        written = someone(first, second, drafts=[an_entry("Here.", entry.about)])
        one = written.experiences[int(entry.entry.removeprefix("experiences[").removesuffix("]"))]
        assert draft_about(written, one, written.drafts[0].place) == (0, written.drafts[0])


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("job", "Work"),
        ("clinical practice", "Work"),
        ("rotation", "Education/training"),
        ("study", "Education/training"),
        ("volunteering", "Volunteer/service/advocacy"),
        ("research", "Research"),
        ("teaching", "Teaching/mentoring"),
        ("other", "Other extracurricular activities/clubs"),
    ],
)
def test_each_kind_has_its_type_on_the_form(kind: str, type_: str) -> None:
    assert of(someone({**VOLUNTEER, "kind": kind})).chosen[0].type == type_


def test_the_lists_of_the_form_are_as_long_as_their_source() -> None:
    found = of(someone(VOLUNTEER))
    assert (len(found.focus_areas), len(found.key_characteristics)) == (13, 10)


def test_the_single_fields_have_their_own_limits() -> None:
    drafts = [
        {"place": "impactful experience", "text": "z" * 751},
        {"place": "interruption of education or training", "text": "z" * 500},
    ]
    found = of(someone(VOLUNTEER, drafts=drafts)).single
    assert [(one.most, one.text.over if one.text else None) for one in found] == [(750, 1), (510, 0)]


def test_how_it_was_counted_is_said_with_sources() -> None:
    publishers = {one.figure.source.publisher for one in of(someone(VOLUNTEER)).counted_by if one.figure}
    assert publishers == {"MedSchoolCoach", "MDN Web Docs", "WHATWG, the HTML standard"}


def test_an_empty_timeline_says_what_becomes_an_entry() -> None:
    found = of(someone())
    assert (found.chosen, found.says) == (
        (),
        "Nothing is in your timeline yet. What you put there becomes the entries.",
    )
