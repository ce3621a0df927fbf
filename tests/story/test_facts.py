"""Facts as a text tells them: each is read for what it is about, and the two lengths of time are never confused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bedside.applicant.dossier import Dossier
from bedside.story.told.facts import RETURN
from bedside.story.told.facts_told import told_in
from bedside.story.told.known import in_file
from tests.applicant.dossiers import AS_OF
from tests.story.test_pairs import APPLICANT

PLAN, CLINIC = "Meridian Valley Health Plan", "Eastside Free Clinic"


def with_experiences(*entries: dict[str, Any]) -> Dossier:
    plain = APPLICANT.model_dump(by_alias=True, mode="json", exclude_none=True)
    return Dossier.model_validate({**plain, "experiences": list(entries)})


TWO_JOBS = with_experiences(
    {
        "title": "Scribe",
        "organization": "Alder Clinic",
        "kind": "job",
        "from": "2019-01",
        "to": "2020-12",
        "contact": "clinical-adjacent",
    },
    {
        "title": "Analyst",
        "organization": "Birch Insurance",
        "kind": "job",
        "from": "2021-01",
        "to": "present",
        "contact": "none",
    },
)


def told(text: str, dossier: Dossier = APPLICANT) -> list[tuple[str, str]]:
    return [(one.fact, one.value) for one in told_in(text, dossier)]


def wrong(text: str, dossier: Dossier = APPLICANT, as_of: date = AS_OF) -> list[tuple[str, str]]:
    known = in_file(dossier, as_of)
    found = ((one, known.get(one.fact)) for one in told_in(text, dossier))
    return [(one.fact, one.value) for one, file in found if file is not None and not file.agrees_with(one)]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("I graduated in 2018.", [("graduation", "2018")]),
        ("I graduated from medical school in July 2018.", [("graduation", "July 2018")]),
        ("Since graduating in 2018 I have read charts.", [("graduation", "2018")]),
        ("I am of the class of 2018.", [("graduation", "2018")]),
        ("After I graduated I worked until 2021.", []),
        ("I graduated from a master's program in 2023.", []),
        ("I scored 234 on Step 2 CK.", [("Step 2 CK score", "234")]),
        ("Step 2 CK: 234.", [("Step 2 CK score", "234")]),
        ("I prepared for Step 3 with 200 hours of questions.", []),
        ("I passed Step 1 and then Step 2 CK with a 234.", [("Step 2 CK score", "234")]),
        ("I needed two attempts at Step 2 CK.", [("Step 2 CK attempts", "two attempts")]),
        ("I failed Step 2 CK. I passed it on the second attempt.",
         [("Step 2 CK failed attempts", "failed Step 2 CK"), ("Step 2 CK attempts", "second attempt")]),
        ("I failed Step 2 CK twice.", [("Step 2 CK failed attempts", "failed Step 2 CK twice")]),
        ("After two failed attempts at Step 1 I changed my plan.", [("Step 1 failed attempts", "two failed attempts")]),
        ("I did not pass Step 2 CK on my first attempt.", [("Step 2 CK failed attempts", "first attempt")]),
        ("I made two attempts to reach the patient.", []),
        ("I passed Step 3 in April 2025.", [("Step 3 passed in", "April 2025")]),
        ("I failed Step 2 CK in 2019 and passed Step 3 in 2025.",
         [("Step 2 CK failed attempts", "failed Step 2 CK"), ("Step 2 CK failed in", "2019"),
          ("Step 3 passed in", "2025")]),
        (f"I joined {PLAN} in June 2022.", [(f"beginning at {PLAN}", "June 2022")]),
        (f"From June 2022 until today I read charts at {PLAN}.", [(f"beginning at {PLAN}", "June 2022")]),
        ("He was four years old.", []),
        ("Four years ago I read a book.", []),
    ],
)  # fmt: skip
def test_a_fact_is_read_for_what_it_is_about(text: str, facts: list[tuple[str, str]]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (f"Over the last six months I have volunteered at {CLINIC}.", [(RETURN, "six months")]),
        ("In the past six months I have returned to patients.", [(RETURN, "six months")]),
        (f"Over the last four years at {PLAN} I have worked with forty clinics.", [(f"time at {PLAN}", "four years")]),
        (f"In my four years at {PLAN} I learned to read charts.", [(f"time at {PLAN}", "four years")]),
        ("Over the last four years I have worked far from patients.", [(f"time at {PLAN}", "four years")]),
        (f"Over the last six months I have volunteered, after four years at {PLAN}.", [(RETURN, "six months")]),
        (f"I have been at {CLINIC} for six months.", [(f"time at {CLINIC}", "six months")]),
    ],
)
def test_the_months_of_the_return_and_the_years_in_the_job_are_kept_apart(
    text: str, facts: list[tuple[str, str]]
) -> None:
    assert [one for one in told(text) if one in facts or one[0] == RETURN] == facts
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("I was at Alder Clinic for two years and then at Birch Insurance for five years.", []),
        ("Two years at Alder Clinic, five years at Birch Insurance.", []),
        ("I worked for five years at Alder Clinic.", [("time at Alder Clinic", "five years")]),
        ("I was at Alder Clinic for five years, then at Birch Insurance for two years.",
         [("time at Alder Clinic", "five years"), ("time at Birch Insurance", "two years")]),
        ("I joined Birch Insurance in January 2021.", []),
        ("I joined Birch Insurance in 2019.", [("beginning at Birch Insurance", "2019")]),
        ("I left Alder Clinic in 2022.", [("end at Alder Clinic", "2022")]),
        ("I left Alder Clinic in December 2020.", []),
    ],
)  # fmt: skip
def test_with_several_jobs_each_length_belongs_to_its_own(text: str, facts: list[tuple[str, str]]) -> None:
    assert wrong(text, TWO_JOBS) == facts


@pytest.mark.parametrize(
    ("words", "is_right"),
    [
        ("four years", True),
        ("4 years", True),
        ("four and a half years", True),
        ("nearly five years", True),
        ("more than four years", True),
        ("about four years", True),
        ("fifty-three months", True),
        ("forty months", False),
        ("three years", False),
        ("two and a half years", False),
        ("more than five years", False),
        ("a year and a half", False),
        ("a couple of years", False),
    ],
)
def test_a_length_in_round_words_is_taken_as_it_is_meant(words: str, is_right: bool) -> None:
    """The job of the file began in June 2022, so on 22 November 2026 it has lasted four years and five months."""
    assert (wrong(f"I have worked at {PLAN} for {words}.") == []) is is_right


def test_a_fact_of_the_file_that_failed_twice_is_held_against_the_number_of_attempts() -> None:
    assert wrong("I passed Step 2 CK on my third attempt.") == [("Step 2 CK attempts", "third attempt")]
    assert wrong("I passed Step 2 CK on my second attempt.") == []


def test_every_place_lies_where_the_words_stand() -> None:
    text = f"I graduated in 2018. 🙂 I failed Step 2 CK once; then I was at {PLAN} for four years."
    assert [text[one.start : one.end] for one in told_in(text, APPLICANT)] == [
        one.value for one in told_in(text, APPLICANT)
    ]
