"""How a figure is written for a screen: value, interval, sample, season, source, and how it was seen."""

from __future__ import annotations

from datetime import date

from bedside.evidence.figure import Figure, Interval, Rule, Unit

_MONEY = {Unit.US_DOLLARS: "$", Unit.AUSTRALIAN_DOLLARS: "A$"}
_PLAIN = frozenset({Unit.NAME, Unit.LINK, Unit.DATE_RULE, Unit.STATEMENT})
_ONE = {
    "people": "person",
    "programs": "program",
    "applications": "application",
    "positions": "position",
    "ranks": "rank",
    "attempts": "attempt",
    "cycles": "cycle",
    "rounds": "round",
    "letters": "letter",
    "entries": "entry",
    "words": "word",
    "words a minute": "word a minute",
    "seconds": "second",
    "characters": "character",
    "score points": "score point",
    "countries": "country",
    "years": "year",
    "months": "month",
    "weeks": "week",
    "days": "day",
    "hours": "hour",
    "hours a week": "hour a week",
    "hours a month": "hour a month",
    "patient encounters": "patient encounter",
}


def describe(figure: Figure) -> str:
    """One line that says everything about a figure but its sentence: value, source, and how it was seen."""
    parts = (
        value_in_words(figure),
        _season(figure),
        f"{figure.source.publisher}, “{figure.source.title}”" + (f", {figure.place}" if figure.place else ""),
        f"read {figure.source.accessed.isoformat()}",
        str(figure.reliability) if figure.reliability.is_marked else "",
    )
    return "; ".join(part for part in parts if part)


def value_in_words(figure: Figure) -> str:
    """The value with its unit, interval and sample; empty for a statement, “unknown” where nothing is told.

    A figure of which only a range is told is shown by its range.
    """
    if figure.unit is Unit.STATEMENT:
        return ""
    inside = "; ".join(part for part in (_interval(figure), figure.sample) if part)
    if figure.value is None:
        return inside if figure.interval else "unknown"
    return _amount(figure.value, figure.unit) + (f" ({inside})" if inside else "")


def not_rechecked_note(rule: Rule, day: date) -> str | None:
    """The words every screen adds from the day after `review_by` on; None while the rule is fresh."""
    since = rule.not_rechecked_since(day)
    return None if since is None else f"not re-checked since {since.isoformat()}"


def day_in_words(day: date) -> str:
    """A day as people write it: 22 September 2027."""
    return f"{day.day} {day:%B %Y}"


def _amount(value: float | int | str | date, unit: Unit) -> str:
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, str) or unit in _PLAIN:
        return str(value)
    if unit in _MONEY:
        return f"{_MONEY[unit]}{_number(value)}"
    if unit is Unit.PERCENT:
        return f"{_number(value)} %"
    return f"{_number(value)} {_ONE.get(unit, unit) if value == 1 else unit}"


def _number(value: float) -> str:
    return f"{value:,.15g}"


def _interval(figure: Figure) -> str:
    interval: Interval | None = figure.interval
    if interval is None:
        return ""
    return f"{_number(interval.low)} to {_number(interval.high)}, {interval.says}"


def _season(figure: Figure) -> str:
    return f"season {figure.season}" if figure.season else ""
