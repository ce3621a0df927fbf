"""A temporary PostgreSQL answers, and nothing of it is left when it ends, however that comes about."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from tests.postgresql import KEEPER, postgresql, why_there_is_no_postgresql

needs_postgresql = pytest.mark.skipif(bool(why_there_is_no_postgresql()), reason=why_there_is_no_postgresql())
HOLDS_ONE = """
from tests.postgresql import postgresql
with postgresql() as address:
    print(address, flush=True)
    input()
"""


def folder_of(address: str) -> Path:
    return Path(unquote(urlsplit(address).netloc.partition("@")[2]))


@needs_postgresql
def test_it_answers_and_is_empty() -> None:
    with postgresql() as address, psycopg.connect(address) as connection:
        tables = connection.execute("select count(*) from pg_tables where schemaname = 'public'").fetchone()
    assert tables == (0,)


@needs_postgresql
def test_nothing_of_it_is_left_when_it_ends() -> None:
    with postgresql() as address:
        assert folder_of(address).is_dir()
    assert not folder_of(address).exists()


@needs_postgresql
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_nothing_of_it_is_left_when_whoever_holds_it_is_ended(how: signal.Signals) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDS_ONE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    address = holder.stdout.readline().strip()
    assert folder_of(address).is_dir()
    os.kill(holder.pid, how)
    holder.communicate(timeout=30)  # the keeper writes its errors to the same place, so this waits for its end too
    assert not folder_of(address).exists()


def test_a_machine_without_it_gets_a_sentence(tmp_path: Path) -> None:
    named = os.environ | {"BEDSIDE_POSTGRESQL": str(tmp_path)}
    asked = subprocess.run([KEEPER], env=named, capture_output=True, text=True, check=False)
    assert (asked.returncode, asked.stdout) == (69, "")
    assert asked.stderr == "There is no PostgreSQL on this machine (package postgresql).\n"
