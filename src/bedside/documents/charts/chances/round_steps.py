"""Round steps for the marks of a scale."""

from __future__ import annotations

import math


def round_step(most: float, parts: int = 4) -> float:
    """A step of 1, 2, 5 or 10 times a power of ten that cuts `most`, which is above zero, into about so many parts."""
    rough = most / parts
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * (1 - 1e-9))
