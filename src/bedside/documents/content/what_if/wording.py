"""Chances, gains and costs of “what if” in words."""

from __future__ import annotations

from bedside.documents.wording import NOT_KNOWN, chance_middle, chance_range, count, dollars, points
from bedside.evidence.money import Dollars, exactly
from bedside.odds.results import Estimate
from bedside.plan.what_if.results import Answer, Together, WhatIfs

NO_FIGURE = "no figure"


def chance_words(one: Estimate, found: WhatIfs) -> str:
    """A chance by its range, with its middle where the answer does not lean on weak evidence."""
    spread = chance_range(one.low, one.high)
    return spread if found.leans_on else f"{chance_middle(one.middle)} ({spread})"


def gain_words(one: Answer | Together, found: WhatIfs) -> str:
    """A gain in points, with its range; what has none says so."""
    if one.gain is None:
        return NO_FIGURE
    spread = points(one.gain.low, one.gain.high)
    return spread if found.leans_on else f"{points(one.gain.middle, one.gain.middle)} ({spread})"


def cost_words(one: Answer) -> str:
    """What it takes: money and months."""
    if one.dollars is None and one.months is None:
        return "–"
    months = NOT_KNOWN if one.months is None else count(one.months, "month") if one.months else "no time"
    return f"{money_words(one)}, {months}"


def money_words(one: Answer | Together) -> str:
    """The dollars it takes, with their range."""
    if one.dollars is None:
        return "price not known"
    if one.dollars_from is not None and one.dollars_to is not None and one.dollars_from < one.dollars_to:
        return f"{dollars(exactly(one.dollars))} ({dollars(Dollars(one.dollars_from, one.dollars_to))})"
    return dollars(exactly(one.dollars)) if one.dollars else "no money"
