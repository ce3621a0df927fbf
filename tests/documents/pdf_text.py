"""What a PDF holds, read back: the text of its pages, its fonts and its paper."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, every run of white space as one space."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def text_of(pdf: bytes) -> str:
    """The text of all pages."""
    return " ".join(pages_of(pdf))


def fonts_of(pdf: bytes) -> set[str]:
    """The families of all fonts that set a text, also inside pictures."""
    found: set[str] = set()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for shown in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=5):
                found.add(_family(pdfium.FPDFTextObj_GetFont(shown.raw)))
    return found


def paper_of(pdf: bytes) -> tuple[float, float]:
    """Width and height of the first page, in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[0].get_size()
        return round(width), round(height)


def properties_of(pdf: bytes) -> dict[str, str]:
    """The properties of the file, such as its title."""
    with pypdfium2.PdfDocument(pdf) as document:
        return dict(document.get_metadata_dict(skip_empty=True))


def _family(font: object) -> str:
    length = pdfium.FPDFFont_GetFamilyName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetFamilyName(font, buffer, length)
    return buffer.value.decode().split("-")[0].split("+")[-1]
