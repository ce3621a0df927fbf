"""Fees of seasons ahead and past, and whether the later programs are the dear ones."""

from __future__ import annotations

import pytest

from bedside.evidence.fees import application_cost, later_programs_cost_more
from bedside.evidence.library import load_evidence


@pytest.mark.parametrize(
    ("match_year", "says"),
    [
        (2022, "The fees of the 2022 season are not known to Bedside; these are those of 2024."),
        (2030, "The fees of the 2030 season are not known yet; these are those of 2026."),
    ],
)
def test_only_fees_of_a_season_ahead_are_not_known_yet(match_year: int, says: str) -> None:
    priced = application_cost("ERAS", "neurology", match_year, 10, load_evidence())
    assert priced.says.split(": ", 1)[1].split(". ", 1)[1] == says


@pytest.mark.parametrize(
    ("service", "key", "programs", "dearer"),
    [
        ("ERAS", "neurology", 30, False),
        ("ERAS", "neurology", 31, True),
        ("ResidencyCAS", "emergency-medicine", 18, False),
        ("ResidencyCAS", "emergency-medicine", 19, True),
        ("ResidencyCAS", "obstetrics-and-gynecology", 80, False),
    ],
)
def test_later_programs_cost_more_only_beyond_the_first_tier(
    service: str, key: str, programs: int, dearer: bool
) -> None:
    assert later_programs_cost_more(service, key, 2028, programs, load_evidence()) is dearer
