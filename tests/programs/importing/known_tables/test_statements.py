"""Shares and rates are read to the number a person would write, whichever way the source writes them."""

from __future__ import annotations

import pytest

from bedside.programs.importing.known_tables.statements import percent, rate


@pytest.mark.parametrize(("text", "share"), [("67.8", 0.678), ("0.4", 0.004), ("100", 1.0), ("33.3 %", 0.333)])
def test_a_percentage_is_the_share_a_person_would_write(text: str, share: float) -> None:
    assert percent(text) == share


@pytest.mark.parametrize(("text", "share"), [("0.31", 0.31), ("67.8 %", 0.678), ("0", 0.0)])
def test_a_rate_is_read_as_a_part_of_one_or_as_percents(text: str, share: float) -> None:
    assert rate(text) == share
