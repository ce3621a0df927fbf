"""The least an app can do, behind the same server as Bedside: what every time of a page is compared with."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from typing import Any

from waitress import create_server  # type: ignore[import-untyped]  # it ships no types

from bedside.web.serving.listening import THREADS


def hello(environment: dict[str, Any], answer: Callable[[str, list[tuple[str, str]]], object]) -> Iterable[bytes]:
    """Answers every request with a word."""
    answer("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])
    return [b"hello"]


if __name__ == "__main__":
    listening = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listening.getsockname()[1]}/", flush=True)
    create_server(hello, sockets=[listening], threads=THREADS).run()
