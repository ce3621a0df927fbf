"""Your next move: what would change the odds, what it costs, and in which order moves pay."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from bedside.web.frame.page import is_live, show
from bedside.web.frame.programs_page import programs_page
from bedside.web.memory.directories import DIRECTORIES
from bedside.web.memory.results import results_of
from bedside.web.pages.chances.list_form import asked
from bedside.web.store.dossiers import Opened

_IN_THE_FORM = ("budget", "count", "sort", "full")


@programs_page
def next_move(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Every change that arises, beside the best list within what is set; live, only the part that changes."""
    from bedside.targeting.portfolio.statement.mistakes import PortfolioMistake
    from bedside.web.pages.chances.list_answers import changes_asked_for
    from bedside.web.pages.chances.move_rows import ORDERS, shown_moves

    directory = DIRECTORIES.of(opened)
    wanted, order = asked(request.GET, opened, directory), request.GET.get("order", "")
    order = order if order in ORDERS else ""
    context: dict[str, Any] = {
        "asked": wanted,
        "wrong": wanted.wrong,
        "order": order,
        "orders": [(name, title, wanted.with_("order", name), name == order) for name, title in ORDERS.items()],
        "limits": [
            (name, one)
            for name, all_of in QueryDict(wanted.query).lists()
            for one in all_of
            if name not in _IN_THE_FORM
        ],
    }
    try:
        context |= shown_moves(changes_asked_for(opened, directory, wanted), order)
    except PortfolioMistake as mistake:
        context["wrong"] = (*wanted.wrong, *mistake.sentences)
    if is_live(request):
        return render(request, "chances/_moves_found.html", {"opened": opened, **context})
    return show(
        request, opened, "next_move", "chances/next_move.html", in_hand=results_of(opened).interviews_in_hand, **context
    )
