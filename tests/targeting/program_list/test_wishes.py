"""Wishes about a list: numbers and worth by specialty, states, the mix as a wish and as a rule, and their prices."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.odds.odds import match_by_draw
from bedside.odds.signals import Signal
from bedside.targeting.portfolio.results import Status
from bedside.targeting.portfolio.statement.mistakes import PortfolioMistake
from bedside.targeting.program_list.best import FULL, LIVE, list_for
from bedside.targeting.program_list.problem import Wanted
from bedside.targeting.program_list.without_luck import without_luck
from tests.targeting.program_list.lists import programs_of, ready_for, the_list

INTERNAL = programs_of("internal-medicine", (0.06, 0.05, 0.04))
FAMILY = programs_of("family-medicine", (0.05, 0.04, 0.03), state="MI")
BOTH = [*INTERNAL, *FAMILY]
COMMUNITY = (1.0, 0.0, 0.0, 0.0)
HALVES = (0.5, 0.0, 0.5, 0.0)
KINDS = [
    *programs_of("internal-medicine", (0.01, 0.02), state="AZ", type="community"),
    *programs_of("internal-medicine", (0.06, 0.05), state="CA", type="university"),
    *programs_of("family-medicine", (0.02, 0.03), state="NV", type="community"),
]


def specialties_of(found: object) -> list[str]:
    return sorted(one.listed.specialty for one in found.on_it)  # type: ignore[attr-defined]


def test_no_more_programs_of_a_specialty_are_chosen_than_are_wanted_of_it() -> None:
    found = the_list(BOTH, counts={"internal-medicine": 2, "family-medicine": 1})
    assert specialties_of(found) == ["family-medicine", "internal-medicine", "internal-medicine"]


def test_a_worth_below_one_lets_the_preferred_specialty_come_first() -> None:
    alike = [*programs_of("internal-medicine", (0.02,) * 3), *programs_of("family-medicine", (0.06,) * 3, state="MI")]
    even, preferring = the_list(alike, count=3), the_list(alike, count=3, preferences={"family-medicine": 0.01})
    assert specialties_of(even) == ["family-medicine"] * 3
    assert specialties_of(preferring) == ["internal-medicine"] * 3


def test_the_chance_of_a_match_stays_a_chance_whatever_a_match_is_worth() -> None:
    ready = ready_for(BOTH)
    found = list_for(ready, Wanted(preferences={"family-medicine": 0.5}))
    assert len(found.on_it) == len(BOTH)
    assert found.value == pytest.approx(float(match_by_draw(without_luck(ready.found), found.applied).mean()))
    assert found.worth < found.value
    assert found.upper_bound >= found.worth


def test_with_a_worth_the_list_is_the_one_that_trying_every_pair_finds() -> None:
    ready, worth = ready_for(BOTH), {"family-medicine": 0.6}
    told = without_luck(ready.found)
    found = list_for(ready, Wanted(count=2, preferences=worth))

    def expected(pair: tuple[str, ...]) -> float:
        of = dict(zip(ready.found.keys, ready.found.specialties, strict=True))
        first = {key: Signal.GOLD for key in pair if of[key] == "internal-medicine"}
        every = {key: Signal.GOLD if key in first else Signal.SILVER for key in pair}
        best = float(match_by_draw(told.among(first), first).mean()) if first else 0.0
        return best + 0.6 * (float(match_by_draw(told.among(pair), every).mean()) - best)

    best = max(combinations(ready.found.keys, 2), key=expected)
    assert set(found.applied) == set(best)
    assert found.worth == pytest.approx(expected(best))


def test_a_specialty_that_is_worth_nothing_is_left_out_and_that_is_said() -> None:
    found = the_list(BOTH, preferences={"family-medicine": 0.0})
    assert specialties_of(found) == ["internal-medicine"] * 3
    says = "A match in Family Medicine is worth nothing to you, so none of its programs is chosen."
    assert [note for note in found.notes if "worth nothing" in note] == [says]


def test_what_is_pinned_stays_on_the_list_even_where_a_match_is_worth_nothing() -> None:
    key = FAMILY[2].key
    found = the_list(BOTH, count=2, preferences={"family-medicine": 0.0}, pinned_in=frozenset({key}))
    assert [one.listed.specialty for one in found.on_it].count("family-medicine") == 1
    assert 0 < found.value < 1
    assert [note for note in found.notes if "worth nothing" in note] == [
        "A match in Family Medicine is worth nothing to you, so none of its programs is chosen but for those you put "
        "on the list."
    ]


def test_only_programs_in_the_states_are_chosen_where_only_those_are_wanted() -> None:
    found = the_list(BOTH, count=4, in_states=frozenset({"MI"}), only_states=True)
    assert {one.listed.state for one in found.on_it} == {"MI"}
    assert len(found.on_it) == 3
    assert found.places is not None
    assert found.places.price == pytest.approx(the_list(BOTH, count=4).value - found.value)


def test_a_least_share_in_the_states_is_kept_and_has_its_price() -> None:
    lonely = [*programs_of("internal-medicine", (0.06,) * 5), *programs_of("internal-medicine", (0.01,) * 5, "MI")]
    found = the_list(lonely, count=5, in_states=frozenset({"MI"}), least_share=0.6)
    assert sorted(one.listed.state for one in found.on_it) == ["MI", "MI", "MI", "OH", "OH"]
    assert found.places is not None
    assert found.places.price > 0


def test_states_without_any_candidate_are_left_aside_as_a_share_and_said() -> None:
    found = the_list(BOTH, count=2, in_states=frozenset({"WY"}))
    assert len(found.on_it) == 2
    says = "None of the 6 programs to choose from lies in Wyoming: that wish is left aside."
    assert [note for note in found.notes if "Wyoming" in note] == [says]


def test_only_states_without_any_candidate_give_no_list_and_a_sentence() -> None:
    found = the_list(BOTH, count=2, in_states=frozenset({"WY"}), only_states=True)
    assert (found.on_it, found.status) == ((), Status.EMPTY)
    assert [note for note in found.notes if "Wyoming" in note] == [
        "None of the 6 programs to choose from lies in Wyoming."
    ]


def test_a_share_that_shortens_the_list_says_so() -> None:
    found = the_list(BOTH, count=6, in_states=frozenset({"MI"}), least_share=0.75)
    says = (
        "3 of the programs to choose from lie in Michigan. With at least 75 % of the list there, it has no more than 4."
    )
    assert len(found.on_it) == 4
    assert [note for note in found.notes if "Michigan" in note] == [says]


def test_a_pin_outside_the_only_states_is_named_as_a_contradiction() -> None:
    pin = INTERNAL[0]
    found = the_list(BOTH, count=2, in_states=frozenset({"MI"}), only_states=True, pinned_in=frozenset({pin.key}))
    assert found.status is Status.PARTIAL
    assert found.notes[0] == (
        f"These cannot hold together: Michigan: at least 100 %; {pin.name} is on the list. "
        "The list keeps to as much of them as it can."
    )


def test_a_wished_mix_tells_its_price_and_the_best_list_without_it() -> None:
    found, free = the_list(KINDS, count=2, mix=HALVES), the_list(KINDS, count=2)
    assert sorted(one.listed.text("type") or "" for one in found.on_it) == ["community", "university"]
    assert found.mix is not None
    assert found.mix.price == pytest.approx(free.value - found.value)
    assert found.mix.least - 1e-12 <= found.mix.price <= found.mix.most + 1e-12
    assert (found.mix.without, found.mix.applied_without) == (pytest.approx(free.value), free.applied)


def test_a_mix_as_a_rule_is_the_same_list_without_a_price() -> None:
    rule, wish = the_list(KINDS, count=2, mix=HALVES, mix_is_rule=True), the_list(KINDS, count=2, mix=HALVES)
    assert rule.applied == wish.applied
    assert rule.mix is None


def test_a_wished_mix_with_too_few_programs_gives_way_and_says_which_are_missing() -> None:
    found = the_list(KINDS, count=6, mix=HALVES)
    assert len(found.on_it) == 6
    assert found.mix is None
    assert [note for note in found.notes if "mix" in note] == [
        "In a list of 6 programs the mix asks for 3 of the type university; 2 are known to be.",
        "The list is made without the mix.",
    ]


def test_the_same_mix_as_a_rule_shortens_the_list() -> None:
    found = the_list(KINDS, count=6, mix=HALVES, mix_is_rule=True)
    assert len(found.on_it) in (4, 5)
    kinds = [one.listed.text("type") for one in found.on_it]
    assert kinds.count("university") == 2
    assert found.status is Status.PARTIAL


def test_a_mix_where_no_type_is_told_is_left_aside_even_as_a_rule() -> None:
    found = the_list(BOTH, count=2, mix=COMMUNITY, mix_is_rule=True)
    assert len(found.on_it) == 2
    assert [note for note in found.notes if "type" in note] == [
        "In a list of 2 programs the mix asks for 2 of the type community; 0 are known to be.",
        "No source tells the type of any of these programs, so no mix can be kept.",
    ]


def test_a_mix_in_each_specialty_is_kept_in_each() -> None:
    counts = {"internal-medicine": 2, "family-medicine": 1}
    of_each = the_list(KINDS, counts=counts, mix=COMMUNITY, mix_by_specialty=True)
    assert sorted((one.listed.specialty, one.listed.text("type")) for one in of_each.on_it) == [
        ("family-medicine", "community"),
        ("internal-medicine", "community"),
        ("internal-medicine", "community"),
    ]


def test_a_mix_without_a_number_takes_nothing_of_a_type_without_a_share() -> None:
    found = the_list([*KINDS, *INTERNAL], budget=33.0, mix=COMMUNITY)
    assert [one.listed.text("type") for one in found.on_it] == ["community"] * 3


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ({"mix": (0.5, 0.5)}, "A mix is 4 shares, none below 0, that sum to 100 in 100"),
        ({"mix": (float("nan"), 0, 0, 1)}, "A mix is 4 shares, none below 0, that sum to 100 in 100"),
        ({"least_share": 1.5}, "The least share of the list in some states is from 0 to 1, and is 1.5."),
        ({"preferences": {"family-medicine": 1.5}}, "What a match in Family Medicine is worth lies between 0 and 1"),
        (
            {"preferences": {"a": 1, "b": 1, "c": 1, "d": 1}},
            "Say what a match is worth for at most 3 specialties; there are more.",
        ),
        ({"budget": float("nan")}, "The budget has to be 0 or more, and is nan; leave it out for no limit."),
        ({"counts": {"neurology": -1}}, "The most programs of neurology has to be 0 or more, and is -1."),
    ],
)
def test_a_wish_that_cannot_be_read_is_told_in_a_sentence(wanted: dict[str, object], sentence: str) -> None:
    with pytest.raises(PortfolioMistake) as mistake:
        the_list(BOTH, **wanted)
    assert [one[: len(sentence)] for one in mistake.value.sentences] == [sentence]


def test_all_wishes_that_cannot_be_read_are_told_at_once() -> None:
    with pytest.raises(PortfolioMistake) as mistake:
        the_list(BOTH, mix=(2.0,), least_share=-1.0, budget=-5.0)
    assert len(mistake.value.sentences) == 3


def test_wishes_for_a_specialty_that_is_not_there_wait_and_say_so() -> None:
    found = the_list(INTERNAL, count=1, preferences={"neurology": 0.5})
    says = "No program of Neurology is among those to choose from; what you say of it waits."
    assert [note for note in found.notes if "Neurology" in note] == [says]


def test_signals_left_over_name_their_specialty() -> None:
    found = the_list(INTERNAL, count=1)
    assert found.notes[0] == (
        "2 of 3 gold signals in Internal Medicine are left: 3 programs take them, 1 on the list get one."
    )


def test_the_live_way_keeps_to_all_limits_and_knows_how_far_it_may_be_off() -> None:
    ready = ready_for([*KINDS, *BOTH])
    wanted = Wanted(count=5, budget=60.0, in_states=frozenset({"MI"}), least_share=0.4)
    live, full = list_for(ready, wanted, LIVE), list_for(ready, wanted, FULL)
    assert live.dollars <= 60
    assert live.worth <= full.upper_bound + 1e-12
    assert live.upper_bound >= full.worth - 1e-12
    assert live.draws == 0


@settings(max_examples=25, deadline=None)
@given(
    count=st.integers(0, 6),
    budget=st.one_of(st.none(), st.integers(0, 90)),
    mix=st.sampled_from([None, COMMUNITY, HALVES]),
    is_rule=st.booleans(),
    share=st.sampled_from([0.0, 0.4, 1.0]),
    only=st.booleans(),
    worth=st.sampled_from([0.0, 0.3, 1.0]),
    pins=st.sets(st.sampled_from([one.key for one in (*KINDS, *BOTH)]), max_size=3),
    way=st.sampled_from([LIVE, FULL]),
)
def test_no_wishes_together_give_a_fault_or_a_chance_of_nothing_or_everything(
    count: int,
    budget: int | None,
    mix: tuple[float, ...] | None,
    is_rule: bool,
    share: float,
    only: bool,
    worth: float,
    pins: set[str],
    way: object,
) -> None:
    wanted = Wanted(
        budget=budget,
        count=count,
        mix=mix,
        mix_is_rule=is_rule,
        in_states=frozenset({"MI", "NV"}),
        least_share=share,
        only_states=only,
        preferences={"family-medicine": worth},
        pinned_in=frozenset(pins),
    )
    found = list_for(READY, wanted, way)  # type: ignore[arg-type]
    assert len(found.on_it) <= count
    if found.on_it:
        assert 0 < found.worth <= found.upper_bound + 1e-12
        assert 0 < found.value < 1
        assert budget is None or found.dollars <= budget + 1e-6
    else:
        assert found.notes


READY = ready_for([*KINDS, *BOTH])
