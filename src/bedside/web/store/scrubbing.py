"""Removing the last traces of what was erased or sealed from the files of the database."""

from __future__ import annotations

from time import sleep

from django.db import OperationalError, connection

_PATIENCE_OF_ONE_TRY = 400
"""How long SQLite itself waits in one try, in milliseconds."""

_PAUSE = 0.1


def scrub(tries: int = 10) -> bool:
    """Leave nothing in the data folder that is no longer in a table; whether that was reached.

    On SQLite, where deleted content is overwritten with zeros already (secure_delete):

    1. Empty the write-ahead log into the file: it holds pages as they were before.
    2. Write the file anew, so that no page keeps a remnant between its rows.
    3. Empty the log again.

    A reader that is in the middle of something keeps the log from being emptied, so each step is tried for a while,
    half a second a try.
    Another database keeps its files by its own rules, and nothing is done there.
    """
    if connection.vendor != "sqlite":
        return True
    if connection.in_atomic_block:
        return False
    before = _answer("PRAGMA busy_timeout")
    _answer(f"PRAGMA busy_timeout={_PATIENCE_OF_ONE_TRY}")
    try:
        return _log_emptied(tries) and _written_anew(tries) and _log_emptied(tries)
    finally:
        _answer(f"PRAGMA busy_timeout={before}")


def scrub_what_a_crash_left() -> None:
    """Scrub once at a start where the log was not emptied at the end, as after a crash: traces may be left in it."""
    pages_in_the_log = _answer("PRAGMA wal_checkpoint(PASSIVE)", 1) if connection.vendor == "sqlite" else 0
    if pages_in_the_log:
        scrub(tries=1)


def _log_emptied(tries: int) -> bool:
    for _ in range(tries):
        if _answer("PRAGMA wal_checkpoint(TRUNCATE)") == 0:
            return True
        sleep(_PAUSE)
    return False


def _written_anew(tries: int) -> bool:
    for _ in range(tries):
        try:
            _answer("VACUUM")
        except OperationalError:  # someone else is writing
            sleep(_PAUSE)
        else:
            return True
    return False


def _answer(command: str, which: int = 0) -> int | None:
    """One of the numbers a command answers with; read to its end, since a file is not written anew under a question."""
    with connection.cursor() as cursor:
        rows = cursor.execute(command).fetchall()
    return rows[0][which] if rows else None
