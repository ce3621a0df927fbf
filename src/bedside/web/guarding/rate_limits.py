"""Where the app is hosted, one address may ask for only so much in a minute, and guess wrong far less often."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

WRONG_GUESS = 403
"""The status of a page that was asked with a wrong link, code or passphrase; every one of them counts."""

MOST_ADDRESSES = 20_000
"""Addresses that are counted at the same time; beyond that the one seen longest ago is forgotten."""

_GUESSED = ("/return/", "/link/", "/shared/", "/unlock/")
_TAKES_LONG = ("/open/", "/export/", "/begin/")
_COMPUTES = ("/odds/", "/list/", "/next-move/", "/rank/")
_REFUSED = (WRONG_GUESS, 404, 422)


@dataclass(frozen=True, slots=True)
class Limit:
    """How often something may happen for one address within a number of seconds."""

    times: int
    seconds: int


PAGES = Limit(600, 60)
GUESSES = Limit(20, 3600)
HEAVY = Limit(30, 60)
COMPUTED = Limit(120, 60)


class Counts:
    """How often things happened for each address, in windows of fixed length; holds so many and no more."""

    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        self._counted: OrderedDict[str, tuple[int, int]] = OrderedDict()
        self._guard = Lock()

    def is_used_up(self, address: str) -> bool:
        """Whether an address has reached the limit in this window."""
        with self._guard:
            return self._so_far(address) >= self.limit.times

    def count(self, address: str) -> None:
        """Count one more for an address."""
        with self._guard:
            self._counted[address] = (self._window(), self._so_far(address) + 1)
            self._counted.move_to_end(address)
            if len(self._counted) > MOST_ADDRESSES:
                self._counted.popitem(last=False)

    def forget(self) -> None:
        """Begin anew."""
        with self._guard:
            self._counted.clear()

    def _so_far(self, address: str) -> int:
        window, counted = self._counted.get(address, (-1, 0))
        return counted if window == self._window() else 0

    def _window(self) -> int:
        return int(time.monotonic() // self.limit.seconds)


ASKED, GUESSED_WRONG, TOOK_LONG = Counts(PAGES), Counts(GUESSES), Counts(HEAVY)
ASKED_TO_COMPUTE = Counts(COMPUTED)


def limit_rates(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: refuses with 429, and says when to try again; each process counts for itself, in memory only."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        if not settings.HOSTING.is_hosted or request.path == "/health/":
            return answer(request)
        address, counted = address_of(request), [ASKED, *_more(request)]
        can_be_guessed = _is_one_of(request, _GUESSED)
        watched = [*counted, GUESSED_WRONG] if can_be_guessed else counted
        if any(counts.is_used_up(address) for counts in watched):
            return _too_many()
        for counts in counted:
            counts.count(address)
        response = answer(request)
        if can_be_guessed and response.status_code in _REFUSED:
            GUESSED_WRONG.count(address)
        return response

    return answered


def _more(request: HttpRequest) -> list[Counts]:
    """What is counted for a page beside that it was asked for."""
    kinds = ((TOOK_LONG, _TAKES_LONG), (ASKED_TO_COMPUTE, _COMPUTES))
    return [counts for counts, parts in kinds if _is_one_of(request, parts)]


def address_of(request: HttpRequest) -> str:
    """The address that asks, behind as many proxies as are trusted; what others claim to be is not believed.

    Of an IPv6 address only the network is taken (/64), since one visitor has all of it.
    """
    proxies = settings.HOSTING.trusted_proxies
    passed_on = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    asks = passed_on[-proxies] if proxies and len(passed_on) >= proxies else request.META.get("REMOTE_ADDR", "")
    try:
        found = ipaddress.ip_address(str(asks).strip("[]"))
    except ValueError:
        return str(asks)[:64]
    return str(found) if found.version == 4 else str(ipaddress.ip_network((found, 64), strict=False))


def _is_one_of(request: HttpRequest, parts: tuple[str, ...]) -> bool:
    return any(part in request.path for part in parts)


def _too_many() -> HttpResponse:
    return HttpResponse(
        "That was a great many requests in a short time. Wait a while and load the page again; nothing that was saved "
        "is lost.",
        status=429,
        headers={"Retry-After": "60"},
        content_type="text/plain; charset=utf-8",
    )
