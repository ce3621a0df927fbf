"""The outlines of the states, simplified from us-atlas; see NOTICE."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Outline:
    """The path of a state in the pixels of the map, where its words stand, and how wide they may be there."""

    state: str
    path: str
    x: float
    y: float
    room: float


@dataclass(frozen=True, slots=True)
class Outlines:
    """Every state and the District of Columbia, on a map of this size. Territories are not on it."""

    width: float
    height: float
    states: tuple[Outline, ...]


@cache
def outlines() -> Outlines:
    """The outlines as they ship."""
    read = json.loads(files("bedside.documents.charts").joinpath("state_outlines.json").read_text(encoding="utf-8"))
    states = (Outline(key, one["path"], one["x"], one["y"], one["room"]) for key, one in read["states"].items())
    return Outlines(read["width"], read["height"], tuple(states))
