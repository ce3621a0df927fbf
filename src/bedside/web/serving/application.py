"""The app as a WSGI application: Django, with its style, scripts and typeface served beside it."""

from __future__ import annotations

import os
from pathlib import Path
from wsgiref.headers import Headers

import django_htmx
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise  # type: ignore[import-untyped]  # it ships no types

from bedside.documents.writers.fonts import FONT_FOLDER
from bedside.web.frame.assets import STATIC

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bedside.web.settings")

_A_DAY = 60 * 60 * 24
_A_YEAR = _A_DAY * 365
_HTMX = Path(django_htmx.__file__).parent / "static/django_htmx"


def application_with_files() -> WhiteNoise:
    """Django inside the server of its files; our own carry a hash in their address and can be kept for a year."""
    served = WhiteNoise(
        get_wsgi_application(),
        root=STATIC,
        prefix="static/",
        max_age=_A_YEAR,
        allow_all_origins=False,
        add_headers_function=_more_headers,
    )
    served.add_files(str(FONT_FOLDER), prefix="static/fonts/")
    served.add_files(str(_HTMX), prefix="static/htmx/")
    return served


def _more_headers(headers: Headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    if url.startswith("/static/htmx/"):
        headers["Cache-Control"] = f"max-age={_A_DAY}, public"  # its address has no hash


application = application_with_files()
