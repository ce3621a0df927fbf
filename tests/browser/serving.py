"""The app as a process of its own, started as a person would, with a data folder of its own."""

from __future__ import annotations

import json
import os
import select
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from subprocess import PIPE, Popen
from typing import Any

from tests.applicant.dossiers import AS_OF

LONGEST_START = 30.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running app: where it answers, where it lets the browser of this machine in, and where its data is."""

    address: str
    entrance: str
    data_folder: Path
    database: str
    putting: Popen[str]
    """Keeps, beside it, what it is told to."""


@contextmanager
def serving(data_folder: Path, database: str = "") -> Iterator[Server]:
    """The app on a free port of this machine until the block ends; `database` is a URL, or empty for SQLite."""
    asked = ["serve", "--no-browser", f"--port={_free_port()}", f"--data-folder={data_folder}", f"--as-of={AS_OF}"]
    variables = _variables(database)
    with _running("bedside", *asked, variables=variables) as process:
        entrance = _next_line(process).split()[-1]
        with _running("tests.browser.putting", variables=variables | {"BEDSIDE_DATA_FOLDER": str(data_folder)}) as one:
            yield Server(entrance.partition("/this-machine/")[0], entrance, data_folder, database, one)


def put(server: Server, contents: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """Keep these contents as dossiers of a running app; return the addresses of the pages of each, the first one first.

    What is kept this way was never typed in, so that a test of a page need not begin with a long form.
    """
    assert server.putting.stdin is not None
    print(json.dumps(list(contents)), file=server.putting.stdin, flush=True)
    return [[server.address + path for path in paths] for paths in json.loads(_next_line(server.putting))]


@contextmanager
def _running(module: str, *asked: str, variables: Mapping[str, str]) -> Iterator[Popen[str]]:
    process = Popen([sys.executable, "-m", module, *asked], env=variables, stdin=PIPE, stdout=PIPE, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _next_line(process: Popen[str]) -> str:
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], LONGEST_START)
    line = process.stdout.readline() if ready else ""
    if not line:
        raise RuntimeError(f"There was no answer of {process.args}.")
    return line


def _variables(database: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BEDSIDE_")}
    return kept | {"DJANGO_SETTINGS_MODULE": "bedside.web.settings", "BEDSIDE_DATABASE": database}


def _free_port() -> int:
    with socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
