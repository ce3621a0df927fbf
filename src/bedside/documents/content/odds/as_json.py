"""The odds as JSON with stable keys; chances are parts of one, and null where there is no list."""

from __future__ import annotations

from typing import Any

from bedside.documents.as_json import as_json
from bedside.documents.content.programs.as_json import OfSample
from bedside.odds.effects import Effect
from bedside.odds.results import Estimate, Odds, SpecialtyOdds
from bedside.plan.chances.your_odds import YourOdds


def odds_as_json(found: YourOdds, directory: OfSample) -> dict[str, Any]:
    """Everything the page says: the list, the three chances, each specialty, what is missing and what to know."""
    odds = found.odds
    return {
        "as_of": found.as_of.isoformat(),
        "match_year": found.match_year,
        "is_sample": directory.is_sample,
        "list": {
            "keys": [one.key for one in found.chosen.listed],
            "signals": {key: one.name.lower() for key, one in found.signals.items()},
            "says": list(found.chosen.says),
        },
        **chances_as_json(odds),
        "leans_on": list(odds.leans_on),
        "specialties": [_specialty(one) for one in odds.specialties],
        "missing": list(odds.missing),
        "notes": list(odds.notes),
        "because": [as_json(reason) for reason in odds.because],
    }


def chances_as_json(odds: Odds) -> dict[str, Any]:
    """How many programs, and the three chances."""
    return {
        "programs": odds.programs,
        "any_interview": estimate_as_json(odds.any_interview, bool(odds.leans_on)),
        "match_given_rank": estimate_as_json(odds.match_given_rank, bool(odds.leans_on)),
        "match": estimate_as_json(odds.match, bool(odds.leans_on)),
        "headline": odds.headline,
    }


def estimate_as_json(one: Estimate | None, leans: bool) -> dict[str, Any] | None:
    """The two ends, and the middle; the middle is null where the answer leans on weak evidence."""
    return None if one is None else {**as_json(one), "middle": None if leans else one.middle}


def _specialty(one: SpecialtyOdds) -> dict[str, Any]:
    plain = ("specialty", "is_borrowed", "programs", "with_rate", "refused")
    chances = ("any_interview", "match", "interviews")
    return {
        **{name: getattr(one, name) for name in plain},
        **{name: {"low": getattr(one, name).low, "high": getattr(one, name).high} for name in chances},
        "effects": [_effect(effect) for effect in one.effects],
    }


def _effect(effect: Effect) -> dict[str, Any]:
    because = [as_json(reason) for reason in effect.because]
    return {"key": effect.key, "says": effect.says, "is_weak": effect.is_weak, "because": because}
