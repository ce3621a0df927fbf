"""How long the app takes to its first page, for each page, and with fifty visitors, against an app that says hello."""

from __future__ import annotations

import http.client
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.stopwatch import Measurement, quickest_call

ROOT = Path(__file__).parents[1]
EXAMPLES = ("h1b-quality-analyst", "opt-research-coordinator", "citizen-scribe")
SECTIONS = (
    "",
    "me/",
    "me/timeline/",
    "me/exams/",
    "standing/",
    "decision/",
    "clinic/",
    "story/",
    "programs/",
    "plan/",
    "budget/",
    "sources/",
)
TOOLS = ("export/", "share/", "history/", "lock/", "erase/")
VISITORS, THINK_SECONDS, SECONDS = 50, 10.0, 30.0
BOUNDARY = "between-the-fields"


def measurements() -> Iterator[Measurement]:
    """The start, every page, and many visitors at once."""
    with tempfile.TemporaryDirectory() as folder, _hello() as hello, _bedside(folder) as (app, started):
        yield Measurement("bedside serve to its first page", started, "hello", hello.started, "target: 3,000 ms")
        ids = [app.opens(example) for example in EXAMPLES]
        bare = quickest_call(lambda: hello.loads("/"), 20)
        yield from _pages(app, ids[0], bare)
        ids += [app.opens(_example(number)) for number in range(len(ids), VISITORS)]
        yield _many(app, ids, hello)


class Site:
    """An app that runs, and a browser before it."""

    def __init__(self, url: str, started: float) -> None:
        self.port = int(url.rstrip("/").rpartition(":")[2])
        self.started = started
        self.cookies: dict[str, str] = {}

    def loads(self, path: str, body: bytes = b"", **headers: str) -> tuple[int, str, str]:
        """The status, where it leads on to, and the page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("POST" if body else "GET", path, body or None, self.headers() | headers)
        answer = connection.getresponse()
        page = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return answer.status, answer.headers.get("Location", ""), page

    def headers(self) -> dict[str, str]:
        """What a browser sends that was let in."""
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}

    def opens(self, example: str) -> str:
        """The id of an example that was opened as a dossier."""
        status, leads_to, page = self.loads("/open/", self.form(example), **_FORM)
        if status != 302:
            raise RuntimeError(f"{example} was not opened: {status} {page[:2000]}")
        return leads_to.strip("/").rpartition("/")[2]

    def changes(self, id: str, example: str, name: str) -> None:
        """Save another name, so that nothing computed before is of use."""
        if self.loads("/open/", self.form(example, id, name), **_FORM)[0] != 302:
            raise RuntimeError(f"{example} was not changed")

    def form(self, example: str, where: str = "another", name: str = "A name") -> bytes:
        """The form that opens an example under a name, as a browser sends it."""
        if "bedside_csrf" not in self.cookies:
            self.loads("/open/")
        content = (ROOT / f"examples/{example}.yaml").read_text(encoding="utf-8")
        content = re.sub(r"(?m)^(  name: ).*$", rf"\g<1>{name}", content, count=1)
        fields = {"csrfmiddlewaretoken": self.cookies["bedside_csrf"], "where": where}
        parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}' for name, value in fields.items()]
        parts.append(f'Content-Disposition: form-data; name="file"; filename="a.yaml"\r\n\r\n{content}')
        return ("".join(f"--{BOUNDARY}\r\n{part}\r\n" for part in parts) + f"--{BOUNDARY}--\r\n").encode()


_FORM = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}


def _pages(app: Site, id: str, bare: float) -> Iterator[Measurement]:
    for path in (f"/dossier/{id}/{part}" for part in (*SECTIONS, *TOOLS)):
        status = app.loads(path)[0]
        taken = quickest_call(partial(app.loads, path), 9)
        title = path.removeprefix(f"/dossier/{id}") + ("" if status == 200 else f" ({status})")
        yield Measurement(f"page {title}", taken, "hello", bare, "target: 100 ms")
    for part in ("", "standing/", "plan/"):
        times = [_after_a_change(app, id, part, f"Name {count}") for count in range(5)]
        yield Measurement(f"page /{part} after a change", min(times), "hello", bare, "target: 100 ms")


def _after_a_change(app: Site, id: str, part: str, name: str) -> float:
    app.changes(id, EXAMPLES[0], name)
    return quickest_call(partial(app.loads, f"/dossier/{id}/{part}"), 1)


def _many(app: Site, ids: list[str], hello: Site) -> Measurement:
    """Each visitor reads the sections of a dossier of their own; one request in six saves the whole of it."""
    rounds = [
        [
            *[
                {"path": f"/dossier/{id}/{part}", "body": "", "headers": app.headers()}
                for part in (*SECTIONS, "share/")
            ],
            *[
                {
                    "path": "/open/",
                    "body": app.form(_example(number), id, name).decode(),
                    "headers": app.headers() | _FORM,
                }
                for name in ("One name", "Another")
            ],
        ]
        for number, id in enumerate(ids)
    ]
    greeted = [[{"path": "/", "body": "", "headers": {}}] for _ in ids]
    return Measurement(
        f"{len(ids)} visitors, p95",
        _p95(_visited(app.port, rounds)),
        "hello",
        _p95(_visited(hello.port, greeted)),
        "target: 250 ms",
    )


def _example(number: int) -> str:
    return EXAMPLES[number % len(EXAMPLES)]


def _visited(port: int, rounds: list[list[dict[str, Any]]]) -> list[float]:
    asked = {"port": port, "rounds": rounds, "seconds": SECONDS, "think_seconds": THINK_SECONDS}
    command = [sys.executable, "-m", "benchmarks.visitors"]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True, cwd=ROOT)
    told = json.loads(done.stdout)
    if told["failed"]:
        raise RuntimeError(f"{len(told['failed'])} of {len(told['times'])} requests failed, first {told['failed'][0]}")
    times: list[float] = told["times"]
    return times


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


@contextmanager
def _bedside(folder: str) -> Iterator[tuple[Site, float]]:
    begun = time.perf_counter()
    with _running(
        "-m", "bedside", "serve", "--no-browser", "--as-of", "2026-11-22", "--data-folder", folder
    ) as entrance:
        site = Site(entrance.partition("this-machine/")[0], 0)
        site.loads("/" + entrance.partition(str(site.port))[2].lstrip("/"))
        site.loads("/")
        yield site, (time.perf_counter() - begun) * 1000


@contextmanager
def _hello() -> Iterator[Site]:
    begun = time.perf_counter()
    with _running("-m", "benchmarks.hello") as url:
        site = Site(url, 0)
        site.loads("/")
        site.started = (time.perf_counter() - begun) * 1000
        yield site


@contextmanager
def _running(*arguments: str) -> Iterator[str]:
    """A process of this Python, with the first address that it prints."""
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert process.stdout is not None
        yield next(found[0] for line in process.stdout if (found := re.search(r"http://\S+", line)))
    finally:
        process.terminate()
        process.communicate()
