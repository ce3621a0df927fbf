"""The page of all figures and rules, with the source of each, from the evidence itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from bedside.evidence.citing import day_in_words, value_in_words
from bedside.evidence.figure import Figure, Reliability, Rule, Source
from bedside.evidence.library import Evidence, load_evidence

OPENING = """# Evidence

Every number and dated rule that Bedside uses: {figures} of them from {sources} sources. `bedside evidence` searches
them, and [Where the numbers come from](../explanation/evidence.md) says how to read them.

How a value was seen is said where it is not the publisher's own page: {marks}.
"""

GROUPS = {
    "alternative": "Other ways to stay in medicine",
    "article": "The article's thresholds",
    "clinic": "Rotations and volunteering",
    "ecfmg": "ECFMG certification and Pathways",
    "effects": "What goes with more or fewer interviews",
    "eras": "Applications",
    "fee": "Fees",
    "interview-rates": "Interview rates of a specialty",
    "lead": "Lead times",
    "licence": "Licences",
    "myeras": "MyERAS limits",
    "nrmp": "The Match",
    "oet": "OET",
    "reading": "Bedside's readings",
    "season": "Days of the seasons, and the rules that predict them",
    "signals": "Signals",
    "soap": "SOAP",
    "specialty": "Specialties",
    "status": "Immigration status: information, never a verdict",
    "usmle": "USMLE",
    "visa": "What programs sponsor",
}


def generate() -> dict[Path, str]:
    """The one page of all figures."""
    evidence = load_evidence()
    opening = OPENING.format(figures=len(evidence), sources=len(evidence.sources), marks=_marks())
    sections = [line for name, group in _groups(evidence) for line in _section(name, group)]
    return {Path("docs/reference/evidence.md"): "\n".join((opening, *sections, *_sources(evidence), ""))}


def _marks() -> str:
    return ", ".join(f"*{mark}*" for mark in Reliability if mark.is_marked)


def _groups(evidence: Evidence) -> Iterator[tuple[str, list[Figure]]]:
    for name, group in groupby(evidence, lambda figure: figure.name.split(".")[0]):
        yield name, list(group)


def _section(name: str, group: list[Figure]) -> Iterator[str]:
    yield f"## {GROUPS.get(name, name)}\n"
    yield "| name | what it says | value | source |\n|---|---|---|---|"
    yield from (_row(figure) for figure in group)
    yield ""


def _row(figure: Figure) -> str:
    says = " ".join(part for part in (figure.says, figure.note, _dates(figure), _disagreement(figure)) if part)
    mark = f", *{figure.reliability}*" if figure.reliability.is_marked else ""
    source = f"[{figure.source.publisher}](#{figure.source.key}){mark}"
    return f"| `{figure.name}` | {_cell(says)} | {_cell(value_in_words(figure))} | {_cell(source)} |"


def _dates(figure: Figure) -> str:
    if not isinstance(figure, Rule):
        return ""
    ends = (("From", figure.effective_from), ("Until", figure.effective_to), ("Look up again by", figure.review_by))
    return " ".join(f"{word} {day_in_words(day)}." for word, day in ends if day)


def _disagreement(figure: Figure) -> str:
    others = ", ".join(f"`{name}`" for name in figure.disagrees_with)
    return f"Disagrees with {others}." if others else ""


def _sources(evidence: Evidence) -> Iterator[str]:
    yield "## Sources\n"
    for source in evidence.sources:
        yield f"### {source.key}\n"
        yield f"{_source(source)}\n"


def _source(source: Source) -> str:
    title = f"[{source.title}]({source.url})" if source.url else f"{source.title} (no link known)"
    published = f"Published {source.published}." if source.published else "Day of publication not known."
    return f"{source.publisher}: {title}. {published} Read {source.accessed.isoformat()}. {source.licence}."


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
