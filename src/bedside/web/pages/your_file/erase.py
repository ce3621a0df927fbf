"""Erasing everything: what goes, what cannot be reached from here, and a browser that forgets."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from bedside.applicant.mistakes import DossierMistakes
from bedside.web.clock import today
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossiers_within_reach, forget_key, key_of, let_out, may_open
from bedside.web.memory.forgetting import forget
from bedside.web.store.dossiers import DossierGone, DossierLocked, Opened, open_dossier
from bedside.web.store.erasing import erase_dossiers
from bedside.web.store.sealing import WrongKey

WORD = "erase"
_WRONG = f"Type the word {WORD}, so that nothing is erased by a slip."


@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, id: UUID) -> HttpResponseBase:
    """What erasing does; a POST with the word does it. A dossier that nobody can open any more can be erased too."""
    if not may_open(request, id):
        raise Http404("dossier")
    if request.method != "POST":
        return _page(request, id)
    if request.POST.get("word", "").strip().lower() != WORD:
        return _page(request, id, _WRONG)
    return _erased(request, _meant(request, id))


def _meant(request: HttpRequest, id: UUID) -> list[UUID]:
    wants_all = request.POST.get("which") == "all"
    return [row.id for row in dossiers_within_reach(request)] if wants_all else [id]


def _erased(request: HttpRequest, ids: list[UUID]) -> HttpResponse:
    no_trace = erase_dossiers(ids)
    response = redirect("start")
    for id in ids:
        let_out(request, id)
        forget_key(response, id)
        forget(id)
    which = "The dossier is erased" if len(ids) == 1 else f"All {len(ids)} dossiers are erased"
    messages.success(request, f"{which}. {_what_is_left(no_trace)}")
    return response


def _what_is_left(no_trace: bool) -> str:
    if settings.HOSTING.database:
        return "Nothing of it is shown here again. Backups of the database go by the rules of whoever hosts it."
    if no_trace:
        return "No byte of it is left in Bedside’s folder. What you downloaded or printed is still where you put it."
    return (
        "Another window was reading at that moment, so traces may still be in Bedside’s files. They go when Bedside is "
        "closed."
    )


def _page(request: HttpRequest, id: UUID, wrong: str = "") -> HttpResponse:
    opened = _opened_if_it_can_be(request, id)
    context = {"id": id, "word": WORD, "wrong": wrong, "how_many": len(dossiers_within_reach(request))}
    chosen = {"all_chosen": request.POST.get("which") == "all", "has_server": bool(settings.HOSTING.database)}
    status = 422 if wrong else 200
    if opened is None:
        return render(request, "your_file/erase.html", context | chosen, status=status)
    return show(request, opened, "erase", "your_file/erase.html", status, **context, **chosen)


def _opened_if_it_can_be(request: HttpRequest, id: UUID) -> Opened | None:
    try:
        return open_dossier(id, today(), key_of(request, id))
    except (DossierGone, DossierLocked, WrongKey, DossierMistakes):
        return None
