"""The published tables, what is estimated from them, and that the parameters were found with them."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from bedside.evidence.library import load_evidence
from bedside.market.applicant_types import ApplicantType
from bedside.market.calibrating import figures_digest
from bedside.market.chance import STAYS
from bedside.market.parameters import load_market_parameters
from bedside.market.published import PRELIMINARY, published
from bedside.market.readings import START, market_readings

EVIDENCE = load_evidence()
TABLES = published(EVIDENCE)


def test_the_parameters_are_those_of_the_figures_that_ship() -> None:
    assert load_market_parameters().figures == figures_digest(EVIDENCE), "python -m bedside.market.calibrating FOLDER"


def test_where_every_position_begins_in_the_first_year_no_more_rank_a_field_first_than_rank_it_at_all() -> None:
    counted = ~np.isnan(TABLES.ranked) & (TABLES.second_year == 0)[:, None]
    counted[:, ApplicantType.NON_US_IMG] = False  # those were counted in another year
    least = market_readings(EVIDENCE).matched_to_first * TABLES.matched
    assert (TABLES.first_choices <= np.fmax(TABLES.ranked, least) * 1.01)[counted].all()


def test_what_is_supposed_where_nothing_is_published_is_a_reading_in_the_evidence() -> None:
    readings = market_readings(EVIDENCE)
    assert len(fields(readings)) == len(list(EVIDENCE.starting_with(START)))
    assert pytest.approx(readings.file_stays) == STAYS**2


def test_first_choices_sum_to_all_who_have_a_list() -> None:
    assert TABLES.first_choices.sum(axis=0) == pytest.approx(TABLES.active)


def test_nobody_ranks_a_preparatory_year_first() -> None:
    assert TABLES.first_choices[list(TABLES.is_preliminary)].sum() == 0
    assert sum(TABLES.is_preliminary) == len(PRELIMINARY)


def test_non_us_imgs_who_were_counted_stay_as_counted() -> None:
    row = TABLES.fields.index("internal-medicine")
    counted = (3392 + 3600) * 11465 / 11944
    assert TABLES.first_choices[row, ApplicantType.NON_US_IMG] == pytest.approx(counted)


def test_those_who_matched_are_as_many_as_the_positions_they_filled() -> None:
    off = np.abs(TABLES.matched.sum(axis=1) - TABLES.filled)
    assert off.max() <= 2  # the NRMP counts a few others


def test_where_nobody_counted_hardly_fewer_ranked_a_field_first_than_matched_in_it() -> None:
    counted = np.zeros(TABLES.matched.shape, dtype=bool)
    counted[:, ApplicantType.NON_US_IMG] = True
    years = np.array(TABLES.is_preliminary)[:, None]
    least = np.where(counted | years, 0, 0.9 * TABLES.matched)
    assert (TABLES.first_choices >= least).all()
