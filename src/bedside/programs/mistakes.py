"""What a user can get wrong with programs and their sources; every text is a sentence for the applicant."""

from __future__ import annotations


class ProgramsMistake(Exception):
    """What every mistake of the user about programs, sources and imports derives from."""


class FileNotRead(ProgramsMistake):
    """A file that cannot be read at all: truncated, encrypted, too large, or of a kind nobody knows."""


class ProgramNotInDirectory(ProgramsMistake):
    """No program answers to these words; `nearest` are the keys of the programs most like them, best first."""

    def __init__(self, words: str, nearest: tuple[str, ...] = ()) -> None:
        self.words = words
        self.nearest = nearest
        hint = f" The nearest are: {'; '.join(nearest)}." if nearest else ""
        super().__init__(f"No program in the directory answers to “{words}”.{hint}")


class NothingToUndo(ProgramsMistake):
    """There is no import of that name or number to take back."""
