"""A published interview rate is believed as far as it is reliable, so that the best of many are no promise."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bedside.odds.chances import Chances, chances
from bedside.odds.invitations import behind_rates, reliability
from bedside.odds.numbers import Numbers, chance, log_odds, standard_normals
from bedside.odds.odds import odds
from tests.odds.applicants import EVIDENCE, an_applicant, some_programs, unsignalled

ME = an_applicant()
MIDDLE = -4.0
NINE = 9


def made_up(seed: int, trust: float, programs: int = 600) -> tuple[Numbers, Numbers]:
    """The log-odds of programs, and the rates they publish: `trust` of the spread of these is the programs' own."""
    random = np.random.default_rng(seed)
    true = MIDDLE + random.standard_normal(programs)
    shown = true + np.sqrt(1 / trust - 1) * random.standard_normal(programs)
    return true, np.round(chance(shown), 2)


def believed(rates: Numbers, trust: Numbers) -> Numbers:
    """By program and draw, the log-odds that are drawn for these rates."""
    middle, spread = behind_rates(rates, np.full_like(trust, MIDDLE), trust)
    normals = standard_normals("published rates", len(trust), len(rates)).T
    return np.asarray(middle + spread * normals)


def of_the_best(seed: int, trust: float) -> tuple[float, float, float]:
    """The true average chance of the nine programs with the highest rates, what is believed of it, and face value."""
    true, rates = made_up(seed, trust)
    best = np.argsort(-rates, kind="stable")[:NINE]
    told = chance(believed(rates, np.full(64, trust)))[best].mean()
    return float(chance(true[best]).mean()), float(told), float(rates[best].mean())


def test_the_nine_highest_rates_of_many_are_told_as_what_they_turn_out_to_be() -> None:
    truth, told, face = np.mean([of_the_best(seed, 0.6) for seed in range(60)], axis=0)
    assert told == pytest.approx(truth, rel=0.08)
    assert face > 1.5 * truth


@pytest.mark.parametrize("trust", [0.45, 0.6, 0.8])
def test_an_interval_holds_programs_as_often_as_it_says_whatever_the_reliability(trust: float) -> None:
    """A little more or less than eight in ten, because which reliability it is remains open."""
    own = reliability(32, EVIDENCE)
    held = []
    for seed in range(10):
        true, rates = made_up(seed, trust)
        low, high = np.quantile(believed(rates, own), [0.1, 0.9], axis=1)
        held.append(np.mean((low <= true) & (true <= high)))
    assert 0.7 <= np.mean(held) <= 0.9


def test_a_rate_far_from_the_usual_is_drawn_towards_it_and_less_than_all_the_way() -> None:
    (middle,), _ = behind_rates(np.array([0.3]), np.full(1, MIDDLE), np.full(1, 0.6))
    assert middle == pytest.approx(MIDDLE + 0.6 * (log_odds(0.3) - MIDDLE), abs=0.02)


def test_a_rate_that_is_sure_stands_as_it_is() -> None:
    middle, spread = behind_rates(np.array([0.3]), np.full(1, MIDDLE), np.full(1, 1.0))
    assert middle.item() == pytest.approx(float(log_odds(0.3)), abs=0.02)
    assert spread.item() == pytest.approx(0.2, abs=0.01)


def test_the_reliability_is_spread_over_its_whole_interval() -> None:
    found = np.sort(reliability(32, EVIDENCE))
    assert (found[0], found[-1]) == pytest.approx((0.407, 0.833), abs=0.001)


def rated(key: str, specialty: str = "internal-medicine") -> tuple[Chances, Chances]:
    """Many programs with rates as far apart as published ones are, and as many without any."""
    average = EVIDENCE.number(f"interview-rates.rate.{specialty}.non-us-img") / 100
    random = np.random.default_rng(list(key.encode()))
    shown = chance(np.sqrt(1 / 0.6) * random.standard_normal(3000) + log_odds(average) - 0.7)
    rates = np.round(shown * average / shown.mean(), 2)
    plain = some_programs(len(rates), specialty=specialty)
    telling = [
        replace(one, values={"interview-rate.non-us-img": float(rate)}) for one, rate in zip(plain, rates, strict=True)
    ]
    return chances(ME, telling, EVIDENCE), chances(ME, plain, EVIDENCE)


@pytest.mark.parametrize("specialty", ["internal-medicine", "pediatrics", "psychiatry"])
def test_the_programs_of_a_specialty_invite_as_readily_on_average_whether_they_tell_rates_or_not(
    specialty: str,
) -> None:
    telling, plain = rated("on average", specialty)
    assert telling.interviews[:, 0].mean() == pytest.approx(plain.interviews[:, 0].mean(), rel=0.1)


def test_less_is_left_open_of_a_program_with_a_rate_than_of_one_without() -> None:
    telling, plain = rated("left open")
    assert np.all(telling.luck < plain.luck)
    assert np.all(plain.luck == 1)


def test_the_same_program_has_the_same_luck_in_every_list() -> None:
    programs = [replace(one, values={"interview-rate.non-us-img": 0.1}) for one in some_programs(5)]
    whole, alone = chances(ME, programs, EVIDENCE), chances(ME, programs[3:4], EVIDENCE)
    assert np.array_equal(whole.invited[3], alone.invited[0])


def test_where_rates_are_counted_it_is_said_that_they_are_drawn_in_and_what_that_rests_on() -> None:
    plain = some_programs(2)
    telling = [replace(plain[0], values={"interview-rate.non-us-img": 0.1}), plain[1]]
    with_rate, without = (odds(ME, programs, unsignalled(programs), EVIDENCE) for programs in (telling, plain))
    assert set(with_rate.notes) - set(without.notes) >= {
        "A program's published interview rate counts only in part, and is drawn towards the average of its specialty: "
        "it is of one season, and of people who chose that program."
    }
    cited = [{one.figure.name for one in found.because if one.figure} for found in (with_rate, without)]
    assert cited[0] - cited[1] == {"interview-rates.reliability"}
