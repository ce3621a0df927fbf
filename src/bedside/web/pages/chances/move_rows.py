"""What would change the odds, as its page shows it: moves in order, what is not measured, and what is no move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from bedside.documents.charts.chances.moves import moves_chart
from bedside.documents.content.odds.chances import NO_SINGLE_NUMBER
from bedside.documents.content.what_if import next_move as what_if_page
from bedside.documents.content.what_if import together
from bedside.documents.content.what_if.next_move import chart_rows, opening, others
from bedside.documents.content.what_if.seasons import what_it_means
from bedside.documents.content.what_if.wording import chance_words, cost_words, gain_words
from bedside.documents.wording import capitalised, dollars
from bedside.evidence.money import exactly
from bedside.evidence.reason import Reason
from bedside.plan.what_if.results import Answer, Together, WhatIfs
from bedside.web.frame.theme import ON_PAGE

ORDERS = {
    "": "By gain for month and dollar",
    "month": "By gain for each month",
    "dollar": "By gain for each dollar",
}


@dataclass(frozen=True, slots=True)
class Move:
    """One change in words; `gain` is empty where no figure supports one, `takes` for what is no move."""

    key: str
    title: str
    says: str
    basis: str
    gain: str
    before: str
    after: str
    takes: str
    possibilities: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    because: tuple[Reason, ...]


def shown_moves(found: WhatIfs, order: str) -> dict[str, Any]:
    """Everything the page shows of the changes."""
    in_order = {"month": found.by_month, "dollar": found.by_dollar}.get(order, found.ranked)
    return {
        "found": found,
        "opening": opening(replace(found, leans_on=()))
        if found.before is None
        else opening(found).partition(" Every")[0],
        "next_move": _move(found.next_move, found) if found.next_move else None,
        "moves": _moves(in_order, found),
        "chart": moves_chart(chart_rows(replace(found, ranked=in_order)), ON_PAGE),
        "at_once": [_at_once(one, found) for one in found.together],
        "says_at_once": together.AT_ONCE,
        "not_measured": _moves(found.not_measured, found),
        "others": [(title, _moves(answers, found)) for title, answers in others(found)],
        "seasons": _seasons(found),
        "odds": found,
        "no_single_number": NO_SINGLE_NUMBER,
        "how_read": what_if_page.HOW_READ,
        "says_not_measured": what_if_page.NOT_MEASURED,
        "nothing_measured": what_if_page.NOTHING_MEASURED,
    }


def _moves(answers: Iterable[Answer], found: WhatIfs) -> tuple[Move, ...]:
    return tuple(_move(one, found) for one in answers)


def _move(one: Answer, found: WhatIfs) -> Move:
    before, after = (chance_words(part, found) if part else "" for part in (one.before, one.after))
    return Move(
        key=one.key,
        title=one.title,
        says=one.says,
        basis=capitalised(one.basis.value),
        gain=gain_words(one, found) if one.gain else "",
        before=before if after else "",
        after=after,
        takes=cost_words(one) if one.is_move else "",
        possibilities=tuple(
            (possible.title, chance_words(possible.chance, found) if possible.chance else "no chance to tell")
            for possible in one.possibilities
        ),
        notes=one.notes,
        because=one.because,
    )


def _at_once(one: Together, found: WhatIfs) -> dict[str, Any]:
    """The first moves at once, in words."""
    return {
        "title": together.titles_words(one),
        "after": chance_words(one.after, found),
        "before": chance_words(one.before, found),
        "gain": gain_words(one, found),
        "added_up": together.added_up_words(one),
        "takes": together.takes_words(one),
        "notes": one.notes,
    }


def _seasons(found: WhatIfs) -> dict[str, Any] | None:
    over = found.two_cycles
    if over is None:
        return None
    rows = [
        (one.match_year, chance_words(one.chance, found) if one.chance else "no list", dollars(exactly(one.dollars)))
        for one in over.seasons
    ]
    in_any = (chance_words(over.chance, found), dollars(exactly(over.dollars)))
    return {"rows": rows, "together": in_any, "means": what_it_means(over), "because": over.because}
