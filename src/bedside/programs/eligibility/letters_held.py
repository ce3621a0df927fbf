"""Letters that are written, and how many of them come from physicians in the United States."""

from __future__ import annotations

from dataclasses import dataclass

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.letters import LetterKind


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters written or uploaded; asked for and promised ones do not count yet.

    `from_us` are surely from physicians in the US; `from_us_at_most` counts researchers too, who may be physicians.
    `is_told` is False where the dossier names no letter at all: that is not the same as having none.
    """

    all: int
    from_us: int
    from_us_at_most: int
    is_told: bool
    entries: tuple[str, ...]


def letters_held(dossier: Dossier) -> Letters:
    """The letters of a dossier."""
    written = [
        (f"letters[{number}]", letter)
        for number, letter in enumerate(dossier.letters)
        if letter.written is not None or letter.uploaded is not None
    ]
    attending = sum(letter.kind is LetterKind.US_ATTENDING for _, letter in written)
    researching = sum(letter.kind is LetterKind.US_RESEARCHER for _, letter in written)
    return Letters(
        all=len(written),
        from_us=attending,
        from_us_at_most=attending + researching,
        is_told=bool(dossier.letters),
        entries=tuple(entry for entry, _ in written) or ("letters",) * bool(dossier.letters),
    )
