"""How amounts and hours are written: never more digits than their source carries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bedside.documents.content.plan.money_and_status import total
from bedside.documents.wording import dollars, hours
from bedside.evidence.money import Dollars, exactly
from tests.documents import samples


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (exactly(955), "$955"),
        (exactly(-12.4), "−$12"),
        (Dollars(112, 562), "$110 to $560"),
        (Dollars(450, 2250), "$450 to $2,250"),
        (Dollars(25, 75), "$25 to $75"),
        (Dollars(1201, 1203), "about $1,200"),
    ],
)
def test_a_price_is_exact_and_a_range_of_estimates_stands_in_tens(amount: Dollars, written: str) -> None:
    assert dollars(amount) == written


@pytest.mark.parametrize(
    ("worked_out", "written"), [(246.3, "246 hours"), (39.6, "40 hours"), (1.5, "1.5 hours"), (1, "1 hour")]
)
def test_hours_have_no_decimals_from_ten_on(worked_out: float, written: str) -> None:
    assert hours(worked_out) == written


def test_the_whole_journey_costs_at_least_what_has_a_price() -> None:
    budget = replace(samples.plan().budget, total=exactly(5420), says_total="")
    assert total(replace(budget, not_priced=("Visa fees.",))) == "At least $5,420."
    assert total(replace(budget, not_priced=())) == "$5,420."
