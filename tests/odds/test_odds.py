"""The three chances: what moves them, what does not, and what they never are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.applicant.measuring.stretches import Span
from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.shape import Answer
from bedside.evidence.library import Evidence
from bedside.odds.applicant import Group
from bedside.odds.chances import Applicant, Grid, chances, ways_of_counting
from bedside.odds.odds import CROWD, WEAK, both_ways, match_by_draw, odds, odds_from
from bedside.odds.results import Estimate, Odds
from bedside.odds.signals import Signal, signal_limits
from bedside.programs.program import Listed, TrackKind
from bedside.programs.targeting_facts import StateShare
from tests.odds.applicants import EVIDENCE, an_applicant, exams, some_programs, unsignalled

HUNDRED = some_programs(100)
ME = an_applicant()


def told(applicant: Applicant = ME, programs: list[Listed] = HUNDRED, signal: Signal = Signal.NONE) -> Odds:
    return odds(applicant, programs, {one.key: signal for one in programs}, EVIDENCE)


def of(estimate: Estimate | None) -> float:
    assert estimate is not None
    return estimate.middle


def width(estimate: Estimate | None) -> float:
    assert estimate is not None
    return estimate.high - estimate.low


def match_of(applicant: Applicant, **values: Any) -> float:
    return of(told(applicant, some_programs(30, **values)).match)


def test_the_three_chances_belong_together() -> None:
    found = told()
    assert of(found.any_interview) * of(found.match_given_rank) == pytest.approx(of(found.match), rel=0.05)
    assert of(found.match) < of(found.match_given_rank)


def test_every_chance_has_an_interval_around_it_and_reasons() -> None:
    found = told()
    for one in (found.any_interview, found.match_given_rank, found.match):
        assert one is not None
        assert 0 < one.low <= one.middle <= one.high < 1
    assert {reason.figure.name for reason in found.because if reason.figure} >= {
        "nrmp.charting.2026.internal-medicine.matched.people",
        "effects.file.spread",
        "reading.odds.applications",
    }


def test_the_average_applicant_with_a_hundred_programs_gets_the_rates_of_the_table() -> None:
    found = chances(ME, HUNDRED, EVIDENCE, leaving_out=(*WEAK, "step-2-ck"))
    average = float(match_by_draw(found, unsignalled(HUNDRED)).mean())
    assert 0.3 <= average <= 0.5


def test_average_imgs_of_the_season_2025_match_about_as_often_as_was_counted() -> None:
    """Of those who applied, not only of those with a list: a few points below 47 in 100, which all specialties give."""
    programs = some_programs(int(EVIDENCE.number("eras.applications.2025.img")))
    limits = signal_limits("internal-medicine", 2025, EVIDENCE)
    assert limits.total is not None
    kinds = [Signal.GOLD] * (limits.gold or 0) + [Signal.SILVER] * (limits.silver or 0)
    applied = {one.key: kinds[at] if at < limits.total else Signal.NONE for at, one in enumerate(programs)}
    counted, expected, matched = 0.0, 0.0, 0.0
    for group in Group:
        told = EVIDENCE.find(f"nrmp.rates.2025.{group}").sample or ""
        people, active = (int(part.replace(",", "")) for part in re.findall(r"[\d,]+", told))
        found = chances(an_applicant(group), programs, EVIDENCE, leaving_out=(*WEAK, "step-2-ck"))
        expected += active * match_by_draw(found, applied).mean()
        counted, matched = counted + active, matched + people
    of_applicants = matched / EVIDENCE.number("eras.applicants.2025.img")
    assert of_applicants == pytest.approx(0.47, abs=0.005)
    assert expected / counted == pytest.approx(of_applicants, abs=0.06)


@pytest.mark.parametrize("specialty", ["internal-medicine", "family-medicine", "psychiatry", "thoracic-surgery"])
def test_a_higher_score_never_lowers_a_chance(specialty: str) -> None:
    found = [match_of(an_applicant(**exams(score)), specialty=specialty) for score in (215, 230, 245, 260, 275)]
    assert found == sorted(found)


def test_more_programs_never_lower_a_chance() -> None:
    found = [of(told(programs=HUNDRED[:count]).match) for count in (1, 10, 30, 100)]
    assert found == sorted(found)


def test_a_signal_never_lowers_the_chance_of_its_program() -> None:
    by_signal = chances(ME, HUNDRED, EVIDENCE).interviews
    assert np.all(np.diff(by_signal, axis=1) > 0)


def test_where_the_limits_of_a_season_are_unknown_a_signal_changes_nothing() -> None:
    programs = some_programs(3, specialty="obstetrics-and-gynecology")
    assert signal_limits("obstetrics-and-gynecology", 2027, EVIDENCE).total is None
    assert np.all(np.diff(chances(ME, programs, EVIDENCE).interviews, axis=1) == 0)


def test_a_program_that_takes_no_signals_is_not_moved_by_one() -> None:
    found = chances(ME, some_programs(2, signals=False), EVIDENCE).interviews
    assert np.all(found == found[:, :1])


@pytest.mark.parametrize(
    ("specialty", "season", "limits"),
    [
        ("internal-medicine", 2027, (15, 3, 12)),
        ("family-medicine", 2027, (5, None, None)),
        ("thoracic-surgery", 2026, (3, None, None)),
        ("thoracic-surgery", 2024, (None, None, None)),
        ("obstetrics-and-gynecology", 2026, (18, 3, 15)),
        ("obstetrics-and-gynecology", 2028, (None, None, None)),
    ],
)
def test_signals_are_limited_by_specialty_and_season(
    specialty: str, season: int, limits: tuple[int | None, ...]
) -> None:
    found = signal_limits(specialty, season, EVIDENCE)
    assert (found.total, found.gold, found.silver) == limits


def test_the_rates_of_a_program_with_and_without_a_signal_say_how_much_one_does_there() -> None:
    def gain(**rates: float) -> float:
        none, sent, _ = chances(ME, some_programs(1, **rates), EVIDENCE).interviews[0]
        return float(sent / none)

    usual = gain()
    assert gain(interview_rate__signal=0.1, interview_rate__no_signal=0.1) < usual
    assert gain(interview_rate__signal=0.6, interview_rate__no_signal=0.05) > usual
    assert gain(interview_rate__signal=0.6) == usual
    assert gain(interview_rate__signal=0.02, interview_rate__no_signal=0.9) > 1


def test_where_a_season_is_not_published_yet_the_newest_one_before_stands_in_and_says_so() -> None:
    assert signal_limits("internal-medicine", 2028, EVIDENCE).season == 2027


def test_signals_without_a_known_limit_are_told_to_change_nothing() -> None:
    found = told(programs=some_programs(1, specialty="obstetrics-and-gynecology"), signal=Signal.GOLD)
    assert found.notes[1] == (
        "Obstetrics and Gynecology: how many signals may be sent is not known, so signals change nothing here."
    )


def test_a_higher_rate_of_the_program_never_lowers_its_chance() -> None:
    rates = (0.0, 0.01, 0.02, 0.05, 0.1, 0.3, 0.9, 1.0)
    programs = [
        replace(one, values={"interview-rate.non-us-img": rate}) for one, rate in zip(HUNDRED, rates, strict=False)
    ]
    found = chances(ME, [replace(one, key="the-same") for one in programs], EVIDENCE)
    assert np.all(np.diff(found.interviews[:, 0]) > 0)
    assert found.has_rate == (True,) * len(rates)


def test_a_rate_of_nothing_is_a_small_chance_and_not_none() -> None:
    found = chances(ME, some_programs(1, interview_rate__non_us_img=0.0), EVIDENCE).interviews[0, 0]
    assert 0 < found < 0.005


def test_the_group_takes_the_rate_of_the_group() -> None:
    programs = some_programs(1, interview_rate__non_us_img=0.01, interview_rate__us_img=0.2)
    mine = chances(ME, programs, EVIDENCE, leaving_out=WEAK).interviews[0, 0]
    citizens = chances(an_applicant(Group.US_IMG), programs, EVIDENCE, leaving_out=WEAK).interviews[0, 0]
    assert citizens > 4 * mine


def test_a_program_with_more_imgs_invites_more_readily() -> None:
    few, many = (chances(ME, some_programs(1, img_share=share), EVIDENCE).interviews[0, 0] for share in (0.1, 0.9))
    assert few < many


def test_a_state_where_imgs_fill_more_positions_counts_where_a_program_tells_no_share() -> None:
    shares = {
        ("OH", "internal-medicine"): StateShare(2025, 100, 60),
        ("TX", "internal-medicine"): StateShare(2025, 300, 60),
    }
    ohio, texas = HUNDRED[0], replace(HUNDRED[0], state="TX")
    told = replace(texas, values={"img-share": 0.44})
    found = chances(ME, [ohio, texas, told], EVIDENCE, shares=shares).interviews[:, 0]
    plain = chances(ME, [ohio, texas, told], EVIDENCE).interviews[:, 0]
    assert found[0] > plain[0] == plain[1] > found[1]
    assert found[2] == plain[2]


def test_a_limit_that_is_not_met_leaves_about_nothing() -> None:
    open_to_all, closed = told(), told(programs=some_programs(100, graduation__limit=5))
    assert of(closed.match) < 0.06 * of(open_to_all.match)


def test_a_visa_that_is_not_sponsored_leaves_about_nothing() -> None:
    programs = some_programs(50, visa__j1=False, visa__h1b=False)
    assert of(told(programs=programs).match) < 0.06 * of(told(programs=HUNDRED[:50]).match)


def test_a_preference_that_is_not_met_is_a_penalty_and_no_refusal() -> None:
    plain, preferred = (match_of(ME, **values) for values in ({}, {"graduation__preferred": 3}))
    assert 0.4 * plain < preferred < plain


def test_a_limit_that_is_open_lies_between_met_and_not_met() -> None:
    closed, open_limit, met = (
        match_of(ME, graduation__limit=3),
        match_of(an_applicant(**exams(None)), step_2_ck__minimum=230),
        match_of(an_applicant(**exams(None))),
    )
    assert closed < open_limit < met


def test_a_score_that_is_not_told_widens_the_interval() -> None:
    known, unknown = an_applicant(**exams(245)), an_applicant(**exams(None))
    low, high = (odds(one, HUNDRED, unsignalled(HUNDRED), EVIDENCE).without_weak for one in (known, unknown))
    assert width(high) > 1.5 * width(low)


def test_the_applicant_may_suppose_more_applications_behind_the_lists() -> None:
    more = EVIDENCE.with_readings({"reading.odds.applications": 150})
    plain, changed = (odds(ME, HUNDRED, unsignalled(HUNDRED), evidence) for evidence in (EVIDENCE, more))
    assert of(changed.match) < of(plain.match)


def test_a_tie_to_the_state_helps_and_elsewhere_does_nothing() -> None:
    mine, ohio, texas = (match_of(an_applicant(ties=ties)) for ties in ((), ("OH",), ("TX",)))
    assert mine == texas < ohio


def test_nothing_is_gained_by_what_no_figure_measures() -> None:
    plain = match_of(ME)
    assert match_of(an_applicant(**exams(step_3=True))) == plain
    assert match_of(an_applicant(letters=[])) == plain


def test_step_3_counts_as_a_rule() -> None:
    before, after = (match_of(an_applicant(**exams(step_3=done)), step_3__needed=True) for done in (False, True))
    assert before < 0.1 * after


def test_a_chance_that_leans_on_weak_evidence_has_a_range_and_no_headline() -> None:
    found = told()
    assert found.headline is None
    assert found.match is not None
    assert found.without_weak is not None
    assert found.match.low < found.without_weak.middle <= found.match.high
    assert len(found.leans_on) > 0


def test_without_weak_evidence_in_the_way_there_is_a_headline() -> None:
    found = told(programs=HUNDRED[:5])
    assert (found.leans_on, found.headline) == ((), of(found.match))


def test_more_years_than_any_study_reaches_never_give_a_headline() -> None:
    school = {"country": "Pakistan", "graduated": "2012-06", "us_residency_training": False}
    found = told(an_applicant(medical_school=school), HUNDRED[:2])
    assert found.headline is None
    assert found.leans_on == ("15 years since medical school, which is more than any study reaches",)


def test_years_beyond_the_last_study_change_nothing_more() -> None:
    def after(year: int) -> float:
        school = {"country": "Pakistan", "graduated": f"{year}-06", "us_residency_training": False}
        return match_of(an_applicant(medical_school=school))

    assert after(2012) == after(2017) < after(2020)


def test_a_failed_step_lowers_the_chance_and_widens_the_interval() -> None:
    clean, failed = (told(an_applicant(**exams(failures=count))) for count in (0, 1))
    assert of(failed.match) < of(clean.match)
    assert "what a failed Step does, which is known from one plain comparison" in failed.leans_on


def sat(*attempts: tuple[str, str]) -> Applicant:
    """An applicant with these attempts, one a year, and a Step 2 CK of 235 at the end."""
    exams = [
        {"exam": exam, "date": f"20{10 + at}-05-02", "result": result, **({"score": 235} if "2 CK" in exam else {})}
        for at, (exam, result) in enumerate(attempts)
    ]
    return an_applicant(exams=exams, exams_not_taken=["Step 3"])


FIRST_TIME = (("Step 1", "passed"), ("Step 2 CK", "passed"))


def attempts_counted(applicant: Applicant) -> tuple[float, str]:
    """By how many times the odds of an invitation are multiplied on average over logarithms, and the sentence."""
    effects = chances(applicant, HUNDRED[:1], EVIDENCE).within["internal-medicine"].effects
    found = next(one for one in effects if one.key == "attempts")
    return float(np.exp(found.shift.mean())), found.says


@pytest.mark.parametrize(
    ("attempts", "times", "says"),
    [
        ((("Step 1", "failed"), *FIRST_TIME), 0.32**0.5, "Step 1: not passed the first time."),
        ((("Step 2 CK", "failed"), *FIRST_TIME), 0.18**0.5, "Step 2 CK: not passed the first time."),
        ((("Step 2 CK", "failed"), ("Step 1", "passed")), 0.18**0.5, "Step 2 CK: not passed the first time."),
        (
            (("Step 1", "failed"), ("Step 2 CK", "failed"), *FIRST_TIME),
            0.18**0.5,
            "Step 1 and Step 2 CK: not passed the first time. Step 2 CK is counted, which goes with most.",
        ),
        (
            (("Step 1", "incomplete"), *FIRST_TIME),
            0.32**0.25,
            "Step 1: an attempt was not finished, which may be held against you. It counts for half.",
        ),
        (
            (("Step 2 CS", "failed"), *FIRST_TIME),
            0.32**0.5,
            "Step 2 CS: not passed the first time. No figure tells what that goes with, so it is counted as it is for "
            "Step 1.",
        ),
    ],
)
def test_each_step_that_was_failed_is_counted_by_its_own_comparison(
    attempts: tuple[tuple[str, str], ...], times: float, says: str
) -> None:
    counted, said = attempts_counted(sat(*attempts))
    assert counted == pytest.approx(times)
    assert said == says


def test_who_passed_every_step_the_first_time_has_no_such_effect() -> None:
    effects = chances(sat(*FIRST_TIME), HUNDRED[:1], EVIDENCE).within["internal-medicine"].effects
    assert [one.key for one in effects if one.key == "attempts"] == []


def test_a_failed_step_2_ck_never_does_less_than_a_failed_step_1() -> None:
    second, first = (match_of(sat((step, "failed"), *FIRST_TIME)) for step in ("Step 2 CK", "Step 1"))
    assert second < first < match_of(sat(*FIRST_TIME))


def test_one_more_attempt_supposed_at_a_step_counts_as_that_step() -> None:
    held = sat(*FIRST_TIME).asker.attempts.with_at_least(ExamName.STEP_2_CK, 3)
    assert (held.surely, held.at_most, [(one.name, one.surely) for one in held.by_step]) == (
        3,
        3,
        [(ExamName.STEP_1, 1), (ExamName.STEP_2_CK, 3)],
    )
    supposed = replace(ME, asker=replace(sat(*FIRST_TIME).asker, attempts=held))
    assert attempts_counted(supposed)[1] == "Step 2 CK: not passed the first time."


ANYONE: dict[str, st.SearchStrategy[Any]] = {
    "graduated": st.integers(2017, 2026),
    "needed": st.sampled_from(["yes", "no", "unknown"]),
    "months": st.integers(0, 12),
    "failed": st.sampled_from([(), ("Step 1",), ("Step 2 CK",), ("Step 1", "Step 2 CK")]),
    "count": st.sampled_from([5, 40, 100]),
}


@settings(max_examples=40, deadline=None)
@given(**ANYONE)
def test_fewer_years_more_clinical_months_no_visa_and_no_failure_never_harm(
    graduated: int, needed: str, months: int, failed: tuple[str, ...], count: int
) -> None:
    """Draw by draw, and not only on average."""

    def by_draw(*parts: Any) -> Any:
        programs = HUNDRED[: min(count, 40)]
        return match_by_draw(chances(someone(*parts), programs, EVIDENCE), unsignalled(programs))

    here = by_draw(graduated, needed, months, failed)
    for better in (
        (min(graduated + 1, 2027), needed, months, failed),
        (graduated, needed, min(months + 1, 12), failed),
        (graduated, "no", months, failed),
        (graduated, needed, months, ()),
    ):
        assert np.all(by_draw(*better) >= here - 1e-12)


@settings(max_examples=40, deadline=None)
@given(**ANYONE)
def test_without_the_volunteers_the_chance_moves_by_less_than_eight_points_or_the_answer_says_so(
    graduated: int, needed: str, months: int, failed: tuple[str, ...], count: int
) -> None:
    applicant = someone(graduated, needed, months, failed)
    found = told(applicant, HUNDRED[:count])
    ways = ways_of_counting(applicant, HUNDRED[:count], EVIDENCE, ((), CROWD, WEAK))
    whole, crowdless, plain = (match_by_draw(one, unsignalled(HUNDRED[:count])).mean() for one in ways)
    assert found.match is not None
    if max(abs(whole - crowdless), abs(whole - plain)) < 0.08:
        assert found.headline == pytest.approx(whole)
    else:
        assert found.headline is None
        assert len(found.leans_on) > 0
        assert found.match.low <= min(crowdless, plain) <= max(crowdless, plain) <= found.match.high


def someone(graduated: int, needed: str, months: int, failed: tuple[str, ...]) -> Applicant:
    """An applicant with these five facts, and a Step 2 CK of 255."""
    found = an_applicant(**exams(255))
    asker = replace(
        found.asker,
        graduated=graduated,
        visa=replace(found.asker.visa, needed=Answer(needed)),
        us_clinical=replace(found.asker.us_clinical, all=Span(months, months)),
    )
    for step in failed:
        asker = replace(asker, attempts=asker.attempts.with_at_least(ExamName(step), 2))
    return replace(found, asker=asker)


def test_what_moves_the_other_way_does_not_hide_what_the_volunteers_say() -> None:
    hiding = someone(2026, "no", 12, ("Step 2 CK",))
    ways = ways_of_counting(hiding, HUNDRED, EVIDENCE, ((), CROWD, WEAK))
    whole, crowdless, plain = (match_by_draw(one, unsignalled(HUNDRED)).mean() for one in ways)
    assert abs(whole - plain) < 0.08 < abs(whole - crowdless)
    assert told(hiding).headline is None


def with_spread(value: float) -> Evidence:
    """The evidence with another number for how far files are read apart."""
    figure = EVIDENCE.find("effects.file.spread")
    assert figure.interval is not None
    changed = replace(figure, value=value, interval=replace(figure.interval, low=value, high=value))
    return Evidence(
        {one.key: one for one in EVIDENCE.sources}, {**{one.name: one for one in EVIDENCE}, changed.name: changed}
    )


@pytest.mark.parametrize("specialty", ["internal-medicine", "pediatrics", "neurology"])
@pytest.mark.parametrize("count", [20, 100])
def test_how_far_the_volunteers_files_are_read_apart_moves_a_chance_by_three_points_at_most(
    specialty: str, count: int
) -> None:
    programs, figure = some_programs(count, specialty=specialty), EVIDENCE.find("effects.file.spread")
    assert figure.interval is not None
    low, middle, high = (
        float(match_by_draw(chances(ME, programs, with_spread(value), leaving_out=WEAK), unsignalled(programs)).mean())
        for value in (figure.interval.low, EVIDENCE.number(figure.name), figure.interval.high)
    )
    assert max(abs(low - middle), abs(high - middle)) < 0.03


def test_a_specialty_without_a_table_says_borrowed() -> None:
    programs = [*some_programs(5), *(replace(one, key=f"9{one.key}", specialty="neurology") for one in HUNDRED[:5])]
    found = odds(ME, programs, unsignalled(programs), EVIDENCE)
    assert {one.specialty: one.is_borrowed for one in found.specialties} == {
        "internal-medicine": False,
        "neurology": True,
    }
    assert found.is_borrowed


def test_the_notes_say_what_is_borrowed_out_of_reach_and_not_known() -> None:
    closed = [replace(one, specialty="neurology", values={"graduation.limit": 3}) for one in HUNDRED[:2]]
    assert told(programs=[*closed, replace(HUNDRED[2], specialty="neurology")]).notes == (
        "Neurology: borrowed. No table of it is published, so the numbers come from specialties that have one.",
        "Neurology: 2 of 3 programs have a limit that your file does not meet as it stands. They add about nothing.",
        "Neurology: 3 of 3 programs tell no interview rate of their own, so each counts as a random one of its "
        "specialty.",
    )


def test_another_specialty_adds_to_the_chance_but_less_than_if_it_were_independent() -> None:
    second = [replace(one, key=f"9{one.key}", specialty="family-medicine") for one in HUNDRED]
    both = odds(ME, [*HUNDRED, *second], unsignalled([*HUNDRED, *second]), EVIDENCE, Grid())
    first, other = (one.match.middle for one in both.specialties)
    matched = of(told(programs=[*HUNDRED, *second]).match)
    assert max(first, other) < matched < 1 - (1 - first) * (1 - other)


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(12)))
def test_the_order_of_programs_does_not_matter(order: list[int]) -> None:
    programs = [replace(one, values={"img-share": at / 12}) for at, one in enumerate(HUNDRED[:12])]
    grid = Grid(8, 3, 3)
    straight, mixed = chances(ME, programs, EVIDENCE, grid), chances(ME, [programs[at] for at in order], EVIDENCE, grid)
    assert np.array_equal(straight.through[order], mixed.through)


def test_a_program_has_the_same_chances_whatever_else_is_listed() -> None:
    alone, among = chances(ME, HUNDRED[7:8], EVIDENCE), chances(ME, HUNDRED, EVIDENCE)
    assert np.array_equal(alone.through[0], among.through[7])


def test_the_odds_from_chances_computed_before_are_the_odds_of_that_list() -> None:
    second = [replace(one, key=f"9{one.key}", specialty="family-medicine") for one in HUNDRED[:20]]
    both = both_ways(ME, [*second, *HUNDRED], EVIDENCE)
    applied = unsignalled([*HUNDRED[40:60], *second[3:9]])
    assert repr(odds_from(ME, both, applied, EVIDENCE)) == repr(odds(ME, [*HUNDRED, *second], applied, EVIDENCE))


def test_a_change_is_made_to_every_way_of_counting() -> None:
    failed = someone(2024, "no", 3, ("Step 1",))
    both, keys = both_ways(failed, HUNDRED, EVIDENCE), [one.key for one in HUNDRED[:7]]
    few = both.each(lambda one: one.among(keys))
    assert few.without_crowd is not None
    assert [one.keys for one in (few.counted, few.without_weak, few.without_crowd)] == [tuple(keys)] * 3
    assert both_ways(ME, HUNDRED[:2], EVIDENCE).each(lambda one: one).without_crowd is None


def test_two_ways_of_counting_share_nothing_that_they_should_not() -> None:
    together = ways_of_counting(ME, HUNDRED, EVIDENCE, ((), WEAK))
    for left_out, found in zip(((), WEAK), together, strict=True):
        assert np.array_equal(found.invited, chances(ME, HUNDRED, EVIDENCE, leaving_out=left_out).invited)


def test_a_program_with_one_signal_has_the_chances_it_has_among_all() -> None:
    programs = [*HUNDRED[:4], *(replace(one, key=f"9{one.key}", specialty="neurology") for one in HUNDRED[:3])]
    found = chances(ME, programs, EVIDENCE)
    at, signal = [5, 0, 2, 0], [0, 2, 1, 0]
    assert np.array_equal(found.through_options(at, signal), found.through[at, signal])
    alone = found.among([programs[5].key, programs[1].key, "not here"])
    assert alone.keys == (programs[5].key, programs[1].key)
    assert np.array_equal(alone.through, found.through[[5, 1]])


def test_weights_of_scenarios_sum_to_one_and_chances_lie_between() -> None:
    found = chances(ME, HUNDRED, EVIDENCE)
    assert found.scenario_weights.sum() == pytest.approx(1)
    assert found.through.shape == (100, 3, len(found.scenario_weights))
    assert len(found.scenario_draws) == len(found.scenario_weights)
    assert 0 < found.through.min() < found.through.max() < 1


def test_the_nodes_are_fine_enough() -> None:
    coarse, fine = (
        match_by_draw(chances(ME, HUNDRED, EVIDENCE, grid), unsignalled(HUNDRED)).mean()
        for grid in (Grid(32, 7, 3), Grid(32, 31, 15))
    )
    assert coarse == pytest.approx(fine, abs=0.003)


@pytest.mark.parametrize(
    "programs",
    [
        some_programs(1),
        some_programs(1, interview_rate__non_us_img=0.0, accepts_img=False),
        some_programs(1, offered={TrackKind.RESERVED: 2}),
        some_programs(300, specialty="radiation-oncology", interview_rate__non_us_img=1.0),
        some_programs(2, specialty="nobody-has-heard-of-it"),
    ],
)
def test_no_chance_is_ever_nothing_everything_or_not_a_number(programs: list[Listed]) -> None:
    found = told(programs=programs, signal=Signal.GOLD)
    for one in (found.any_interview, found.match_given_rank, found.match):
        assert one is not None
        assert 0 < one.low <= one.middle <= one.high < 1
        assert 1 <= one.percents[0] <= one.percents[1] <= 99


def test_the_three_chances_count_weak_evidence_alike_and_none_goes_beyond_another() -> None:
    found = told()
    assert len(found.leans_on) > 0
    assert found.any_interview is not None
    assert found.match_given_rank is not None
    assert found.match is not None
    for end in ("low", "high"):
        match = getattr(found.match, end)
        assert match <= min(getattr(found.any_interview, end), getattr(found.match_given_rank, end))


def test_more_signals_than_may_be_sent_are_said_for_each_kind() -> None:
    assert told(signal=Signal.GOLD).notes[1:3] == (
        "Internal Medicine: 100 signals are given, and 15 may be sent (2027 Match). All are counted, so the chances "
        "lie too high. Take some back.",
        "Internal Medicine: 100 gold signals are given, and 3 may be sent (2027 Match). All are counted, so the "
        "chances lie too high. Take some back.",
    )


def test_a_signal_to_a_program_that_takes_none_is_said() -> None:
    programs = [*some_programs(1, signals=False), replace(HUNDRED[1], key="other")]
    assert told(programs=programs, signal=Signal.SILVER).notes[1] == (
        "Internal Medicine: programs you give a signal and which take none: 1. It changes nothing there."
    )


@pytest.mark.parametrize(
    ("exams", "missing"),
    [
        (
            {"exams": [], "exams_not_taken": []},
            (
                "How you stand at Step 1, Step 2 CK and Step 3. Until you tell it, no attempt is taken to have failed.",
                "Your Step 2 CK score. With it the range becomes narrower.",
            ),
        ),
        (
            {"exams": [], "exams_not_taken": ["Step 1", "Step 2 CK", "Step 3"]},
            ("A passed Step 2 CK. The chances suppose one by the time programs look, with any usual score.",),
        ),
    ],
)
def test_without_exam_results_there_is_an_answer_and_what_is_missing(
    exams: dict[str, Any], missing: tuple[str, ...]
) -> None:
    found = told(an_applicant(**exams))
    assert found.missing == missing
    assert 0 < of(found.match) < 1


def test_programs_that_all_refuse_and_tell_nothing_still_have_an_answer_that_says_so() -> None:
    found = told(programs=some_programs(4, graduation__limit=1))
    assert found.match is not None
    assert 0 < found.match.low < found.match.high < 0.01
    assert found.notes == (
        "Internal Medicine: 4 of 4 programs have a limit that your file does not meet as it stands. "
        "They add about nothing.",
        "Internal Medicine: 4 of 4 programs tell no interview rate of their own, so each counts as a random one of its "
        "specialty.",
    )


@pytest.mark.parametrize(
    "name", [f"reading.odds.{name}" for name in ("applications", "preference", "open-limit", "leaning")]
)
@pytest.mark.parametrize("value", [-1_000_000, 0, 1e-9, 1_000_000])
def test_an_own_reading_that_cannot_be_meant_gives_no_nonsense_and_is_said(name: str, value: float) -> None:
    programs = some_programs(12, graduation__preferred=3, step_2_ck__minimum=230)
    found = odds(an_applicant(**exams(None)), programs, unsignalled(programs), EVIDENCE.with_readings({name: value}))
    for one in (found.any_interview, found.match_given_rank, found.match):
        assert one is not None
        assert 0 < one.low <= one.middle <= one.high < 1
    is_said = found.notes[0].startswith(f"Your own {name} of ")
    assert is_said == (value not in (0, 1e-9) or name in ("reading.odds.applications", "reading.odds.preference"))


def test_an_empty_list_says_what_is_missing() -> None:
    found = odds(an_applicant(**exams(None)), HUNDRED, {}, EVIDENCE)
    assert (found.match, found.headline) == (None, None)
    assert found.missing == (
        "No program is on the list yet. Choose programs, and the chances for that list appear here.",
        "Your Step 2 CK score. With it the range becomes narrower.",
    )


def test_a_match_that_is_over_is_said() -> None:
    over = replace(ME, asker=replace(ME.asker, as_of=ME.asker.training_starts))
    found = odds(over, HUNDRED, unsignalled(HUNDRED), EVIDENCE)
    year = ME.asker.training_starts.year
    assert found.missing == (
        f"A Match still to come: that of {year} is over. Leave `target.match_year` out, or write a later year.",
    )


def test_a_program_that_is_not_listed_is_named() -> None:
    found = odds(ME, HUNDRED, {HUNDRED[0].key: Signal.NONE, "0000000000": Signal.NONE}, EVIDENCE)
    assert (found.programs, found.missing) == (1, ("Not in the directory, so not counted: 0000000000.",))
