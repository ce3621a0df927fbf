"""Not written yet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse


def me(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)


def chapter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)


def save_part(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)


def remove_entry(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)
