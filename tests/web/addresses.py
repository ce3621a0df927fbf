"""Every address of the app with something real in its place, for the tests that walk over all pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import URLPattern, get_resolver, reverse

from bedside.web.frame.places import CHAPTER_OF_PART
from bedside.web.store.dossiers import Opened
from bedside.web.store.links import make_link_and_code
from bedside.web.store.shares import Share, make_share
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW

DOWNLOADS = ("plan-html", "preview", "dossier-yaml")


@dataclass(frozen=True, slots=True)
class Named:
    """An address and the name of its page."""

    name: str
    path: str


def every_address(opened: Opened) -> list[Named]:
    """Every address of the app, those of a dossier for the one that is opened."""
    share = make_share(opened, Share("Maria", False, False, AS_OF + timedelta(days=9)), NOW)
    known: dict[str, list[Any]] = {
        "id": [opened.id],
        "chapter": sorted(set(CHAPTER_OF_PART.values())),
        "what": list(DOWNLOADS),
        "key": ["no-key"],
        "ending": ["docx"],
        "number": [0],
        "question": ["sure-now", "specialty-why"],
    }
    tokens = {"shared": share, "secret_link": make_link_and_code(opened.id).token}
    return [
        Named(str(pattern.name), path)
        for pattern in _patterns(get_resolver().url_patterns)
        for path in _paths(pattern, known | {"token": [tokens.get(str(pattern.name))]})
    ]


def _patterns(within: list[Any]) -> Iterator[URLPattern]:
    for one in within:
        if isinstance(one, URLPattern):
            yield one
        else:
            yield from _patterns(one.url_patterns)


def _paths(pattern: URLPattern, known: dict[str, list[Any]]) -> Iterator[str]:
    """One address for each known value; an argument that is not known is a KeyError, so that it is added here."""
    name = str(pattern.name)
    (_, (parameters,)), *_ = [(path, arguments) for path, arguments in _possibilities(name)]
    choices: list[dict[str, Any]] = [{}]
    for parameter in parameters:
        choices = [{**chosen, parameter: value} for chosen in choices for value in known[parameter]]
    for chosen in choices:
        yield reverse(name, kwargs=chosen)


def _possibilities(name: str) -> list[tuple[str, tuple[list[str]]]]:
    found = get_resolver().reverse_dict.getlist(name)
    return [(path, (list(parameters),)) for possibility, *_ in found for path, parameters in possibility]
