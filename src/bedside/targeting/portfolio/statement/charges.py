"""What a growing list costs: fees in tiers, on the programs of a specialty or on the ranks that are expected."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tier:
    """The next `units` units (None: all further ones) at `price` dollars each, or at `price` together where `flat`."""

    price: float
    units: float | None = None
    flat: bool = False

    @property
    def each(self) -> float:
        """Dollars of one unit; its share where the tier has one price for all of them."""
        return self.price / self.units if self.flat and self.units else self.price


@dataclass(frozen=True, slots=True)
class Charge:
    """Fees in tiers, the first tier first. They count the programs of one specialty (None: of all), or, where
    `on_interviews`, the interviews the list is expected to bring: so ranks beyond those that registration includes."""

    name: str
    tiers: tuple[Tier, ...]
    specialty: int | None = None
    on_interviews: bool = False

    def dollars(self, units: Numbers) -> Numbers:
        """What that many units come to, for each of several numbers of units."""
        total = np.zeros_like(units, dtype=np.float64)
        begins = 0.0
        for tier in self.tiers:
            if tier.flat:
                total = total + tier.price * (units > begins + 1e-9)
            else:
                inside = units - begins if tier.units is None else np.minimum(units - begins, tier.units)
                total = total + tier.price * np.maximum(inside, 0.0)
            begins += tier.units or 0.0
        return total
