"""What one thing about the applicant does to the odds of every invitation."""

from __future__ import annotations

import numpy as np
import pytest

from bedside.odds.effects import Effect


def test_an_effect_tells_by_how_much_it_multiplies_the_odds_of_an_invitation() -> None:
    effect = Effect("visa", "You need a visa to train.", np.log(np.linspace(0.25, 0.75, 11)), True, ())
    assert effect.times == pytest.approx((0.3, 0.5, 0.7))
