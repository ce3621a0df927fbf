"""Which dossiers a browser may open: those it began or was let into, and on one's own machine all of them."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from bedside.applicant.mistakes import DossierMistakes
from bedside.web.clock import this_moment, today
from bedside.web.guarding.browser_ticket import is_good
from bedside.web.store.dossiers import DossierGone, DossierLocked, Opened, open_dossier
from bedside.web.store.letting_go import was_opened
from bedside.web.store.sealing import WrongKey
from bedside.web.store.tables import DossierRow

_LET_IN, _AT_THIS_MACHINE = "dossiers", "at_this_machine"
_KEY_COOKIE = "bedside_key_{id.hex}"  # each its own, so that one answer can take several back

More = ParamSpec("More")
Page = Callable[Concatenate[HttpRequest, Opened, More], HttpResponseBase]


def let_in(request: HttpRequest, id: UUID, epoch: int = 1) -> None:
    """Let this browser open a dossier from now on, until its epoch passes."""
    known = dict(request.session.get(_LET_IN, {}))
    request.session[_LET_IN] = known | {str(id): epoch}


def let_out(request: HttpRequest, id: UUID) -> None:
    """Forget in this browser that it could open a dossier."""
    known = dict(request.session.get(_LET_IN, {}))
    known.pop(str(id), None)
    request.session[_LET_IN] = known


def enter_this_machine(request: HttpRequest, key: str) -> bool:
    """Let the browser that Bedside itself opened see every dossier here; False where the key is another."""
    own = settings.HOSTING.browser_key
    fits = bool(own) and not settings.HOSTING.is_hosted and is_good(key, own, this_moment())
    if fits:
        request.session[_AT_THIS_MACHINE] = True
    return fits


def is_at_this_machine(request: HttpRequest) -> bool:
    """Whether this browser may see every dossier on this machine."""
    return bool(request.session.get(_AT_THIS_MACHINE)) and not settings.HOSTING.is_hosted


def may_open(request: HttpRequest, id: UUID) -> bool:
    """Whether this browser may open a dossier."""
    row = DossierRow.objects.filter(id=id).values_list("epoch", flat=True).first()
    if row is None:
        return False
    return is_at_this_machine(request) or request.session.get(_LET_IN, {}).get(str(id)) == row


def dossiers_within_reach(request: HttpRequest) -> list[DossierRow]:
    """The rows of the dossiers this browser may open, the one saved last first."""
    rows = DossierRow.objects.order_by("-saved_at")
    if is_at_this_machine(request):
        return list(rows)
    let_into = request.session.get(_LET_IN, {})
    return [row for row in rows.filter(id__in=list(let_into)) if let_into[str(row.id)] == row.epoch]


def remember_key(response: HttpResponseBase, id: UUID, key: bytes) -> None:
    """Give the browser the key of a locked dossier until it is closed; nothing of it stays here."""
    response.set_cookie(
        _KEY_COOKIE.format(id=id),
        urlsafe_b64encode(key).decode(),
        path=f"/dossier/{id}/",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Strict",
    )


def forget_key(response: HttpResponseBase, id: UUID) -> None:
    """Take the key of a locked dossier from the browser."""
    response.delete_cookie(_KEY_COOKIE.format(id=id), path=f"/dossier/{id}/", samesite="Strict")


def key_of(request: HttpRequest, id: UUID) -> bytes | None:
    """The key the browser brings for a dossier, on a page of it; None where it brings none that can be one."""
    try:
        return urlsafe_b64decode(request.COOKIES.get(_KEY_COOKIE.format(id=id), "")) or None
    except ValueError:
        return None


def dossier_page(page: Page[More]) -> Callable[..., HttpResponseBase]:
    """A page about one dossier: it is opened before, and whoever may not open it is told so kindly.

    A dossier that is locked leads to the page that unlocks it; one whose saved content cannot be used any more is
    shown with everything that has to be put right.
    """

    @wraps(page)
    def opened_first(request: HttpRequest, id: UUID, *args: More.args, **kwargs: More.kwargs) -> HttpResponseBase:
        if not may_open(request, id):
            raise Http404("dossier")
        was_opened(id, today())
        try:
            try:
                opened = open_dossier(id, today(), key_of(request, id))
            except DossierMistakes as mistakes:
                return _to_put_right(request, id, mistakes)
            return page(request, opened, *args, **kwargs)
        except DossierGone:  # also where another tab erased it, or below locked it, while the page was at work
            raise Http404("dossier") from None
        except (DossierLocked, WrongKey):
            return redirect("unlock", id=id)

    return opened_first


def _to_put_right(request: HttpRequest, id: UUID, mistakes: DossierMistakes) -> HttpResponse:
    context: dict[str, Any] = {"id": id, "mistakes": mistakes.mistakes}
    return render(request, "frame/to_put_right.html", context, status=409)
