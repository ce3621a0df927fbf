"""Lists without headings: which column holds programs, by the words in it, and which places and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable

from bedside.programs.importing.own_table.as_people_write.places import place_of, state_of
from bedside.programs.importing.own_table.as_people_write.words import begins_with
from bedside.programs.importing.own_table.layout.header_rows import cell_at
from bedside.programs.importing.own_table.layout.headings import Heading
from bedside.programs.importing.own_table.layout.tables import Found, Table, filled, is_banner
from bedside.programs.importing.sheets.sheet import Sheet

_NAMES_A_PROGRAM = re.compile(
    r"\b(?:hosp(?:ital|itals)?|medical|univ(?:ersity)?|health(?:care)?|program|college|clinic|cent(?:er|re)|school"
    r"|regional|memorial|residency|infirmary|consortium|foundation|institute|ctr|med)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:\d{1,4}\s*[.)]|[-*•▪◦➤→✅☑·])\s+")
_MOST = 0.6
_NEARLY_ALL = 0.8
_LONGEST_NAME = 200
_A_LIST = 2


def with_headings(sheet: Sheet) -> Found | None:
    """A table of all rows, its columns named by what is in them; None where no column names programs.

    Numbers and signs with which lists begin their lines are no part of a name; where lines have them, a line without is
    about the list.
    """
    rows = [(number, row) for number, row in enumerate(filled(sheet)) if any(row)]
    width = max((len(row) for _, row in rows), default=0)
    bulleted = {number for number, row in rows if _BULLET.match(row[0])}
    in_list = [(number, row) for number, row in rows if len(bulleted) < _A_LIST or number in bulleted]
    columns = [[cell for _, row in in_list if (cell := cell_at(row, column))] for column in range(width)]
    names = next((n for n, cells in enumerate(columns) if _mostly(cells, names_a_program, _MOST, len(in_list))), None)
    if names is None:
        return None
    meanings = [_meaning(cells) if number != names else "name" for number, cells in enumerate(columns)]
    for number, meaning in enumerate(meanings[1:], 1):
        if meaning == "state" and meanings[number - 1] == "":
            meanings[number - 1] = "city"
    table = Table(tuple(Heading("", meaning) for meaning in meanings))
    for number, row in rows:
        is_beside_list = len(bulleted) >= _A_LIST and number not in bulleted
        is_remark = (len(columns) > 1 or begins_with("remark-begins", row[0])) and not cell_at(row, names)
        if is_banner(row) and (is_beside_list or is_remark):
            table.banners.append((number, next(cell for cell in row if cell)))
        else:
            table.rows.append(
                (number, tuple(_BULLET.sub("", cell) if n == names else cell for n, cell in enumerate(row)))
            )
    return Found([table])


def _meaning(cells: list[str]) -> str:
    if _mostly(cells, lambda cell: bool(re.fullmatch(r"\d{10}", cell)), _NEARLY_ALL):
        return "acgme-id"
    if _mostly(cells, lambda cell: bool(state_of(cell)), _NEARLY_ALL):
        return "state"
    both = _mostly(cells, lambda cell: bool(place_of(cell).city and place_of(cell).state), _NEARLY_ALL)
    return "place" if both else ""


def _mostly(cells: list[str], is_so: Callable[[str], bool], share: float, of_all: int = 0) -> bool:
    return bool(cells) and sum(1 for cell in cells if is_so(cell)) >= share * max(len(cells), of_all)


def names_a_program(cell: str) -> bool:
    """Whether a text holds a word that names of programs hold, such as Hospital."""
    return len(cell) <= _LONGEST_NAME and _NAMES_A_PROGRAM.search(cell) is not None
