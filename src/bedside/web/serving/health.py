"""Whether the app answers and reaches its database, for whoever watches over it."""

from __future__ import annotations

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse

from bedside import __version__
from bedside.web.store.tables import DossierRow


def health(request: HttpRequest) -> JsonResponse:
    """200 where all is well, 503 where the database does not answer; nothing about anyone."""
    try:
        DossierRow.objects.exists()
    except DatabaseError:
        return JsonResponse({"status": "database does not answer", "version": __version__}, status=503)
    return JsonResponse({"status": "ok", "version": __version__})
