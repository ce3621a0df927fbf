"""Tags and filters of the templates: days, amounts, shapes, sources, charts; each one calls what documents call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from bedside.documents.blocks import Cell, Chart, Line, Mark, Table, lines_of
from bedside.documents.content.marks import ANSWERS, BOOKED, FIRES, HOLDS, IN_YOUR_FILE, STATES, TASKS
from bedside.documents.wording import (
    capitalised,
    count,
    dollars,
    hours,
    in_full,
    in_short,
    lowered,
    month_in_short,
    number,
    stretch,
)
from bedside.evidence.money import exactly
from bedside.evidence.reason import Reason
from bedside.plan.results import TaskState
from bedside.standing.results import Fires, Level, State
from bedside.web.frame.assets import address
from bedside.web.frame.reasons import as_html, folded, words

register = template.Library()

BYTES_SHOWN = 100_000

register.filter("in_full", in_full)
register.filter("in_short", in_short)
register.filter("month_in_short", month_in_short)
register.filter("dollars", dollars)
register.filter("hours", hours)
register.filter("capitalised", capitalised)
register.filter("lowered", lowered)
register.filter("count", count)
register.filter("words", words)
register.filter("plainly", number)
register.simple_tag(address, name="asset")


@register.filter
def stretch_to(first_day: date, last_day: date) -> str:
    """Two days, both inclusive: {{ task.start|stretch_to:task.finish }}."""
    return stretch(first_day, last_day)


@register.filter
def shape(state: Level | State | Fires) -> str:
    """The shape that stands before the word of a level, a state, or whether something applies."""
    return str(_SHAPES[state])


@register.filter
def tone(state: Level | State | Fires) -> str:
    """The word that the style sheet knows a level or a state by: `high`, `not-met`, `applies`."""
    return state.value.lower().replace(" ", "-")


@register.simple_tag
def stands(state: Level | State | Fires, about: str = "gate") -> SafeString:
    """A level, a state or whether a warning applies, as a shape and a word.

    A state is said differently of a "gate", of a "condition" of a warning, of what is a "counter" to it, of what is
    "booked", and as the "answer" to a question.
    """
    word, mark = VOCABULARIES[about][state] if isinstance(state, State) else (state.value, _SHAPES[state])
    kind = "level" if isinstance(state, Level) else "state"
    return format_html(
        '<span class="{} {}"><span aria-hidden="true">{}</span>{}</span>', kind, slugify(word), str(mark), word
    )


@register.filter
def in_dollars(amount: float) -> str:
    """A plain number as an amount: {{ money.floor|in_dollars }}."""
    return dollars(exactly(amount))


@register.filter
def in_megabytes(size: int) -> str:
    """A number of bytes as people read it: “2.5 MB”, and “under 0.1 MB” for less."""
    return "under 0.1 MB" if size < BYTES_SHOWN else f"{size / 1_000_000:.1f} MB"


@register.filter
def task_mark(state: TaskState) -> str:
    """The shape that stands before the word of a task's state; nothing before what is only planned."""
    return str(TASKS[state] or "")


@register.filter
def at(known: Mapping[str, Any], key: str) -> Any:
    """What is known under a key: {{ ids|at:task.key }}."""
    return known[key]


@register.filter
def lines(cell: Cell) -> tuple[Line, ...]:
    """The lines of a cell or of a fact of a document."""
    return lines_of(cell)


@register.filter
def alone(reason: Reason) -> tuple[Reason]:
    """A single reason as a list of them."""
    return (reason,)


@register.simple_tag
def because(reasons: Iterable[Reason], opened: Any = None, day: date | None = None) -> SafeString:
    """What something rests on: the figures with their sources, and the entries of the dossier with links to them."""
    return as_html(reasons, opened, day)


@register.simple_tag
def why(reasons: Iterable[Reason], opened: Any = None, day: date | None = None, id: str = "") -> SafeString:
    """The same, folded behind a line to open; nothing at all where a result has no reasons."""
    reasons = tuple(reasons)
    opens = "Why, and where this comes from" if any(one.figure for one in reasons) else "Where this is in your file"
    return folded(opens, as_html(reasons, opened, day), id)


@register.inclusion_tag("frame/_chart.html")
def picture(chart: Chart | None) -> dict[str, Any]:
    """A chart with its finding as title, and the table behind it."""
    if chart is None:
        return {"chart": None}
    svg, narrow = mark_safe(chart.svg), mark_safe(chart.narrow)  # their words are escaped already
    return {"chart": chart, "svg": svg, "narrow": narrow, "table": _rows(chart.table)}


def _rows(table: Table) -> dict[str, Any]:
    rows = [[lines_of(cell) for cell in row] for row in table.rows]
    return {"caption": table.caption, "head": table.head, "rows": rows}


_SHAPES: dict[StrEnum, Mark] = {
    State.MET: STATES[State.MET][1],
    State.NOT_MET: STATES[State.NOT_MET][1],
    State.UNKNOWN: STATES[State.UNKNOWN][1],
    State.NOT_NEEDED: STATES[State.NOT_NEEDED][1],
    State.INFORMATION: STATES[State.INFORMATION][1],
    Fires.YES: FIRES[Fires.YES],
    Fires.NO: FIRES[Fires.NO],
    Fires.UNKNOWN: FIRES[Fires.UNKNOWN],
    Level.LOW: Mark.LOW,
    Level.MODERATE: Mark.MODERATE,
    Level.HIGH: Mark.HIGH,
    Level.UNKNOWN: Mark.UNKNOWN,
}

VOCABULARIES = {"gate": STATES, "condition": HOLDS, "counter": IN_YOUR_FILE, "booked": BOOKED, "answer": ANSWERS}
