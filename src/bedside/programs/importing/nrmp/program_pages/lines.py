"""Takes the pages of a program report apart: lines with an NRMP code, and the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bedside.programs.importing.nrmp.program_pages.columns import Column, Head, gap_between, head_at
from bedside.programs.importing.pdf.lines import Line, lines_of
from bedside.programs.importing.pdf.text import Page, Word

CODE = re.compile(r"\d{7}[CMPAR]\d{1,3}", re.IGNORECASE)
_VALUE = re.compile(r"[\d,.]+|[-–—−.]{1,3}|n/?a", re.IGNORECASE)
_NOT_OF_THE_TABLE = re.compile(
    r"reproduction prohibited|\bpage \d+|^\d+$|main residency match|program results|www\.|©|national resident matching"
    r"|^[^\w(]|^note\b|^key\b|\bparticipat",
    re.IGNORECASE,
)
_LONGEST_HEADING = 90
_WRAP_BY_PITCH = 0.96
_WRAP_BY_HEIGHT = 1.15


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above the lines with codes; `beside_head` where it stands on the lines of the table's head."""

    text: str
    beside_head: bool


@dataclass(slots=True)
class CodeLine:
    """A line of the table: its code ("" where it bears none), the words of its label, and the words in its columns."""

    page: int
    code: str
    label: list[str]
    values: tuple[Word, ...]
    columns: tuple[Column, ...]
    lowest: float
    """The middle of the lowest line of its label so far."""


@dataclass(slots=True)
class Block:
    """Lines with codes under the same headings."""

    headings: list[Heading] = field(default_factory=list)
    lines: list[CodeLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReportTable:
    """The table of a report: its blocks, and lines that fill its columns but bear no NRMP code."""

    blocks: tuple[Block, ...]
    without_code: tuple[CodeLine, ...]


def table_of(pages: Iterable[Page]) -> ReportTable:
    """The table in blocks, from the first page to the last.

    1. Words become lines; lines with “Quota” and “Filled” become the head of what follows, also on later pages.
    2. A line with an NRMP code below a head belongs to the table.
    3. A line without a code that stands closer to such a line than the next one would is the rest of its label.
    4. Every other line, unless it is of the page's margin, is a heading of the block that follows.
    """
    taken = [(page.number, lines_of(page.words), page.text) for page in pages]
    walk = _Walk(_pitch([lines for _, lines, _ in taken]), _only_year([text for _, _, text in taken]))
    for number, lines, _ in taken:
        walk.page(number, lines)
    return ReportTable(tuple(block for block in walk.blocks if block.lines), tuple(walk.without_code))


def code_in(line: Line) -> Word | None:
    """The word of a line that is an NRMP code."""
    return next((word for word in line.words if CODE.fullmatch(word.text)), None)


def _only_year(texts: Sequence[str]) -> int | None:
    """The year of a report that covers one: the first that its first pages name on its own."""
    found = (re.search(r"(?<![\d-])(?:19|20)\d\d(?![\d-])", text) for text in texts[:3])
    return next((int(match.group()) for match in found if match), None)


def _pitch(pages: Sequence[Sequence[Line]]) -> float:
    """The least distance from one line with a code to the next, leaving out the odd one; 0 where there is none."""
    gaps: list[float] = []
    for lines in pages:
        coded = [code_in(line) is not None for line in lines]
        pairs = zip(zip(lines, coded, strict=True), zip(lines[1:], coded[1:], strict=True), strict=False)
        gaps += [upper.middle - lower.middle for (upper, one), (lower, other) in pairs if one and other]
    return sorted(gaps)[len(gaps) // 20] if gaps else 0.0


class _Walk:
    """Goes through the pages with what was last seen: the columns, and the block that lines belong to."""

    def __init__(self, pitch: float, only_year: int | None) -> None:
        self.blocks: list[Block] = [Block()]
        self.without_code: list[CodeLine] = []
        self._pitch = pitch
        self._only_year = only_year
        self._columns: tuple[Column, ...] = ()
        self._left = self._right = 0.0

    def page(self, number: int, lines: tuple[Line, ...]) -> None:
        """Take in one page, from top to bottom; pages before the first head hold no table."""
        heads = {at: head for index in range(len(lines)) if (head := self._head(lines, index)) for at in head.lines}
        last: CodeLine | None = None
        early: list[str] = []
        for index, line in enumerate(lines):
            head = heads.get(index)
            code = code_in(line)
            if head is not None:
                self._take_columns(head.columns)
                last = None
                self._heading(line.without(head.headings), beside_head=True)
            elif not self._columns and not heads:
                continue
            elif code is not None and self._columns:
                last = self._code_line(number, line, code, early)
                self.blocks[-1].lines.append(last)
                early = []
            elif self._columns and self._fills_the_columns(line):
                self.without_code.append(self._code_line(number, line, None, early))
                last, early = None, []
            elif last is not None and self._is_wrap(last.lowest - line.middle, line):
                last.label.append(line.text)
                last.lowest = line.middle
            elif self._begins_next(lines, index, heads):
                early.append(line.text)
            else:
                self._heading(line, beside_head=False)

    def _take_columns(self, columns: tuple[Column, ...]) -> None:
        reach = gap_between(columns)
        self._columns = columns
        self._left, self._right = columns[0].centre - reach, columns[-1].centre + reach

    def _head(self, lines: tuple[Line, ...], index: int) -> Head | None:
        return head_at(lines, index, self._only_year)

    def _is_wrap(self, distance: float, line: Line) -> bool:
        by_height = _WRAP_BY_HEIGHT * line.height
        return distance < (min(by_height, _WRAP_BY_PITCH * self._pitch) if self._pitch else by_height)

    def _begins_next(self, lines: tuple[Line, ...], index: int, heads: dict[int, Head]) -> bool:
        """Whether this line is the beginning of a label whose code stands on the next line."""
        if index + 1 >= len(lines) or index + 1 in heads or code_in(lines[index + 1]) is None:
            return False
        return self._is_wrap(lines[index].middle - lines[index + 1].middle, lines[index])

    def _fills_the_columns(self, line: Line) -> bool:
        return sum(self._is_value(word) for word in line.words) == len(self._columns)

    def _code_line(self, page: int, line: Line, code: Word | None, early: list[str]) -> CodeLine:
        rest = line.without((code,)) if code else line
        values = tuple(word for word in rest.words if self._is_value(word)) if rest else ()
        label = rest.without(values) if rest else None
        words = [*early, *([label.text] if label else [])]
        return CodeLine(page, code.text.upper() if code else "", words, values, self._columns, line.middle)

    def _is_value(self, word: Word) -> bool:
        return self._left < word.centre < self._right and _VALUE.fullmatch(word.text) is not None

    def _heading(self, line: Line | None, beside_head: bool) -> None:
        if line is None:
            return
        if not beside_head and (_NOT_OF_THE_TABLE.search(line.text) or len(line.text) > _LONGEST_HEADING):
            return
        if self.blocks[-1].lines:
            self.blocks.append(Block())
        self.blocks[-1].headings.append(Heading(line.text, beside_head))
