"""Bringing the database to the shape this Bedside needs, or saying in a sentence why that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from bedside.web.serving.hosting import HostingMistake
from bedside.web.store.scrubbing import scrub_what_a_crash_left

_APP = "bedside"
_LOCK_OF_MIGRATING = 8377


def make_ready() -> None:
    """Check the database and migrate it; raises HostingMistake where it cannot be used, and changes nothing then."""
    try:
        with _one_process_at_a_time():
            _refuse_what_is_damaged()
            _refuse_what_is_newer()
            call_command("migrate", verbosity=0, interactive=False)
            scrub_what_a_crash_left()
    except (DatabaseError, ImproperlyConfigured) as error:
        raise _not_usable(error) from error
    finally:
        connection.close()


def take_in_the_log() -> None:
    """Write everything that SQLite still has in its write-ahead log into the file itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _refuse_what_is_damaged() -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check(1)")
            found = cursor.fetchone()[0]
        if found != "ok":
            raise DatabaseError("its pages do not fit together")


def _refuse_what_is_newer() -> None:
    migrations = MigrationLoader(connection)
    known = {name for app, name in migrations.disk_migrations or () if app == _APP}
    applied = {name for app, name in migrations.applied_migrations or () if app == _APP}
    if applied - known:
        raise HostingMistake(
            f"{_place()} was written by a newer Bedside, and this one would not understand it. Start the newer one, or "
            "bring this one up to date. Nothing in it was changed."
        )


@contextmanager
def _one_process_at_a_time() -> Iterator[None]:
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK_OF_MIGRATING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK_OF_MIGRATING])


def _not_usable(error: Exception) -> HostingMistake:
    if settings.HOSTING.database:
        kind = type(error.__cause__ or error).__name__
        return HostingMistake(
            f"The database that BEDSIDE_DATABASE names cannot be used ({kind}). Check that it runs, that its name, "
            "user and password are right, and that Bedside was installed with its PostgreSQL part: bedside[postgresql]."
        )
    return HostingMistake(
        f"{_place()} cannot be used: {error}. Bedside did not change it. If it is damaged, put a copy from a backup in "
        "its place, or move it and the files beside it to another folder; Bedside then begins with an empty one."
    )


def _place() -> str:
    return "The database" if settings.HOSTING.database else str(settings.HOSTING.database_file)
