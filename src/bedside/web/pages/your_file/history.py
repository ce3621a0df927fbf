"""The history: every state that is kept, what bringing one back would change, and undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bedside.applicant.file.differences import Difference, differences
from bedside.applicant.mistakes import DossierMistakes, Mistake
from bedside.web.clock import this_moment, today
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.store.dossiers import ChangedElsewhere, Opened
from bedside.web.store.history import (
    NothingBefore,
    Revision,
    RevisionGone,
    before_the_last_change,
    content_at,
    last_change,
    restore,
    revisions_of,
    undo,
)

_CHANGED = "Something was saved since this page was shown, so nothing was brought back. Look again, and decide then."
_FIRST = "This is the first state that is kept. There is nothing before it."
_GONE = "That state is not kept any longer."


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change if a state came back; `mistakes` where it cannot be used any more."""

    revision: Revision
    differences: tuple[Difference, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


@require_http_methods(["GET", "POST"])
@dossier_page
def history(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """The list, with a look at one state; a POST brings that state back, or takes the last change back."""
    if request.method != "POST":
        return _page(request, opened, _whole_number(request.GET.get("version", "")))
    try:
        messages.success(request, _brought_back(request, opened))
    except (ChangedElsewhere, NothingBefore, RevisionGone) as reason:
        messages.warning(request, _WHY_NOT[type(reason)])
    except DossierMistakes as mistakes:
        return _page(request, opened, None, mistakes.mistakes)
    return redirect(reverse("history", args=[opened.id]))


def _brought_back(request: HttpRequest, opened: Opened) -> str:
    if _whole_number(request.POST.get("version", "")) != opened.version:
        raise ChangedElsewhere
    if request.POST.get("do") == "undo":
        undo(opened, today(), this_moment())
        return "The last change is taken back. It stays in the list below."
    version = _whole_number(request.POST.get("to", ""))
    if version is None:
        raise RevisionGone
    restore(opened, version, today(), this_moment())
    return "That state is the current one again. The states since then stay in the list below."


def _page(request: HttpRequest, opened: Opened, version: int | None, refused: tuple[Mistake, ...] = ()) -> HttpResponse:
    revisions = revisions_of(opened)
    before = before_the_last_change(revisions)
    context: dict[str, Any] = {
        "revisions": revisions,
        "current": revisions[0].version if revisions else None,
        "last_change": last_change(revisions),
        "undoing": _preview(opened, revisions, before),
        "look": _preview(opened, revisions, version),
        "refused": refused,
    }
    return show(request, opened, "history", "your_file/history.html", 409 if refused else 200, **context)


def _preview(opened: Opened, revisions: list[Revision], version: int | None) -> Preview | None:
    revision = next((one for one in revisions if one.version == version), None)
    if revision is None:
        return None
    try:
        return Preview(revision, differences(opened.content, content_at(opened, revision.version, today())))
    except DossierMistakes as mistakes:
        return Preview(revision, mistakes=mistakes.mistakes)


def _whole_number(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) < 10 else None


_WHY_NOT = {ChangedElsewhere: _CHANGED, NothingBefore: _FIRST, RevisionGone: _GONE}
