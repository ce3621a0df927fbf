"""Not written yet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse


def six_questions(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)


def first_look(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)


def begin_here(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)


def privacy(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)
