"""Stretches since graduation with no dated activity at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.stretches import ONE_DAY, Stretch, at_most, merged
from bedside.applicant.parts.experience import Explanation


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without activity, both ends inclusive.

    `open` where it still ran on the as-of day; `explained` where reason, dates and receipt cover all of it;
    `explanations` are the entries that speak of it, complete or not.
    """

    first_day: date
    last_day: date
    months: float
    long: bool
    open: bool
    explained: bool
    explanations: tuple[str, ...]


def gaps(dossier: Dossier, day: date, as_of: date, short_over: float, long_from: float) -> tuple[Gap, ...]:
    """Gaps of more than `short_over` calendar months, from the day after graduation to `day` (inclusive).

    A gap of `long_from` calendar months or more is long. What goes on covers every day up to `day`;
    what ended or was only booked covers nothing after it. A graduation known only by its month or year
    is taken at its last day, so a gap after it is at least as long as shown.
    """
    whole = Stretch(dossier.medical_school.graduated.latest + ONE_DAY, day)
    return tuple(
        _gap(hole, dossier, as_of, long_from)
        for hole in _holes(whole, _covered(dossier, day, as_of))
        if hole.months > short_over
    )


def _covered(dossier: Dossier, day: date, as_of: date) -> tuple[Stretch, ...]:
    done = [one for one in dossier.experiences if one.start.earliest <= min(day, as_of)]
    stretches = (at_most(one, min(day, as_of), day) for one in done)
    return merged(stretch for stretch in stretches if stretch is not None)


def _holes(whole: Stretch, covered: tuple[Stretch, ...]) -> list[Stretch]:
    holes, next_day = [], whole.first_day
    for stretch in covered:
        if stretch.first_day > next_day:
            holes.append(Stretch(next_day, min(stretch.first_day - ONE_DAY, whole.last_day)))
        next_day = max(next_day, stretch.last_day + ONE_DAY)
    if next_day <= whole.last_day:
        holes.append(Stretch(next_day, whole.last_day))
    return [hole for hole in holes if hole.first_day <= hole.last_day]


def _gap(hole: Stretch, dossier: Dossier, as_of: date, long_from: float) -> Gap:
    about = [
        (f"explanations[{number}]", explanation)
        for number, explanation in enumerate(dossier.explanations)
        if explanation.start.earliest <= hole.last_day and explanation.end.latest >= hole.first_day
    ]
    return Gap(
        first_day=hole.first_day,
        last_day=hole.last_day,
        months=hole.months,
        long=hole.months >= long_from,
        open=hole.first_day <= as_of <= hole.last_day,
        explained=_is_explained(hole, [explanation for _, explanation in about]),
        explanations=tuple(entry for entry, _ in about),
    )


def _is_explained(hole: Stretch, explanations: list[Explanation]) -> bool:
    complete = (one for one in explanations if one.reason is not None and one.receipt is not None)
    covered = merged(Stretch(one.start.earliest, one.end.latest) for one in complete)
    return not _holes(hole, covered)
