"""“What if” as JSON with stable keys; chances and gains are parts of one."""

from __future__ import annotations

from typing import Any

from bedside.documents.as_json import as_json
from bedside.documents.content.odds.as_json import estimate_as_json
from bedside.documents.content.programs.as_json import OfSample
from bedside.plan.what_if.results import Answer, Together, WhatIfs


def what_if_as_json(found: WhatIfs, directory: OfSample) -> dict[str, Any]:
    """Everything the page says; orders are lists of keys, the first move first."""
    leans = bool(found.leans_on)
    return {
        "as_of": found.as_of.isoformat(),
        "match_year": found.match_year,
        "is_sample": directory.is_sample,
        "says": list(found.says),
        "list": {
            "programs": found.programs,
            "dollars": found.dollars,
            "signals": {key: signal.name.lower() for key, signal in found.applied.items()},
        },
        "before": estimate_as_json(found.before, leans),
        "leans_on": list(found.leans_on),
        "next_move": found.next_move.key if found.next_move else None,
        "ranked": [one.key for one in found.ranked],
        "by_month": [one.key for one in found.by_month],
        "by_dollar": [one.key for one in found.by_dollar],
        "together": [_together(one, leans) for one in found.together],
        "not_measured": [one.key for one in found.not_measured],
        "rule": found.rule,
        "answers": [_answer(one, leans) for one in found.answers],
        "left_out": list(found.left_out),
        "two_cycles": _over_cycles(found),
        "says_of_cycles": found.says_of_cycles,
        "because": [as_json(reason) for reason in found.because],
    }


def _answer(one: Answer, leans: bool) -> dict[str, Any]:
    plain = ("key", "title", "says", "dollars", "dollars_from", "dollars_to", "months")
    flags = ("is_move", "in_time", "programs")
    return {
        **{name: getattr(one, name) for name in plain},
        "basis": one.basis.name.lower(),
        "before": estimate_as_json(one.before, leans),
        "after": estimate_as_json(one.after, leans),
        "gain": estimate_as_json(one.gain, leans),
        **{name: getattr(one, name) for name in flags},
        "opens": list(one.opens),
        "possibilities": [
            {"title": way.title, "chance": estimate_as_json(way.chance, leans)} for way in one.possibilities
        ],
        "notes": list(one.notes),
        "because": [as_json(reason) for reason in one.because],
    }


def _together(one: Together, leans: bool) -> dict[str, Any]:
    plain = ("added_up", "dollars", "dollars_from", "dollars_to", "months_from", "months_to", "programs")
    return {
        "keys": list(one.keys),
        "before": estimate_as_json(one.before, leans),
        "after": estimate_as_json(one.after, leans),
        "gain": estimate_as_json(one.gain, leans),
        **{name: getattr(one, name) for name in plain},
        "notes": list(one.notes),
    }


def _over_cycles(found: WhatIfs) -> dict[str, Any] | None:
    over = found.two_cycles
    if over is None:
        return None
    leans = bool(found.leans_on)
    seasons = [
        {"match_year": one.match_year, "chance": estimate_as_json(one.chance, leans), "dollars": one.dollars}
        for one in over.seasons
    ]
    return {
        "seasons": seasons,
        "chance": estimate_as_json(over.chance, leans),
        "independent": over.independent,
        "dollars": over.dollars,
        "because": [as_json(reason) for reason in over.because],
    }
