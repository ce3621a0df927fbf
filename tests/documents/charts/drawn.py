"""One example of each chart of odds, list and next move, and what can be read off a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from bedside.documents.blocks import Chart
from bedside.documents.charts.chances.bands import Band, chance_bands
from bedside.documents.charts.chances.funnel import FunnelStep, funnel_chart
from bedside.documents.charts.chances.moves import Move, moves_chart
from bedside.documents.charts.chances.rank_ladder import Rung, rank_ladder
from bedside.documents.charts.chances.value_curve import value_curve
from bedside.documents.charts.doughnut import doughnut
from bedside.documents.charts.state_map import state_map
from bedside.documents.charts.svg import width_of
from bedside.documents.tokens import LIGHT, Theme

NAMESPACE = "{http://www.w3.org/2000/svg}"
PEOPLE = "Of 100 people who apply like this"


def every_new_chart(theme: Theme = LIGHT) -> dict[str, Chart]:
    """Each chart once, by its name."""
    charts = {
        "bands": chance_bands(
            (Band("Any interview", 0.55, 0.71, 0.82, "of all"), Band("A match", 0.25, None, 0.5)), theme
        ),
        "funnel": funnel_chart(
            (FunnelStep("Programs", 80, 80, 80, 80, "Programs"), FunnelStep("A match", 25, 40, 53, 100, PEOPLE)), theme
        ),
        "moves": moves_chart(
            (Move("Add family medicine", 0.02, 0.06, 0.08, 0, 900), Move("More", -0.005, 0.01, 0.02, None, None)), theme
        ),
        "ladder": rank_ladder((Rung(1, "Northside", 0.2, 0.3, 0.4), Rung(None, "", 0.3, 0.42, 0.6)), theme),
        "doughnut": doughnut((("Community", 33), ("University-affiliated", 18), ("University", 9)), "programs", theme),
        "map": state_map({"NY": 12, "PA": 9, "RI": 1, "DC": 2, "DE": 3, "HI": 1, "PR": 2, "FL": 11}, theme),
        "curve": value_curve(
            ((20, 0.2, 0.3, 0.4), (40, 0.3, 0.4, 0.5), (80, 0.35, 0.45, 0.56)),
            60,
            (150, 0.2, None, 0.4),
            "programs",
            theme,
        ),
    }
    return {name: chart for name, chart in charts.items() if chart is not None}


def words_in(svg: str) -> list[str]:
    """Everything that is written in a picture, in its order."""
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{NAMESPACE}text")]


def colours_in(svg: str) -> set[str]:
    """Every fill and stroke of a picture."""
    return set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) - {"none"}


def size_of(svg: str) -> tuple[float, float]:
    """Width and height."""
    root = ElementTree.fromstring(svg)
    return float(root.attrib["width"]), float(root.attrib["height"])


def reached(svg: str) -> Iterator[tuple[float, float]]:
    """The corners of every box, line, band and word in a picture; `width_of` is generous, so words end before it."""
    for element in ElementTree.fromstring(svg).iter():
        numbers = {key: float(value) for key, value in element.attrib.items() if re.fullmatch(r"-?[\d.]+", value)}
        match element.tag.removeprefix(NAMESPACE):
            case "rect":
                yield numbers["x"], numbers["y"]
                yield numbers["x"] + numbers["width"], numbers["y"] + numbers["height"]
            case "line":
                yield numbers["x1"], numbers["y1"]
                yield numbers["x2"], numbers["y2"]
            case "polygon" | "polyline":
                for pair in element.attrib["points"].split():
                    x, y = pair.split(",")
                    yield float(x), float(y)
            case "text":
                share = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.attrib["text-anchor"]]
                width = width_of(element.text or "", numbers["font-size"]) * 0.95
                yield numbers["x"] - share * width, numbers["y"]
                yield numbers["x"] + (1 - share) * width, numbers["y"]


def outside(svg: str) -> list[tuple[float, float]]:
    """What of a picture lies outside of it."""
    width, height = size_of(svg)
    return [(x, y) for x, y in reached(svg) if not (-1 <= x <= width + 1 and -1 <= y <= height + 1)]
