"""Removing the last traces of what was erased or sealed from the files of the database."""

from __future__ import annotations

from time import sleep

from django.db import OperationalError, connection

_TRIES, _PAUSE = 20, 0.1
_PATIENCE_OF_ONE_TRY = 500
"""How long SQLite itself waits in one try, in milliseconds."""


def scrub() -> bool:
    """Leave nothing in the data folder that is no longer in a table; whether that was reached.

    On SQLite, where deleted content is overwritten with zeros already (secure_delete):

    1. Empty the write-ahead log into the file: it holds pages as they were before.
    2. Write the file anew, so that no page keeps a remnant between its rows.
    3. Empty the log again.

    A reader that is in the middle of something keeps the log from being emptied, so each step is tried for a while.
    Another database keeps its files by its own rules, and nothing is done there.
    """
    if connection.vendor != "sqlite":
        return True
    if connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout={_PATIENCE_OF_ONE_TRY}")
        try:
            return _log_emptied() and _written_anew() and _log_emptied()
        finally:
            cursor.execute(f"PRAGMA busy_timeout={before}")


def _log_emptied() -> bool:
    for _ in range(_TRIES):
        with connection.cursor() as cursor:
            is_busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if not is_busy:
            return True
        sleep(_PAUSE)
    return False


def _written_anew() -> bool:
    for _ in range(_TRIES):
        try:
            with connection.cursor() as cursor:
                cursor.execute("VACUUM")
        except OperationalError:  # someone else is writing
            sleep(_PAUSE)
        else:
            return True
    return False
