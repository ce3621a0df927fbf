"""What can go wrong with evidence: a name nobody knows is the reader's mistake, a broken data file is ours."""

from __future__ import annotations


class EvidenceMistake(Exception):
    """Something the reader asked of the evidence that it cannot give; the message says what to do."""


class UnknownFigure(EvidenceMistake):
    """No figure has this name. `nearest` are the names most like it, best first."""

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        self.name = name
        self.nearest = nearest
        hint = f" The nearest names are: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"There is no figure called “{name}”.{hint} `bedside evidence WORDS` searches all of them.")


class NotAdjustable(EvidenceMistake):
    """Only Bedside's readings and the article's opinions may be replaced by the applicant's own number."""


class HasNoNumber(TypeError):
    """Our code asked for a number where a figure is text or its source gives none: a bug, not a mistake."""


class NotARule(TypeError):
    """Our code asked for the dates of a figure that is not a rule: a bug, not a mistake."""


class BrokenEvidence(RuntimeError):
    """A data file of the evidence does not follow its schema: a bug of Bedside, not of the reader."""
