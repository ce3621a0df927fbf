"""What wishes cost, and in which specialty a match would be, in words and as a table."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bedside.documents.blocks import Block, Cell, Heading, Paragraph, Table
from bedside.documents.content.programs.lists import specialty_names
from bedside.documents.wording import chance_range, count, joined, shortened
from bedside.evidence.library import Evidence
from bedside.plan.chances.your_list import YourList
from bedside.targeting.program_list.problem import Wanted, states_in_words
from bedside.targeting.program_list.results import BestList, PriceOfWish

NOT_UNMATCHED = (
    "Not in the specialty you prefer is not unmatched: the lines add up to the chance of a match. They hold if you "
    "rank what you prefer first, which never lowers your chance of a match."
)
_FEW = 5


def facts_of_wishes(found: YourList) -> Iterator[tuple[str, str]]:
    """What the mix, the places and the preferences come to: labels with words."""
    best, wanted = found.best, found.wanted
    if best.mix:
        yield "What the mix costs", price_in_words(best.mix, wanted)
    if wanted.in_states and best.on_it:
        yield "In " + states_in_words(wanted.in_states), _there(best, wanted)
    if best.places:
        yield "What the places cost", price_in_words(best.places, wanted)
    if wanted.preferences and best.on_it and not found.odds.leans_on:
        yield "Worth of the match", f"{100 * best.worth:.1f} of 100, counted by what a match is worth to you"


def price_in_words(price: PriceOfWish, wanted: Wanted) -> str:
    """A price in points, the ends it lies between, and the best list without the wish."""
    unit = "points of 100" if not wanted.preferences else "points of 100 of worth"
    without = f"{count(len(price.applied_without), 'program')} for ${price.dollars_without:,.0f}"
    return (
        f"{_points(price.price)} {unit}, at least {_points(price.least)} and at most {_points(price.most, up=True)}, "
        f"beside the best list without that wish: {without}"
    )


def without_blocks(found: YourList) -> Iterator[Block]:
    """How the best list without the mix differs."""
    price = found.best.mix
    if price is None:
        return
    names = {one.listed.key: one.listed.name for one in (*found.best.on_it, *found.best.off_it)}
    ours = set(found.best.applied)
    gone = [names[key] for key in price.applied_without if key not in ours]
    only = [names[key] for key in found.best.applied if key not in price.applied_without]
    if gone or only:
        yield Heading("The best list without the mix", 2)
        yield Paragraph(f"It would hold {_named(gone)}, and not {_named(only)}.")


def landing_blocks(found: YourList, evidence: Evidence) -> Iterator[Block]:
    """In which specialty the match would be, from the most preferred down."""
    if not found.landings:
        return
    names = specialty_names(evidence)
    weighs = bool(found.wanted.preferences)
    rows: list[tuple[Cell, ...]] = []
    for one in found.landings:
        title = " or ".join(names.get(key, key) for key in one.specialties)
        own: tuple[Cell, ...] = (f"{100 * one.worth:.0f} of 100",) if weighs else ()
        rows.append((title, *own, chance_range(one.chance.low, one.chance.high)))
    head = ("The match would be in", *(("Worth to you",) if weighs else ()), "Chance")
    yield Heading("Where the match would be", 2)
    yield Table(head, tuple(rows))
    yield Paragraph(NOT_UNMATCHED, quiet=True)


def _there(best: BestList, wanted: Wanted) -> str:
    there = sum(one.listed.state in wanted.in_states for one in best.on_it)
    return f"{there} of {count(len(best.on_it), 'program')}"


def _points(part: float, up: bool = False) -> str:
    """Points with one decimal, rounded up where they are a promise."""
    return f"{(math.ceil(round(1000 * part, 6)) if up else round(1000 * part)) / 10:.1f}"


def _named(names: list[str]) -> str:
    if not names:
        return "nothing else"
    shown = [shortened(one) for one in sorted(names)[:_FEW]]
    more = len(names) - len(shown)
    return joined([*shown, *([count(more, "other program")] if more else [])])
