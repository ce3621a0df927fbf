"""What a user can get wrong in asking for changes; every text is a sentence, and all of them come at once."""

from __future__ import annotations

from collections.abc import Sequence


class WhatIfMistake(Exception):
    """Changes that cannot be read; `sentences` holds one for each."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("\n".join(sentences))
