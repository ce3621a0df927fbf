"""Figures as text to read and as records for other programs: what `bedside evidence` shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import date, time
from textwrap import fill
from typing import Any

from bedside.evidence.citing import day_in_words, describe, not_rechecked_note
from bedside.evidence.figure import Figure, Rule
from bedside.evidence.library import Evidence
from bedside.evidence.mistakes import EvidenceMistake

LINE = 88


def groups(evidence: Evidence) -> str:
    """The first words of all names, with how many figures each holds, and how to look further."""
    counts = Counter(figure.name.split(".")[0] for figure in evidence)
    rows = [f"  {group:<12} {count:>4}" for group, count in counts.items()]
    head = f"{len(evidence)} figures from {len(evidence.sources)} sources, by the first word of their names:"
    ways = (
        "  bedside evidence WORDS          search names, sentences and sources",
        "  bedside evidence --list PREFIX  list the names that start so",
        "  bedside evidence --show NAME    show one figure with everything about it",
    )
    return "\n".join((head, "", *rows, "", *ways))


def in_short(figures: tuple[Figure, ...], day: date) -> str:
    """Each figure with its sentence and its source as seen on `day`, in the order given."""
    return "\n\n".join(
        "\n".join((figure.name, _wrapped(figure.says), _wrapped(_source_line(figure, day)))) for figure in figures
    )


def in_full(figure: Figure, evidence: Evidence, day: date) -> str:
    """Everything about one figure, as seen on `day`: also its dates, link, licence and who disagrees."""
    lines = [in_short((figure,), day), ""]
    lines += [_wrapped(f"{label}: {words}") for label, words in details(figure, evidence) if words]
    return "\n".join(lines)


def record(figure: Figure, day: date) -> dict[str, Any]:
    """One figure as plain values with stable keys; days and times are written in ISO form."""
    plain = {key: _plain(part) for key, part in asdict(figure).items()}
    overdue = figure.not_rechecked_since(day) if isinstance(figure, Rule) else None
    return plain | {"described": describe(figure), "not_rechecked_since": _plain(overdue)}


def look_up(
    words: str, show: str | None, prefix: str | None, evidence: Evidence, day: date
) -> tuple[tuple[Figure, ...], str]:
    """The figures asked for, and the text that shows them on `day`.

    `show` is one name, `prefix` the start of names, `words` a search; without any of them it is all
    figures, and the text lists their groups. Raises EvidenceMistake where nothing is found.
    """
    if show is not None:
        figure = evidence.find(show)
        return (figure,), in_full(figure, evidence, day)
    if not words and prefix is None:
        return tuple(evidence), groups(evidence)
    figures = found_by_words(words, evidence) if prefix is None else found_by_prefix(prefix, evidence)
    return figures, in_short(figures, day)


def found_by_words(words: str, evidence: Evidence) -> tuple[Figure, ...]:
    """What a search finds; raises EvidenceMistake, with the nearest names, where it finds nothing."""
    return evidence.search(words) or _nothing(f"Nothing in the evidence holds the words “{words}”.", words, evidence)


def found_by_prefix(prefix: str, evidence: Evidence) -> tuple[Figure, ...]:
    """What starts with a prefix; raises EvidenceMistake, with the nearest names, where nothing does."""
    return evidence.starting_with(prefix) or _nothing(f"No name starts with “{prefix}”.", prefix, evidence)


def _nothing(says: str, words: str, evidence: Evidence) -> tuple[Figure, ...]:
    nearest = ", ".join(evidence.nearest_names(words))
    raise EvidenceMistake(f"{says} The nearest names are: {nearest}." if nearest else says)


def details(figure: Figure, evidence: Evidence) -> tuple[tuple[str, str], ...]:
    """Everything about a figure beside its sentence and its source, with a label; the words may be empty."""
    rule = figure if isinstance(figure, Rule) else None
    return (
        ("Note", figure.note or ""),
        ("Holds", _effective(rule) if rule else ""),
        ("Look up again by", day_in_words(rule.review_by) if rule and rule.review_by else ""),
        ("Ask", (rule.ask or "") if rule else ""),
        *(("Disagrees with", f"{name}: {describe(evidence.find(name))}") for name in figure.disagrees_with),
        ("Published", figure.source.published or "unknown"),
        ("Link", figure.source.url or "unknown"),
        ("Licence", figure.source.licence),
    )


def _source_line(figure: Figure, day: date) -> str:
    note = not_rechecked_note(figure, day) if isinstance(figure, Rule) else None
    return describe(figure) + (f"; {note}" if note else "")


def _effective(rule: Rule) -> str:
    ends = (("from", rule.effective_from), ("until", rule.effective_to))
    return " ".join(f"{word} {day_in_words(day)}" for word, day in ends if day)


def _wrapped(text: str) -> str:
    return fill(text, LINE, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _plain(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _plain(inner) for key, inner in part.items()}
    if isinstance(part, tuple):
        return list(part)
    return part.isoformat() if isinstance(part, date | time) else part
