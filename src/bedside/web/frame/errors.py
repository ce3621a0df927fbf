"""What is shown where a page cannot be: in words, with a way on, and nothing about the inside."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, also where what was sent is too large."""
    return _page(request, 400, "That could not be read", _what_was_sent(request, exception))


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return _page(request, 403, "That is not allowed here", "Go back and try again from the page itself.")


def form_is_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 where the form was not made for this browser, or long ago."""
    return _page(request, 403, "This form is too old", _OLD_FORM)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, the same for what is not there and for what this browser may not open."""
    return _page(request, 404, "There is nothing here", _NOTHING_HERE)


def fault(request: HttpRequest) -> HttpResponse:
    """500."""
    return _page(request, 500, "Bedside has a fault here", _FAULT)


def _page(request: HttpRequest, status: int, title: str, says: str) -> HttpResponse:
    context: dict[str, Any] = {"title": title, "says": says}
    return render(request, "frame/error.html", context, status=status)


def _what_was_sent(request: HttpRequest, exception: Exception | None) -> str:
    if not _is_too_large(exception):
        return _NOT_READ
    return _TOO_LARGE if request.method == "POST" else _ADDRESS_TOO_LONG


def _is_too_large(exception: Exception | None) -> bool:
    return type(exception).__name__ in ("RequestDataTooBig", "TooManyFieldsSent", "TooManyFilesSent")


_NOT_READ = (
    "What was sent to this page is not what it takes. Go back and try again; nothing that was saved has changed."
)
_TOO_LARGE = (
    "A dossier is some tens of kilobytes, and what was sent is far larger. Nothing was saved; your file is as it was."
)
_ADDRESS_TOO_LONG = (
    f"The address of this page sets more than {settings.DATA_UPLOAD_MAX_NUMBER_FIELDS} things, such as programs that "
    "have to be on your list, and a page takes no more. Your file is as it was. Go back and set fewer."
)
_OLD_FORM = (
    "It was open for a long time or came from another window. Go back, load the page again and send it once more."
)
_NOTHING_HERE = (
    "No page has this address, or it belongs to a dossier that this browser has not opened, or that was erased. Where "
    "Bedside runs on your own computer, open it from its launcher or from the address it prints when it starts."
)
_FAULT = (
    "It is not a mistake of yours, and nothing that was saved is lost. Load the page again; if it stays, report it to "
    "the project without your dossier."
)
