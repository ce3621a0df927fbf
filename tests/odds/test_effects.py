"""What one thing about the applicant does to the odds of every invitation."""

from __future__ import annotations

import numpy as np
import pytest

from bedside.odds.applicant import Group, applicant_effects
from bedside.odds.effects import Effect
from bedside.odds.parameters import load_parameters
from tests.odds.applicants import EVIDENCE, an_applicant, exams


def test_an_effect_tells_by_how_much_it_multiplies_the_odds_of_an_invitation() -> None:
    effect = Effect("visa", "You need a visa to train.", np.log(np.linspace(0.25, 0.75, 11)), True, ())
    assert effect.times == pytest.approx((0.3, 0.5, 0.7))


@pytest.mark.parametrize(
    ("key", "whose"),
    [
        ("internal-medicine", "of those who rank Internal Medicine first"),
        ("family-medicine", "of those who rank Family Medicine first"),
        ("psychiatry", "over the specialties that publish one"),
    ],
)
def test_a_score_stands_beside_an_average_that_says_whose_it_is(key: str, whose: str) -> None:
    parameters = load_parameters()
    asker = an_applicant(**exams(228)).asker
    specialty = parameters.of(key)
    score = applicant_effects(asker, Group.NON_US_IMG, specialty, parameters, EVIDENCE)[0]
    assert score.says.partition(", the average ")[2] == f"{whose}."
