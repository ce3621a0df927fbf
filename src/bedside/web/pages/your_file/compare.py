"""A second dossier laid beside the one that is open: it is read, shown, and kept nowhere."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods

from bedside.applicant.mistakes import DossierMistakes
from bedside.documents.content.standing.comparison import comparison_document
from bedside.documents.writers.html_file import body
from bedside.evidence.library import load_evidence
from bedside.web.clock import today
from bedside.web.forms.fields import Choice, Field
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.guarding.uploads import NotTaken
from bedside.web.pages.your_file.beside import FILE, Beside, chosen_one, offered
from bedside.web.store.dossiers import Opened

EARLIER, LATER = "earlier", "later"
MOST_SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
@dossier_page
def compare(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The form, or both dossiers side by side."""
    if request.method != "POST":
        return _page(request, opened)
    try:
        other = chosen_one(request, opened)
    except NotTaken as reason:
        return _page(request, opened, wrong=str(reason))
    except DossierMistakes as found:
        return _page(request, opened, mistakes=found)
    return _page(request, opened, beside=_beside(request, opened, other))


def _beside(request: HttpRequest, opened: Opened, other: Beside) -> str:
    """Both as HTML; every word in it was escaped by the writer."""
    pair, names = (other.dossier, opened.dossier), (other.name, "This dossier")
    if request.POST.get("which") == LATER:
        pair, names = (opened.dossier, other.dossier), ("This dossier", other.name)
    return mark_safe(body(comparison_document(*pair, today(), load_evidence(), names)))


def _page(
    request: HttpRequest,
    opened: Opened,
    wrong: str = "",
    mistakes: DossierMistakes | None = None,
    beside: str = "",
) -> HttpResponse:
    which = request.POST.get("which", EARLIER)
    choices = (
        Choice(EARLIER, "Earlier than this one", which != LATER),
        Choice(LATER, "Later than this one", which == LATER),
    )
    others = offered(request, opened, request.POST.get("other", FILE))
    found = mistakes.mistakes if mistakes else ()
    context: dict[str, Any] = {
        "other": Field("other", "other", "Beside which", "choice", choices=others),
        "which": Field("which", "which", "The other one is", "choice", which, choices=choices),
        "wrong": wrong,
        "mistakes": found[:MOST_SHOWN],
        "how_many": len(found),
        "beside": beside,
        "largest": settings.LARGEST_UPLOAD // 1_000_000,
    }
    return show(request, opened, "export", "your_file/compare.html", 422 if wrong or found else 200, **context)
