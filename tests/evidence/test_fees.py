"""What applying costs: the publishers' own examples, and what is said where a price is unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.evidence.fees import application_cost
from bedside.evidence.library import load_evidence
from bedside.evidence.money import Dollars, exactly

EVIDENCE = load_evidence()


def cost(service: str, specialty: str, season: int, programs: int) -> Dollars | None:
    return application_cost(service, specialty, season, programs, EVIDENCE).cost


@pytest.mark.parametrize(
    ("programs", "dollars"), [(0, 0), (1, 11), (30, 330), (31, 360), (50, 930), (100, 2430), (150, 3930), (200, 5430)]
)
def test_an_eras_season_of_2026_costs_what_the_aamc_says(programs: int, dollars: float) -> None:
    assert cost("ERAS", "internal-medicine", 2026, programs) == exactly(dollars)


@pytest.mark.parametrize(("counts", "dollars"), [((30,), 330), ((43, 7), 797), ((32, 32), 780)])
def test_tiers_begin_anew_with_every_specialty(counts: tuple[int, ...], dollars: float) -> None:
    keys = ("internal-medicine", "diagnostic-radiology")
    prices = [cost("ERAS", key, 2026, count) for key, count in zip(keys, counts, strict=False)]
    assert sum(price.low for price in prices if price) == dollars


@pytest.mark.parametrize(("programs", "dollars"), [(10, 99), (20, 289), (23, 358), (30, 519)])
def test_an_eras_season_of_2024_costs_what_the_aamc_said_then(programs: int, dollars: float) -> None:
    assert cost("ERAS", "emergency-medicine", 2024, programs) == exactly(dollars)


@pytest.mark.parametrize(("programs", "dollars"), [(1, 99), (18, 99), (19, 117), (30, 315), (46, 683)])
def test_emergency_medicine_of_2026_costs_what_its_society_says(programs: int, dollars: float) -> None:
    assert cost("ResidencyCAS", "emergency-medicine", 2026, programs) == exactly(dollars)


def test_a_season_without_prices_takes_the_latest_known_ones_and_says_so() -> None:
    priced = application_cost("ERAS", "neurology", 2028, 31, EVIDENCE)
    assert priced.cost == exactly(360)
    assert priced.says == (
        "31 programs in Neurology through ERAS: $360. "
        "The fees of the 2028 season are not known yet; these are those of 2026."
    )


def test_the_reasons_are_the_tiers_that_were_used() -> None:
    priced = application_cost("ERAS", "neurology", 2026, 30, EVIDENCE)
    assert [reason.figure.name for reason in priced.because if reason.figure] == ["fee.eras.2026.programs-1-to-30"]


def test_an_unknown_price_stays_unknown() -> None:
    priced = application_cost("ResidencyCAS", "obstetrics-and-gynecology", 2028, 40, EVIDENCE)
    assert (priced.cost, priced.because) == (None, ())
    assert priced.says == "What Obstetrics and Gynecology costs through ResidencyCAS is not known to Bedside."


def test_a_negative_number_of_programs_is_a_fault() -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        cost("ERAS", "neurology", 2026, -1)


@given(st.integers(0, 400), st.sampled_from([2024, 2025, 2026, 2030]))
def test_one_more_program_never_costs_less(programs: int, season: int) -> None:
    fewer, more = (cost("ERAS", "neurology", season, count) for count in (programs, programs + 1))
    assert fewer is not None
    assert more is not None
    assert fewer.low <= more.low
