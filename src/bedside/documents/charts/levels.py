"""The five risk factors today and on the day programs open files: each level a word and a shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bedside.documents.blocks import Chart, Line, Mark, Table, TablePlace
from bedside.documents.charts.svg import WIDTH, box, picture, rule, text, wrapped
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import count, in_short, joined
from bedside.standing.results import Level, Measured, RiskFactor

MARKS = {Level.LOW: Mark.LOW, Level.MODERATE: Mark.MODERATE, Level.HIGH: Mark.HIGH, Level.UNKNOWN: Mark.UNKNOWN}

_TITLES, _COLUMN, _HEADING, _TOP = 176, 272, 30, 26
_PILL, _BESIDE, _LEAST, _LINE, _MOST_LINES = 104, 114, 22, 15, 5
FIXED, MOVABLE = "Cannot be changed", "Can be changed"


def levels_chart(factors: Sequence[RiskFactor], as_of: date, files_opened: date, theme: Theme = LIGHT) -> Chart:
    """The factors in two groups, what cannot be changed first."""
    title = finding(factors, files_opened)
    says = f"On {in_short(files_opened)}: {'; '.join(_by_level(factors))}."
    days = ("Today", f"On {in_short(files_opened)}")
    table = _table(factors, days)
    return Chart(title, _draw(factors, days, theme, (title, says)), says, table, TablePlace.IN_THE_TEXT)


def finding(factors: Sequence[RiskFactor], files_opened: date) -> str:
    """How many factors are High on the day programs open files, and how many of those can be changed."""
    high = [factor for factor in factors if factor.files_opened.level is Level.HIGH]
    unknown = sum(factor.files_opened.level is Level.UNKNOWN for factor in factors)
    movable = sum(factor.movable for factor in high)
    if not high:
        said = f"Nothing is High on {in_short(files_opened)}"
    else:
        can = "none of them can be changed" if not movable else f"{movable} of them can be changed"
        can = ("it can be changed" if movable else "it cannot be changed") if len(high) == 1 else can
        verb = "is" if len(high) == 1 else "are"
        said = f"{len(high)} of {len(factors)} factors {verb} High on {in_short(files_opened)}; {can}"
    return f"{said}; {count(unknown, 'is', 'are')} unknown" if unknown else said


def _by_level(factors: Sequence[RiskFactor]) -> Iterator[str]:
    for level in Level:
        titles = [factor.title for factor in factors if factor.files_opened.level is level]
        if titles:
            yield f"{level} for {joined(titles)}"


def _draw(factors: Sequence[RiskFactor], days: tuple[str, str], theme: Theme, words: tuple[str, str]) -> str:
    shapes = [
        text(_TITLES, 14, days[0], theme.quiet, size=12, weight=600),
        text(_TITLES + _COLUMN, 14, days[1], theme.quiet, size=12, weight=600),
    ]
    y = float(_TOP)
    for label, movable in ((FIXED, False), (MOVABLE, True)):
        group = [factor for factor in factors if factor.movable is movable]
        if group:
            shapes += [rule(0, y, WIDTH, y, theme.line), text(0, y + 20, label, theme.quiet, size=12)]
            y += _HEADING
        for factor in group:
            shapes += _row(factor, y, theme)
            y += _height(factor)
    return picture(y + 2, *words, shapes)


def _height(factor: RiskFactor) -> float:
    """The height of a row: that of its title or of the longer measured value, and of a pill at least."""
    lines = max(len(_beside(factor.today)), len(_beside(factor.files_opened)), len(_title(factor)))
    return max(_LEAST, lines * _LINE + 6) + 10


def _title(factor: RiskFactor) -> tuple[str, ...]:
    return wrapped(factor.title, _TITLES - 16, 2)


def _beside(measured: Measured) -> tuple[str, ...]:
    return wrapped(measured.says, _COLUMN - _BESIDE - 12, _MOST_LINES, 12)


def _row(factor: RiskFactor, y: float, theme: Theme) -> Iterator[str]:
    for index, line in enumerate(_title(factor)):
        yield text(0, y + 15 + index * _LINE, line, theme.ink, weight=600)
    yield from _cell(factor.today, _TITLES, y, theme)
    yield from _cell(factor.files_opened, _TITLES + _COLUMN, y, theme)


def _cell(measured: Measured, x: float, y: float, theme: Theme) -> Iterator[str]:
    fills = {Level.LOW: theme.paper, Level.MODERATE: theme.tint, Level.HIGH: theme.tint_strong}
    yield box(x, y, _PILL, 22, fills.get(measured.level, theme.surface), theme.accent, corner=11)
    yield text(x + 12, y + 15.5, MARKS[measured.level].value, theme.accent, size=12)
    yield text(x + 30, y + 15.5, measured.level.value, theme.ink, weight=600, size=12.5)
    for index, line in enumerate(_beside(measured)):
        yield text(x + _BESIDE, y + 15.5 + index * _LINE, line, theme.quiet, size=12)


def _table(factors: Sequence[RiskFactor], days: tuple[str, str]) -> Table:
    return Table(
        head=("Factor", "", *days),
        rows=tuple(
            (
                factor.title,
                MOVABLE if factor.movable else FIXED,
                level_cell(factor.today),
                level_cell(factor.files_opened),
            )
            for factor in factors
        ),
        widths=(2, 1.6, 3, 3),
        caption="The five factors",
    )


def level_cell(measured: Measured) -> tuple[Line, Line]:
    """A level with its shape, and the measured value below it."""
    return (Line(measured.level.value, mark=MARKS[measured.level], strong=True), Line(measured.says, quiet=True))
