"""The words of a PDF and where they stand on the page, read within bounds and one file at a time."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from bedside.programs.importing.pdf.bounds import refuse_bomb
from bedside.programs.mention import Unread
from bedside.programs.mistakes import FileNotRead

LARGEST_PDF = 60_000_000
"""Bytes of the largest PDF that is read."""

MOST_PAGES = 1_500
MOST_CHARACTERS_A_PAGE = 60_000
MOST_CHARACTERS = 6_000_000
"""Characters of the longest PDF that is read; ten times those of the NRMP's longest report."""

_TAIL = 4_096
_DAMAGED = "This PDF is damaged or was not downloaded to its end. Download it again and add the new file."
_ONE_AT_A_TIME = Lock()  # PDFium must not be called from two threads at once, not even for two documents
_BROKEN = "\ufffe\u00ad\x02"
"""What PDFium puts for a hyphen at the end of a line; the rest of the word stands on the next."""
_WORD = re.compile(rf"[^\s{_BROKEN}]+[{_BROKEN}]?")
_HYPHEN = dict.fromkeys(map(ord, _BROKEN), "-")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\ufeff"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in points, measured from the left and from the bottom of the page as it is read."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def centre(self) -> float:
        """Halfway between left and right."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """Halfway between bottom and top."""
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """The height of its line of type."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its number, counted from 1, with its words in the order in which the PDF holds them."""

    number: int
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """All words, one blank between two."""
        return " ".join(word.text for word in self.words)


def is_pdf(content: bytes) -> bool:
    """Whether the content begins as a PDF does."""
    return b"%PDF-" in content[:1024]


def read_pages(content: bytes, at_most: int = MOST_PAGES) -> tuple[Page, ...]:
    """The pages of a PDF from the first on, at most so many.

    Raises FileNotRead, with what to do about it, where the file is broken, locked, too large, or holds only pictures.
    """
    if len(content) > LARGEST_PDF:
        raise FileNotRead(f"This PDF is larger than {LARGEST_PDF // 1_000_000} MB, so Bedside does not read it.")
    refuse_bomb(content)
    with _ONE_AT_A_TIME:
        document = _opened(content)
        try:
            if len(document) > MOST_PAGES:
                raise FileNotRead(f"This PDF has {len(document)} pages; Bedside reads at most {MOST_PAGES}.")
            pages = tuple(_pages(document, min(len(document), at_most)))
        finally:
            document.close()
    if not any(page.words for page in pages):
        raise FileNotRead(
            "This PDF holds pictures of pages and no text, as a scan does. "
            "Download the file from where it is published, or type what you need into a table."
        )
    return pages


def without_text(pages: Iterable[Page]) -> tuple[Unread, ...]:
    """The pages on which no word could be read, each as something unread."""
    how = "Look at the page: if it holds a table, download the file again."
    silent = (page for page in pages if not page.words)
    return tuple(Unread(f"page {page.number}", "the whole page", "Not read: it holds no text.", how) for page in silent)


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    if b"%%EOF" not in content[-_TAIL:]:  # PDFium mends such a file in silence, and pages are missing
        raise FileNotRead(_DAMAGED)
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "password" in str(problem).casefold():
            raise FileNotRead(
                "This PDF is locked with a password. Open it, save or print it as a PDF without one, and add that."
            ) from None
        raise FileNotRead(_DAMAGED) from None


def _pages(document: pypdfium2.PdfDocument, how_many: int) -> Iterator[Page]:
    characters = 0
    for index in range(how_many):
        page = _page(document, index)
        characters += sum(len(word.text) for word in page.words)
        if characters > MOST_CHARACTERS:
            raise FileNotRead(
                f"This PDF holds more than {MOST_CHARACTERS:,} letters by page {page.number}, far more than a report "
                f"of the NRMP. Take out the pages you need, and add those."
            )
        yield page


def _page(document: pypdfium2.PdfDocument, index: int) -> Page:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        raise FileNotRead(
            f"Page {index + 1} of this PDF is damaged. Download the file again and add the new one."
        ) from None
    try:
        text_page = page.get_textpage()
        try:
            return Page(index + 1, tuple(_words(text_page, page)))
        finally:
            text_page.close()
    finally:
        page.close()


def _words(text_page: pypdfium2.PdfTextPage, page: pypdfium2.PdfPage) -> Iterator[Word]:
    count = min(text_page.count_chars(), MOST_CHARACTERS_A_PAGE)
    text = text_page.get_text_range(0, count) if count else ""
    turn, width, height = page.get_rotation(), page.get_width(), page.get_height()
    for found in _WORD.finditer(text):
        spelled = found.group().translate(_HYPHEN).translate(_INVISIBLE)
        first = _box(text_page, found.start())
        last = _box(text_page, found.end() - 1)
        if spelled and first is not None and last is not None:
            yield _turned(spelled, _around(first, last), turn, width, height)


_Box = tuple[float, float, float, float]


def _box(text_page: pypdfium2.PdfTextPage, text_index: int) -> _Box | None:
    """Left, bottom, right and top of the line of type around one character."""
    character = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, text_index)
    box = pdfium.FS_RECTF()
    if character < 0 or not pdfium.FPDFText_GetLooseCharBox(text_page, character, ctypes.byref(box)):
        return None
    return box.left, box.bottom, box.right, box.top


def _around(first: _Box, last: _Box) -> _Box:
    return min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])


def _turned(text: str, box: _Box, turn: int, width: float, height: float) -> Word:
    """The word where a reader sees it: a page may be stored on its side."""
    left, bottom, right, top = box
    if turn == 90:
        return Word(text, bottom, top, height - right, height - left)
    if turn == 180:
        return Word(text, width - right, width - left, height - top, height - bottom)
    if turn == 270:
        return Word(text, width - top, width - bottom, left, right)
    return Word(text, left, right, bottom, top)
