"""What a caller can get wrong when stating which list is wanted, told all at once and in sentences."""

from __future__ import annotations


class PortfolioMistake(Exception):
    """What was asked for cannot be read; `sentences` says everything that is wrong, and how to mend it."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        self.sentences = sentences
        super().__init__(" ".join(sentences))
