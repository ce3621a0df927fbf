"""What a result rests on, as it is shown on every page: its figures with their sources, and its entries with links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from bedside.applicant.questions import part_about
from bedside.documents.code_words import pieces
from bedside.documents.wording import in_short
from bedside.evidence.citing import not_rechecked_note, value_in_words
from bedside.evidence.figure import Figure, Rule, Unit
from bedside.evidence.reason import Reason
from bedside.web.forms.chapters import CHAPTERS
from bedside.web.frame.places import place_of_entry, place_of_figure

NOTHING = SafeString("")
_TOLD_BY_THE_SENTENCE = (Unit.DATE_RULE, Unit.STATEMENT)
_STEP = re.compile(r"\[\d+\]\.?|\.")
_LINK = '<a href="{}" rel="noreferrer noopener" target="_blank">{}</a>'


def as_html(reasons: Iterable[Reason], opened: Any = None, day: date | None = None) -> SafeString:
    """The entries first and then the figures, each once; nothing where there are no reasons.

    It is written here and not in a template because a page shows hundreds of them.
    """
    reasons = tuple(reasons)
    figures = {reason.figure.name: reason.figure for reason in reasons if reason.figure is not None}
    entries = {reason.entry: reason.says for reason in reasons if reason.entry}
    if not figures and not entries:
        return NOTHING
    return format_html(
        '<div class="because">{}{}</div>', _entries(entries, opened), _figures(figures.values(), opened, day)
    )


def folded(opens: str, inside: SafeString, id: str = "") -> SafeString:
    """What is inside, behind a line to open; nothing where there is nothing inside."""
    named = format_html(' id="{}"', id) if id else ""
    return (
        format_html('<details class="why"{}><summary>{}</summary>{}</details>', named, opens, inside)
        if inside
        else inside
    )


def words(text: str, opened: Any = None) -> SafeString:
    """Text with the names of parts of the dossier as the app calls them, and other names and commands set as code.

    With the dossier those names lead to where the part is filled in: {{ text|words:opened }}.
    """
    return format_html_join("", "{}", ((_piece(one, is_code, opened),) for one, is_code in pieces(text)))


def value_beside(figure: Figure) -> str:
    """The value in words, where the sentence of the figure does not hold it already."""
    if figure.unit in _TOLD_BY_THE_SENTENCE:
        return ""
    value = value_in_words(figure)
    return "" if value in figure.says else value


def source_line(figure: Figure, day: date | None = None) -> SafeString:
    """Who published a figure, where it stands there, when it was read, and how it was seen, in one line."""
    return format_html_join("", "{}", ((part,) for part in _source_parts(figure, day)))


def _source_parts(figure: Figure, day: date | None) -> Iterator[str]:
    source = figure.source
    yield f"{source.publisher}, "
    yield format_html(_LINK, source.url, source.title) if source.url else source.title
    yield f", {figure.place}" if figure.place else ""
    yield f"; season {figure.season}" if figure.season else ""
    yield f"; read {in_short(source.accessed)}"
    yield from marks_of(figure, day)
    yield f". Ask {figure.ask}." if isinstance(figure, Rule) and figure.ask else ""
    yield " Another source gives another value." if figure.disagrees_with else ""


def marks_of(figure: Figure, day: date | None) -> Iterator[str]:
    """How the value was seen where that is not from the source itself, and since when it was not read again."""
    overdue = not_rechecked_note(figure, day) if isinstance(figure, Rule) and day else None
    for says in (str(figure.reliability) if figure.reliability.is_marked else "", overdue or ""):
        yield format_html(' <span class="seen">{}</span>', says) if says else ""


def _entries(entries: dict[str, str], opened: Any) -> SafeString:
    if not entries:
        return NOTHING
    links = format_html_join("; ", "{}", ((_entry(entry, says, opened),) for entry, says in entries.items()))
    return format_html('<p class="because-from">From your file: {}</p>', links)


def _entry(entry: str, says: str, opened: Any) -> SafeString:
    place = place_of_entry(opened, entry)
    return format_html('<a href="{}">{}</a>', place, words(says)) if place else words(says)


def _figures(figures: Iterable[Figure], opened: Any, day: date | None) -> SafeString:
    rows = format_html_join("", "<li>{}</li>", ((_figure(figure, opened, day),) for figure in figures))
    return format_html('<ul class="figures">{}</ul>', rows) if rows else NOTHING


def _figure(figure: Figure, opened: Any, day: date | None) -> SafeString:
    place, value = place_of_figure(opened, figure.name), value_beside(figure)
    more = (
        format_html(
            ' <a class="more" href="{}">In full<span class="only-read-aloud">: {}</span></a>', place, figure.says
        )
        if place
        else ""
    )
    strong = format_html(" <strong>{}</strong>", value) if value else ""
    return format_html(
        '<p>{}{}</p><p class="source">{}{}</p>', words(figure.says), strong, source_line(figure, day), more
    )


def _piece(text: str, is_code: bool, opened: Any) -> SafeString:
    title = _title(text) if is_code else None
    if title is None:
        return format_html("<code>{}</code>" if is_code else "{}", text)
    place = place_of_entry(opened, text)
    return format_html('“<a href="{}">{}</a>”', place, title) if place else format_html("“{}”", title)


def _title(field: str) -> str | None:
    """The heading of the form a field stands on; None for what is no field of the dossier."""
    steps = _STEP.split(field)
    return next((title for end in range(len(steps), 0, -1) if (title := _titles().get(".".join(steps[:end])))), None)


@cache
def _titles() -> dict[str, str]:
    """The headings of the forms by the part of the dossier each is about: `experiences` is on one called so."""
    sections = {section.name: section.title for chapter in CHAPTERS for section in chapter.sections}
    decided = {part: part_about((part,)).title for part in ("decision", "stop_contract")}
    return {**sections, **decided}
