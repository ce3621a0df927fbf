"""The order of moves: by gain for each month and dollar, in one stated rule and in the two orders it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.plan.what_if.results import Answer, Basis

MONTH, LEAST, LEAST_GAIN = (
    "reading.what-if.month-in-dollars",
    "reading.what-if.least-dollars",
    "reading.what-if.least-gain",
)


def can_be_ranked(one: Answer, evidence: Evidence) -> bool:
    """A move that can be done in time, with a gain that a figure supports and a cost that is known."""
    if not one.is_move or not one.in_time or one.basis is Basis.UNMEASURED:
        return False
    if one.gain is None or one.dollars is None or one.months is None:
        return False
    return 100 * one.gain.middle >= evidence.number(LEAST_GAIN)


def ranked(answers: Iterable[Answer], evidence: Evidence) -> tuple[Answer, ...]:
    """By gain over cost: dollars, and months weighed in dollars, at least a smallest cost.

    What is between two moves never hangs on a third one. Where the smallest cost is set to nothing, moves that cost
    nothing come first, by their gain.
    """
    month, least = evidence.number(MONTH), evidence.number(LEAST)

    def worth(one: Answer) -> tuple[bool, float]:
        return _per(_gain(one), max(least, (one.dollars or 0.0) + month * (one.months or 0.0)))

    return _ordered(answers, evidence, worth)


def by_month(answers: Iterable[Answer], evidence: Evidence) -> tuple[Answer, ...]:
    """By gain for each month; moves that take no month first, by their gain."""
    return _ordered(answers, evidence, lambda one: _per(_gain(one), one.months or 0.0))


def by_dollar(answers: Iterable[Answer], evidence: Evidence) -> tuple[Answer, ...]:
    """By gain for each dollar; moves that cost nothing first, by their gain."""
    return _ordered(answers, evidence, lambda one: _per(_gain(one), one.dollars or 0.0))


def rule_in_words(evidence: Evidence) -> str:
    """How the order is made."""
    month, least = evidence.number(MONTH), evidence.number(LEAST)
    return (
        f"In order of the middle of the gain for what it takes: its dollars, and ${month:,.0f} for each month until it "
        f"is done; at least ${least:,.0f}. You may set both numbers yourself."
    )


def reasons(evidence: Evidence) -> tuple[Reason, ...]:
    """What the order rests on."""
    return evidence.cite(MONTH, LEAST, LEAST_GAIN)


def _ordered(
    answers: Iterable[Answer], evidence: Evidence, worth: Callable[[Answer], tuple[bool, float]]
) -> tuple[Answer, ...]:
    able = [one for one in answers if can_be_ranked(one, evidence)]
    return tuple(sorted(able, key=lambda one: (worth(one), _gain(one), one.key), reverse=True))


def _gain(one: Answer) -> float:
    return one.gain.middle if one.gain else 0.0


def _per(gain: float, cost: float) -> tuple[bool, float]:
    return cost <= 0, gain / cost if cost > 0 else gain
