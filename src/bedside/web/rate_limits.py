"""Where the app is hosted, one address may ask for only so much in a minute, and guess far less often."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

PAGES = RateLimitItemPerMinute(240)
GUESSES = RateLimitItemPerHour(30)
"""Attempts at what can be guessed: a recovery code, a secret link, a passphrase."""

HEAVY = RateLimitItemPerMinute(20)
"""What takes the machine a while: files to open, documents to make."""

_LIMITER = FixedWindowRateLimiter(MemoryStorage())
_GUESSED = ("/return/", "/link/", "/shared/", "/unlock/")
_TAKES_LONG = ("/open/", "/export/")


def limit_rates(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: refuses with 429, and says when to try again; each process counts for itself."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        if settings.HOSTING.is_hosted and request.path != "/health/" and not _may_ask(request):
            return HttpResponse(
                "That was a great many requests in a short time. Wait a minute and load the page again; "
                "nothing that was saved is lost.",
                status=429,
                headers={"Retry-After": "60"},
                content_type="text/plain; charset=utf-8",
            )
        return answer(request)

    return answered


def _may_ask(request: HttpRequest) -> bool:
    address, path = address_of(request), request.path
    allowed = _LIMITER.hit(PAGES, "pages", address)
    if any(part in path for part in _GUESSED):
        allowed = _LIMITER.hit(GUESSES, "guesses", address) and allowed
    if any(part in path for part in _TAKES_LONG):
        allowed = _LIMITER.hit(HEAVY, "heavy", address) and allowed
    return allowed


def address_of(request: HttpRequest) -> str:
    """The address that asks, behind as many proxies as are trusted; what others claim to be is not believed."""
    proxies = settings.HOSTING.trusted_proxies
    passed_on = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    if proxies and len(passed_on) >= proxies:
        return str(passed_on[-proxies])
    return str(request.META.get("REMOTE_ADDR", ""))
