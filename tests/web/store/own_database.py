"""A database of its own for tests that need real files, several connections, or processes that are killed."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
ON_POSTGRESQL = bool(os.environ.get("BEDSIDE_DATABASE"))


@contextmanager
def own_database(folder: Path) -> Iterator[dict[str, str]]:
    """The environment of processes that share one new database, with its tables made: a file in `folder`, or one on
    the PostgreSQL server that BEDSIDE_DATABASE names."""
    settings = {"DJANGO_SETTINGS_MODULE": "bedside.web.settings", "BEDSIDE_DATA_FOLDER": str(folder)}
    environment = os.environ | settings | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    if ON_POSTGRESQL:
        with _own_postgresql(os.environ["BEDSIDE_DATABASE"]) as url:
            yield _with_tables(environment | {"BEDSIDE_DATABASE": url})
    else:
        yield _with_tables(environment)


def begun(module: str, environment: dict[str, str], *arguments: str) -> subprocess.Popen[str]:
    """A process of its own that runs a module of the tests."""
    command = [sys.executable, "-W", "error", "-m", module, *arguments]
    return subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def answer_of(module: str, environment: dict[str, str], *arguments: str) -> Any:
    """What a process that runs a module of the tests prints as JSON."""
    process = begun(module, environment, *arguments)
    printed, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return json.loads(printed)


def _with_tables(environment: dict[str, str]) -> dict[str, str]:
    command = [sys.executable, "-m", "django", "migrate", "--verbosity=0", "--skip-checks"]
    subprocess.run(command, env=environment, cwd=ROOT, check=True, timeout=60)
    return environment


@contextmanager
def _own_postgresql(url: str) -> Iterator[str]:
    import psycopg

    server, _, after = url.partition("://")[2].partition("/")
    options = after.partition("?")[2]
    own = f"bedside_own_{secrets.token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {own}")
    try:
        yield f"postgresql://{server}/{own}" + (f"?{options}" if options else "")
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {own} WITH (FORCE)")
