"""Tracks that are made up have the positions that were published."""

from __future__ import annotations

import numpy as np

from bedside.evidence.library import load_evidence
from bedside.market.published import published
from bedside.market.tracks import made_up_tracks

TABLES = published(load_evidence())
TRACKS = made_up_tracks(TABLES)


def test_made_up_tracks_have_as_many_positions_in_each_field_as_were_published() -> None:
    assert np.bincount(TRACKS.field, TRACKS.positions).tolist() == TABLES.positions.tolist()


def test_as_many_made_up_positions_begin_in_the_second_year_as_were_published_but_for_half_a_track() -> None:
    advanced = np.bincount(TRACKS.field, TRACKS.positions * TRACKS.is_advanced)
    assert np.abs(advanced - TABLES.second_year).max() <= TRACKS.positions.max() / 2
    assert advanced[TABLES.second_year == 0].sum() == 0
    assert advanced.sum() > 0.98 * TABLES.second_year.sum() > 2_500


def test_a_made_up_track_is_the_same_whenever_it_is_made() -> None:
    again = made_up_tracks(TABLES)
    assert (again.codes, again.is_advanced.tolist()) == (TRACKS.codes, TRACKS.is_advanced.tolist())
