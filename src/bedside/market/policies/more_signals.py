"""More signals, or fewer: every specialty that has them changes by the same number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bedside.market.season import Season


@dataclass(frozen=True, slots=True)
class MoreSignals:
    """`more` signals on top of those of each specialty that has any; less than none where it is negative.

    Signals go to the first wishes. Programs give as many interviews as before: the more applications carry a signal,
    the less each is worth.
    """

    more: int

    @property
    def name(self) -> str:
        """As it is asked for."""
        return f"signals={self.more:+d}"

    @property
    def says(self) -> str:
        """What it changes."""
        many, word = abs(self.more), "signal" if abs(self.more) == 1 else "signals"
        return f"{many} {word} {'more' if self.more >= 0 else 'fewer'} in every specialty that has them."

    def change(self, season: Season) -> Season:
        """The season with other numbers of signals."""
        changed = np.where(season.signals > 0, np.maximum(season.signals + self.more, 0), 0)
        return replace(season, signals=changed)
