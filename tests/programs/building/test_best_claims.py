"""The best claim of a field, what agrees with it and what differs."""

from __future__ import annotations

from datetime import date

from bedside.programs.building.best_claims import claims_by_field, disagreeing_in, rivals_in, unsure_in
from bedside.programs.claim import Claim, Confidence, Origin, Stated
from bedside.programs.field import Value

OLD, NEW = date(2024, 1, 1), date(2026, 1, 1)


def claim(
    value: Value, said_on: date | None = NEW, confidence: Confidence = Confidence.COMPILED, **more: object
) -> Claim:
    field = str(more.get("field", "visa.j1"))
    rounded = more.get("rounded_to")
    stated = Stated(
        field, value, said_on, confidence=confidence, rounded_to=rounded if isinstance(rounded, float) else None
    )
    return Claim(stated, Origin(str(more.get("source", "a")), "T", "P", "E", None, "", "", False), "row 1")


def test_what_you_checked_comes_before_what_is_newer() -> None:
    checked, newer = claim(False, OLD, Confidence.CHECKED), claim(True, NEW, Confidence.PROGRAM)
    (field,) = claims_by_field([newer, checked])
    assert (field.best, field.differing) == (checked, (newer,))


def test_the_newer_comes_first_where_both_are_as_near() -> None:
    old, new, undated = claim(False, OLD), claim(True, NEW), claim(False, None)
    (field,) = claims_by_field([undated, old, new])
    assert (field.best, field.differing) == (new, (old, undated))


def test_sources_that_say_the_same_agree() -> None:
    one, other = claim(True, source="a"), claim(True, source="b")
    (field,) = claims_by_field([one, other])
    assert (field.best, field.agreeing, disagreeing_in([field])) == (one, (other,), frozenset())


def test_the_same_claim_twice_counts_once() -> None:
    (field,) = claims_by_field([claim(True), claim(True)])
    assert (field.agreeing, field.differing) == ((), ())


def test_rates_agree_within_their_rounding_and_differ_beyond_it() -> None:
    exact = claim(0.1234, field="img-share", rounded_to=0.0001)
    whole = claim(0.12, OLD, field="img-share", rounded_to=0.01)
    other = claim(0.13, OLD, field="img-share", rounded_to=0.01)
    (field,) = claims_by_field([exact, whole, other])
    assert (field.agreeing, field.differing) == ((whole,), (other,))
    assert rivals_in([field]) == {"img-share": (0.13,)}


def test_a_rate_agrees_with_what_lies_exactly_at_the_end_of_its_rounding() -> None:
    (field,) = claims_by_field([claim(0.125, field="img-share"), claim(0.12, OLD, field="img-share", rounded_to=0.01)])
    assert field.differing == ()


def test_notes_stand_side_by_side() -> None:
    (field,) = claims_by_field([claim("ask", field="notes"), claim("write", field="notes")])
    assert field.differing == ()


def test_a_best_claim_that_is_unsure_is_told_as_such() -> None:
    assert unsure_in(claims_by_field([claim(True, confidence=Confidence.UNSURE)])) == {"visa.j1"}
    assert unsure_in(claims_by_field([claim(True, confidence=Confidence.UNSURE), claim(True)])) == frozenset()
