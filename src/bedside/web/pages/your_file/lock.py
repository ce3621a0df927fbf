"""The lock: a passphrase without which nobody reads the dossier, set, changed, taken off, and asked for."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page, forget_key, may_open, remember_key
from bedside.web.memory.forgetting import forget
from bedside.web.store.dossiers import ChangedElsewhere, DossierGone, Opened
from bedside.web.store.locking import PassphraseTooShort, is_locked, key_for, remove_lock
from bedside.web.store.locking import lock as lock_dossier
from bedside.web.store.sealing import WrongKey

_TOO_SHORT = "This has fewer than twelve characters and fewer than four words."
_NOT_THE_SAME = "The two are not the same. Write it twice, so that a slip does not lock you out."
_CHANGED = "The dossier was saved since this page was shown, so nothing was locked or opened. Send it once more."
_WRONG = "Neither the passphrase nor the recovery code of this dossier. Capital letters count in the passphrase."


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
@dossier_page
def lock(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """What the lock does, and its forms; a POST says in `do` which of them was sent."""
    act = _ACTS.get(request.POST.get("do", "")) if request.method == "POST" else None
    if act is None:
        return _page(request, opened)
    try:
        if act is not _lock_now and request.POST.get("version") != str(opened.version):
            raise ChangedElsewhere
        return act(request, opened)
    except ChangedElsewhere:
        messages.warning(request, _CHANGED)
        return redirect("lock", id=opened.id)


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def unlock(request: HttpRequest, id: UUID) -> HttpResponseBase:
    """Asks for the passphrase or the recovery code, shows nothing of the dossier, and leads to its home."""
    if not may_open(request, id):
        raise Http404("dossier")
    if not is_locked(id):
        return redirect("home", id=id)
    if request.method != "POST":
        return render(request, "your_file/unlock.html", {"id": id})
    try:
        response = redirect("home", id=id)
        remember_key(response, id, key_for(id, request.POST.get("secret", "")))
    except WrongKey:
        return render(request, "your_file/unlock.html", {"id": id, "wrong": _WRONG}, status=422)
    except DossierGone:
        raise Http404("dossier") from None
    return response


def _set(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    passphrase = request.POST.get("passphrase", "")
    if passphrase != request.POST.get("again", ""):
        return _page(request, opened, wrong_again=_NOT_THE_SAME)
    try:
        locked = lock_dossier(opened, passphrase)
    except PassphraseTooShort:
        return _page(request, opened, wrong_passphrase=_TOO_SHORT)
    forget(opened.id)
    response = show(
        request,
        locked.opened,
        "lock",
        "your_file/lock_code.html",
        code=locked.recovery_code,
        is_scrubbed=locked.is_scrubbed,
    )
    if locked.opened.key is not None:
        remember_key(response, opened.id, locked.opened.key)
    return response


def _remove(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    remove_lock(opened)
    messages.success(request, "The lock is off. The dossier opens without a passphrase from now on.")
    response = redirect("lock", id=opened.id)
    forget_key(response, opened.id)
    return response


def _lock_now(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    forget(opened.id)
    response = redirect("unlock", id=opened.id)
    forget_key(response, opened.id)
    return response


def _page(request: HttpRequest, opened: Opened, **wrong: str) -> HttpResponse:
    return show(request, opened, "lock", "your_file/lock.html", 422 if wrong else 200, **wrong)


_ACTS: dict[str, Callable[[HttpRequest, Opened], HttpResponseBase]] = {
    "set": _set,
    "remove": _remove,
    "now": _lock_now,
}
