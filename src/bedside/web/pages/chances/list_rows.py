"""The best list as its page shows it: what it is worth and costs, its charts, and each program with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bedside.documents.blocks import Paragraph, Table
from bedside.documents.content.programs.lists import specialty_names
from bedside.documents.content.targeting.best_list import (
    ADDS,
    NEAREST_OFF,
    ON_TOP,
    adds_in_words,
    beside_in_words,
    facts_of,
    reasons_of_fees,
    signal_in_words,
    why_in_words,
)
from bedside.documents.content.targeting.charts import mix_chart, states_chart
from bedside.documents.content.targeting.curves import EACH_POINT, curve_charts, enough_in_words
from bedside.documents.content.targeting.limits import held_back_in_words
from bedside.documents.content.targeting.wishes import NOT_UNMATCHED, landing_blocks, without_blocks
from bedside.evidence.library import load_evidence
from bedside.odds.results import Odds
from bedside.plan.chances.your_list import YourList
from bedside.programs.places import state_name
from bedside.targeting.program_list.best import LIVE
from bedside.targeting.program_list.curves import ENOUGH, Curves
from bedside.targeting.program_list.prepared import UNTARGETED
from bedside.targeting.program_list.problem import TYPES
from bedside.targeting.program_list.results import Choice
from bedside.web.frame.theme import ON_PAGE
from bedside.web.pages.chances.list_form import Asked
from bedside.web.pages.chances.odds_rows import of_odds


@dataclass(frozen=True, slots=True)
class Row:
    """One program of the table, or one of the nearest that are not on the list."""

    key: str
    name: str
    place: str
    state: str
    specialty: str
    type: str
    signal: str
    signal_level: int
    adds: str
    chosen_in: int
    why: str
    is_pinned: bool
    is_private: bool


ORDERS: dict[str, tuple[str, Callable[[Row], Any]]] = {
    "adds": ("Adds", lambda row: 0),
    "signal": ("Signal", lambda row: -row.signal_level),
    "chosen": ("Chosen", lambda row: -row.chosen_in),
    "name": ("Program", lambda row: row.name.casefold()),
    "state": ("State", lambda row: (row.state, row.name.casefold())),
    "specialty": ("Specialty", lambda row: (row.specialty, row.name.casefold())),
}
"""The orders there are, by the word in the address; what is alike stays in the order of the list, by what it adds."""


def shown_list(found: YourList, asked: Asked) -> dict[str, Any]:
    """Everything the page shows of a list."""
    best, evidence = found.best, load_evidence()
    charts = (mix_chart(best.on_it, ON_PAGE), states_chart(best.on_it, ON_PAGE))
    return {
        "found": found,
        "best": best,
        "held": held_back_in_words(found),
        "is_quick": found.way is LIVE,
        "rows": sorted(rows_of(best.on_it, asked), key=ORDERS[asked.sort][1]),
        "orders": [(name, title, asked.with_sort(name), name == asked.sort) for name, (title, _) in ORDERS.items()],
        "nearest": rows_of([one for one in best.off_it if one.listed.key not in asked.outs][:NEAREST_OFF], asked),
        "left_out": rows_of([one for one in best.off_it if one.listed.key in asked.outs], asked),
        "kept": [f"{one.listed.key}:{one.signal.name.lower()}" for one in best.on_it],
        "facts": tuple(facts_of(found)),
        "fees": reasons_of_fees(found, evidence) if best.on_it else (),
        "on_top": ON_TOP,
        "adds_says": ADDS,
        "charts": [chart for chart in charts if chart is not None],
        "landing": next(
            (one for one in landing_blocks(found, evidence) if isinstance(one, Table) and one.rows[1:]), None
        ),
        "says_landing": NOT_UNMATCHED,
        "without": " ".join(one.text for one in without_blocks(found) if isinstance(one, Paragraph)),
        "beside": beside_in_words(found),
        "beside_because": evidence.cite(UNTARGETED),
        **of_odds(found.odds),
    }


def shown_curves(found: Curves, odds: Odds) -> dict[str, Any]:
    """What more programs or more money would bring, as two charts and a sentence."""
    evidence = load_evidence()
    return {
        "curves": curve_charts(found, bool(odds.leans_on), ON_PAGE),
        "enough": enough_in_words(found, evidence),
        "enough_because": evidence.cite(*ENOUGH),
        "each_point": EACH_POINT,
    }


def rows_of(choices: Sequence[Choice], asked: Asked) -> list[Row]:
    """Choices as rows."""
    names = specialty_names(load_evidence())
    return [_row(one, asked, names) for one in choices]


def _row(one: Choice, asked: Asked, names: dict[str, str]) -> Row:
    listed = one.listed
    return Row(
        key=listed.key,
        name=listed.name,
        place=", ".join(part for part in (listed.city, listed.state) if part),
        state=state_name(listed.state) if listed.state else "",
        specialty=names.get(listed.specialty, listed.specialty),
        type=TYPES[one.type] if one.type < len(TYPES) else "",
        signal=signal_in_words(one),
        signal_level=int(one.signal),
        adds=adds_in_words(one),
        chosen_in=one.chosen_in,
        why=why_in_words(one),
        is_pinned=listed.key in asked.pins,
        is_private=listed.is_private,
    )
