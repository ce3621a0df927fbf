"""Every mistake in a dossier is told at once, each with its place, what is wrong and how to put it right."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from bedside.applicant.dossier import Dossier
from bedside.applicant.file import migrations
from bedside.applicant.file.migrations import UnreadableVersion, to_this_version
from bedside.applicant.file.parsing import parse_content, parse_dossier
from bedside.applicant.mistakes import DossierMistakes, Mistake

AS_OF = date(2026, 11, 22)
TOP = "schema_version: 1\nidentity: {name: A}\nmedical_school: {country: NO, graduated: 2018}\n"


def mistakes_in(text: str, name: str = "me.yaml") -> list[Mistake]:
    with pytest.raises(DossierMistakes) as refused:
        parse_dossier(text, name, AS_OF)
    return list(refused.value.mistakes)


def the_mistake(line: str) -> tuple[str, str, str]:
    (mistake,) = mistakes_in(TOP + line)
    return mistake.field, mistake.what, mistake.how_to_fix


def test_no_stays_text_and_yes_is_an_answer() -> None:
    dossier = parse_dossier(TOP + "cycles: [{match_year: 2024, targeted: yes}]", "me.yaml", AS_OF).dossier
    assert (dossier.medical_school.country, dossier.cycles[0].targeted) == ("NO", "yes")


@pytest.mark.parametrize("written", ["yes", "Yes", "true", '"yes"', "YES"])
def test_an_answer_may_be_written_in_several_ways(written: str) -> None:
    dossier = parse_dossier(TOP + f"cycles: [{{match_year: 2024, targeted: {written}}}]", "me.yaml", AS_OF).dossier
    assert dossier.cycles[0].targeted == "yes"


def test_capitals_spaces_and_hyphens_of_a_word_are_forgiven() -> None:
    text = TOP + "experiences: [{title: A, kind: JOB, from: 2020, to: Present, contact: Hands on}]"
    (experience,) = parse_dossier(text, "me.yaml", AS_OF).dossier.experiences
    assert (experience.kind, experience.end, experience.contact) == ("job", "present", "hands-on")


def test_what_is_left_empty_is_left_for_later() -> None:
    left_empty = TOP + "exams:\nstatus:\ntarget:\n  specialties:\nconstraints: ~\nreadings:\n"
    assert parse_dossier(left_empty, "me.yaml", AS_OF).dossier == parse_dossier(TOP, "me.yaml", AS_OF).dossier


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = """\
schema_version: 1
identiy: {name: A}
medical_school:
  country: Poland
  graduated: 2018-13
exams:
  - exam: Step 2
    result: passd
    date: 2031-05-01
  - result: failed
    exam: Step 1
    score: about 200
    score: 200
experiences:
  - title: Coordinator
    from: 2022-05
    to: 2021-01
    kind: job
    contact: none
  - title: Observer
    kind: rotation
    from: 2020
    hours_per_week: 400
"""
    assert [str(mistake) for mistake in mistakes_in(text)] == [
        "me.yaml:1:1: `identity` `identity` is missing. "
        "Add `identity`: how you are named on documents. It takes keys of its own, such as `name: …`.",
        "me.yaml:2:1: `identiy` Bedside knows no key `identiy` at the top of a dossier. Did you mean `identity`?",
        "me.yaml:5:3: `medical_school.graduated` 2018-13 is not in the calendar. "
        "Write a day (2026-05-31), a month (2026-05) or a year (2026).",
        "me.yaml:7:5: `exams[0].exam` Step 2 is not one of the words this takes. Did you mean Step 2 CK or Step 2 CS? "
        "Write one of: Step 1, Step 2 CK, Step 2 CS, Step 3, OET Medicine.",
        "me.yaml:8:5: `exams[0].result` passd is not one of the words this takes. Did you mean passed? "
        "Write one of: passed, failed, incomplete, waiting, unknown.",
        "me.yaml:12:5: `exams[1].score` about 200 is not a number Bedside can use here. "
        "Write a whole number from 1 to 500, without signs or words; leave the line out if you do not know.",
        "me.yaml:13:5: `exams[1].score` The key `score` is already on line 12. Keep one of the two `exams[1].score`.",
        "me.yaml:17:5: `experiences[0].to` This ends before it starts: 2022-05 comes after 2021-01. "
        "Check `from` and `to` of `experiences[0]`.",
        "me.yaml:20:5: `experiences[1].to` `to` is missing. Add `to`: last day, month or year, or present. "
        "It takes a day (2026-05-31), a month (2026-05) or a year (2026) or present.",
        "me.yaml:20:5: `experiences[1].contact` `contact` is missing. Add `contact`: contact with patients: hands-on, "
        "clinical-adjacent (scribe, medical assistant), observer or none. "
        "It takes one of: hands-on, clinical-adjacent, observer, none.",
        "me.yaml:23:5: `experiences[1].hours_per_week` 400 is outside what this can be. Write a number from 0 to 168.",
    ]


def test_json_has_lines_and_columns_too() -> None:
    text = '{\n  "schema_version": 1,\n  "identity": {"name": "A", "nam": "B"},\n  "medical_school": {"country": 7}\n}'
    assert [(mistake.line, mistake.column, mistake.field) for mistake in mistakes_in(text, "me.json")] == [
        (3, 29, "identity.nam"),
        (4, 3, "medical_school.graduated"),
        (4, 22, "medical_school.country"),
    ]


@pytest.mark.parametrize(
    ("line", "field", "what", "how_to_fix"),
    [
        (
            "strenghts: [a]",
            "strenghts",
            "Bedside knows no key `strenghts` at the top of a dossier.",
            "Did you mean `strengths`?",
        ),
        (
            "cycles: [{match year: 2024, match_year: 2024}]",
            "cycles[0].match year",
            "Bedside knows no key `match year` under `cycles[0]`.",
            "Did you mean `match_year`?",
        ),
        (
            "status: {kind: H-1B, zzz: 1}",
            "status.zzz",
            "Bedside knows no key `zzz` under `status`.",
            "The keys under `status` are: kind, valid_until, ead_expires, h1b_years_used, h1b_years_counted_on, "
            "unemployment_days_used, needs_visa_for_residency, would_take_j1, would_take_h1b, green_card_step_taken.",
        ),
        ("? ''\n: a", "", "Bedside knows no key `` at the top of a dossier.", None),
        ("status: {kind: H1}", "status.kind", "H1 is not one of the words this takes.", None),
        ("status: {kind: }", "status.kind", "This is empty.", None),
        (
            "status: H-1B",
            "status",
            "H-1B stands where keys are needed.",
            "Write keys with their values, such as `kind: …`.",
        ),
        ("exams: Step 1", "exams", "Step 1 stands where a list is needed.", None),
        ("exams: {exam: Step 1, result: passed}", "exams", "A set of keys stands where a list is needed.", None),
        (
            "exams: [passed]",
            "exams[0]",
            "passed stands where keys are needed.",
            "Write keys with their values, such as `exam: …`.",
        ),
        ("strengths: [[a]]", "strengths[0]", "A list stands where text is needed.", None),
        ("strengths: [2026]", "strengths[0]", "2026 is not text here.", 'Put it in quotes: "2026".'),
        ("strengths: [true]", "strengths[0]", "true is not text here.", 'Put it in quotes: "true".'),
        ("strengths: ['']", "strengths[0]", "The text is empty.", "Write it, or leave the line out."),
        (
            'strengths: ["a\\0b"]',
            "strengths[0]",
            r"The text holds a control character (\x00).",
            "Type the text again without it.",
        ),
        (
            "certificate: {state: issued, expires: soon}",
            "certificate.expires",
            "soon is not a date.",
            "Write a day (2026-05-31), a month (2026-05) or a year (2026), or never.",
        ),
        (
            "decision: {kind: done trying, signed: 2026-05}",
            "decision.signed",
            "2026-05 leaves the day open.",
            "Write the whole day, such as 2026-05-31.",
        ),
        (
            "decision: {kind: done trying, signed: 2026-02-30}",
            "decision.signed",
            "2026-02-30 is not in the calendar.",
            None,
        ),
        (
            "decision: {kind: done trying, signed: 86400}",
            "decision.signed",
            "86400 lies outside the years 1900 to 2100.",
            None,
        ),
        ("decision: {kind: done trying, signed: 1.5}", "decision.signed", "1.5 is not a date.", None),
        (
            "constraints: {weekly_hours: true}",
            "constraints.weekly_hours",
            "true is not a number.",
            "Write a number, such as 40.",
        ),
        (
            "constraints: {weekly_hours: .nan}",
            "constraints.weekly_hours",
            "nan is not a number Bedside can use here.",
            None,
        ),
        (
            "constraints: {weekly_hours: .inf}",
            "constraints.weekly_hours",
            "inf is not a number Bedside can use here.",
            None,
        ),
        (
            "constraints: {weekly_hours: 1e999}",
            "constraints.weekly_hours",
            "inf is not a number Bedside can use here.",
            None,
        ),
        ("constraints: {weekly_hours: " + "9" * 5000 + "}", "constraints.weekly_hours", None, None),
        (
            "constraints: {money: {available: '6,000'}}",
            "constraints.money.available",
            "6,000 is not a number Bedside can use here.",
            None,
        ),
        (
            "constraints: {paid_leave: {days_per_year: 9, renews: 02-30}}",
            "constraints.paid_leave.renews",
            "02-30 is not a month and day.",
            "Write both with two digits, such as 07-01 for 1 July.",
        ),
        (
            "cycles: [{match_year: 2024.5}]",
            "cycles[0].match_year",
            "2024.5 is not a number Bedside can use here.",
            None,
        ),
        ("readings: {a b: 1}", "readings.a b", None, None),
        (
            "strengths: [" + "x" * 4001 + "]",
            "strengths[0]",
            "The text has 4,001 characters, which is too long here.",
            "Write text of up to 4,000 characters.",
        ),
    ],
)
def test_a_mistake_says_what_is_wrong_and_how_to_put_it_right(
    line: str, field: str, what: str | None, how_to_fix: str | None
) -> None:
    told = the_mistake(line)
    assert told == (field, what or told[1], how_to_fix or told[2])


@pytest.mark.parametrize(
    ("first_line", "what"),
    [
        ("", "`schema_version` is missing, so Bedside cannot tell how to read the file."),
        ("schema_version: one", "This is not a version of the format."),
        ("schema_version: true", "This is not a version of the format."),
        ("schema_version: 0", "This is not a version of the format."),
        ("schema_version: 7", "The file is written in version 7 of the format; this Bedside reads up to 1."),
    ],
)
def test_a_version_bedside_cannot_read_is_the_only_mistake_told(first_line: str, what: str) -> None:
    (mistake,) = mistakes_in(f"{first_line}\nanything: goes\n")
    assert (mistake.field, mistake.what) == ("schema_version", what)


def test_an_older_dossier_is_brought_forward_one_step_at_a_time() -> None:
    steps = {
        1: lambda content: {"school": content["medical_school"], "schema_version": content["schema_version"]},
        2: lambda content: {**content, "name": f"{content['school']} College"},
    }
    written: dict[str, Any] = {"schema_version": 1, "medical_school": "Dow"}
    assert to_this_version(written, steps, this_version=3) == {
        "schema_version": 3,
        "school": "Dow",
        "name": "Dow College",
    }
    assert written == {"schema_version": 1, "medical_school": "Dow"}
    with pytest.raises(UnreadableVersion, match="version 4"):
        to_this_version({"schema_version": 4}, steps, this_version=3)


def test_every_version_before_this_one_has_its_step() -> None:
    assert sorted(migrations.MIGRATIONS) == list(range(1, migrations.SCHEMA_VERSION))


def test_sixty_experiences_with_accented_names_are_read() -> None:
    one = {"title": "Koordynator Łukasz", "kind": "job", "contact": "none", "organization": "Bệnh viện Chợ Rẫy"}
    years = [{**one, "from": f"{1960 + number}-01-01", "to": f"{1960 + number}-12-31"} for number in range(60)]
    text = json.dumps(
        {
            "schema_version": 1,
            "identity": {"name": "Nguyễn"},
            "medical_school": {"country": "VN", "graduated": 1959},
            "experiences": years,
        }
    )
    for name in ("me.yaml", "me.json"):
        read = parse_dossier(text, name, AS_OF)
        assert (len(read.dossier.experiences), read.warnings) == (60, ())
        assert read.dossier.experiences[59].organization == "Bệnh viện Chợ Rẫy"


def test_plain_content_is_checked_like_a_file() -> None:
    with pytest.raises(DossierMistakes) as refused:
        parse_content({"schema_version": 1}, "your answers", AS_OF)
    assert [mistake.field for mistake in refused.value.mistakes] == ["identity", "medical_school"]


def test_the_places_of_a_good_dossier_are_known() -> None:
    read = parse_dossier(TOP, "me.yaml", AS_OF)
    assert isinstance(read.dossier, Dossier)
    assert read.places.of(("medical_school", "graduated")) == (3, 31)
