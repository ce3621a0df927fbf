"""A rank order list in simulated seasons as JSON with stable keys; shares are parts of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bedside.documents.as_json import as_json

if TYPE_CHECKING:
    from bedside.market.answering import Answer, ForAFile, Share, UnderARule
    from bedside.season.in_simulated_seasons import InSimulatedSeasons


def simulated_as_json(found: InSimulatedSeasons) -> dict[str, Any]:
    """Everything the section says, and what it leaves to tables."""
    return {
        "season": found.season,
        "made_from": found.origin,
        "says": list(found.says),
        "counted": [
            {"place": one.place, "title": one.title, "track": one.code, "name": one.track, "note": one.note or None}
            for one in found.listed.counted
        ],
        "left_out": [{"place": one.place, "title": one.title, "why": one.why} for one in found.listed.left_out],
        "answers": [_answer(one) for one in found.answers],
        "beside_the_odds": list(found.beside),
        "because": [as_json(reason) for reason in found.because],
    }


def _answer(one: Answer) -> dict[str, Any]:
    return {
        "type": one.kind.key,
        "seasons": one.seasons,
        "seeds": one.seeds,
        "people": one.people,
        "is_like": one.is_like,
        "rules": [_rule(rule) for rule in one.rules],
    }


def _rule(one: UnderARule) -> dict[str, Any]:
    return {
        "rule": one.rule.name,
        "says": one.rule.says,
        "change": _share(one.change),
        "files": [_file(file) for file in one.files],
    }


def _file(one: ForAFile) -> dict[str, Any]:
    return {
        "file": one.file,
        "match": _share(one.match),
        "here": [_share(share) for share in one.here],
        "so_far": [_share(share) for share in one.so_far],
    }


def _share(one: Share) -> dict[str, float]:
    return {"mean": one.mean, "low": one.low, "high": one.high}
