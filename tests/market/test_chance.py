"""Chance by counting: even, normal, and its own for each count."""

from __future__ import annotations

import numpy as np

from bedside.market.chance import STEP, even, even_of, mix, normal, normal_of_three

BITS = [np.uint64(mix(np.uint64(count * int(STEP) % 2**64))) for count in range(1, 20_001)]


def test_no_two_counts_give_the_same_number() -> None:
    assert len(set(BITS)) == len(BITS)


def test_even_numbers_fill_the_range_from_0_to_1_evenly() -> None:
    for numbers in ([even(bits) for bits in BITS], [even_of(np.uint32(7), count) for count in range(20_000)]):
        counts = np.histogram(numbers, bins=10, range=(0, 1))[0]
        assert counts.sum() == 20_000
        assert np.abs(counts - 2_000).max() < 200


def test_normal_numbers_have_mean_0_and_standard_deviation_1() -> None:
    for make in (normal, normal_of_three):
        numbers = np.array([make(bits) for bits in BITS])
        assert (round(abs(numbers.mean()), 1), round(numbers.std(), 1)) == (0.0, 1.0)
        assert round(abs((numbers**3).mean()), 1) == 0.0
