"""The odds of a dossier: the list they are for, how it came about, and how chances move with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.reading import read_dossier
from bedside.evidence.library import load_evidence
from bedside.odds.chances import Grid, chances
from bedside.odds.odds import interview_by_draw, match_by_draw
from bedside.odds.results import Odds
from bedside.odds.signals import Signal
from bedside.plan.chances.your_odds import applicant_of, programs_named, programs_searched, your_odds
from bedside.programs.directory import Directory
from bedside.programs.program import Listed
from bedside.programs.search import Search, Sort
from tests.programs.directories import a_directory, a_listed

EVIDENCE = load_evidence()
AS_OF = date(2026, 11, 22)
DOSSIER = read_dossier(Path(__file__).parents[2] / "examples/citizen-scribe.yaml", AS_OF).dossier
APPLICANT = applicant_of(DOSSIER, AS_OF, EVIDENCE)
BY_VERDICT = Search(sort=Sort.VERDICT)


def some(count: int, specialty: str = "family-medicine", **values: object) -> list[Listed]:
    start = {"family-medicine": 1200000000, "internal-medicine": 1400000000, "psychiatry": 4000000000}[specialty]
    return [
        a_listed(str(start + at), f"Program {at}", "Troy", "OH", specialty=specialty, **values) for at in range(count)
    ]


def the_odds(directory: Directory, keys: list[str]) -> Odds:
    return your_odds(APPLICANT, directory, programs_named(directory, keys), DOSSIER, EVIDENCE).odds


def test_the_season_is_the_one_the_dossier_aims_at() -> None:
    assert APPLICANT.season == 2028


def test_specialties_take_turns_so_that_a_cut_leaves_both() -> None:
    directory = a_directory(*some(9), *some(9, "internal-medicine"))
    chosen = programs_searched(directory, APPLICANT, DOSSIER, BY_VERDICT, 4, EVIDENCE)
    assert sorted(one.specialty for one in chosen.listed) == ["family-medicine"] * 2 + ["internal-medicine"] * 2
    assert chosen.says == (
        "4 of the 18 programs that answer, in the order of the list, each specialty in turn. They are not chosen by "
        "their chances, as the best list is.",
    )


def test_a_specialty_whose_programs_answer_better_does_not_take_the_whole_cut() -> None:
    answering = some(9, "internal-medicine", graduation__limit=40)
    chosen = programs_searched(a_directory(*some(9), *answering), APPLICANT, DOSSIER, BY_VERDICT, 4, EVIDENCE)
    assert sorted(one.specialty for one in chosen.listed) == ["family-medicine"] * 2 + ["internal-medicine"] * 2


def test_without_a_number_there_are_as_many_as_the_dossier_plans() -> None:
    chosen = programs_searched(a_directory(*some(120)), APPLICANT, DOSSIER, BY_VERDICT, None, EVIDENCE)
    assert len(chosen.listed) == DOSSIER.target.programs_planned == 100


def test_a_program_with_a_limit_that_is_not_met_is_left_out_and_counted() -> None:
    refusing = replace(some(1, graduation__limit=1)[0], key="1299999999")
    chosen = programs_searched(a_directory(*some(2), refusing), APPLICANT, DOSSIER, BY_VERDICT, None, EVIDENCE)
    assert [one.key for one in chosen.listed] == ["1200000000", "1200000001"]
    assert chosen.says == ("Left out: 1 with a limit your file does not meet as it stands.",)


def test_where_every_program_refuses_they_are_told_all_the_same_and_it_is_said() -> None:
    directory = a_directory(*some(3, graduation__limit=1))
    chosen = programs_searched(directory, APPLICANT, DOSSIER, BY_VERDICT, None, EVIDENCE)
    found = your_odds(APPLICANT, directory, chosen, DOSSIER, EVIDENCE).odds
    assert found.programs == 3
    assert chosen.says == (
        "Each of the 3 programs that answer has a limit your file does not meet as it stands. "
        "What follows is for those programs; ask one before you count on it.",
    )


def test_an_empty_directory_is_said_and_gives_no_chance() -> None:
    chosen = programs_searched(a_directory(), APPLICANT, DOSSIER, BY_VERDICT, None, EVIDENCE)
    found = your_odds(APPLICANT, a_directory(), chosen, DOSSIER, EVIDENCE).odds
    assert chosen.says == ("The directory is empty: add the national list, and the chances appear here.",)
    assert (found.any_interview, found.match_given_rank, found.match) == (None, None, None)


def test_a_specialty_that_is_not_there_is_named_beside_those_that_are() -> None:
    chosen = programs_searched(a_directory(*some(2, "psychiatry")), APPLICANT, DOSSIER, BY_VERDICT, None, EVIDENCE)
    assert chosen.says == (
        "The directory holds no program of Family Medicine, Internal Medicine; it holds programs of Psychiatry.",
    )


def aiming_at(*specialties: str) -> Dossier:
    return DOSSIER.model_copy(update={"target": DOSSIER.target.model_copy(update={"specialties": specialties})})


@pytest.mark.parametrize(
    ("aims", "says"), [((), ""), (("Space Medicine", "Luck"), " (it says “Space Medicine” and “Luck”)")]
)
def test_without_a_specialty_that_is_known_there_is_no_chance_and_what_is_missing_is_said(
    aims: tuple[str, ...], says: str
) -> None:
    directory, dossier = a_directory(*some(2), *some(2, "psychiatry")), aiming_at(*aims)
    chosen = programs_searched(directory, APPLICANT, dossier, BY_VERDICT, None, EVIDENCE)
    found = your_odds(APPLICANT, directory, chosen, dossier, EVIDENCE).odds
    assert chosen.says == (
        f"Your file names no specialty that is known{says}. Chances differ so much between specialties that none is "
        "told without one: name it under `target.specialties`.",
    )
    assert (found.programs, found.any_interview, found.match, found.headline) == (0, None, None, None)


def test_a_specialty_asked_for_needs_none_in_the_file() -> None:
    search = replace(BY_VERDICT, specialties=("psychiatry",))
    chosen = programs_searched(a_directory(*some(2, "psychiatry")), APPLICANT, aiming_at(), search, None, EVIDENCE)
    assert (len(chosen.listed), chosen.says) == (2, ())


def test_a_specialty_that_is_not_known_is_named_beside_one_that_is() -> None:
    aims = aiming_at("Space Medicine", "Family Medicine")
    chosen = programs_searched(a_directory(*some(2)), APPLICANT, aims, BY_VERDICT, None, EVIDENCE)
    assert len(chosen.listed) == 2
    assert chosen.says == ("“Space Medicine” in your file: no specialty of that name is known, so it is left out.",)


UROLOGY = a_listed("4800000000", "Program U", "Troy", "OH", specialty="urology")
OWN_MATCH = "Urology has a match of its own, which the odds do not know, so its programs are left out."


@pytest.mark.parametrize(("aims", "left"), [(("urology",), 0), (("urology", "family medicine"), 2)])
def test_a_specialty_with_a_match_of_its_own_is_left_out_and_that_is_said(aims: tuple[str, ...], left: int) -> None:
    directory = a_directory(*some(2), UROLOGY)
    chosen = programs_searched(directory, APPLICANT, aiming_at(*aims), BY_VERDICT, None, EVIDENCE)
    found = your_odds(APPLICANT, directory, chosen, aiming_at(*aims), EVIDENCE)
    assert found.odds.programs == len(chosen.listed) == left
    assert found.chosen.says == (OWN_MATCH,)


def test_a_program_with_a_match_of_its_own_that_is_named_or_signalled_is_left_out_too() -> None:
    directory = a_directory(*some(1), UROLOGY)
    named = programs_named(directory, ["1200000000", UROLOGY.key])
    found = your_odds(APPLICANT, directory, named, DOSSIER, EVIDENCE, {UROLOGY.key: Signal.GOLD})
    assert (found.odds.programs, found.chosen.applied) == (1, ("1200000000",))
    assert found.chosen.says == ("The programs you named.", OWN_MATCH)
    assert [one for one in found.odds.missing if UROLOGY.key in one] == []


def test_a_key_that_is_nowhere_counts_for_nothing_and_is_named() -> None:
    found = the_odds(a_directory(*some(1)), ["1200000000", "7"])
    assert (found.programs, found.missing[0]) == (1, "Not in the directory, so not counted: 7.")


def test_without_any_result_of_an_exam_there_is_a_range_and_what_is_missing() -> None:
    untold = DOSSIER.model_copy(update={"exams": ()})
    directory = a_directory(*some(20))
    chosen = programs_searched(directory, APPLICANT, untold, BY_VERDICT, None, EVIDENCE)
    found = your_odds(applicant_of(untold, AS_OF, EVIDENCE), directory, chosen, untold, EVIDENCE).odds
    assert found.missing == (
        "How you stand at Step 1 and Step 2 CK. Until you tell it, no attempt is taken to have failed.",
        "Your Step 2 CK score. With it the range becomes narrower.",
    )
    assert found.match is not None
    assert 0 < found.match.low <= found.match.high < 1


def test_a_chance_of_a_match_is_that_of_an_interview_times_that_of_a_match_given_a_rank() -> None:
    found = the_odds(a_directory(*some(2)), ["1200000000", "1200000001"])
    assert found.any_interview
    assert found.match_given_rank
    assert found.match
    assert found.match.middle == pytest.approx(found.any_interview.middle * found.match_given_rank.middle, rel=0.05)


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 12), st.sampled_from(["family-medicine", "internal-medicine", "psychiatry"]))
def test_one_more_program_never_lowers_the_chance(count: int, specialty: str) -> None:
    directory = a_directory(*some(13), *some(13, specialty) if specialty != "family-medicine" else ())
    keys = [one.key for one in directory if one.specialty == specialty]
    fewer, more = (the_odds(directory, keys[:length]) for length in (count, count + 1))
    before, after = (
        tuple(chance.middle for chance in (one.any_interview, one.match) if chance) for one in (fewer, more)
    )
    assert len(before) == len(after) == 2
    assert after[0] >= before[0]
    assert after[1] >= before[1]


def test_two_programs_whose_rates_are_known_exactly_give_what_arithmetic_gives() -> None:
    one = chances(APPLICANT, some(2), EVIDENCE, Grid(1, 1, 1))
    invited = np.empty((2, 3, 1, 1))
    invited[0], invited[1] = 0.2, 0.3
    within = {"family-medicine": replace(one.within["family-medicine"], match=np.full((1, 1, 1), 0.5))}
    known = replace(one, invited=invited, weights=np.ones((1, 1, 1)), within=within)
    applied = dict.fromkeys(known.keys, Signal.NONE)
    assert interview_by_draw(known, applied)[0] == pytest.approx(1 - 0.8 * 0.7)
    assert match_by_draw(known, applied)[0] == pytest.approx(1 - (1 - 0.2 * 0.5) * (1 - 0.3 * 0.5))
