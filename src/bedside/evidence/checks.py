"""What every data file has to keep to, checked by a test and by whoever adds a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bedside.evidence.data_files import read_yaml
from bedside.evidence.figure import Figure, Rule, Source, Unit
from bedside.evidence.library import Evidence, read_evidence
from bedside.evidence.mistakes import BrokenEvidence

NAME = re.compile(r"[a-z][a-z0-9-]*(\.[a-z0-9]+(-[a-z0-9]+)*)+")
TEXT_UNITS = frozenset({Unit.NAME, Unit.LINK, Unit.DATE_RULE})
NEEDS_SOMEONE_TO_ASK = ("status.", "licence.")
_FILE_KEYS = {"reliability", "season", "review_by", "effective_from", "ask"}
FILE_KEYS = _FILE_KEYS | {"source", "sources", "figures", "rules", "table"}
TABLE_KEYS = {"figures", "rules", "days"}
FIGURE_KEYS = {"name", "says", "value", "unit", "source", "reliability", "interval", "sample", "season", "place"}
FIGURE_KEYS |= {"note", "disagrees_with"}
RULE_KEYS = FIGURE_KEYS | {"effective_from", "effective_to", "review_by", "ask"}
ROW_KEYS = RULE_KEYS | {"when", "at"}


def problems(folder: Path) -> tuple[str, ...]:
    """Everything in a data folder that breaks the schema, one sentence each; empty where all is well.

    1. The files hold only keys the schema knows, and every table has its YAML file beside it.
    2. Every figure can be read, has a well-formed name of its own, says something, and its value fits its unit.
    3. Every rule has a review date after the day its source was read.
    4. Figures that disagree name each other; every source is used and complete.
    """
    found: list[str] = []
    try:
        found += _in_files(folder)
        evidence = read_evidence(folder)
    except BrokenEvidence as broken:
        return (*found, str(broken))
    for figure in evidence:
        found += [f"{figure.name}: {problem}" for problem in _in_figure(figure, evidence)]
    found += _in_sources(evidence)
    return tuple(found)


def _in_files(folder: Path) -> Iterator[str]:
    for table in sorted(folder.glob("*.csv")):
        if not table.with_suffix(".yaml").exists():
            yield f"{table.name}: has no YAML file beside it that states its source"
    for path in sorted(folder.glob("*.yaml")):
        content: dict[str, Any] = read_yaml(path)
        yield from _unknown(path, "the file", content, FILE_KEYS)
        for entry in content.get("figures") or ():
            yield from _unknown(path, entry.get("name"), entry, FIGURE_KEYS)
        for entry in content.get("rules") or ():
            yield from _unknown(path, entry.get("name"), entry, RULE_KEYS)
        table_content = content.get("table") or {}
        yield from _unknown(path, "the table", table_content, TABLE_KEYS)
        for templates in table_content.values():
            for template in templates:
                yield from _unknown(path, template.get("name"), template, ROW_KEYS)


def _unknown(path: Path, where: Any, entry: dict[str, Any], known: set[str]) -> Iterator[str]:
    for key in sorted(set(entry) - known):
        yield f"{path.name}: {where}: there is no key “{key}”"


def _in_figure(figure: Figure, evidence: Evidence) -> Iterator[str]:
    if not NAME.fullmatch(figure.name):
        yield "the name is not made of small words, hyphens and dots"
    if not figure.says.endswith("."):
        yield "says nothing, or its sentence does not end"
    yield from _in_value(figure)
    for other in figure.disagrees_with:
        if other not in evidence:
            yield f"disagrees with “{other}”, which does not exist"
        elif figure.name not in evidence.find(other).disagrees_with:
            yield f"disagrees with “{other}”, which does not name it back"
    if isinstance(figure, Rule):
        yield from _in_rule(figure)


def _in_value(figure: Figure) -> Iterator[str]:
    value, unit = figure.value, figure.unit
    if unit is Unit.STATEMENT:
        fits = value is None
    elif unit is Unit.DATE:
        fits = isinstance(value, date)
    elif unit in TEXT_UNITS:
        fits = isinstance(value, str)
    else:
        fits = value is None or (isinstance(value, int | float) and not isinstance(value, bool))
    if not fits:
        yield f"the value {value!r} does not fit the unit “{unit}”"
    if unit is Unit.LINK and not str(value).startswith(("https://", "http://")):
        yield "the link is not a web address"
    if unit is Unit.PERCENT and isinstance(value, int | float) and not 0 <= value <= 100:
        yield f"{value} is not a share in percent"
    interval = figure.interval
    if interval and not (interval.low <= interval.high and interval.says):
        yield "the interval ends before it starts, or does not say what it is"
    if interval and isinstance(value, int | float) and not interval.low <= value <= interval.high:
        yield f"the value {value} lies outside its interval"


def _in_rule(rule: Rule) -> Iterator[str]:
    if rule.review_by is None:
        yield "has no review date"
    elif rule.review_by <= rule.source.accessed:
        yield "the review date is not after the day the source was read"
    if rule.effective_from and rule.effective_to and rule.effective_to < rule.effective_from:
        yield "ends before it takes effect"
    if rule.name.startswith(NEEDS_SOMEONE_TO_ASK) and not rule.ask:
        yield "does not say whom to ask"


def _in_sources(evidence: Evidence) -> Iterator[str]:
    used = {figure.source.key for figure in evidence}
    for source in evidence.sources:
        if source.key not in used:
            yield f"the source “{source.key}” is not used"
        yield from (f"the source “{source.key}” {problem}" for problem in _in_source(source))


def _in_source(source: Source) -> Iterator[str]:
    if not (source.title and source.publisher and source.licence):
        yield "has an empty title, publisher or licence"
    if not isinstance(source.accessed, date):
        yield "does not say on which day it was read"
    if source.url is not None and not source.url.startswith(("https://", "http://")):
        yield "has a url that is not a web address"
