"""Tags and filters of the templates: days, amounts, shapes, sources, charts; each one calls what documents call."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from bedside.documents.blocks import Chart, Mark, Table, lines_of
from bedside.documents.code_words import pieces
from bedside.documents.content.marks import FIRES, STATES
from bedside.documents.wording import capitalised, count, dollars, hours, in_full, in_short, month_in_short, stretch
from bedside.evidence.citing import not_rechecked_note, value_in_words
from bedside.evidence.figure import Figure, Rule
from bedside.evidence.reason import Reason
from bedside.standing.results import Fires, Level, State
from bedside.web.assets import address
from bedside.web.places import place_of_entry

register = template.Library()

register.filter("in_full", in_full)
register.filter("in_short", in_short)
register.filter("month_in_short", month_in_short)
register.filter("dollars", dollars)
register.filter("hours", hours)
register.filter("capitalised", capitalised)
register.filter("count", count)
register.simple_tag(address, name="asset")


@register.filter
def stretch_to(first_day: date, last_day: date) -> str:
    """Two days, both inclusive: {{ task.start|stretch_to:task.finish }}."""
    return stretch(first_day, last_day)


@register.filter
def words(text: str) -> SafeString:
    """Text with its field names and commands set as code; everything in it is escaped."""
    return format_html_join("", "{}", ((_piece(one, is_code),) for one, is_code in pieces(text)))


@register.filter
def shape(state: Level | State | Fires) -> str:
    """The shape that stands before the word of a level, a state, or whether something applies."""
    return str(_SHAPES[state])


@register.filter
def tone(state: Level | State | Fires) -> str:
    """The word that the style sheet knows a level or a state by: `high`, `not-met`, `applies`."""
    return state.value.lower().replace(" ", "-")


@register.inclusion_tag("partials/because.html")
def because(reasons: Iterable[Reason], opened: Any = None, day: date | None = None) -> dict[str, Any]:
    """What something rests on: the figures with their sources, and the entries of the dossier with links to them."""
    reasons = tuple(reasons)
    figures = {reason.figure.name: reason.figure for reason in reasons if reason.figure is not None}
    entries = {reason.entry: reason for reason in reasons if reason.entry}
    return {
        "figures": [_figure(figure, day) for figure in figures.values()],
        "entries": [{"says": one.says, "url": place_of_entry(opened, entry)} for entry, one in entries.items()],
    }


@register.inclusion_tag("partials/chart.html")
def picture(chart: Chart | None) -> dict[str, Any]:
    """A chart with its finding as title, and the table behind it."""
    if chart is None:
        return {"chart": None}
    return {"chart": chart, "svg": mark_safe(chart.svg), "table": _rows(chart.table)}  # its words are escaped already


def _figure(figure: Figure, day: date | None) -> dict[str, Any]:
    rule = figure if isinstance(figure, Rule) else None
    return {
        "name": figure.name,
        "says": figure.says,
        "value": value_in_words(figure),
        "source": figure.source,
        "place": figure.place,
        "season": figure.season,
        "seen": str(figure.reliability) if figure.reliability.is_marked else "",
        "overdue": not_rechecked_note(rule, day) if rule and day else None,
        "ask": rule.ask if rule else None,
        "disagrees": bool(figure.disagrees_with),
    }


def _rows(table: Table) -> dict[str, Any]:
    rows = [[lines_of(cell) for cell in row] for row in table.rows]
    return {"caption": table.caption, "head": table.head, "rows": rows}


def _piece(text: str, is_code: bool) -> SafeString:
    return format_html("<code>{}</code>" if is_code else "{}", text)


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
