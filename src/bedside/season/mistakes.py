"""What the reader of this room can put right."""

from __future__ import annotations


class SeasonMistake(ValueError):
    """Something asked of the season that cannot be: every such thing at once, each with a way to mend it."""
