"""A page about programs: where the directory or the lists of a dossier cannot be read, it says so and what to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase

from bedside.programs.mistakes import ProgramsMistake
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.store.dossiers import Opened

NOT_READABLE = 503
More = ParamSpec("More")
Page = Callable[Concatenate[HttpRequest, Opened, More], HttpResponseBase]


def programs_page(page: Page[More]) -> Callable[..., HttpResponseBase]:
    """A page of a dossier that rests on the directory; what nobody else has told the reader is told here."""

    def told(request: HttpRequest, opened: Opened, /, *args: More.args, **kwargs: More.kwargs) -> HttpResponseBase:
        try:
            return page(request, opened, *args, **kwargs)
        except ProgramsMistake as mistake:
            return show(
                request, opened, "programs", "frame/programs_not_readable.html", NOT_READABLE, says=str(mistake)
            )

    update_wrapper(told, page)
    return dossier_page(told)
