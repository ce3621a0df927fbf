"""The best list as JSON with stable keys; chances are parts of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from bedside.documents.as_json import as_json
from bedside.documents.content.odds.as_json import chances_as_json
from bedside.documents.content.programs.as_json import OfSample
from bedside.plan.chances.your_list import YourList
from bedside.targeting.program_list.curves import Curves
from bedside.targeting.program_list.problem import TYPES, Wanted
from bedside.targeting.program_list.results import Choice, PriceOfWish


def target_as_json(found: YourList, directory: OfSample, curves: Curves | None = None) -> dict[str, Any]:
    """Everything the page says, and every program that is not on the list; the curves where they are given."""
    best, drawn, leans = found.best, found.best.untargeted, bool(found.odds.leans_on)
    return {
        "as_of": found.as_of.isoformat(),
        "match_year": found.match_year,
        "is_sample": directory.is_sample,
        "says": list(found.says),
        "notes": [*best.notes, *found.odds.notes],
        "missing": list(found.odds.missing),
        "odds": {**chances_as_json(found.odds), "leans_on": list(found.odds.leans_on)},
        "wanted": wanted_as_json(found.wanted),
        "way": found.way.name,
        "status": best.status.name.lower(),
        "worth": None if leans or not best.on_it else best.worth,
        "gap": best.gap,
        "dollars": best.dollars,
        "interviews": best.interviews,
        "landings": [_with_range(as_json(one), leans) for one in found.landings],
        "mix": price_as_json(best.mix, leans),
        "places": price_as_json(best.places, leans),
        "curves": curves_as_json(curves, leans) if curves else None,
        "untargeted": {
            "keys": [one.key for one in drawn.listed],
            "asked_for": drawn.asked_for,
            "dollars": drawn.dollars,
            "odds": chances_as_json(found.untargeted) if found.untargeted else None,
        }
        if drawn
        else None,
        "draws": best.draws,
        "on_the_list": [_choice(one) for one in best.on_it],
        "not_on_it": [_choice(one) for one in best.off_it],
        "because": [as_json(reason) for reason in found.odds.because],
    }


def wanted_as_json(wanted: Wanted) -> dict[str, Any]:
    """What was asked for, as it was understood."""
    told = {one.name: getattr(wanted, one.name) for one in fields(wanted)}
    return {name: _plain(one) for name, one in told.items()}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value


def price_as_json(price: PriceOfWish | None, leans: bool) -> dict[str, Any] | None:
    """What a wish costs, and the best list without it; no single chance where the odds lean on weak evidence."""
    if price is None:
        return None
    told = {one.name: getattr(price, one.name) for one in fields(price)}
    without = {key: signal.name.lower() for key, signal in price.applied_without.items()}
    return {**told, "without": None if leans else price.without, "applied_without": without}


def curves_as_json(found: Curves, leans: bool) -> dict[str, Any]:
    """Both curves; no single chance where the odds lean on weak evidence."""
    told = as_json(found)
    for name in ("by_count", "by_budget"):
        told[name] = [_with_range(one, leans) for one in told[name]]
    return {**told, "untargeted": _with_range(told["untargeted"], leans) if told["untargeted"] else None}


def _with_range(told: dict[str, Any], leans: bool) -> dict[str, Any]:
    """With a range alone where the odds lean on weak evidence, and with its middle elsewhere."""
    if not leans:
        return told
    hidden = {"worth": None} if "limit" in told else {}
    return {**told, **hidden, "chance": {**told["chance"], "middle": None}}


def _choice(one: Choice) -> dict[str, Any]:
    return {
        "key": one.listed.key,
        "name": one.listed.name,
        "specialty": one.listed.specialty,
        "state": one.listed.state or None,
        "type": TYPES[one.type] if one.type < len(TYPES) else None,
        "signal": one.signal.name.lower(),
        "why": one.why.value,
        "blocked_by": list(one.blocked_by),
        "adds": one.adds,
        "chosen_in": one.chosen_in,
    }
