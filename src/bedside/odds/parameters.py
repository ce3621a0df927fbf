"""The parameters the odds are computed with, read from the file that `make fit` writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bedside.odds.numbers import Numbers

PARAMETERS_FILE = Path(__file__).parent / "parameters.json"
OTHER = "other"
"""The key of a specialty of which nothing at all is published."""


@dataclass(frozen=True, slots=True, eq=False)
class SpecialtyParameters:
    """Draws of one specialty, for non-US IMGs, one number for each draw: see SpecialtyModel for what they mean.

    `is_borrowed` says that no table of its own was published. `score` is mean and standard deviation of the Step 2 CK
    of those who ranked it first (None where not published), `slope` what a point goes with: middle and standard
    deviation.
    """

    key: str
    is_borrowed: bool
    level: Numbers
    spread: Numbers
    success: Numbers
    frailty: Numbers
    score: tuple[float, float] | None
    slope: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """Everything drawn together: the n-th number of every list belongs to the n-th draw.

    `season` is by how much success may differ in another season, `us_img_success` how far a rank of a US IMG is ahead,
    `ln_applications` the logarithm of applications behind the NRMP's lists over the reference number.
    `figures` is the digest of the figures it was fitted from.
    """

    figures: str
    link: Numbers
    lean: Numbers
    season: Numbers
    us_img_success: Numbers
    ln_applications: Numbers
    specialties: Mapping[str, SpecialtyParameters]

    @property
    def draws(self) -> int:
        """How many draws there are."""
        return len(self.link)

    def only(self, at: npt.NDArray[np.intp]) -> Parameters:
        """The same with some of the draws only."""
        return Parameters(
            figures=self.figures,
            link=self.link[at],
            lean=self.lean[at],
            season=self.season[at],
            us_img_success=self.us_img_success[at],
            ln_applications=self.ln_applications[at],
            specialties={key: _only(one, at) for key, one in self.specialties.items()},
        )

    def of(self, specialty: str) -> SpecialtyParameters:
        """The parameters of a specialty; those of any other where nothing is published of it."""
        return self.specialties.get(specialty, self.specialties[OTHER])


@cache
def load_parameters() -> Parameters:
    """The parameters that ship."""
    return read_parameters(json.loads(PARAMETERS_FILE.read_text(encoding="utf-8")))


def read_parameters(content: Mapping[str, Any]) -> Parameters:
    """The parameters of a file's content."""
    slope = _pair(content["step_2_ck_slope"])
    specialties = {key: _specialty(key, one, slope) for key, one in content["specialties"].items()}
    return Parameters(
        figures=content["figures"],
        link=_numbers(content["link"]),
        lean=_numbers(content["lean"]),
        season=_numbers(content["season"]),
        us_img_success=_numbers(content["us_img_success"]),
        ln_applications=_numbers(content["ln_applications"]),
        specialties=specialties,
    )


def _specialty(key: str, content: Mapping[str, Any], slope: tuple[float, float]) -> SpecialtyParameters:
    return SpecialtyParameters(
        key=key,
        is_borrowed=content["borrowed"],
        level=_numbers(content["level"]),
        spread=np.exp(_numbers(content["ln_spread"])),
        success=_numbers(content["success"]),
        frailty=np.exp(_numbers(content["ln_frailty"])),
        score=_pair(content["step_2_ck"]) if "step_2_ck" in content else None,
        slope=_pair(content["step_2_ck_slope"]) if "step_2_ck_slope" in content else slope,
    )


def _only(specialty: SpecialtyParameters, at: npt.NDArray[np.intp]) -> SpecialtyParameters:
    return replace(
        specialty,
        level=specialty.level[at],
        spread=specialty.spread[at],
        success=specialty.success[at],
        frailty=specialty.frailty[at],
    )


def _numbers(values: Any) -> Numbers:
    return np.array(values, dtype=np.float64)


def _pair(values: Any) -> tuple[float, float]:
    first, second = values
    return float(first), float(second)
