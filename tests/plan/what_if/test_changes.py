"""Each change: what it rests on, what it gains, and what it must never claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bedside.applicant.parts.examinations import Exam, ExamName
from bedside.applicant.parts.shape import Answer as Told
from bedside.odds.odds import odds
from bedside.odds.results import Estimate
from bedside.plan.chances.your_odds import applicant_of
from bedside.plan.what_if.results import Basis
from tests.plan.what_if.worlds import AS_OF, EVIDENCE, answer, asked, example, some

SCRIBE = example("citizen-scribe")
ANALYST = example("h1b-quality-analyst")
MANY = some(60)


def close(one: float, other: float) -> bool:
    return one == pytest.approx(other, abs=1e-9)


def test_the_chance_before_is_the_one_the_odds_tell_for_the_best_list() -> None:
    found = asked(SCRIBE, some(8), ["wait"], count=8)
    applicant = applicant_of(SCRIBE, AS_OF, EVIDENCE)
    told = odds(applicant, some(8), found.applied, EVIDENCE)
    assert found.programs == 8
    assert found.before == told.match
    assert found.leans_on == told.leans_on


@pytest.mark.parametrize("key", ["letter", "story", "step-3"])
def test_what_nobody_has_measured_gains_no_point_and_has_no_place_in_any_order(key: str) -> None:
    found = asked(SCRIBE, MANY, [key])
    one = answer(found, key)
    assert (one.basis, one.gain) == (Basis.UNMEASURED, None)
    assert found.not_measured == (one,)
    assert (found.ranked, found.by_month, found.by_dollar) == ((), (), ())
    assert "if it raised invitations by 0 to 30 %, your chance would go from" in one.says


def test_step_3_gains_nothing_where_programs_merely_prefer_it() -> None:
    found = asked(SCRIBE, some(40, step_3__preferred=True), ["step-3"])
    assert answer(found, "step-3").basis is Basis.UNMEASURED


def test_step_3_is_a_rule_where_programs_ask_for_it_and_a_failure_is_counted_in() -> None:
    programs = [*some(5), *some(30, start=1_410_000_000, step_3__needed=True)]
    found = asked(SCRIBE, programs, ["step-3"], count=30)
    one = answer(found, "step-3")
    passed, failed = (way.chance for way in one.possibilities)
    assert (one.basis, one.opened) == (Basis.RULE, 30)
    assert one.gain is not None
    assert one.after is not None
    assert passed is not None
    assert failed is not None
    rate = EVIDENCE.number("usmle.pass-rate.step3.2025.first") / 100
    assert close(one.after.middle, rate * passed.middle + (1 - rate) * failed.middle)
    assert one.gain.middle > 0


def test_a_retake_of_step_3_takes_the_share_of_those_who_take_it_again() -> None:
    failed = Exam.model_validate({"exam": "Step 3", "date": "2026-02-02", "result": "failed"})
    dossier = SCRIBE.model_copy(update={"exams": (*SCRIBE.exams, failed), "exams_not_taken": ()})
    found = asked(dossier, some(30, step_3__needed=True), ["step-3"])
    assert [way.title for way in answer(found, "step-3").possibilities] == [
        "Passed, as 63 in 100 do",
        "Failed, as 37 in 100 do",
    ]


def test_step_3_that_is_passed_does_not_arise() -> None:
    passed = Exam.model_validate({"exam": "Step 3", "date": "2026-02-02", "result": "passed", "score": 215})
    dossier = SCRIBE.model_copy(update={"exams": (*SCRIBE.exams, passed), "exams_not_taken": ()})
    found = asked(dossier, MANY, ["step-3"])
    assert (found.answers, found.left_out) == ((), ("Step 3 is passed already.",))


def test_step_3_is_a_rule_for_a_program_that_can_take_you_on_an_h1b_only() -> None:
    only_h1b = some(20, start=1_410_000_000, visa__h1b=True, visa__j1=False)
    status = ANALYST.status.model_copy(
        update={"needs_visa_for_residency": Told.YES, "would_take_h1b": Told.YES, "would_take_j1": Told.YES}
    )
    dossier = ANALYST.model_copy(update={"status": status})
    one = answer(asked(dossier, [*some(20, visa__j1=True), *only_h1b], ["step-3"], count=40), "step-3")
    assert (one.basis, one.opens) == (Basis.RULE, tuple(program.key for program in only_h1b))
    assert one.gain is not None
    assert one.gain.middle > 0
    assert "status.h1b.needs-step3" in {why.figure.name for why in one.because if why.figure}


def test_no_month_of_clinical_work_gains_where_programs_merely_prefer_it() -> None:
    plain = answer(asked(SCRIBE, some(30), ["us-clinical"]), "us-clinical")
    preferring = asked(SCRIBE, some(30, us_clinical__preferred_months=3), ["us-clinical"])
    one = answer(preferring, "us-clinical")
    assert plain.gain is not None
    assert one.gain is not None
    assert one.gain.middle < plain.gain.middle
    assert one.opened == 0


def test_two_months_of_clinical_work_gain_by_association_and_never_less_than_nothing() -> None:
    one = answer(asked(SCRIBE, MANY, ["us-clinical"]), "us-clinical")
    assert (one.basis, one.is_move, one.dollars, one.months) == (Basis.ASSOCIATION, True, 1500.0, 8.0)
    assert one.gain is not None
    assert one.gain.low >= 0
    assert one.gain.middle > 0.005


def test_two_months_open_a_program_that_asks_for_them() -> None:
    dossier = example("before")
    told = dossier.model_copy(update={"timeline_is_complete": True})
    found = asked(
        told, some(20, us_clinical__months=1, us_clinical__hands_on_only=False), ["us-clinical"], date(2026, 1, 5)
    )
    one = answer(found, "us-clinical")
    assert one.opened == 20
    assert one.notes[0] == "20 programs that ask for months would be open to you: that part is a rule."


def test_months_that_no_longer_fit_before_files_are_opened_are_told_and_not_ranked() -> None:
    found = asked(SCRIBE, MANY, ["us-clinical"], date(2027, 7, 1))
    one = answer(found, "us-clinical")
    assert (one.in_time, found.ranked) == (False, ())


def test_needing_no_visa_is_information_and_never_a_move() -> None:
    found = asked(ANALYST, MANY, ["no-visa"])
    one = answer(found, "no-visa")
    assert (one.is_move, found.ranked, found.next_move) == (False, (), None)
    assert one.gain is not None
    assert one.gain.middle > 0
    assert [note for note in one.notes if note.endswith("is a question for an immigration lawyer.")] != []


def test_who_needs_no_visa_may_choose_from_programs_that_sponsor_none() -> None:
    open_now = some(30, visa__j1=True, visa__h1b=True)
    closed = some(20, start=1_410_000_000, visa__j1=False, visa__h1b=False, interview_rate__img=0.3)
    alone, opening = (answer(asked(ANALYST, them, ["no-visa"]), "no-visa") for them in (open_now, open_now + closed))
    assert (alone.opened, opening.opened) == (0, 20)
    assert alone.gain is not None
    assert opening.gain is not None
    assert opening.gain.middle > alone.gain.middle + 0.05


def test_who_needs_no_visa_is_told_so() -> None:
    assert asked(SCRIBE, MANY, ["no-visa"]).left_out == ("You need no visa to train, so that changes nothing.",)


def test_waiting_costs_by_rule_what_limits_close_and_is_no_move() -> None:
    years = 2027 - SCRIBE.medical_school.graduated.year
    closing = some(25, start=1_410_000_000, graduation__limit=years)
    found = asked(SCRIBE, [*some(25), *closing], ["wait"], count=40)
    one = answer(found, "wait")
    assert (one.is_move, one.basis, one.months) == (False, Basis.SEASON, 12.0)
    assert one.says.startswith("By rule, 25 programs would turn you away by then.")
    assert one.gain is not None
    assert one.gain.middle < 0


def test_waiting_is_told_in_its_two_parts() -> None:
    by_association = answer(asked(SCRIBE, some(40), ["wait"]), "wait")
    assert by_association.gain is not None
    points = round(-100 * by_association.gain.middle, 1)
    assert by_association.notes[0] == (
        f"At the middle, limits make 0 points of it, and what goes with a year more −{points:g} points."
    )


def test_whose_status_has_no_end_is_not_sent_to_a_lawyer_for_a_season_of_waiting() -> None:
    says = "What your status allows until then is a question for an immigration lawyer."
    assert [says in answer(asked(one, MANY, ["wait"]), "wait").notes for one in (SCRIBE, ANALYST)] == [False, True]


def test_a_change_that_costs_more_than_there_is_says_so() -> None:
    money = ANALYST.constraints.money.model_copy(update={"available": 2_100.0, "floor": 2_000.0})
    poor = ANALYST.model_copy(update={"constraints": ANALYST.constraints.model_copy(update={"money": money})})
    one = answer(asked(poor, MANY, ["us-clinical"]), "us-clinical")
    assert one.notes[-1] == "It costs more than the $100 your file has above its floor today."


def test_beyond_what_studies_reach_waiting_goes_with_nothing_more() -> None:
    found = asked(ANALYST, MANY, ["wait"])
    one = answer(found, "wait")
    assert one.gain == Estimate(0.0, 0.0, 0.0)
    assert one.says == (
        "By rule nothing closes by then. By association nothing is counted: no study reaches beyond 10 years; "
        "you would be at 11."
    )


def test_more_programs_never_lower_the_chance_and_cost_their_fees() -> None:
    one = answer(asked(SCRIBE, MANY, ["more-programs"], count=20), "more-programs")
    assert (one.title, one.programs, one.dollars) == ("40 more programs", 60, 10 * 11.0 + 30 * 30.0)
    assert one.gain is not None
    assert one.gain.low > 0


def test_fewer_programs_than_asked_for_are_said() -> None:
    one = answer(asked(SCRIBE, MANY, ["more-programs=100"], count=20), "more-programs")
    assert one.title == "40 more programs"
    assert one.notes[0] == "There are 40 more to choose from, not 100."


def test_a_list_that_holds_everything_cannot_grow() -> None:
    assert asked(SCRIBE, some(5), ["more-programs"]).left_out == (
        "Every program there is to choose from is on the list already.",
    )


def test_more_months_and_more_programs_never_gain_less() -> None:
    for key, amounts in (("us-clinical", (0.5, 1, 2, 4)), ("more-programs", (1, 5, 20, 40))):
        gains = [answer(asked(SCRIBE, MANY, [f"{key}={amount:g}"]), key).gain for amount in amounts]
        middles = [gain.middle for gain in gains if gain]
        assert len(middles) == len(amounts)
        assert middles == sorted(middles)


def test_twelve_months_are_as_many_as_any_figure_knows() -> None:
    plenty, more = (answer(asked(SCRIBE, MANY, [f"us-clinical={months}"]), "us-clinical").gain for months in (12, 24))
    assert plenty == more


def test_signals_gain_what_the_best_list_without_any_lacks() -> None:
    one = answer(asked(SCRIBE, MANY, ["signals"]), "signals")
    assert one.gain is not None
    assert one.before is not None
    assert one.after is not None
    assert one.gain.low > 0
    assert close(one.gain.middle, one.after.middle - one.before.middle)


def test_what_the_best_list_counts_already_is_no_next_move() -> None:
    found = asked(SCRIBE, MANY, ["signals", "us-clinical"])
    assert answer(found, "signals").is_move is False
    assert [one.key for one in found.ranked] == ["us-clinical"]


def test_adding_a_specialty_never_lowers_the_chance_of_a_match() -> None:
    programs = [*some(30), *some(30, "pediatrics", 3_200_000_000)]
    one = answer(asked(SCRIBE, programs, ["specialty=pediatrics"]), "specialty=pediatrics")
    assert (one.basis, one.opened) == (Basis.LIST, 30)
    assert one.gain is not None
    assert one.gain.middle >= 0


def test_a_borrowed_specialty_says_so_where_it_is_added_and_where_it_is_on_the_list() -> None:
    programs = [*some(30), *some(30, "psychiatry", 4_000_000_000, interview_rate__non_us_img=0.1)]
    says = "Psychiatry: borrowed. No table of it is published, so the numbers come from specialties that have one."
    added = asked(SCRIBE, programs, ["specialty=psychiatry"])
    assert [note for note in answer(added, "specialty=psychiatry").notes if "borrowed" in note] == [says]
    assert [words for words in added.says if "borrowed" in words] == []
    aim = SCRIBE.target.model_copy(update={"specialties": ("Psychiatry",)})
    there = asked(example("citizen-scribe", target=aim), programs, ["wait"])
    assert [words for words in there.says if "borrowed" in words] == [says]


def test_a_specialty_that_is_on_the_list_or_not_in_the_directory_is_a_sentence() -> None:
    found = asked(SCRIBE, MANY, ["specialty=IM", "specialty=neurology"])
    assert found.left_out == (
        "Internal Medicine is among the specialties of your list already.",
        "The directory holds no program of Neurology that is open to you.",
    )


def test_an_exam_that_is_not_passed_counts_that_it_may_be_failed() -> None:
    failed = Exam.model_validate({"exam": "Step 2 CK", "date": "2026-02-02", "result": "failed"})
    exams = tuple(one for one in SCRIBE.exams if one.exam is not ExamName.STEP_2_CK)
    found = asked(SCRIBE.model_copy(update={"exams": (*exams, failed)}), MANY, ["step-2-ck"])
    one = answer(found, "step-2-ck")
    passed, lost, later = (way.chance for way in one.possibilities)
    assert (one.before, one.gain, found.ranked) == (None, None, ())
    assert passed is not None
    assert one.after is not None
    assert lost is None
    assert later is not None
    assert close(one.after.middle, EVIDENCE.number("usmle.pass-rate.step2ck.2025.repeat") / 100 * passed.middle)
    assert later.middle < passed.middle


def test_a_score_that_is_not_told_is_shown_by_what_each_would_do() -> None:
    exams = tuple(
        one.model_copy(update={"score": None}) if one.exam is ExamName.STEP_2_CK else one for one in SCRIBE.exams
    )
    one = answer(asked(SCRIBE.model_copy(update={"exams": exams}), MANY, ["step-2-ck"]), "step-2-ck")
    chances = [way.chance.middle for way in one.possibilities if way.chance]
    assert (one.is_move, one.gain, len(chances)) == (False, None, 5)
    assert chances == sorted(chances)


def test_a_letter_opens_programs_that_ask_for_one_more_and_that_is_a_rule() -> None:
    told = len([one for one in SCRIBE.letters if one.written or one.uploaded])
    programs = [*some(10), *some(30, start=1_410_000_000, letters__needed=told + 1)]
    one = answer(asked(SCRIBE, programs, ["letter"]), "letter")
    if told == 0 and not SCRIBE.letters:
        assert one.basis is Basis.UNMEASURED
    else:
        assert (one.basis, one.opened) == (Basis.RULE, 30)


def test_a_program_does_not_change_by_being_asked_about() -> None:
    once, again = (asked(SCRIBE, MANY, ["us-clinical", "signals"]) for _ in range(2))
    assert once.answers == again.answers
    assert replace(once, says=()) == replace(again, says=())


def test_months_that_come_too_late_say_that_files_are_open_and_count_no_months_until_then() -> None:
    one = answer(asked(example("interviews-in-hand"), some(20), ["us-clinical"]), "us-clinical")
    assert one.notes[-1] == (
        "It takes at least 5 months, and programs have opened files already: it would count for the season after."
    )


def test_a_score_asked_about_an_exam_that_is_not_passed_is_said_not_to_count() -> None:
    exams = tuple(one for one in SCRIBE.exams if one.exam is not ExamName.STEP_2_CK)
    open_yet = SCRIBE.model_copy(update={"exams": exams, "exams_not_taken": (ExamName.STEP_2_CK,)})
    with_number, without = (answer(asked(open_yet, MANY, [key]), "step-2-ck") for key in ("step-2-ck=245", "step-2-ck"))
    said = "The score of 245 you ask about is not counted: a pass with any usual score is."
    assert with_number.notes == (*without.notes, said)
