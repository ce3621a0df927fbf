"""A real HTTP server on this machine, with one behaviour for each address: what the internet does to downloads."""

from __future__ import annotations

import ssl
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

Behaviour = Callable[["Visit"], None]


class Visit(BaseHTTPRequestHandler):
    """One request; behaviours answer through it."""

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, self.headers.get("Range"), self.headers.get("If-Range")))
        site.pages[self.path](self)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def give(
        self, status: int, body: bytes, headers: dict[str, str] | None = None, *, length: int | None = None
    ) -> None:
        """Answer with a body; `length` is what is claimed of it, where that is not the truth."""
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body) if length is None else length)} | (headers or {})).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@dataclass
class Site:
    """What the server shows at each path, and what it was asked: path, Range and If-Range of each request."""

    address: str = ""
    pages: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[tuple[str, str | None, str | None]] = field(default_factory=list)


@contextmanager
def served(*, secretly: bool = False) -> Iterator[Site]:
    """A site on a free port of this machine, for as long as it lasts; `secretly` over https, as nobody it can prove."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Visit)
    server.daemon_threads = True
    if secretly:
        server.socket = _with_a_made_up_name().wrap_socket(server.socket, server_side=True)
    site = Site(f"{'https' if secretly else 'http'}://127.0.0.1:{server.server_port}")
    server.site = site  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _with_a_made_up_name() -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "nobody.example")])
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, datetime(2020, 1, 1), datetime(2100, 1, 1))
    certificate = made.sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    parts = (
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain),
        certificate.public_bytes(serialization.Encoding.PEM),
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile() as chain:
        chain.write(b"".join(parts))
        chain.flush()
        context.load_cert_chain(chain.name)
    return context


def whole(body: bytes, **headers: str) -> Behaviour:
    """The whole file every time, whatever part is asked for."""
    return lambda visit: visit.give(200, body, {name.replace("_", "-"): value for name, value in headers.items()})


def in_parts(body: bytes, version: str = '"one"', cuts: list[int] | None = None) -> Behaviour:
    """A file that can be gone on with; each number of `cuts` ends one answer after so many bytes."""
    waiting = list(cuts or [])

    def answer(visit: Visit) -> None:
        asked = visit.headers.get("Range")
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0
        same = visit.headers.get("If-Range") == version
        if asked and same and start >= len(body):
            return visit.give(416, b"", {"Content-Range": f"bytes */{len(body)}"})
        start = start if asked and same else 0
        end = start + waiting.pop(0) if waiting else len(body)
        headers = {"ETag": version}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
        return visit.give(206 if start else 200, body[start:end], headers, length=len(body) - start)

    return answer
