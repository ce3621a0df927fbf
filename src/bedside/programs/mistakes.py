"""What a user can get wrong with programs and their sources; every text is a sentence for the applicant."""

from __future__ import annotations

from collections.abc import Sequence


class ProgramsMistake(Exception):
    """What every mistake of the user about programs, sources and imports derives from."""


class FileNotRead(ProgramsMistake):
    """A file that cannot be read at all: truncated, encrypted, too large, or of a kind nobody knows."""


class TableOfOnesOwn(ProgramsMistake):
    """A table of the user's, brought for the directory that every dossier sees: it is kept with one dossier only."""

    def __init__(self, file_names: Sequence[str]) -> None:
        named = " and ".join(f"“{name}”" for name in file_names)
        is_one = len(file_names) == 1
        super().__init__(
            f"{named} {'is a table' if is_one else 'are tables'} of your own. Such a table is kept with one dossier, "
            f"and no other sees it: say which with --private-to DOSSIER. Nothing was kept."
        )


class ProgramNotInDirectory(ProgramsMistake):
    """No program answers to these words; `nearest` are the keys of the programs most like them, best first."""

    def __init__(self, words: str, nearest: tuple[str, ...] = ()) -> None:
        self.words = words
        self.nearest = nearest
        hint = f" The nearest are: {'; '.join(nearest)}." if nearest else ""
        super().__init__(f"No program in the directory answers to “{words}”.{hint}")


class NothingToUndo(ProgramsMistake):
    """There is no import of that name or number to take back."""


class PlaceNotKnown(ProgramsMistake):
    """A place that is neither a state nor a region."""

    def __init__(self, words: str, regions: tuple[str, ...]) -> None:
        self.words = words
        super().__init__(
            f"“{words}” is no state or region. Write the two letters of a state or its name, or one of the regions: "
            f"{', '.join(regions)}."
        )


class ValueNotUnderstood(ProgramsMistake):
    """What the user typed for a field cannot be a value of it."""


class SeveralPrograms(ProgramsMistake):
    """Words that more than one program answers to; `first` are some of them, each with its key."""

    def __init__(self, words: str, count: int, first: tuple[str, ...]) -> None:
        self.words = words
        self.first = first
        more = ", and more" if count > len(first) else ""
        super().__init__(f"{count} programs answer to “{words}”. Give the key of one: {'; '.join(first)}{more}.")
