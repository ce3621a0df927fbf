"""Not written yet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse


def home(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)


def seven_days(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)
