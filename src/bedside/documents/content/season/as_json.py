"""The rank order list as JSON with stable keys; chances are parts of one, and null where nothing is counted."""

from __future__ import annotations

from typing import Any

from bedside.documents.as_json import as_json
from bedside.documents.content.programs.as_json import OfSample
from bedside.odds.results import Estimate
from bedside.season.results import Change, Entry, ListDay, OrderTried, Place, RankOrderList, Said


def rank_as_json(found: RankOrderList, directory: OfSample) -> dict[str, Any]:
    """Everything the page says."""
    told = found.headline is not None
    return {
        "as_of": found.as_of.isoformat(),
        "match_year": found.match_year,
        "is_sample": directory.is_sample,
        "says": list(found.says),
        "applied": found.applied,
        "interviews": found.interviews,
        "match": _estimate(found.match, told),
        "no_match": _estimate(found.no_match, told),
        "headline": found.headline,
        "places": [_place(one, told) for one in found.places],
        "by_specialty": [{"specialty": key, **(_estimate(one, told) or {})} for key, one in found.by_specialty],
        "off_the_list": [_entry(one) for one in found.off_the_list],
        "orders": [_order(one, told) for one in found.orders],
        "changes": [_change(one, told) for one in found.changes],
        "if_no_match": [_said(one) for one in found.then],
        "days": [_day(one) for one in found.days],
        "rules": [_said(one) for one in found.rules],
        "missing": list(found.missing),
        "notes": list(found.notes),
        "because": [as_json(reason) for reason in found.because],
    }


def _place(one: Place, told: bool) -> dict[str, Any]:
    return {
        "place": one.place,
        **_entry(one.entry),
        "here": _estimate(one.here, told),
        "so_far": _estimate(one.so_far, told),
        "adds": _estimate(one.adds, told),
        "notes": list(one.notes),
        "because": [as_json(reason) for reason in one.because],
    }


def _entry(one: Entry) -> dict[str, Any]:
    return {
        "entry": one.path,
        "key": one.key,
        "title": one.title,
        "track": one.track,
        "specialty": one.specialty,
        "state": str(one.state),
        "signal": str(one.signal) if one.signal else None,
        "interview": one.interview.isoformat() if one.interview else None,
    }


def _order(one: OrderTried, told: bool) -> dict[str, Any]:
    chances = {"match": one.match, "first": one.first, "first_three": one.first_three}
    return {
        "title": one.title,
        "order": list(one.order),
        **{key: _estimate(chance, told) for key, chance in chances.items()},
    }


def _change(one: Change, told: bool) -> dict[str, Any]:
    chances = {"before": one.before, "after": one.after, "difference": one.difference}
    return {"says": one.says, **_entry(one.entry), **{key: _estimate(it, told) for key, it in chances.items()}}


def _day(one: ListDay) -> dict[str, Any]:
    return {
        "event": str(one.event),
        "day": one.day.isoformat(),
        "eastern_time": one.at.isoformat("minutes") if one.at else None,
        "published": one.published,
        "is_over": one.is_over,
        "because": [as_json(reason) for reason in one.because],
    }


def _said(one: Said) -> dict[str, Any]:
    return {"says": one.says, "because": [as_json(reason) for reason in one.because]}


def _estimate(one: Estimate | None, told: bool) -> dict[str, Any] | None:
    """The two ends, and the middle; the middle is null where the answer leans on weak evidence."""
    return None if one is None else {"low": one.low, "middle": one.middle if told else None, "high": one.high}
