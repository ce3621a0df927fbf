"""What a longer list or more money brings, as two curves with where more hardly helps."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.documents.blocks import Block, Chart, Heading, Paragraph
from bedside.documents.charts.chances.value_curve import Kind, Point, value_curve
from bedside.documents.content.citations import Citations
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import count
from bedside.evidence.library import Evidence
from bedside.targeting.program_list.curves import ENOUGH, CurvePoint, Curves

TITLE = "What more programs or more money bring"
EACH_POINT = (
    "Each point is the best list under that limit, within your other wishes, found the quick way; bands are the ranges "
    "of the chance of a match. A curve ends where more hardly adds anything."
)


def curve_charts(found: Curves, is_range: bool, theme: Theme = LIGHT) -> tuple[Chart, ...]:
    """Against the number of programs, and against dollars; with `is_range` no middle is drawn."""
    beside = found.untargeted
    ways: tuple[tuple[Kind, tuple[CurvePoint, ...], float | None], ...] = (
        ("programs", found.by_count, found.enough_count),
        ("dollars", found.by_budget, found.enough_dollars),
    )
    charts = (
        value_curve(
            [_point(one, kind, is_range) for one in points],
            enough,
            _point(beside, kind, is_range) if beside else None,
            kind,
            theme,
        )
        for kind, points, enough in ways
    )
    return tuple(chart for chart in charts if chart is not None)


def curve_blocks(found: Curves, is_range: bool, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    """The curves with the sentence about what is enough."""
    charts = curve_charts(found, is_range)
    if not charts:
        return
    yield Heading(TITLE, 2)
    yield Paragraph(enough_in_words(found, evidence), sources=cite(evidence.cite(*ENOUGH)))
    yield from charts
    yield Paragraph(EACH_POINT, quiet=True)


def enough_in_words(found: Curves, evidence: Evidence) -> str:
    """From which list on another step of money brings less than asked for."""
    step, gain = (evidence.number(name) for name in ENOUGH)
    what = "worth" if found.is_worth else "chance"
    less = f"another ${step:,.0f} raises the {what} of a match by less than {gain:g} points of 100"
    if found.enough_dollars is None or found.enough_count is None:
        return f"Up to the end of the curve there is no list from which on {less}."
    programs = count(found.enough_count, "program")
    return f"From about ${found.enough_dollars:,.0f}, or {programs}, on, {less}."


def _point(one: CurvePoint, kind: Kind, is_range: bool) -> Point:
    x = float(one.programs) if kind == "programs" else one.dollars
    return x, one.chance.low, None if is_range else one.chance.middle, one.chance.high
