"""What stands around every page: its sections and where the reader is among them, and when it is left away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bedside import __version__
from bedside.web.clock import today
from bedside.web.store.dossiers import Opened


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the app: the name of its page, its title, and whether it belongs among the steps."""

    page: str
    title: str
    is_step: bool = True


SECTIONS = (
    Section("home", "Home"),
    Section("me", "Me"),
    Section("standing", "Standing"),
    Section("decision", "Decision"),
    Section("clinic", "Clinic"),
    Section("story", "Story"),
    Section("programs", "Programs"),
    Section("odds", "Odds"),
    Section("best_list", "List"),
    Section("next_move", "Next move"),
    Section("rank", "Rank list"),
    Section("plan", "Plan"),
    Section("budget", "Budget"),
    Section("sources", "Sources"),
    Section("export", "Export", is_step=False),
    Section("share", "Share", is_step=False),
    Section("history", "History", is_step=False),
    Section("lock", "Lock", is_step=False),
    Section("keep", "Way back", is_step=False),
    Section("erase", "Erase", is_step=False),
)
"""Every section in the order of the journey; later rooms add theirs here."""


def on_every_page(request: HttpRequest) -> dict[str, Any]:
    """What every template may show."""
    return {"version": __version__, "is_hosted": settings.HOSTING.is_hosted, "as_of": today()}


def show(
    request: HttpRequest, opened: Opened, page: str, template: str, status: int = 200, **context: Any
) -> HttpResponse:
    """A page of a dossier inside its frame; `page` is the section it belongs to, by the name in `SECTIONS`."""
    sections = [
        {"title": one.title, "url": reverse(one.page, args=[opened.id]), "here": one.page == page, "step": one.is_step}
        for one in SECTIONS
        if one.page != "keep" or settings.HOSTING.is_hosted  # on one's own machine no link is needed
    ]
    frame = {"opened": opened, "sections": sections, "page": page}
    return render(request, template, frame | context, status=status)


def is_live(request: HttpRequest) -> bool:
    """Whether a script asks for the part that changes; the way back in a browser asks for the whole page."""
    is_asked = request.headers.get("HX-Request") == "true"
    return is_asked and request.headers.get("HX-History-Restore-Request") != "true"
