"""Every figure that results rest on, wherever in them it is cited, and figures by the publication they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from bedside.evidence.figure import Figure, Source
from bedside.evidence.reason import Reason


def figures_of(*results: object) -> tuple[Figure, ...]:
    """The figures cited anywhere in results, each once, in the order in which they are first cited."""
    found = {reason.figure.name: reason.figure for result in results for reason in _reasons(result) if reason.figure}
    return tuple(found.values())


def by_publication(figures: Iterable[Figure]) -> tuple[tuple[Source, tuple[Figure, ...]], ...]:
    """Figures by their source, in the order of its first figure."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.source.key, []).append(figure)
    return tuple((group[0].source, tuple(group)) for group in groups.values())


def _reasons(result: object) -> Iterator[Reason]:
    if isinstance(result, Reason):
        yield result
    elif isinstance(result, tuple):
        for part in result:
            yield from _reasons(part)
    elif is_dataclass(result):
        for field in fields(result):
            yield from _reasons(getattr(result, field.name))
