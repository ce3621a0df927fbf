"""Invented results by state, typeset with two tables side by side, as the NRMP does, and in other orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import typst


@dataclass(frozen=True)
class StateRow:
    label: str
    offered: int
    matched: tuple[int, ...]
    """As in `STATE_RESULT_TYPES`."""

    @property
    def filled(self) -> int:
        return sum(self.matched)


YEAR = 2031
LEFT = (
    ("DELAWARE", (StateRow("Anesthesiology (PGY-1)", 21, (18, 0, 3, 0, 0, 0, 0)),)),
    (
        "DISTRICT OF COLUMBIA",
        (
            StateRow("Internal Medicine/Medical Genetics (PGY-1)", 1, (0, 0, 0, 0, 0, 1, 0)),
            StateRow("Surgery (PGY-1)", 29, (20, 1, 3, 0, 0, 1, 0)),
        ),
    ),
)
RIGHT = (
    (
        "DISTRICT OF COLUMBIA (cont.)",
        (StateRow("Physical Medicine and Rehabilitation (Physician)", 4, (0, 1, 1, 0, 0, 0, 1)),),
    ),
    ("WASHINGTON", (StateRow("Family Medicine (PGY-1)", 1195, (683, 19, 196, 3, 125, 136, 1)),)),
)
_HEADINGS = ("Pos.", "No. Filled", "MD Sr", "MD Gr", "DO Sr", "DO Gr", "US IMG", "IMG", "Oth", "% MD Sr", "% Tot")
_KEY = "Key: Pos.=number of positions in the match; MD Sr=U.S. allopathic seniors."


def side_by_side(
    order: Sequence[int] = range(11), wrong: tuple[int, int] | None = None, year: int | None = YEAR
) -> bytes:
    """The tables of `LEFT` and `RIGHT` on one page. `order` is the order of the columns; `wrong` adds to one number.

    `wrong` is a column and what is added to the number in it, in the first row of the first table.
    """
    title = f"{year or ''} NRMP Main Residency Match®: Match Rates by Specialty and State"
    tables = [_half(half, order, wrong if half is LEFT else None) for half in (LEFT, RIGHT)]
    body = f"#text(11pt)[{_said(title)}]\n\n#grid(columns: (1fr, 1fr), gutter: 12pt, [{tables[0]}], [{tables[1]}])\n"
    page = "#set page(width: 900pt, height: 500pt, margin: 12pt)\n#set text(size: 6pt)\n#set par(leading: 2pt)\n"
    return typst.compile(f"{page}{body}#v(1fr)\n{_said(_KEY)}\n".encode())


def _half(
    states: Sequence[tuple[str, tuple[StateRow, ...]]], order: Sequence[int], wrong: tuple[int, int] | None
) -> str:
    parts = []
    for at, (state, rows) in enumerate(states):
        cells = [f"align(bottom, block(width: 60pt)[{_said(state)}])"]
        cells += [f"align(bottom + right)[{_said(_HEADINGS[column])}]" for column in order]
        for index, row in enumerate(rows):
            numbers = _numbers(row)
            if wrong and (at, index) == (0, 0):
                numbers[wrong[0]] = str(int(numbers[wrong[0]]) + wrong[1])
            cells.append(f"[{_said(row.label)}]")
            cells += [f"align(right)[{_said(numbers[column])}]" for column in order]
        widths = ", ".join(["86pt", *["32pt"] * len(order)])
        parts.append(f"#v(6pt)\n#grid(columns: ({widths}), row-gutter: 5pt, {', '.join(cells)})\n")
    return "".join(parts)


def _numbers(row: StateRow) -> list[str]:
    shares = [100 * row.matched[0] / row.offered, 100 * row.filled / row.offered]
    told = ["100" if share == 100 else f"{share:.1f}" for share in shares]
    return [str(row.offered), str(row.filled), *map(str, row.matched), *told]


def _said(text: str) -> str:
    return f'#"{text}"'
