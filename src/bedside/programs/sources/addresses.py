"""Which addresses are opened at all, and a client that follows no redirect out of them."""

from __future__ import annotations

import ssl
import urllib.request
from http.client import HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from bedside.programs.mistakes import ProgramsMistake

_OWN_MACHINE = {"localhost", "127.0.0.1", "::1"}
_MOST_REDIRECTS = 5


class FetchFailed(ProgramsMistake):
    """A file that was not fetched: which, why, and what to do instead."""


class AddressRefused(FetchFailed):
    """An address that Bedside does not open: only https is, and http on the user's own machine."""

    def __init__(self, url: str) -> None:
        super().__init__(f"Bedside did not open “{url}”: it only fetches over https, from a plain address.")


def refuse_unsafe(url: str) -> None:
    """Raise AddressRefused for anything but https with a host and no password; http is for the own machine alone."""
    try:
        parts = urlsplit(url)
        plain = bool(parts.hostname) and parts.username is None and parts.password is None
        safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _OWN_MACHINE)
    except ValueError:
        raise AddressRefused(url) from None
    if not (plain and safe):
        raise AddressRefused(url)


def client_for(url: str) -> urllib.request.OpenerDirector:
    """A client with nothing in it but http, https, and few redirects that keep the scheme."""
    own_machine = urlsplit(url).hostname in _OWN_MACHINE
    client = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler({} if own_machine else None),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        urllib.request.HTTPDefaultErrorHandler(),
        _CarefulRedirects(),
        urllib.request.HTTPErrorProcessor(),
    ):
        client.add_handler(handler)
    return client


class _CarefulRedirects(urllib.request.HTTPRedirectHandler):
    max_redirections = _MOST_REDIRECTS

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        fp.close()
        refuse_unsafe(newurl)
        if urlsplit(newurl).scheme != urlsplit(req.full_url).scheme:
            raise AddressRefused(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
