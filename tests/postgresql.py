"""A temporary PostgreSQL for the tests that need one, where this machine has PostgreSQL."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

KEEPER = Path(__file__).parents[1] / "setup/temporary-postgresql"


@cache
def why_there_is_no_postgresql() -> str:
    """A sentence that says what is missing; empty where a PostgreSQL can be started."""
    asked = subprocess.run([KEEPER, "--check"], capture_output=True, text=True, check=False)
    return asked.stderr.strip()


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of an empty database, in a PostgreSQL that runs until the block ends.

    The keeper holds it for as long as its input is open, so it also ends when these tests are killed.
    """
    keeper = subprocess.Popen(
        [KEEPER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert keeper.stdin is not None
    assert keeper.stdout is not None
    try:
        address = keeper.stdout.readline().strip()
        if not address:
            raise RuntimeError("PostgreSQL did not start.")
        yield address
    finally:
        keeper.stdin.close()
        keeper.stdout.close()
        keeper.wait(timeout=60)
