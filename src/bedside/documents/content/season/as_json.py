"""The rank order list as JSON with stable keys; chances are parts of one, and null where nothing is counted."""

from __future__ import annotations

from typing import Any

from bedside.documents.as_json import as_json
from bedside.documents.content.odds.as_json import estimate_as_json
from bedside.documents.content.programs.as_json import OfSample
from bedside.season.results import Change, Entry, ListDay, OrderTried, Place, RankOrderList, Said


def rank_as_json(found: RankOrderList, directory: OfSample) -> dict[str, Any]:
    """Everything the page says."""
    leans = found.headline is None
    return {
        "as_of": found.as_of.isoformat(),
        "match_year": found.match_year,
        "is_sample": directory.is_sample,
        "says": list(found.says),
        "applied": found.applied,
        "interviews": found.interviews,
        "match": estimate_as_json(found.match, leans),
        "no_match": estimate_as_json(found.no_match, leans),
        "headline": found.headline,
        "places": [_place(one, leans) for one in found.places],
        "by_specialty": [{"specialty": key, **(estimate_as_json(one, leans) or {})} for key, one in found.by_specialty],
        "off_the_list": [_entry(one) for one in found.off_the_list],
        "orders": [_order(one, leans) for one in found.orders],
        "changes": [_change(one, leans) for one in found.changes],
        "if_no_match": [_said(one) for one in found.then],
        "days": [_day(one) for one in found.days],
        "rules": [_said(one) for one in found.rules],
        "missing": list(found.missing),
        "notes": list(found.notes),
        "because": [as_json(reason) for reason in found.because],
    }


def _place(one: Place, leans: bool) -> dict[str, Any]:
    return {
        "place": one.place,
        **_entry(one.entry),
        "here": estimate_as_json(one.here, leans),
        "so_far": estimate_as_json(one.so_far, leans),
        "adds": estimate_as_json(one.adds, leans),
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


def _order(one: OrderTried, leans: bool) -> dict[str, Any]:
    chances = {"match": one.match, "first": one.first, "first_three": one.first_three}
    return {
        "title": one.title,
        "order": list(one.order),
        **{key: estimate_as_json(chance, leans) for key, chance in chances.items()},
    }


def _change(one: Change, leans: bool) -> dict[str, Any]:
    chances = {"before": one.before, "after": one.after, "difference": one.difference}
    return {"says": one.says, **_entry(one.entry), **{key: estimate_as_json(it, leans) for key, it in chances.items()}}


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
