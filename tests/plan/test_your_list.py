"""The best list of a dossier: made ready once, answered live or in full, with its odds and the days that are kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bedside.applicant.file.reading import read_dossier
from bedside.evidence.library import load_evidence
from bedside.plan.chances.your_list import NO_DAYS, answer, curves, prepared, specialties_wanted
from bedside.plan.chances.your_odds import applicant_of, programs_named, your_odds
from bedside.targeting.portfolio.results import Status
from bedside.targeting.program_list.best import FULL, LIVE
from bedside.targeting.program_list.problem import Wanted
from tests.programs.directories import a_directory
from tests.targeting.program_list.lists import programs_of

EVIDENCE = load_evidence()
AS_OF = date(2026, 11, 22)
DOSSIER = read_dossier(Path(__file__).parents[2] / "examples/citizen-scribe.yaml", AS_OF).dossier
COORDINATOR = read_dossier(Path(__file__).parents[2] / "examples/opt-research-coordinator.yaml", AS_OF).dossier
APPLICANT = applicant_of(DOSSIER, AS_OF, EVIDENCE)
RATES = (0.10, 0.08, 0.06, 0.05, 0.04, 0.03, None, None)
INTERNAL = programs_of("internal-medicine", RATES)
FAMILY = programs_of("family-medicine", RATES, state="MI")
DIRECTORY = a_directory(*INTERNAL, *FAMILY)
CHOSEN = programs_named(DIRECTORY, [one.key for one in INTERNAL])
READY = prepared(APPLICANT, DIRECTORY, CHOSEN, DOSSIER, EVIDENCE)


def test_one_answer_changes_nothing_for_the_next() -> None:
    first = answer(READY, Wanted(count=3)).best.applied
    answer(READY, Wanted(count=2, preferences={"internal-medicine": 0.5}, in_states=frozenset({"OH"})))
    assert answer(READY, Wanted(count=3)).best.applied == first


@pytest.mark.parametrize("way", [LIVE, FULL])
def test_the_three_chances_are_those_the_odds_tell_for_the_list(way: object) -> None:
    found = answer(READY, Wanted(count=3), way)  # type: ignore[arg-type]
    told = your_odds(
        APPLICANT, DIRECTORY, programs_named(DIRECTORY, list(found.best.applied)), DOSSIER, EVIDENCE, found.best.applied
    ).odds
    assert (found.odds.any_interview, found.odds.match_given_rank, found.odds.match) == (
        told.any_interview,
        told.match_given_rank,
        told.match,
    )


def test_a_live_answer_is_bounded_over_all_scenarios_and_draws_nothing_again() -> None:
    live, full = answer(READY, Wanted(count=4), LIVE).best, answer(READY, Wanted(count=4), FULL).best
    assert live.worth <= full.upper_bound
    assert live.upper_bound >= full.worth
    assert (live.draws, full.draws) == (0, 32)


def test_a_pin_that_is_no_candidate_comes_onto_the_list() -> None:
    key = FAMILY[0].key
    found = answer(READY, Wanted(count=2, pinned_in=frozenset({key})))
    assert key in found.best.applied
    assert {one for landing in found.landings for one in landing.specialties} == {
        "internal-medicine",
        "family-medicine",
    }


def test_a_pin_that_is_nowhere_is_named() -> None:
    found = answer(READY, Wanted(count=2, pinned_in=frozenset({"7"})))
    assert [note for note in found.best.notes if "7" in note] == ["Not among the programs to choose from: 7."]


def test_the_untargeted_list_stays_the_same_whatever_is_wanted() -> None:
    few, many = (answer(READY, Wanted(count=count)) for count in (1, 6))
    assert few.untargeted is many.untargeted
    assert few.best.untargeted is many.best.untargeted


def test_one_specialty_on_the_list_needs_no_word_on_where_the_match_would_be() -> None:
    assert answer(READY, Wanted(count=3)).landings == ()


def test_no_day_kept_for_interviews_is_said_and_no_limit() -> None:
    leave = DOSSIER.constraints.paid_leave
    assert leave is not None
    without = leave.model_copy(update={"kept_for_interviews": 0})
    constraints = DOSSIER.constraints.model_copy(update={"paid_leave": without})
    busy = DOSSIER.model_copy(update={"constraints": constraints})
    found = answer(prepared(APPLICANT, DIRECTORY, CHOSEN, busy, EVIDENCE), Wanted(count=3))
    assert NO_DAYS in found.says
    assert len(found.best.on_it) == 3


def test_an_empty_directory_gives_no_list_no_chance_and_a_sentence() -> None:
    empty = a_directory()
    ready = prepared(APPLICANT, empty, programs_named(empty, []), DOSSIER, EVIDENCE)
    found = answer(ready, Wanted(count=3, mix=(0.55, 0.3, 0.1, 0.05), in_states=frozenset({"OH"})))
    assert (found.best.on_it, found.best.status, found.odds.match, found.untargeted) == ((), Status.EMPTY, None, None)
    assert "There is no program to choose from, so there is no chance to tell." in found.best.notes
    assert curves(ready, Wanted()).by_count == ()


def test_without_any_exam_or_any_rate_there_is_a_list_with_a_range_and_what_is_missing() -> None:
    untold = DOSSIER.model_copy(update={"exams": ()})
    bare = a_directory(*programs_of("internal-medicine", [None] * 6))
    everyone = programs_named(bare, [one.key for one in bare])
    ready = prepared(applicant_of(untold, AS_OF, EVIDENCE), bare, everyone, untold, EVIDENCE)
    found = answer(ready, Wanted(count=4), FULL)
    assert len(found.best.on_it) == 4
    assert "Your Step 2 CK score. With it the range becomes narrower." in found.odds.missing
    assert found.odds.match is not None
    assert 0 < found.odds.match.low <= found.odds.match.high < 1


def test_the_order_of_the_candidates_changes_nothing_even_among_programs_alike() -> None:
    directory = a_directory(*INTERNAL, *FAMILY, *programs_of("internal-medicine", [None] * 30, state="TX"))
    keys = [one.key for one in directory]
    orders = (programs_named(directory, order) for order in (keys, keys[::-1]))
    there, back = (prepared(APPLICANT, directory, order, DOSSIER, EVIDENCE) for order in orders)
    wanted = Wanted(count=25, budget=400, preferences={"family-medicine": 0.7})
    for way in (LIVE, FULL):
        assert answer(there, wanted, way).best.applied == answer(back, wanted, way).best.applied


def test_a_specialty_that_is_named_in_a_wish_is_added_to_those_aimed_at() -> None:
    wanted = Wanted(counts={"psychiatry": 4}, preferences={"internal-medicine": 0.5})
    assert specialties_wanted(DOSSIER, wanted, EVIDENCE) == ("family-medicine", "internal-medicine", "psychiatry")
    assert specialties_wanted(DOSSIER, Wanted(count=3), EVIDENCE) == ()


def test_the_working_days_of_an_interview_bound_the_list_within_the_days_kept() -> None:
    leave = COORDINATOR.constraints.paid_leave.model_copy(update={"kept_for_interviews": 1})
    kept = COORDINATOR.model_copy(
        update={"constraints": COORDINATOR.constraints.model_copy(update={"paid_leave": leave})}
    )
    slow = kept.model_copy(update={"readings": {"reading.interview-working-days": 3}})
    programs = programs_of("internal-medicine", [0.1] * 40)
    directory = a_directory(*programs)
    chosen = programs_named(directory, [one.key for one in programs])
    one, three = (
        answer(prepared(APPLICANT, directory, chosen, dossier, EVIDENCE), Wanted(count=40)) for dossier in (kept, slow)
    )
    assert len(three.best.applied) < len(one.best.applied)
