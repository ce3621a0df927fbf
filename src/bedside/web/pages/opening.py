"""Not written yet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse


def open_a_file(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)


def come_back(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)


def by_secret_link(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)


def at_this_machine(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)
