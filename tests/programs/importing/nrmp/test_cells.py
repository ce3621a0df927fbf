"""Numbers below their columns: what stands below none for certain is not given to the nearest."""

from __future__ import annotations

from bedside.programs.importing.nrmp.program_pages.cells import cells, stands
from bedside.programs.importing.nrmp.program_pages.columns import Column
from bedside.programs.importing.nrmp.program_pages.lines import CodeLine
from bedside.programs.importing.pdf.text import Word

COLUMNS = tuple(Column(centre, 2031, is_offered) for centre, is_offered in ((100.0, True), (140.0, False)))


def _line(*numbers: tuple[str, float]) -> CodeLine:
    """A line with numbers, each by the place of its right edge."""
    words = tuple(Word(text, right - 4 * len(text), right, 0, 8) for text, right in numbers)
    return CodeLine(1, "1234140C0", [], words, COLUMNS, 0)


WHOLE = [_line(("8", 112), ("8", 152)), _line(("1,200", 112), ("19", 152))]


def _placed(line: CodeLine) -> list[str] | None:
    found = cells(line, stands([*WHOLE, line])[COLUMNS])
    return found and [word.text if word else "" for word in found]


def test_a_number_goes_to_the_column_whose_numbers_end_where_it_does() -> None:
    assert _placed(_line(("120", 112))) == ["120", ""]
    assert _placed(_line(("120", 151))) == ["", "120"]


def test_a_number_far_from_both_columns_belongs_to_none() -> None:
    assert _placed(_line(("7", 180))) is None
    assert _placed(_line(("7", 90))) is None


def test_two_numbers_below_one_column_are_not_told_apart() -> None:
    assert _placed(_line(("7", 108), ("7", 114), ("7", 152))) is None


def test_without_a_whole_line_only_what_stands_right_below_a_heading_is_taken() -> None:
    near, far = _line(("7", 102)), _line(("7", 115))
    stand = stands([near, far])[COLUMNS]
    assert cells(near, stand) == [near.values[0], None]
    assert cells(far, stand) is None
