"""The file of parameters: fitted from the evidence as it is, and the same every time."""

from __future__ import annotations

import copy
import json
from typing import Any

import numpy as np
import pytest

from bedside.evidence.library import load_evidence
from bedside.odds.fitting.parameters_file import digest_of_figures, parameters_content, text_of
from bedside.odds.parameters import OTHER, PARAMETERS_FILE, load_parameters

EVIDENCE = load_evidence()
STALE = "the parameters are stale: `make fit` fits them anew"


def close(one: Any, other: Any) -> bool:
    """Whether two contents agree up to the last digits of arithmetic on another machine."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(close(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and bool(np.allclose(one, other, atol=0.02))
    return bool(one == other)


def test_the_file_was_fitted_from_the_figures_that_ship() -> None:
    assert load_parameters().figures == digest_of_figures(EVIDENCE), STALE


def test_another_figure_makes_the_file_stale() -> None:
    changed = EVIDENCE.with_readings({"reading.odds.applications": 90})
    assert load_parameters().figures != digest_of_figures(changed)


def test_fitting_anew_gives_the_file_that_ships() -> None:
    assert close(parameters_content(EVIDENCE), json.loads(PARAMETERS_FILE.read_text(encoding="utf-8"))), STALE


def test_a_changed_parameter_is_noticed() -> None:
    shipped = json.loads(PARAMETERS_FILE.read_text(encoding="utf-8"))
    changed = copy.deepcopy(shipped)
    changed["specialties"]["neurology"]["success"][3] += 0.1
    assert not close(changed, shipped)


def test_the_file_is_written_as_it_is_read() -> None:
    text = PARAMETERS_FILE.read_text(encoding="utf-8")
    assert text_of(json.loads(text)) == text


@pytest.mark.parametrize(
    ("key", "is_borrowed"), [("internal-medicine", False), ("psychiatry", True), ("neurology", True), (OTHER, True)]
)
def test_a_specialty_without_a_table_is_borrowed(key: str, is_borrowed: bool) -> None:
    assert load_parameters().of(key).is_borrowed == is_borrowed


def test_a_specialty_nobody_publishes_anything_of_is_any_other() -> None:
    assert load_parameters().of("thoracic-surgery").key == OTHER


def test_ten_points_of_step_2_ck_go_with_half_as_many_invitations_again_in_internal_medicine() -> None:
    assert np.exp(10 * load_parameters().of("internal-medicine").slope[0]) == pytest.approx(1.5, abs=0.05)


def test_in_family_medicine_step_2_ck_tells_next_to_nothing() -> None:
    assert np.exp(10 * load_parameters().of("family-medicine").slope[0]) == pytest.approx(1.0, abs=0.1)
