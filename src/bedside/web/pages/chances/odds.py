"""Your odds: three chances together, for the programs the applicant means to apply to or has kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bedside.web.frame.page import is_live, show
from bedside.web.frame.programs_page import programs_page
from bedside.web.memory.directories import DIRECTORIES
from bedside.web.memory.results import results_of
from bedside.web.pages.chances.odds_form import asked
from bedside.web.store.dossiers import Opened


@programs_page
def odds(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The odds of a list; while somebody types, only the part that changes."""
    from bedside.web.pages.chances.odds_rows import shown_odds

    directory = DIRECTORIES.of(opened)
    wanted = asked(request.GET, opened)
    context: dict[str, Any] = {"asked": wanted, "directory": directory, **shown_odds(opened, directory, wanted)}
    if is_live(request):
        return render(request, "chances/_odds_found.html", {"opened": opened, **context})
    return show(request, opened, "odds", "chances/odds.html", in_hand=results_of(opened).interviews_in_hand, **context)
