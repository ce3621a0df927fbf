"""The app as a process of its own, with a data folder of its own, as a person would start it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from typing import Any

from tests.applicant.dossiers import AS_OF

KEY = "the-key-of-the-browser-in-these-tests"
SECRET = "a secret that only these tests know, and long enough"
SERVES = """
import sys
from django.core.management import call_command
from bedside.web.application import application
import waitress
call_command("migrate", verbosity=0)
waitress.serve(application, host="127.0.0.1", port=int(sys.argv[1]))
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running app: where it answers, where its data is, and the variables it runs with."""

    address: str
    data_folder: Path
    variables: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Dossiers:
    """Dossiers that were put into a running app, and the cookie of a browser that may open them.

    `homes` are the addresses of their first pages, `pages` those of every page that has a fixed address.
    """

    homes: tuple[str, ...]
    pages: tuple[str, ...]
    cookie: str


@contextmanager
def serving(data_folder: Path, database: str = "") -> Iterator[Server]:
    """The app on a free port of this machine until the block ends; `database` is a URL, or empty for SQLite."""
    port = _free_port()
    variables = {
        "DJANGO_SETTINGS_MODULE": "bedside.web.settings",
        "BEDSIDE_DATA_FOLDER": str(data_folder),
        "BEDSIDE_DATABASE": database,
        "BEDSIDE_AS_OF": AS_OF.isoformat(),
        "BEDSIDE_BROWSER_KEY": KEY,
        "BEDSIDE_SECRET_KEY": SECRET,
    }
    process = subprocess.Popen([sys.executable, "-c", SERVES, str(port)], env=os.environ | variables)
    try:
        server = Server(f"http://127.0.0.1:{port}", data_folder, variables)
        _wait_for(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)


def put(server: Server, contents: Sequence[Mapping[str, Any]]) -> Dossiers:
    """Keep these contents as dossiers of a running app."""
    asked = [sys.executable, "-m", "tests.browser.putting"]
    done = subprocess.run(
        asked,
        env=os.environ | dict(server.variables),
        input=json.dumps(list(contents)),
        capture_output=True,
        text=True,
        check=True,
    )
    answer = json.loads(done.stdout)
    homes = tuple(f"{server.address}/dossier/{id}/" for id in answer["ids"])
    return Dossiers(homes, tuple(home + path for home in homes for path in answer["paths"]), answer["cookie"])


def _free_port() -> int:
    with socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{server.address}/health/", timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError):
            if process.poll() is not None:
                break
            time.sleep(0.05)
    raise RuntimeError("The app did not start.")
