"""Draws the outlines of the states anew from the file `states-albers-10m.json` of us-atlas, simplified.

`python -m docs.generate.state_outlines FILE` writes the outlines that the map of a list is drawn with.
"""

from __future__ import annotations

import json
import math
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from bedside.applicant.parts.us_state import UsState

OUTLINES = Path(__file__).parents[2] / "src/bedside/documents/charts/state_outlines.json"
WIDTH, TOLERANCE, LEAST_AREA, STEPS, WIDER = 640.0, 0.8, 5.0, 60, 2.2
Place = tuple[float, float]
Ring = list[Place]


def main(arguments: list[str]) -> int:
    """The exit code: 2 where no file is named, else 0."""
    if len(arguments) != 1:
        print("Name the file states-albers-10m.json of the package us-atlas.")
        return 2
    atlas = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    content = {"from": "us-atlas 3.0.1, states-albers-10m.json, after the U.S. Census Bureau", **_drawn(atlas)}
    OUTLINES.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"Written: {OUTLINES.name}, {OUTLINES.stat().st_size:,} bytes")
    return 0


def _drawn(atlas: dict[str, Any]) -> dict[str, Any]:
    """The outlines in pixels of a map that is `WIDTH` wide, with a place for the words of each state."""
    arcs = [_simplified(arc) for arc in _places(atlas)]
    xs, ys = ([place[axis] for arc in arcs for place in arc] for axis in (0, 1))
    scale, left, top = WIDTH / (max(xs) - min(xs)), min(xs), min(ys)
    names = {state.title_in_full: state.value for state in UsState}
    states = {}
    for geometry in sorted(atlas["objects"]["states"]["geometries"], key=lambda one: names[one["properties"]["name"]]):
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [_ring(ring, arcs, scale, (left, top)) for polygon in polygons for ring in polygon]
        largest = max(rings, key=_area)
        kept = [ring for ring in rings if ring is largest or _area(ring) >= LEAST_AREA]
        x, y, room = _words_at(largest)
        states[names[geometry["properties"]["name"]]] = {
            "path": "".join(map(_path, kept)),
            "x": round(x, 1),
            "y": round(y, 1),
            "room": round(room, 1),
        }
    return {"width": WIDTH, "height": math.ceil((max(ys) - top) * scale), "states": states}


def _places(atlas: dict[str, Any]) -> list[Ring]:
    """The arcs of the file, whose steps are whole numbers from place to place."""
    (across, down), (left, top) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        places = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            places.append((x * across + left, y * down + top))
        arcs.append(places)
    return arcs


def _simplified(places: Ring) -> Ring:
    """The line without the places that lie within the tolerance of it (Douglas and Peucker); its ends stay."""
    if len(places) < 3:
        return places
    first, last = places[0], places[-1]
    if first == last:
        half = max(range(len(places)), key=lambda at: math.dist(places[at], first))
        return [*_simplified(places[: half + 1])[:-1], *_simplified(places[half:])]
    far = max(range(1, len(places) - 1), key=lambda at: _off(places[at], first, last))
    if _off(places[far], first, last) <= TOLERANCE:
        return [first, last]
    return [*_simplified(places[: far + 1])[:-1], *_simplified(places[far:])]


def _off(place: Place, first: Place, last: Place) -> float:
    """How far a place lies off the line between two others."""
    length = math.dist(first, last)
    across = (last[0] - first[0]) * (first[1] - place[1]) - (first[0] - place[0]) * (last[1] - first[1])
    return abs(across) / length if length else math.dist(place, first)


def _ring(numbers: list[int], arcs: list[Ring], scale: float, corner: Place) -> Ring:
    """The arcs of a ring joined and moved; a negative number is an arc taken backwards."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return [((x - corner[0]) * scale, (y - corner[1]) * scale) for x, y in ring]


def _area(ring: Ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))) / 2


def _path(ring: Ring) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}".replace(".0", "") for x, y in ring[:-1]) + "Z"


def _words_at(ring: Ring) -> tuple[float, float, float]:
    """The place with most room for a few letters, which are wider than high, and the width there is at it."""
    xs, ys = ([place[axis] for place in ring] for axis in (0, 1))
    best = (0.0, 0.0, -1.0)
    for row in range(1, STEPS):
        y = min(ys) + (max(ys) - min(ys)) * row / STEPS
        for column in range(1, STEPS):
            x = min(xs) + (max(xs) - min(xs)) * column / STEPS
            if _inside(x, y, ring):
                free = min(_distance(x, y, a, b) for a, b in pairwise(ring))
                best = max(best, (x, y, free), key=lambda found: found[2])
    x, y, free = best
    return x, y, 2 * free * WIDER


def _inside(x: float, y: float, ring: Ring) -> bool:
    crossed = [a for a, b in pairwise(ring) if (a[1] > y) != (b[1] > y) and x < _at_height(y, a, b)]
    return len(crossed) % 2 == 1


def _at_height(y: float, a: Place, b: Place) -> float:
    return a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])


def _distance(x: float, y: float, a: Place, b: Place) -> float:
    """The distance to an edge, where a step across counts less than one up or down."""
    (ax, bx, px), (ay, by, py) = (a[0] / WIDER, b[0] / WIDER, x / WIDER), (a[1], b[1], y)
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = min(1.0, max(0.0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length)) if length else 0.0
    return math.hypot(px - ax - share * (bx - ax), py - ay - share * (by - ay))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
