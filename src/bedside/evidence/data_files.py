"""Reads the files of `data/`: each states its source once and lists figures, rules or a table that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import yaml

from bedside.evidence.figure import Figure, Interval, PublishedDay, Reliability, Rule, Source, Unit
from bedside.evidence.mistakes import BrokenEvidence
from bedside.evidence.tables import entries_of_table

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEFAULTS = ("reliability", "season", "review_by", "effective_from", "ask")


def read_data_folder(folder: Path) -> tuple[dict[str, Source], list[Figure]]:
    """The sources by key, and all figures of a folder in the order of its files.

    1. Every YAML file is read, and its source (or sources) noted by key.
    2. Every entry under `figures` and `rules`, and every row of a table, becomes a figure. It takes
       what it does not say itself from the file: source, reliability, season, dates.
    Raises BrokenEvidence, naming file and entry, where an entry cannot be read.
    """
    files = {path: read_yaml(path) for path in sorted(folder.glob("*.yaml"))}
    sources: dict[str, Source] = {}
    for path, content in files.items():
        for source in _sources_of(path, content):
            if source.key in sources:
                raise BrokenEvidence(f"{path.name}: the source “{source.key}” is stated twice")
            sources[source.key] = source
    figures = [figure for path, content in files.items() for figure in _figures_of(path, content, sources)]
    return sources, figures


def read_yaml(path: Path) -> dict[str, Any]:
    """The content of one data file; raises BrokenEvidence, with line and column, where it is not YAML."""
    try:
        content = yaml.load(path.read_bytes(), Loader=_Loader)
    except yaml.YAMLError as problem:
        raise BrokenEvidence(f"{path.name}: {problem}") from problem
    if not isinstance(content, dict):
        raise BrokenEvidence(f"{path.name}: is not a list of keys")
    return content


def _sources_of(path: Path, content: dict[str, Any]) -> Iterator[Source]:
    stated = [content["source"]] if "source" in content else content.get("sources", [])
    if not stated:
        raise BrokenEvidence(f"{path.name}: states no source")
    for given in stated:
        try:
            published = given["published"]
            yield Source(
                key=given.get("key", path.stem),
                title=given["title"],
                publisher=given["publisher"],
                published=None if published is None else str(published),
                accessed=given["accessed"],
                url=given["url"],
                licence=given["licence"],
            )
        except KeyError as missing:
            raise BrokenEvidence(f"{path.name}: the source does not say its {missing}") from missing


def _figures_of(path: Path, content: dict[str, Any], sources: dict[str, Source]) -> Iterator[Figure]:
    defaults = {key: content[key] for key in _DEFAULTS if key in content}
    if "source" in content:
        defaults["source"] = content["source"].get("key", path.stem)
    for kind, entries in _entries_of(path, content):
        for entry in entries:
            try:
                yield _figure(kind, defaults | entry, sources)
            except (KeyError, ValueError, TypeError) as problem:
                name = entry.get("name", "an entry without a name")
                raise BrokenEvidence(f"{path.name}: {name}: {problem!r}") from problem


def _entries_of(path: Path, content: dict[str, Any]) -> Iterator[tuple[type[Figure], Iterable[dict[str, Any]]]]:
    yield Figure, content.get("figures") or ()
    yield Rule, content.get("rules") or ()
    table = content.get("table") or {}
    kinds: tuple[tuple[str, type[Figure]], ...] = (("figures", Figure), ("rules", Rule), ("days", PublishedDay))
    for key, kind in kinds:
        if key in table:
            yield kind, entries_of_table(path.with_suffix(".csv"), table[key])


def _figure(kind: type[Figure], entry: dict[str, Any], sources: dict[str, Source]) -> Figure:
    stated: dict[str, Any] = {
        "name": entry["name"],
        "says": _one_line(entry["says"]),
        "value": entry["value"],
        "unit": Unit(entry["unit"]),
        "source": sources[entry["source"]],
        "reliability": Reliability(entry["reliability"]),
        "interval": Interval(**entry["interval"]) if entry.get("interval") else None,
        "sample": entry.get("sample"),
        "season": None if entry.get("season") is None else str(entry["season"]),
        "place": entry.get("place"),
        "note": _one_line(entry["note"]) if entry.get("note") else None,
        "disagrees_with": tuple(entry.get("disagrees_with") or ()),
    }
    if kind is Rule:
        stated |= {key: entry.get(key) for key in ("effective_from", "effective_to", "review_by", "ask")}
    if kind is PublishedDay and entry.get("at"):
        stated["at"] = time.fromisoformat(entry["at"])
    _check_dates(stated)
    return kind(**stated)


def _check_dates(stated: dict[str, Any]) -> None:
    for key in ("effective_from", "effective_to", "review_by"):
        if not isinstance(stated.get(key), date | None):
            raise ValueError(f"{key} is not a date")


def _one_line(text: str) -> str:
    return " ".join(text.split())
