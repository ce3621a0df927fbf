"""More positions in one field, or fewer, spread over its tracks by their size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bedside.market.season import Season


@dataclass(frozen=True, slots=True)
class ExtraPositions:
    """`more` positions in a field; interviews grow along with them, applicants stay who they are."""

    field: str
    more: int

    @property
    def name(self) -> str:
        """As it is asked for."""
        return f"positions={self.field}:{self.more:+d}"

    @property
    def says(self) -> str:
        """What it changes."""
        word = "position" if abs(self.more) == 1 else "positions"
        return f"{abs(self.more)} {word} {'more' if self.more >= 0 else 'fewer'} in {self.field.replace('-', ' ')}."

    def change(self, season: Season) -> Season:
        """The season with more positions, the largest remainders rounded up."""
        before = season.tracks.positions
        here = season.tracks.field == season.parameters.fields.index(self.field)
        wanted = np.where(here, before * (1 + self.more / max(int(before[here].sum()), 1)), before)
        after = np.floor(np.maximum(wanted, 0)).astype(np.int64)
        left = max(round(float(np.maximum(wanted, 0).sum())) - int(after.sum()), 0)
        after[np.argsort(after - wanted, kind="stable")[:left]] += 1
        slots = season.slots * np.where(before > 0, after / np.maximum(before, 1), 1.0)
        return replace(season, tracks=replace(season.tracks, positions=after), slots=slots)
