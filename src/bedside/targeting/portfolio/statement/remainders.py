"""Sharing out a whole number by shares, with the largest remainders rounded up."""

from __future__ import annotations

from math import floor


def largest_remainder(total: int, shares: tuple[float, ...]) -> tuple[int, ...]:
    """Whole numbers that sum to `total`.

    1. Each share of the total is rounded down.
    2. What is left goes, one each, to the largest remainders; of equal ones the first comes first.
    """
    # Shares such as 0.55 are not exact in binary: 20 × 0.55 must not be rounded down to 10.
    exact = [round(total * share, 9) for share in shares]
    whole = [floor(one) for one in exact]
    by_remainder = sorted(range(len(shares)), key=lambda place: (-round(exact[place] - whole[place], 9), place))
    for place in by_remainder[: total - sum(whole)]:
        whole[place] += 1
    return tuple(whole)
