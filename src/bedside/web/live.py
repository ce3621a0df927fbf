"""Whether only the part of a page that changes is asked for, as while somebody types."""

from __future__ import annotations

from django.http import HttpRequest


def is_live(request: HttpRequest) -> bool:
    """Whether a script asks for the part that changes; the way back in a browser asks for the whole page."""
    is_asked = request.headers.get("HX-Request") == "true"
    return is_asked and request.headers.get("HX-History-Restore-Request") != "true"
