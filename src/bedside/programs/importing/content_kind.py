"""What a file really is, whatever its name says, and how much of it Bedside takes on."""

from __future__ import annotations

import io
import re
import zipfile
from enum import Enum

from bedside.programs.mistakes import FileNotRead

LARGEST_FILE = 60_000_000
"""Bytes of the largest file that is read."""

LARGEST_UNPACKED = 400_000_000
"""Bytes to which the parts of a workbook may unpack."""

MOST_PARTS = 5_000
"""Parts of the largest packed file that is opened."""

_LOOKED_AT = 4_096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_HTML = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<style", b"<div")
_JSON = re.compile(rb'[\[{\s]*\{\s*"[^"\n]*"\s*:')


class ContentKind(Enum):
    """The kinds of file that are told apart by their content."""

    PDF = "a PDF"
    XLSX = "an Excel workbook"
    TEXT = "text, as a CSV is"
    HTML = "a web page"
    EMPTY = "empty"
    LOCKED_WORKBOOK = "a workbook locked with a password"
    OLD_XLS = "a workbook of an old Excel"
    OLD_OFFICE = "a document of an old Office"
    BINARY_WORKBOOK = "a binary Excel workbook (.xlsb)"
    JSON = "JSON, a format for programs"
    XML_WORKBOOK = "a workbook saved as XML"
    OPEN_DOCUMENT = "an OpenDocument file"
    NUMBERS = "a Numbers document"
    WORD = "a Word document"
    ZIP = "a ZIP archive"
    ARCHIVE = "a packed archive"
    PICTURE = "a picture"
    UNKNOWN = "of a kind Bedside does not know"


_WHAT_TO_DO = {
    ContentKind.EMPTY: "Save or download it again, and add the new file.",
    ContentKind.LOCKED_WORKBOOK: "Open it in Excel with its password, remove that under File, Info, Protect Workbook, "
    "save it, and add it again.",
    ContentKind.OLD_XLS: "Open it in Excel, LibreOffice or Google Sheets, save it as “Excel Workbook (.xlsx)”, and add "
    "the new file.",
    ContentKind.OLD_OFFICE: "Copy the table out of it and paste it, or save it as a spreadsheet (.xlsx) and add that.",
    ContentKind.BINARY_WORKBOOK: "Open it in Excel, save it as “Excel Workbook (.xlsx)”, and add the new file.",
    ContentKind.XML_WORKBOOK: "Open it in Excel, save it as “Excel Workbook (.xlsx)”, and add the new file.",
    ContentKind.JSON: "Open it where it was made, save it as a CSV or an Excel workbook (.xlsx), and add that.",
    ContentKind.OPEN_DOCUMENT: "Open it in LibreOffice, save it as “Excel 2007–365 (.xlsx)”, and add the new file.",
    ContentKind.NUMBERS: "Open it in Numbers, choose File, Export To, Excel, and add the exported file.",
    ContentKind.WORD: "Copy the table out of it and paste it, or put it into a spreadsheet and add that.",
    ContentKind.ZIP: "Unpack it, and add the files in it one by one.",
    ContentKind.ARCHIVE: "Unpack it, and add the files in it one by one.",
    ContentKind.PICTURE: "Bedside cannot read pictures: type what you need into a table, or copy it as text.",
    ContentKind.PDF: "Copy the table into a spreadsheet, check it there, and add that.",
    ContentKind.UNKNOWN: "Open it where it was made, save it as a CSV or an Excel workbook (.xlsx), and add that.",
}


def content_kind(content: bytes) -> ContentKind:
    """The kind of a file by what is in it, never by its name. Raises FileNotRead for a packed file that is broken."""
    start = content[:_LOOKED_AT]
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return ContentKind.EMPTY
    if b"%PDF-" in start[:1024]:
        return ContentKind.PDF
    if start.startswith(b"PK"):
        return _packed_kind(content)
    if start.startswith(_OLE):
        return _old_office_kind(content)
    if start.startswith(_PICTURES):
        return ContentKind.PICTURE
    if start.startswith(_ARCHIVES):
        return ContentKind.ARCHIVE
    return _text_kind(start)


def refuse_too_large(name: str, size: int) -> None:
    """Raises FileNotRead for a file above `LARGEST_FILE`; to be asked before it is read into memory."""
    if size > LARGEST_FILE:
        raise FileNotRead(
            f"“{name}” has {size / 1_000_000:,.0f} MB; Bedside reads files of up to {LARGEST_FILE // 1_000_000} MB. "
            f"A list of programs is far smaller: save the sheet you need on its own as a CSV, and add that."
        )


def not_a_table(name: str, kind: ContentKind) -> FileNotRead:
    """Why no table can be read from a file of this kind, and what to do."""
    return FileNotRead(f"“{name}” is {kind.value}. {_WHAT_TO_DO[kind]}")


def open_packed(content: bytes) -> zipfile.ZipFile:
    """A packed file within bounds. Raises FileNotRead where it is damaged or would unpack to far too much."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        raise FileNotRead(
            "This workbook is damaged or was not downloaded to its end. Download or save it again, and add the new one."
        ) from None
    parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise FileNotRead(
            "This packed file would unpack to far more than a list of programs holds, so Bedside does not open it. "
            "If it is yours, save the sheet you need on its own as a CSV, and add that."
        )
    return packed


def _packed_kind(content: bytes) -> ContentKind:
    with open_packed(content) as packed:
        parts = packed.infolist()
        names = {part.filename.replace("\\", "/").lstrip("/").casefold() for part in parts}
        if any(part.flag_bits & 1 for part in parts):
            return ContentKind.ARCHIVE
    if "xl/workbook.bin" in names:
        return ContentKind.BINARY_WORKBOOK
    if "[content_types].xml" in names and any(name.startswith("xl/") for name in names):
        return ContentKind.XLSX
    if "word/document.xml" in names:
        return ContentKind.WORD
    if "content.xml" in names and "mimetype" in names:
        return ContentKind.OPEN_DOCUMENT
    return ContentKind.NUMBERS if any(name.endswith(".iwa") for name in names) else ContentKind.ZIP


def _old_office_kind(content: bytes) -> ContentKind:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return ContentKind.LOCKED_WORKBOOK
    is_workbook = any(name.encode("utf-16-le") in content for name in ("Workbook", "Book"))
    return ContentKind.OLD_XLS if is_workbook else ContentKind.OLD_OFFICE


def _text_kind(start: bytes) -> ContentKind:
    is_wide = start.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_wide(start)
    plain = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if plain.startswith(b"<?xml") and b"office:spreadsheet" in plain:
        return ContentKind.XML_WORKBOOK
    if plain.startswith(_HTML) or (plain.startswith((b"<!--", b"<?xml")) and any(tag in plain for tag in _HTML)):
        return ContentKind.HTML
    if not is_wide and _JSON.match(plain):
        return ContentKind.JSON
    controls = sum(byte < 9 or 13 < byte < 32 for byte in start)
    return ContentKind.UNKNOWN if not is_wide and controls > len(start) * 0.1 else ContentKind.TEXT


def _looks_wide(start: bytes) -> bool:
    """Whether every other byte is zero, as in UTF-16 that does not say so."""
    pairs = len(start) // 2
    return pairs > 1 and max(start[0::2].count(0), start[1::2].count(0)) > pairs * 0.7
