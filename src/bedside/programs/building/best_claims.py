"""Of everything claimed of a field the best claim, those that agree with it and those that differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bedside.programs.claim import Claim, Confidence
from bedside.programs.field import FIELDS, Value, ValueKind
from bedside.programs.program import FieldClaims

_PARTS = {ValueKind.RATE, ValueKind.SHARE}
_ALWAYS_TOGETHER = {"notes", "contact", "us-clinical.definition"}
_NO_ROUNDING = 1e-9


def claims_by_field(claims: Iterable[Claim]) -> tuple[FieldClaims, ...]:
    """Claims arranged by field, in the order of `FIELDS`.

    The best is the one nearest to the program (`Confidence.rank`); among those the newest; then by a stable order
    of source and place. What a source says twice counts once.
    """
    by_field: dict[str, dict[Claim, None]] = {}
    for claim in claims:
        by_field.setdefault(claim.field, {})[claim] = None
    return tuple(_arranged(field, list(by_field[field])) for field in FIELDS if field in by_field)


def values_of(claims: Iterable[FieldClaims]) -> Mapping[str, Value]:
    """The best value of each field."""
    return {one.field: one.best.value for one in claims}


def disagreeing_in(claims: Iterable[FieldClaims]) -> frozenset[str]:
    """The fields on which sources differ."""
    return frozenset(one.field for one in claims if one.differing)


def rivals_in(claims: Iterable[FieldClaims]) -> Mapping[str, tuple[Value, ...]]:
    """For each field on which sources differ the other values, best first, each once."""
    return {one.field: tuple(dict.fromkeys(claim.value for claim in one.differing)) for one in claims if one.differing}


def unsure_in(claims: Iterable[FieldClaims]) -> frozenset[str]:
    """The fields whose best claim is marked unsure."""
    return frozenset(one.field for one in claims if one.best.stated.confidence is Confidence.UNSURE)


def _arranged(field: str, claims: list[Claim]) -> FieldClaims:
    best, *others = sorted(claims, key=_precedence)
    agreeing = tuple(one for one in others if field in _ALWAYS_TOGETHER or _agree(best, one))
    return FieldClaims(field, best, agreeing, tuple(one for one in others if one not in agreeing))


def _precedence(claim: Claim) -> tuple[object, ...]:
    age = (claim.said_on or date.min).toordinal()
    origin = claim.origin
    said = (type(claim.value).__name__, repr(claim.value), claim.stated.quote, claim.stated.url)
    return (claim.stated.confidence.rank, -age, origin.title, origin.edition, origin.import_id, claim.place, *said)


def _agree(one: Claim, other: Claim) -> bool:
    if FIELDS[one.field].kind not in _PARTS:
        return one.value == other.value
    steps = (claim.stated.rounded_to or 0.0 for claim in (one, other))
    return abs(float(one.value) - float(other.value)) <= sum(steps) / 2 + _NO_ROUNDING
