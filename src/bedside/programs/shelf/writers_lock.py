"""One writer at a time in a folder: others wait for their turn, and a killed writer holds nobody up."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bedside.programs.mistakes import ProgramsMistake

_FILE = "directory.lock"
_PATIENCE = 120.0


@contextlib.contextmanager
def writing_in(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the folder for writing; waits up to `patience` seconds. Raises ProgramsMistake.

    The lock is that of an empty SQLite database, which every system gives back when the process ends.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        holder = sqlite3.connect(folder / _FILE, timeout=patience, isolation_level=None)
    except (OSError, sqlite3.Error) as refusal:
        raise _not_usable(folder, refusal) from None
    with contextlib.closing(holder):
        try:
            holder.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as refusal:
            if "locked" in str(refusal):
                raise ProgramsMistake(
                    f"Another import into {folder} is still at work. Try again when it has finished."
                ) from None
            raise _not_usable(folder, refusal) from None
        yield


def _not_usable(folder: Path, refusal: Exception) -> ProgramsMistake:
    reason = (getattr(refusal, "strerror", None) or str(refusal)).lower()
    return ProgramsMistake(
        f"{folder} cannot be used for the directory of programs: {reason}. See that you may write in it."
    )
