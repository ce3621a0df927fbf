"""Programs on a list, or near it, as short rows for the report: the reason most of them share is said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bedside.documents.blocks import Block, Cell, Line, Paragraph, Table
from bedside.documents.content.programs.lists import specialty_names
from bedside.documents.content.targeting.best_list import adds_in_words, signal_in_words, why_in_words
from bedside.evidence.library import Evidence
from bedside.targeting.program_list.results import Choice

SHARED = "Where no reason stands below a program, it is this: {why}"


def list_in_brief(programs: Sequence[Choice], draws: int, evidence: Evidence) -> Iterator[Block]:
    """One row a program, and below them the reason of those that tell none; nothing without a program."""
    if not programs:
        return
    shared, _ = Counter(map(why_in_words, programs)).most_common(1)[0]
    names = specialty_names(evidence)
    rows = tuple(_row(one, draws, names, shared) for one in programs)
    head = ("Program", "Specialty", "Signal", "Adds", "Chosen")
    yield Table(head, rows, widths=(5, 2.4, 1, 1.2, 1.3), align=("left", "left", "left", "right", "right"))
    yield Paragraph(SHARED.format(why=shared[:1].lower() + shared[1:]), quiet=True)


def _row(one: Choice, draws: int, specialties: Mapping[str, str], shared: str) -> tuple[Cell, ...]:
    listed, why = one.listed, why_in_words(one)
    place = ", ".join(part for part in (listed.city, listed.state) if part)
    who = [Line(listed.name, strong=True), Line(" · ".join(part for part in (place, listed.key) if part), quiet=True)]
    if why != shared:
        who.append(Line(why))
    specialty = specialties.get(listed.specialty, listed.specialty)
    often = f"{one.chosen_in} of {draws}" if draws else "–"
    return tuple(who), specialty, signal_in_words(one), adds_in_words(one), often
