"""The best list of programs: fees, signals, mix, pins, and the untargeted list beside it."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from bedside.evidence.fees import application_cost
from bedside.odds.chances import chances
from bedside.odds.odds import match_by_draw
from bedside.odds.signals import Signal
from bedside.targeting.portfolio.explaining import Why
from bedside.targeting.portfolio.results import Status
from bedside.targeting.program_list.fees import charges_of
from bedside.targeting.program_list.prepared import evenly
from bedside.targeting.program_list.problem import type_of
from bedside.targeting.program_list.results import BestList
from bedside.targeting.program_list.without_luck import without_luck
from tests.odds.applicants import EVIDENCE, some_programs
from tests.programs.directories import a_listed
from tests.targeting.program_list.lists import APPLICANT, SMALL, programs_of, the_list

TELLING = [
    a_listed(f"140000000{at}", f"Program {at}", "Troy", "OH", interview_rate__img=rate)
    for at, rate in enumerate((0.02, 0.06, 0.01, 0.04))
]


def keys_of(found: BestList) -> set[str]:
    return set(found.applied)


def test_two_of_four_programs_are_those_that_trying_every_pair_finds() -> None:
    found = the_list(TELLING, count=2)
    told = without_luck(chances(APPLICANT, TELLING, EVIDENCE, SMALL))
    assert told.has_rate == (True,) * 4
    best = max(
        float(match_by_draw(told, dict.fromkeys(pair, Signal.GOLD)).mean()) for pair in combinations(told.keys, 2)
    )
    assert found.value == pytest.approx(best)
    assert found.status is Status.CERTIFIED


def test_the_worth_of_the_list_is_the_chance_that_the_odds_tell_for_it_without_the_luck_of_draws() -> None:
    found = the_list(TELLING, count=3)
    told = without_luck(chances(APPLICANT, [one.listed for one in found.on_it], EVIDENCE, SMALL))
    assert found.value == pytest.approx(float(match_by_draw(told, found.applied).mean()))


@pytest.mark.parametrize("programs", [1, 30, 31, 80])
def test_the_fees_of_a_list_are_those_of_its_application_service(programs: int) -> None:
    (fees, _) = charges_of(["internal-medicine"], 2027, EVIDENCE)
    cost = application_cost("ERAS", "internal-medicine", 2027, programs, EVIDENCE).cost
    assert cost is not None
    assert fees.dollars(np.array([float(programs)]))[0] == cost.low == cost.high


def test_the_twenty_first_expected_rank_costs_what_the_nrmp_asks_for_it() -> None:
    ranks = charges_of([], 2027, EVIDENCE)[-1]
    assert ranks.dollars(np.array([20.0, 21.0])).tolist() == [0.0, 30.0]


def test_a_longer_list_never_has_a_lower_chance_nor_a_larger_budget() -> None:
    by_count = [the_list(TELLING, count=count).value for count in (1, 2, 3, 4)]
    by_budget = [the_list(TELLING, budget=dollars).value for dollars in (11.0, 22.0, 33.0)]
    assert by_count == sorted(by_count)
    assert by_budget == pytest.approx(by_count[:3])


def test_nothing_fits_into_no_money_and_it_is_said_what_the_cheapest_costs() -> None:
    found = the_list(TELLING, budget=0.0)
    assert (found.on_it, found.status) == ((), Status.EMPTY)
    assert found.notes == ("No program fits, so there is no chance to tell. The cheapest costs $11; the budget is $0.",)


def test_what_is_pinned_is_on_the_list_and_says_so() -> None:
    found = the_list(TELLING, count=1, pinned_in=frozenset({"1400000002"}))
    assert [(one.listed.key, one.why) for one in found.on_it] == [("1400000002", Why.PINNED_IN)]


def test_pins_that_contradict_each_other_are_named() -> None:
    key = frozenset({"1400000002"})
    found = the_list(TELLING, count=2, pinned_in=key, pinned_out=key)
    assert found.status is Status.PARTIAL
    assert found.notes[0] == (
        "These cannot hold together: Program 2 is on the list; Program 2 is kept out. "
        "The list keeps to as much of them as it can."
    )


def test_no_more_signals_are_sent_than_the_specialty_allows() -> None:
    found = the_list(some_programs(40), count=40)
    sent = [one.signal for one in found.on_it if one.signal is not Signal.NONE]
    assert (sent.count(Signal.GOLD), sent.count(Signal.SILVER)) == (3, 12)


def test_a_program_that_takes_no_signals_gets_none() -> None:
    found = the_list(some_programs(3, signals=False), count=3)
    assert [one.signal for one in found.on_it] == [Signal.NONE] * 3


def test_a_mix_is_kept_and_its_price_is_what_the_free_list_is_ahead() -> None:
    kinds = ("community", "community", "university-affiliated", "university")
    programs = [
        a_listed(f"140000010{at}", f"Program {at}", "Troy", "OH", type=kind, interview_rate__img=rate)
        for at, (kind, rate) in enumerate(zip(kinds, (0.01, 0.02, 0.06, 0.05), strict=True))
    ]
    found, free = the_list(programs, count=2, mix=(1.0, 0.0, 0.0, 0.0)), the_list(programs, count=2)
    assert keys_of(found) == {"1400000100", "1400000101"}
    assert found.mix is not None
    assert found.mix.price == pytest.approx(free.value - found.value)
    assert found.mix.price > 0


def test_the_best_known_are_a_type_of_their_own_and_what_is_untold_comes_after_all() -> None:
    named = [a_listed("1", "A", "Troy", "OH", type="university", name_brand=True), a_listed("2", "B", "Troy", "OH")]
    assert [type_of(one) for one in named] == [3, 4]


def test_the_untargeted_list_is_drawn_at_even_distances_and_no_longer_than_there_are_programs() -> None:
    programs = some_programs(10)
    assert [one.key for one in evenly(programs, 5)] == [one.key for one in programs[::2]]
    assert evenly(programs, 150) == programs


def test_the_untargeted_list_has_as_many_programs_as_the_article_warns_of() -> None:
    found = the_list(some_programs(160), count=2).untargeted
    assert found is not None
    assert (len(found.listed), found.asked_for) == (150, 150)


def test_without_a_program_there_is_no_list_and_a_sentence() -> None:
    found = the_list([], count=5)
    assert (found.on_it, found.untargeted) == ((), None)
    assert found.notes == ("There is no program to choose from, so there is no chance to tell.",)


def test_each_program_says_in_how_many_draws_it_is_chosen() -> None:
    found = the_list(TELLING, count=1)
    assert found.draws == 4
    assert sum(one.chosen_in for one in (*found.on_it, *found.off_it)) == 4


def test_a_price_that_nobody_tells_is_not_taken_for_nothing() -> None:
    urology = [
        a_listed("4800000001", "Program of urology", "Troy", "OH", specialty="urology", interview_rate__img=0.05)
    ]
    untold = "What applying in Urology costs is not known. It is not in the fees, and no budget keeps it within."
    assert [one for one in the_list(urology).notes if "costs is not known" in one] == [untold]
    assert [one for one in the_list(TELLING).notes if "costs is not known" in one] == []


def test_only_where_a_specialty_tells_gold_and_silver_apart_has_a_signal_a_kind() -> None:
    found = the_list([*programs_of("internal-medicine", [0.05] * 4), *programs_of("family-medicine", [0.05] * 4)])
    assert {(one.listed.specialty, one.has_kinds) for one in found.on_it} == {
        ("internal-medicine", True),
        ("family-medicine", False),
    }
