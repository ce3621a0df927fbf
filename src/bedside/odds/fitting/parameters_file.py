"""Makes the file of parameters: what is believed of every specialty, and what it was fitted from."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any

import numpy as np

from bedside.evidence.library import Evidence
from bedside.odds.fitting.drawing import DRAWS, Fit, Market
from bedside.odds.fitting.published import (
    MARKET,
    RATES,
    crowding,
    interview_rate,
    names_used,
    published_specialties,
)
from bedside.odds.fitting.scores import ScoreSlope, score_slopes
from bedside.odds.fitting.seasons import GROUPS, ahead_of_others, fit_season, seasons, step_between_seasons
from bedside.odds.numbers import Numbers, standard_normals
from bedside.odds.parameters import OTHER

_DIGITS = 3


def market(evidence: Evidence) -> Market:
    """By specialty, the logarithm of positions over candidates and the interview rate of non-US IMGs."""
    names = [figure.name.removeprefix(MARKET).removeprefix(RATES) for figure in _market_figures(evidence)]
    keys = sorted({name.split(".")[0] for name in names})
    found = {key: (crowding(key, evidence), interview_rate(key, "non-us-img", evidence)) for key in keys}
    return {**found, OTHER: (None, None)}


def digest_of_figures(evidence: Evidence) -> str:
    """A digest of every figure the fit takes: another one means that the file of parameters is stale."""
    told = [(name, str(evidence.find(name).value), str(evidence.find(name).interval)) for name in names_used(evidence)]
    return hashlib.sha256(json.dumps(sorted(told)).encode()).hexdigest()


def parameters_content(evidence: Evidence) -> dict[str, Any]:
    """The content of the file: the same evidence always gives the same, up to the last digit of arithmetic."""
    tables, known = published_specialties(evidence), market(evidence)
    fit = Fit(tables, known)
    best = max(range(len(fit.weights)), key=lambda at: fit.weights[at])
    shape = list(fit.fits)[best]
    slopes, other_slope = score_slopes(tables, {key: one.model for key, one in fit.fits[shape].items()})
    by_year = {group: {one.year: fit_season(one) for one in seasons(group, evidence)} for group in GROUPS}
    ahead, ahead_sd = ahead_of_others(by_year)
    step = step_between_seasons(by_year)
    own = {table.key for table in tables}
    normals = standard_normals("seasons", DRAWS, 3)
    return {
        "made_by": "make fit",
        "figures": digest_of_figures(evidence),
        "draws": DRAWS,
        "link": [one.link for one in fit.shapes],
        "lean": [one.lean for one in fit.shapes],
        "season": _rounded(step * normals[:, 0]),
        "us_img_success": _rounded(ahead + ahead_sd * normals[:, 1]),
        "ln_applications": _rounded(_ln_applications(evidence) * normals[:, 2]),
        "step_2_ck_slope": _rounded(other_slope, 5),
        "specialties": {key: _specialty(key, fit, own, slopes) for key in sorted({*known, *own})},
    }


def text_of(content: dict[str, Any]) -> str:
    """The file as it is written: a line for every list of draws, so that a change can be read."""
    lists_in_a_line = re.sub(r"\[[^\[\]]*\]", lambda one: " ".join(one[0].split()), json.dumps(content, indent=1))
    return lists_in_a_line + "\n"


def _specialty(key: str, fit: Fit, own: set[str], slopes: dict[str, ScoreSlope]) -> dict[str, Any]:
    draws = fit.own(key) if key in own else fit.from_others(key)
    found: dict[str, Any] = {"borrowed": key not in own}
    for name, column in zip(("level", "ln_spread", "success", "ln_frailty"), draws.T, strict=True):
        found[name] = _rounded(column)
    if key in slopes:
        found["step_2_ck"] = _rounded((slopes[key].mean, slopes[key].sd), 1)
        found["step_2_ck_slope"] = _rounded(slopes[key].slope, 5)
    return found


def _ln_applications(evidence: Evidence) -> float:
    """The standard deviation of the logarithm of applications: the reading's interval is taken to hold 80 %."""
    interval = evidence.find("reading.odds.applications").interval
    return float(np.log(interval.high / interval.low) / (2 * 1.2816)) if interval else 0.2


def _market_figures(evidence: Evidence) -> Iterable[Any]:
    return (*evidence.starting_with(MARKET), *evidence.starting_with(RATES))


def _rounded(values: Iterable[float] | Numbers, digits: int = _DIGITS) -> list[float]:
    return [round(float(one), digits) for one in values]
