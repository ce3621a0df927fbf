"""The columns that the table of a rank order list has besides where simulated seasons were asked, in points of 100."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bedside.documents.content.season.simulated_seasons import FILES
from bedside.documents.sheet import CellValue

if TYPE_CHECKING:
    from bedside.market.answering import Answer
    from bedside.season.in_simulated_seasons import InSimulatedSeasons


def simulated_head(found: InSimulatedSeasons) -> tuple[str, ...]:
    """Their headings."""
    names = [name for one in found.answers for name in _columns(one, len(found.answers) > 1)]
    return ("Simulated as track", *names) if found.answers else ("Simulated as track",)


def simulated_row(found: InSimulatedSeasons, place: int) -> tuple[CellValue, ...]:
    """These columns for a place; empty where it is not counted."""
    at = next((at for at, one in enumerate(found.listed.counted) if one.place == place), None)
    code = None if at is None else found.listed.counted[at].code
    values = [value for one in found.answers for value in _values(one, at)]
    return (code, *values)


def _columns(one: Answer, is_one_of_two: bool) -> Iterator[str]:
    whose = f"{one.kind.words}: " if is_one_of_two else ""
    for rule in one.rules:
        yield from (f"{whose}{rule.rule.name}, match here, {FILES[file.file].lower()}" for file in rule.files)
        yield from (f"{whose}{rule.rule.name}, match here, {end}" for end in ("from", "to"))
        yield f"{whose}{rule.rule.name}, match here or above"


def _values(one: Answer, at: int | None) -> Iterator[float | None]:
    for rule in one.rules:
        any_file = rule.files[0]
        shares = [] if at is None else [file.here[at].mean for file in rule.files]
        ends = [] if at is None else [any_file.here[at].low, any_file.here[at].high, any_file.so_far[at].mean]
        found = [*shares, *ends]
        yield from (round(100 * value, 2) for value in found) if found else [None] * (len(rule.files) + 3)
