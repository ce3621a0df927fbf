"""The mistakes a dossier can hold: what, where, and how to put it right; never a traceback."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Where something stands in the dossier: ("experiences", 2, "from")."""


class Place(NamedTuple):
    """A line and a column of the file, both counted from 1."""

    line: int
    column: int


TOP = Place(1, 1)
_MOST_TOLD = 50


@dataclass(slots=True)
class Places:
    """Where each key and each value stands in the file."""

    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)

    def of(self, path: Path) -> Place:
        """The place of the key `path` ends in, of the list entry it is, or of the nearest part around it."""
        while path:
            found = self.keys.get(path) or self.values.get(path)
            if found is not None:
                return found
            path = path[:-1]
        return self.values.get((), TOP)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in the content, before it is known where in the file it stands.

    `at` is set where the place is known already; else it is looked up by `path`.
    """

    path: Path
    what: str
    how_to_fix: str
    is_caution: bool = False
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to put right (or, among the warnings, to look at again). Lines and columns count from 1.

    `field` is the path as the applicant wrote it, such as `experiences[2].from`; empty for the whole file.
    """

    file: str
    line: int
    column: int
    field: str
    what: str
    how_to_fix: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}"
        about = f" `{self.field}`" if self.field else ""
        return f"{where}:{about} {self.what} {self.how_to_fix}".rstrip()


class ApplicantMistake(Exception):
    """What every mistake of the applicant about their file derives from; its text is a sentence for them."""


class DossierMistakes(ApplicantMistake):
    """The dossier cannot be used yet; `mistakes` holds all of them, in the order of the file.

    `warnings` are what should be looked at again beside them.
    """

    def __init__(self, mistakes: tuple[Mistake, ...], warnings: tuple[Mistake, ...] = ()) -> None:
        told = [str(mistake) for mistake in mistakes[:_MOST_TOLD]]
        untold = len(mistakes) - len(told)
        super().__init__("\n".join([*told, f"… and {untold} more."] if untold else told))
        self.mistakes = mistakes
        self.warnings = warnings


class DossierNotWritten(ApplicantMistake):
    """The file could not be written; what was there before is still there, unchanged."""


def field_name(path: Path) -> str:
    """The path as the applicant reads it: `experiences[2].from`."""
    named = "".join(f"[{part}]" if isinstance(part, int) else f".{shown(part)}" for part in path)
    return named.lstrip(".")


def shown(value: object, longest: int = 60) -> str:
    """A value as it can be printed in a sentence: short, on one line, without control characters."""
    if not isinstance(value, str):
        return _short(_without_control_characters(repr(value)), longest)
    return _short(_without_control_characters(value), longest)


def _without_control_characters(text: str) -> str:
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text[:400])


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
