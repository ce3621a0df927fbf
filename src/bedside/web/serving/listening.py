"""The socket that the app listens on, how the server behind it is set, and whether something answers there."""

from __future__ import annotations

import contextlib
import http.client
import select
import socket
from typing import Any

from bedside.web.serving.hosting import Hosting, HostingMistake

PORT = 8377
THREADS = 8
LARGEST_REQUEST, LARGEST_WHERE_HOSTED = 60_000_000, 4_000_000
"""Bytes. The app refuses with a page what is larger than a dossier; what is larger than this does not reach it."""

_IN_MEMORY = 200_000_000


def listen(host: str, port: int | None, is_hosted: bool) -> socket.socket:
    """A socket that takes requests from now on; raises HostingMistake.

    Where no port was asked for it is Bedside's own, and on one's own machine a free one where that is taken.
    """
    ports = [port] if port is not None else [PORT] if is_hosted else [PORT, 0]
    refusal: OSError | None = None
    for one in ports:
        try:
            return _socket_at(host.strip("[]"), one)
        except OSError as error:
            refusal = error
    raise HostingMistake(
        f"Bedside cannot listen on {host}, port {ports[0]}: {_reason(refusal)}. Something else may use this "
        "port; choose another with --port."
    )


def _socket_at(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    # On Windows the option of the other systems would let a second program take the same port.
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR if exclusive is None else exclusive, 1)
    try:
        listening.bind(place)
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


def adjustments(hosting: Hosting) -> dict[str, Any]:
    """How waitress is set: nothing goes to a temporary file, nothing tells what it is, and no claim is believed."""
    proxies: dict[str, Any] = {
        "trusted_proxy": "*",
        "trusted_proxy_count": hosting.trusted_proxies,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    }
    return {
        "threads": THREADS,
        "ident": None,
        "max_request_body_size": LARGEST_WHERE_HOSTED if hosting.is_hosted else LARGEST_REQUEST,
        "inbuf_overflow": _IN_MEMORY,
        "outbuf_overflow": _IN_MEMORY,
        "channel_timeout": 60,
        "connection_limit": 200,
        "asyncore_use_poll": hasattr(select, "poll"),
        "clear_untrusted_proxy_headers": True,
    } | (proxies if hosting.trusted_proxies else {})


def url_of(host: str, listening: socket.socket) -> str:
    """The address that a browser reaches a socket at."""
    port = listening.getsockname()[1]
    return f"http://{as_in_a_url(host)}:{port}/"


def as_in_a_url(host: str) -> str:
    """A host as it stands in an address: an IPv6 address has brackets."""
    return f"[{host.strip('[]')}]" if ":" in host else host


def answers(url: str, name: str) -> bool:
    """Whether a copy of the app answers at an address; `name` is one that it answers to."""
    host, _, port = url.removeprefix("http://").rstrip("/").rpartition(":")
    reachable = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]"}.get(host, host).strip("[]")
    with contextlib.suppress(OSError, http.client.HTTPException):
        connection = http.client.HTTPConnection(reachable, int(port), timeout=5)
        try:
            connection.request("GET", "/health/", headers={"Host": name})
            return connection.getresponse().read().startswith(b'{"status": "ok"')
        finally:
            connection.close()
    return False


def _reason(refusal: OSError | None) -> str:
    return ((refusal.strerror if refusal else "") or "it is refused").lower()
