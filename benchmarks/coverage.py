"""Writes what is known of how many programs, and how well identity works, into docs/explanation/directory.md.

It needs the published files in the folder that BEDSIDE_REAL_DATA names: `python -m benchmarks.coverage`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from bedside.evidence.library import Evidence, load_evidence
from bedside.evidence.specialties import all_specialties
from bedside.programs.directory import Directory
from bedside.programs.field import FIELDS
from bedside.programs.importing.nrmp.agreement import Difference, differences
from bedside.programs.mention import Reading
from bedside.programs.program import Listed
from bedside.programs.shelf.directory_file import add_readings, open_directory
from benchmarks.identity import Score, scores
from benchmarks.national import AS_OF, read_everything, real_folder

PAGE = Path(__file__).parents[1] / "docs/explanation/directory.md"
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"
_FEWEST = 30
Has = Callable[[Listed], bool]
_COLUMNS: dict[str, Has] = {
    "ACGME ID": lambda one: one.acgme_id is not None,
    "interview rate": lambda one: any(field.startswith("interview-rate.") for field in one.values),
    "rate of non-US IMGs": lambda one: "interview-rate.non-us-img" in one.values,
    "visas": lambda one: "visa.j1" in one.values or "visa.h1b" in one.values,
    "type": lambda one: "type" in one.values,
    "share of IMGs": lambda one: "img-share" in one.values,
    "website": lambda one: "website" in one.values,
}


def main() -> None:
    """Measure, and write the measured part of the page anew."""
    folder, evidence = real_folder(), load_evidence()
    if folder is None:
        raise SystemExit("BEDSIDE_REAL_DATA names no folder of published files.")
    readings = read_everything(folder, evidence)
    with tempfile.TemporaryDirectory() as made:
        add_readings(Path(made), readings, AS_OF, evidence)
        directory = open_directory(Path(made), evidence)
    parts = (
        *whole_directory(directory),
        *by_specialty(directory, evidence),
        *by_field(directory),
        *of_identity(scores((one for one, _ in readings), evidence)),
        *of_matching(directory, [one for one, _ in readings]),
        *of_positions([one for one, _ in readings], evidence),
    )
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    PAGE.write_text("\n".join((before + _BEGIN, "", *parts, "", _END)) + after, encoding="utf-8")
    print(f"wrote {PAGE}")


def whole_directory(directory: Directory) -> list[str]:
    """How many programs there are, and how many took part in the newest Match."""
    season = max(one.match_year or 0 for one in directory)
    active = [one for one in directory if one.match_year == season]
    offered = sum(sum(one.offered.values()) for one in active)
    numbered = sum(one.acgme_id is not None for one in active)
    return [
        f"Measured on {AS_OF:%d %B %Y}, with every public source imported at once.",
        "",
        f"- **{len(directory):,} programs**, of which {len(active):,} took part in the Match of {season} with "
        f"{offered:,} positions.",
        f"- **{numbered:,} of these {len(active):,}** ({numbered / len(active):.0%}) have an ACGME ID.",
        f"- {sum(one.match_year is None for one in directory):,} have no positions in any Match: urology and other "
        "programs outside it, names of 2021 that no newer source uses, and rows of interview rates that found nothing.",
        f"- {len(directory.questions):,} mentions are left open as questions.",
    ]


def by_specialty(directory: Directory, evidence: Evidence) -> list[str]:
    """What is known in each specialty, of the programs that took part in the newest Match."""
    season = max(one.match_year or 0 for one in directory)
    names = {one.key: one.name for one in all_specialties(evidence)}
    groups: dict[str, list[Listed]] = {}
    for one in directory:
        if one.match_year == season:
            groups.setdefault(one.specialty, []).append(one)
    large = {key: many for key, many in groups.items() if len(many) >= _FEWEST}
    rest = [one for key, many in groups.items() if key not in large for one in many]
    rows = [(names.get(key, key), many) for key, many in sorted(large.items(), key=lambda item: -len(item[1]))]
    rows += [
        (f"{len(groups) - len(large)} smaller ones together", rest),
        ("All", [one for many in groups.values() for one in many]),
    ]
    head = ["specialty", "programs", *_COLUMNS]
    lines = [
        [name, f"{len(many):,}", *(f"{sum(map(has, many)) / len(many):.0%}" for has in _COLUMNS.values())]
        for name, many in rows
    ]
    return ["", f"### By specialty, of the programs in the Match of {season}", "", *_table(head, lines)]


def by_field(directory: Directory) -> list[str]:
    """For each field how many programs have a claim, and how often sources differ."""
    known = {field: [one for one in directory if field in one.values] for field in FIELDS}
    lines = [
        [
            FIELDS[field].title,
            f"{len(many):,}",
            f"{len(many) / len(directory):.0%}",
            f"{sum(field in one.disagreeing for one in many):,}",
        ]
        for field, many in known.items()
        if many
    ]
    unknown = "; ".join(FIELDS[field].title for field, many in known.items() if not many)
    table = _table(["field", "programs", "share", "sources differ"], lines)
    return [
        "",
        "### By field, of all programs",
        "",
        *table,
        "",
        f"Not known of any program from public sources: {unknown}.",
    ]


def of_identity(both: Iterable[Score]) -> list[str]:
    """Recall and precision on both halves of the pairs."""
    head = ["institutions", "pairs", "recall", "precision", "wrong", "left open or apart"]
    lines = [
        [
            one.half,
            f"{one.pairs:,}",
            f"{one.recall:.1%}",
            f"{one.precision:.1%}",
            f"{one.found - one.right:,}",
            f"{one.pairs - one.found:,}",
        ]
        for one in both
    ]
    return ["", "### Recall and precision of identity", "", *_table(head, lines)]


def of_matching(directory: Directory, readings: list[Reading]) -> list[str]:
    """How many rows of the interview rates found a program that another source knows."""
    rates = [one for one in readings if one.kind == "interview-rates"]
    alone = [one for one in directory if one.key.startswith("named-")]
    rows = sum(len(one.rows) for one in rates)
    medicine = next(len(one.rows) for one in rates if one.covers == "internal-medicine")
    apart = sum(one.specialty == "internal-medicine" for one in alone)
    return [
        "",
        f"Of the {rows:,} rows of interview rates {rows - len(alone):,} ({(rows - len(alone)) / rows:.1%}) found a "
        f"program that another source knows; in internal medicine {medicine - apart:,} of {medicine:,} "
        f"({(medicine - apart) / medicine:.1%}).",
    ]


def of_positions(readings: list[Reading], evidence: Evidence) -> list[str]:
    """Where the NRMP's two reports of one Match do not show the same positions."""
    by_program = next(one for one in readings if one.kind == "nrmp-program-results")
    by_state = next(one for one in readings if one.kind == "nrmp-results-by-state")
    names = {one.key: one.name for one in all_specialties(evidence)}
    found = differences(by_program, by_state)
    lines = [[names.get(one.specialty, one.specialty), one.state, *map(str, counted(one))] for one in found]
    head = ["specialty", "state", "by program", "by state", "not shown by program"]
    total = sum(one.missing for one in found)
    why = "The NRMP counts them in its results by state and gives them no line of their own; why, it does not say."
    return ["", f"### The {total} positions that the list of programs does not show", "", why, "", *_table(head, lines)]


def counted(one: Difference) -> tuple[int, int, int]:
    """Positions by either report, and how many more the results by state have."""
    return one.by_program, one.by_state, one.missing


def _table(head: list[str], lines: Iterable[list[str]]) -> list[str]:
    rule = ["---", *("---:" for _ in head[1:])]
    return [f"| {' | '.join(cells)} |" for cells in (head, rule, *lines)]


if __name__ == "__main__":
    main()
