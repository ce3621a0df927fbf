"""“What if” as JSON with stable keys; chances and gains are parts of one."""

from __future__ import annotations

from typing import Any

from bedside.documents.as_json import as_json
from bedside.documents.content.programs.as_json import OfSample
from bedside.odds.results import Estimate
from bedside.plan.what_if.results import Answer, WhatIfs


def what_if_as_json(found: WhatIfs, directory: OfSample) -> dict[str, Any]:
    """Everything the page says; orders are lists of keys, the first move first."""
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
        "before": _chance(found.before, found),
        "leans_on": list(found.leans_on),
        "next_move": found.next_move.key if found.next_move else None,
        "ranked": [one.key for one in found.ranked],
        "by_month": [one.key for one in found.by_month],
        "by_dollar": [one.key for one in found.by_dollar],
        "not_measured": [one.key for one in found.not_measured],
        "rule": found.rule,
        "answers": [_answer(one, found) for one in found.answers],
        "left_out": list(found.left_out),
        "two_cycles": _over_cycles(found),
        "says_of_cycles": found.says_of_cycles,
        "because": [as_json(reason) for reason in found.because],
    }


def _answer(one: Answer, found: WhatIfs) -> dict[str, Any]:
    plain = ("key", "title", "says", "dollars", "dollars_from", "dollars_to", "months")
    flags = ("is_move", "in_time", "programs")
    return {
        **{name: getattr(one, name) for name in plain},
        "basis": one.basis.name.lower(),
        "before": _chance(one.before, found),
        "after": _chance(one.after, found),
        "gain": _chance(one.gain, found),
        **{name: getattr(one, name) for name in flags},
        "opens": list(one.opens),
        "possibilities": [{"title": way.title, "chance": _chance(way.chance, found)} for way in one.possibilities],
        "notes": list(one.notes),
        "because": [as_json(reason) for reason in one.because],
    }


def _over_cycles(found: WhatIfs) -> dict[str, Any] | None:
    over = found.two_cycles
    if over is None:
        return None
    seasons = [
        {"match_year": one.match_year, "chance": _chance(one.chance, found), "dollars": one.dollars}
        for one in over.seasons
    ]
    return {
        "seasons": seasons,
        "chance": _chance(over.chance, found),
        "independent": over.independent,
        "dollars": over.dollars,
        "because": [as_json(reason) for reason in over.because],
    }


def _chance(one: Estimate | None, found: WhatIfs) -> dict[str, Any] | None:
    """A chance or a gain: the two ends, and the middle; the middle is null where the answer leans on weak evidence."""
    return None if one is None else {**as_json(one), "middle": None if found.leans_on else one.middle}
