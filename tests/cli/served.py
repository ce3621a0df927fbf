"""`bedside serve` as a process of its own, with a data folder of its own, for the tests that start it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.error import HTTPError
from urllib.request import Request, urlopen

ANSWERED = re.compile(r"http://\S+")


@dataclass(frozen=True, slots=True)
class Served:
    """A running copy: the address it printed first, and its process."""

    entrance: str
    process: subprocess.Popen[str]

    @property
    def url(self) -> str:
        """Where it answers, without a key."""
        return self.entrance.partition("this-machine/")[0]


def environment(**variables: str) -> dict[str, str]:
    """The environment without any setting of Bedside's, and with these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BEDSIDE_", "DJANGO_"))}
    return kept | {"BROWSER": "true"} | variables


def hears_control_c() -> None:
    """Have a process hear control-C even where the tests run in the background, which would ignore it for all."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def begun(*arguments: str, **variables: str) -> subprocess.Popen[str]:
    """The command, begun."""
    return subprocess.Popen(
        [sys.executable, "-m", "bedside", "serve", *arguments],
        env=environment(**variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=hears_control_c,
    )


def refused(*arguments: str, **variables: str) -> tuple[int, str]:
    """The exit code and everything that a start said that comes to nothing."""
    process = begun(*arguments, **variables)
    said, _ = process.communicate(timeout=60)
    return process.returncode, said


@contextmanager
def served(folder: Path, *arguments: str, **variables: str) -> Iterator[Served]:
    """A copy that answers, ended afterwards."""
    process = begun("--data-folder", str(folder), "--no-browser", *arguments, **variables)
    try:
        assert process.stdout is not None
        yield Served(_address(process.stdout), process)
    finally:
        process.kill()
        process.communicate()


def stopped(copy: Served, by: int = signal.SIGTERM) -> tuple[int, str]:
    """The exit code after a signal, and the last line that was said."""
    copy.process.send_signal(by)
    said, _ = copy.process.communicate(timeout=20)
    return copy.process.returncode, said.splitlines()[-1] if said else ""


def free_port() -> int:
    """A port that nothing uses at the moment."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def status_of(url: str, **headers: str) -> int:
    """The status that a request gets."""
    try:
        with urlopen(Request(url, headers=headers), timeout=20) as answer:
            return int(answer.status)
    except HTTPError as refusal:
        return refusal.code


def _address(said: IO[str]) -> str:
    told = []
    for line in said:
        told.append(line)
        found = ANSWERED.search(line)
        if found:
            return found[0]
    raise AssertionError("it did not start:\n" + "".join(told))
