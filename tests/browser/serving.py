"""The app as a process of its own, started as a person would, with a data folder of its own."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from typing import IO, Any

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


@contextmanager
def serving(data_folder: Path, database: str = "") -> Iterator[Server]:
    """The app on a free port of this machine until the block ends; `database` is a URL, or empty for SQLite."""
    asked = ["serve", "--no-browser", f"--port={_free_port()}", f"--data-folder={data_folder}", f"--as-of={AS_OF}"]
    process = subprocess.Popen(
        [sys.executable, "-m", "bedside", *asked], env=_variables(database), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        entrance = _first_line(process.stdout).split()[-1]
        yield Server(entrance.partition("/this-machine/")[0], entrance, data_folder, database)
    finally:
        process.terminate()
        process.communicate(timeout=30)


def put(server: Server, contents: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """Keep these contents as dossiers of a running app; return the addresses of the pages of each, the first one first.

    What is kept this way was never typed in, so that a test of a page need not begin with a long form.
    """
    variables = _variables(server.database) | {"BEDSIDE_DATA_FOLDER": str(server.data_folder)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.putting"],
        env=variables,
        input=json.dumps(list(contents)),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [[server.address + path for path in paths] for paths in json.loads(done.stdout)]


def _first_line(output: IO[str]) -> str:
    ready, _, _ = select.select([output], [], [], LONGEST_START)
    line = output.readline() if ready else ""
    if not line:
        raise RuntimeError("The app did not start.")
    return line


def _variables(database: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BEDSIDE_")}
    return kept | {"DJANGO_SETTINGS_MODULE": "bedside.web.settings", "BEDSIDE_DATABASE": database}


def _free_port() -> int:
    with socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
