"""What a user of the market can put right."""

from __future__ import annotations


class MarketMistake(Exception):
    """A mistake in what was asked of the market, said in a sentence with the way out."""
