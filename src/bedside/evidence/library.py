"""The evidence base: every figure and rule by name, loaded once and only when first asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from bedside.evidence.data_files import read_data_folder
from bedside.evidence.figure import Figure, Reliability, Rule, Source, Unit
from bedside.evidence.mistakes import BrokenEvidence, HasNoNumber, NotAdjustable, NotARule, UnknownFigure
from bedside.evidence.reason import Reason, cited

DATA_FOLDER = Path(__file__).parent / "data"
ADJUSTABLE_PREFIXES = ("reading.", "article.")
_NEAREST_SHOWN = 3
_LIKE_ENOUGH = 55


class Evidence:
    """Figures by name, in the order of their names. It never changes; `with_readings` makes another one."""

    def __init__(self, sources: Mapping[str, Source], figures: Mapping[str, Figure]) -> None:
        self._sources = dict(sources)
        self._figures = dict(sorted(figures.items()))
        self._names = list(self._figures)

    def __iter__(self) -> Iterator[Figure]:
        return iter(self._figures.values())

    def __len__(self) -> int:
        return len(self._figures)

    def __contains__(self, name: object) -> bool:
        return name in self._figures

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources, in the order of their keys."""
        return tuple(self._sources[key] for key in sorted(self._sources))

    def find(self, name: str) -> Figure:
        """The figure of this name; raises UnknownFigure, which gives the nearest names."""
        if name not in self._figures:
            raise UnknownFigure(name, self.nearest_names(name))
        return self._figures[name]

    def rule(self, name: str) -> Rule:
        """The rule of this name; raises NotARule where the figure has no dates."""
        found = self.find(name)
        if not isinstance(found, Rule):
            raise NotARule(f"“{name}” is a figure without effective dates, not a rule.")
        return found

    def number(self, name: str) -> float:
        """The value of a figure as a number, in the figure's unit; raises HasNoNumber where it is text or unknown."""
        value = self.find(name).value
        if not isinstance(value, int | float):
            raise HasNoNumber(f"“{name}” has no number: its value is {'unknown' if value is None else value!r}.")
        return value

    def cite(self, *names: str) -> tuple[Reason, ...]:
        """Figures as reasons, in the order of their names here; raises UnknownFigure."""
        return tuple(cited(self.find(name)) for name in names)

    def text(self, name: str) -> str:
        """The value of a figure as text; for a statement without a value, what it says."""
        found = self.find(name)
        return found.says if found.value is None and found.unit is Unit.STATEMENT else str(found.value)

    def starting_with(self, prefix: str) -> tuple[Figure, ...]:
        """All figures whose name starts with `prefix`, in the order of their names."""
        at, found = bisect_left(self._names, prefix), []
        while at < len(self._names) and self._names[at].startswith(prefix):
            found.append(self._figures[self._names[at]])
            at += 1
        return tuple(found)

    def search(self, words: str) -> tuple[Figure, ...]:
        """Figures which hold every word in their name, text, note or source; hits in the name come first."""
        wanted = words.casefold().split()
        found = [figure for figure in self if all(word in _searched_text(figure) for word in wanted)]
        return tuple(sorted(found, key=lambda figure: not all(word in figure.name for word in wanted)))

    def nearest_names(self, name: str) -> tuple[str, ...]:
        """The names most like `name`, best first; none where nothing is like it."""
        from rapidfuzz import fuzz, process

        matches = process.extract(
            name, list(self._figures), scorer=fuzz.WRatio, limit=_NEAREST_SHOWN, score_cutoff=_LIKE_ENOUGH
        )
        return tuple(match for match, _, _ in matches)

    def with_readings(self, readings: Mapping[str, float]) -> Evidence:
        """The same evidence with the applicant's own numbers in place of Bedside's readings.

        Raises UnknownFigure for a name that does not exist, NotAdjustable for a published figure.
        """
        own = {name: _own_value(self.find(name), number) for name, number in readings.items()}
        sources = {figure.source.key: figure.source for figure in own.values()}
        return Evidence(self._sources | sources, self._figures | own)


@cache
def load_evidence() -> Evidence:
    """All evidence that ships with Bedside, read from its files the first time it is asked for."""
    return read_evidence(DATA_FOLDER)


def read_evidence(folder: Path) -> Evidence:
    """The evidence of a data folder; raises BrokenEvidence where a file breaks the schema."""
    sources, figures = read_data_folder(folder)
    by_name: dict[str, Figure] = {}
    for figure in figures:
        if figure.name in by_name:
            raise BrokenEvidence(f"two figures are called “{figure.name}”")
        by_name[figure.name] = figure
    return Evidence(sources, by_name)


def _searched_text(figure: Figure) -> str:
    parts = (figure.name, figure.says, figure.note or "", figure.source.title, figure.source.publisher)
    return " ".join((*parts, str(figure.value))).casefold()


def is_adjustable(figure: Figure) -> bool:
    """Whether the applicant may put their own number in place of this one: readings and opinions, never what is
    published as a fact."""
    return figure.name.startswith(ADJUSTABLE_PREFIXES) and not isinstance(figure.value, str)


def _own_value(figure: Figure, number: float) -> Figure:
    if not is_adjustable(figure):
        raise NotAdjustable(
            f"“{figure.name}” is published, so it cannot be replaced. "
            f"Only numbers whose name starts with “reading.” or “article.” can."
        )
    before = "unknown" if figure.value is None else f"{figure.value} {figure.unit}"
    return replace(
        figure,
        value=number,
        interval=None,
        sample=None,
        source=_your_file(figure),
        reliability=Reliability.READING,
        note=f"Your own value, {number} {figure.unit}. Before your change: {before} ({figure.source.publisher}).",
    )


def _your_file(figure: Figure) -> Source:
    return Source(
        key="your-own-file",
        title="Your own file",
        publisher="you",
        published=None,
        accessed=figure.source.accessed,
        url=None,
        licence="yours",
    )
