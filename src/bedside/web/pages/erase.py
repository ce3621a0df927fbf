"""Not written yet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse


def erase(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Not written yet."""
    return HttpResponse("not written yet", status=501)
