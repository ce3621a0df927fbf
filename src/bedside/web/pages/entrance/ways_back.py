"""Into a dossier from another browser: by secret link, by recovery code, and on one's own machine by its key."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bedside.web.forms.fields import Field
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page, enter_this_machine, is_at_this_machine, let_in
from bedside.web.guarding.rate_limits import WRONG_GUESS
from bedside.web.store.dossiers import Opened
from bedside.web.store.links import (
    LinkAndCode,
    found_by_code,
    found_by_link,
    has_link,
    make_link_and_code,
    renew_link_and_code,
)


@dossier_page
def keep(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Makes the link and the code, or new ones in their place, and shows them this once; where hosted only."""
    if not settings.HOSTING.is_hosted:
        return redirect("home", id=opened.id)
    if request.method != "POST":
        return show(request, opened, "keep", "entrance/keep.html", has_link=has_link(opened.id))
    if has_link(opened.id):
        made, epoch = renew_link_and_code(opened.id)
        let_in(request, opened.id, epoch)
    else:
        made = make_link_and_code(opened.id)
    return show(request, opened, "keep", "entrance/keep.html", code=made.code, link=_address_of(request, made))


@require_http_methods(["GET", "HEAD", "POST"])
def by_secret_link(request: HttpRequest, token: str) -> HttpResponse:
    """Asks before it lets in, so that a preview of the link does nothing; says nothing about the link before that."""
    if request.method != "POST":
        return render(request, "entrance/secret_link.html")
    found = found_by_link(token)
    if found is None:
        return render(request, "entrance/secret_link.html", {"leads_nowhere": True}, status=WRONG_GUESS)
    let_in(request, found.id, found.epoch)
    return redirect("home", id=found.id)


@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: HttpRequest) -> HttpResponse:
    """Lets a browser in with the recovery code."""
    if request.method != "POST":
        return render(request, "entrance/come_back.html", {"field": _code_field()})
    found = found_by_code(request.POST.get("code", "")[:200])
    if found is None:
        return render(request, "entrance/come_back.html", {"field": _code_field(is_wrong=True)}, status=WRONG_GUESS)
    let_in(request, found.id, found.epoch)
    return redirect("home", id=found.id)


def at_this_machine(request: HttpRequest, key: str) -> HttpResponse:
    """Lets the browser that Bedside opened see every dossier on this machine."""
    if not is_at_this_machine(request) and not enter_this_machine(request, key):
        raise Http404("key")
    return redirect("start")


def _address_of(request: HttpRequest, made: LinkAndCode) -> str:
    return request.build_absolute_uri(reverse("secret_link", args=[made.token]))


def _code_field(is_wrong: bool = False) -> Field:
    wrong = ("No dossier here has this code. Look at it letter by letter: six groups of four, in any case.",)
    return Field(
        name="code",
        id="code",
        label="Your recovery code",
        help="The six groups of four that you kept when you began.",
        required=True,
        wrong=wrong if is_wrong else (),
    )
