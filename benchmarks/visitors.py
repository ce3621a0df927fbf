"""Many visitors at once, each of whom thinks between two pages; a process of its own that measures from outside."""

from __future__ import annotations

import http.client
import json
import random
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: a page that is loaded, or a form that is sent."""

    path: str
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


class Visitors:
    """As many threads as there are visitors, until the time is over; `times` are milliseconds to the last byte."""

    def __init__(self, port: int, rounds: list[list[Visit]], seconds: float, think_seconds: float) -> None:
        self.times: list[float] = []
        self.failed: list[str] = []
        self._port, self._rounds, self._think = port, rounds, think_seconds
        self._ends = time.monotonic() + seconds

    def come(self) -> None:
        """Let all of them come, and wait until they are gone."""
        threads = [threading.Thread(target=self._one, args=(round,)) for round in self._rounds]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _one(self, round: list[Visit]) -> None:
        chance = random.Random(id(round))
        time.sleep(chance.uniform(0, self._think))
        while time.monotonic() < self._ends:
            self._load(chance.choice(round))
            time.sleep(self._think * chance.uniform(0.5, 1.5))

    def _load(self, visit: Visit) -> None:
        begun = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            connection.request("POST" if visit.body else "GET", visit.path, visit.body or None, visit.headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status >= 400:
                self.failed.append(f"{answer.status} {visit.path}")
        except OSError as error:
            self.failed.append(f"{type(error).__name__} {visit.path}")
        finally:
            connection.close()
        self.times.append((time.perf_counter() - begun) * 1000)


def _read(asked: dict[str, Any]) -> Visitors:
    rounds = [[Visit(one["path"], one["body"].encode(), one["headers"]) for one in round] for round in asked["rounds"]]
    return Visitors(asked["port"], rounds, asked["seconds"], asked["think_seconds"])


if __name__ == "__main__":
    visitors = _read(json.load(sys.stdin))
    visitors.come()
    json.dump({"times": visitors.times, "failed": visitors.failed}, sys.stdout)
