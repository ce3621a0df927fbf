"""From six answers: which season, what can still move, and which day comes next."""

from __future__ import annotations

from datetime import date

from bedside.applicant.file.parsing import parse_content
from bedside.applicant.left_open import not_known
from bedside.applicant.six_answers import SixAnswers, content_of
from bedside.evidence.library import load_evidence
from bedside.plan.days.coming_days import Known
from bedside.plan.first_look import FirstLook, first_look, look_without_a_school
from tests.applicant.dossiers import AS_OF

SCHOOL = {"graduated": "2018", "country": "India"}
PASSED = {"step_1": "passed first time", "step_2_ck": "passed first time"}


def seen(as_of: date = AS_OF, **answers: str) -> FirstLook:
    six = SixAnswers(**SCHOOL | answers)
    dossier = parse_content(content_of(six, "My plan", as_of), "answers", as_of).dossier
    return first_look(dossier, not_known(six), as_of, load_evidence())


def test_in_november_the_next_season_is_the_one_to_reach() -> None:
    look = seen()
    assert look.season.in_short == "The next one: the 2028 Match"
    assert look.season.says == (
        "Programs open files for it on 22 September 2027 (predicted). Applications may be submitted from "
        "1 September 2027 (predicted) on. For the 2027 Match programs opened files on 23 September 2026: what you do "
        "from now on comes too late for it."
    )


def test_a_season_whose_applications_open_too_soon_is_not_the_one_to_reach() -> None:
    season = seen(date(2027, 3, 20)).season
    assert season.in_short == "The next one: the 2029 Match"
    assert season.says.endswith(
        "For the 2028 Match programs open files on 22 September 2027, and its applications open too soon to prepare "
        "for them."
    )


def test_without_a_school_the_calendar_is_told_and_nothing_else() -> None:
    look = look_without_a_school(AS_OF, load_evidence())
    assert look.season.in_short == "The next one: the 2028 Match"
    assert (look.movable, look.fixed, look.gates, look.gains) == ((), (), (), ())
    assert look.days[0].title == "season opens"


def test_what_was_not_answered_has_no_level() -> None:
    look = seen()
    assert [factor.name for factor in (*look.movable, *look.fixed)] == ["graduation"]
    assert look.gates == ()


def test_what_could_move_and_is_not_answered_is_named_as_unknown() -> None:
    names = {factor.name for factor in seen().unknown}
    assert names == {"us-clinical-experience", "gaps"}
    assert "us-clinical-experience" not in {factor.name for factor in seen(experience="none").unknown}


def test_tasks_that_end_after_their_last_day_are_counted() -> None:
    look = seen(date(2027, 2, 1), step_1="failed once", step_2_ck="not taken", certificate="not started")
    assert look.late > 0
    assert look.next_match == 2029
    assert seen().late == 0


def test_none_is_an_answer() -> None:
    assert [factor.name for factor in seen(experience="none").movable] == ["us-clinical-experience"]


def test_the_certificate_is_one_gate_and_not_four() -> None:
    look = seen(**PASSED, certificate="not started")
    assert [gate.name for gate in look.gates] == ["certificate.rank-list-deadline"]
    assert look.what_moves[0] == "Certification"


def test_the_next_deadline_is_the_nearest_day_by_which_something_is_to_be_done() -> None:
    look = seen(**PASSED, certificate="issued")
    deadlines = [day for day in look.days if day.is_deadline]
    assert look.deadline == min(deadlines, key=lambda one: one.day)
    assert look.deadline is not None
    assert look.deadline.day >= AS_OF


def test_a_day_says_whether_it_is_published_predicted_or_planned() -> None:
    assert {day.known for day in seen().days} == {Known.PREDICTED, Known.PLANNED}


def test_no_day_of_the_first_look_is_past() -> None:
    for answers in ({}, PASSED, {"step_1": "failed once", "certificate": "applied"}):
        assert [day for day in seen(**answers).days if day.day < AS_OF] == []
