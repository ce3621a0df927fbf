"""Which figures a document rests on, numbered and listed by the publication they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from bedside.documents.blocks import Paragraph, sources_of
from bedside.documents.source_list import SourcedFigure, SourceGroup
from bedside.documents.wording import capitalised, joined
from bedside.evidence.citing import not_rechecked_note, value_in_words
from bedside.evidence.figure import Figure, Reliability, Rule, Source, Unit
from bedside.evidence.reason import Reason

OF_TASKS = "reading.task"
"""The one source that stands for the readings of hours and days of every task."""

_MOST_ENTRIES = 4
_LONGEST_ENTRY = 70
_TASK_READINGS = (
    "How many days and hours each task takes is Bedside's own reading. `bedside evidence reading.task` lists them all, "
    "and your file may replace each under `readings`."
)
_TOLD_BY_THE_SENTENCE = frozenset({Unit.LINK, Unit.DATE_RULE, Unit.STATEMENT})
_WORDS = frozenset({Unit.NAME, Unit.DATE})


class Citations:
    """Collects the figures that are cited while a document is built; calling it returns their names.

    The numbers follow the list of sources, which is grouped by publication in the order of first use.
    """

    def __init__(self, as_of: date) -> None:
        self._as_of = as_of
        self._figures: dict[str, Figure] = {}

    def __call__(self, because: Iterable[Reason]) -> tuple[str, ...]:
        """Note the figures among the reasons and return their names, each once, in order."""
        reasons = tuple(because)
        for reason in reasons:
            if reason.figure is not None:
                shown = _shown_as(reason.figure)
                self._figures.setdefault(shown.name, shown)
        return tuple(dict.fromkeys(_name_shown(name) for name in sources_of(reasons)))

    def sources(self) -> tuple[SourceGroup, ...]:
        """Every figure cited so far, numbered from 1, grouped by publication."""
        by_source: dict[str, list[Figure]] = {}
        for figure in self._figures.values():
            by_source.setdefault(figure.source.key, []).append(figure)
        groups, number = [], 0
        for figures in by_source.values():
            marks = {figure.reliability for figure in figures}
            alike = marks.pop() if len(marks) == 1 else None
            numbered = [_sourced(number + place, figure, alike, self._as_of) for place, figure in enumerate(figures, 1)]
            groups.append(_group(figures[0].source, alike, tuple(numbered)))
            number += len(figures)
        return tuple(groups)


def _name_shown(name: str) -> str:
    return OF_TASKS if name.startswith(f"{OF_TASKS}.") else name


def _shown_as(figure: Figure) -> Figure:
    """The figure itself; for the many readings about single tasks, one entry that says where they all are."""
    if _name_shown(figure.name) == figure.name:
        return figure
    return replace(figure, name=OF_TASKS, says=_TASK_READINGS, value=None, unit=Unit.STATEMENT, interval=None)


def rests_on(because: Iterable[Reason], cite: Citations) -> Paragraph | None:
    """A quiet line: the entries of the dossier, and the numbers of the sources; None where there is neither."""
    reasons = tuple(because)
    sources, entries = cite(reasons), entries_in_words(reasons)
    if not sources and not entries:
        return None
    parts = [part for part in (entries, "Sources:" if sources else "") if part]
    return Paragraph(" ".join(parts), quiet=True, sources=sources)


def entries_in_words(because: Iterable[Reason]) -> str:
    """The entries of the dossier among the reasons, each with its place: "From your file: Scribe (experiences[1])."."""
    entries = list(dict.fromkeys(_entry(reason) for reason in because if reason.entry))
    if not entries:
        return ""
    shown = entries[:_MOST_ENTRIES]
    more = len(entries) - len(shown)
    return f"From your file: {joined([*shown, *([f'{more} more'] if more else [])])}."


def _entry(reason: Reason) -> str:
    says = reason.says.rstrip(".")
    return f"{says} (`{reason.entry}`)" if len(says) <= _LONGEST_ENTRY else f"`{reason.entry}`"


def _group(source: Source, alike: Reliability | None, figures: tuple[SourcedFigure, ...]) -> SourceGroup:
    published = f", {source.published}" if source.published else ""
    marked = f" Marked: {alike}." if alike and alike.is_marked else ""
    return SourceGroup(source.title, f"{source.publisher}{published}.{marked}", source.url, figures, source.accessed)


def _sourced(number: int, figure: Figure, alike: Reliability | None, as_of: date) -> SourcedFigure:
    link = str(figure.value) if figure.unit is Unit.LINK and figure.value else None
    notes = tuple(_notes(figure, alike, as_of))
    return SourcedFigure(number, figure.name, figure.says, _value(figure), notes, link)


def _value(figure: Figure) -> str:
    """The value with its interval and sample, as far as the sentence of the figure does not give it already."""
    if figure.unit in _TOLD_BY_THE_SENTENCE:
        return ""
    amount, _, inside = value_in_words(figure).partition(" (")
    told = amount if figure.unit in _WORDS else amount.split(" ")[0]
    found = re.search(rf"(?<![\d.,]){re.escape(told)}(?![.,]?\d)", figure.says)
    return inside.removesuffix(")") if found else value_in_words(figure)


def _notes(figure: Figure, alike: Reliability | None, as_of: date) -> Iterator[str]:
    if figure.season:
        yield f"Season {figure.season}."
    if figure.place:
        yield f"{capitalised(figure.place)}."
    if figure.reliability.is_marked and figure.reliability is not alike:
        yield f"Marked: {figure.reliability}."
    if isinstance(figure, Rule) and (note := not_rechecked_note(figure, as_of)):
        yield f"{capitalised(note)}."
    if isinstance(figure, Rule) and figure.ask:
        yield f"Ask {figure.ask}."
    if figure.disagrees_with:
        yield "Another source gives another value."
