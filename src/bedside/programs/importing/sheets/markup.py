"""Reads the XML parts of a workbook as a stream, so that memory stays bounded whatever is in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from typing import IO
from xml.parsers import expat

from bedside.programs.mistakes import FileNotRead

Begin = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]

_PIECE = 1 << 18
_LONGEST_TAG = 1 << 22
"""Bytes of the longest tag or comment: one that has not ended is gone through anew with each further piece."""


def read_markup(packed: zipfile.ZipFile, part: str, begin: Begin, end: End, text: Text) -> bool:
    """Whether there is a part of this name; if so, it is read and each beginning, end and text in it handed over.

    Tags and attributes come without their namespaces. Raises FileNotRead where the part is damaged.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartElementHandler = lambda tag, given: begin(_local(tag), {_local(key): given[key] for key in given})
    parser.EndElementHandler = lambda tag: end(_local(tag))
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = _refuse_entities
    return _fed(packed, part, parser)


def _fed(packed: zipfile.ZipFile, part: str, parser: expat.XMLParserType) -> bool:
    named = find_part(packed, part)
    if named is None:
        return False
    try:
        with packed.open(named) as stream:
            _parse(stream, parser)
    except (expat.ExpatError, zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise damaged() from None
    except zipfile.zlib.error:  # type: ignore[attr-defined]
        raise damaged() from None
    return True


def _parse(stream: IO[bytes], parser: expat.XMLParserType) -> None:
    read = 0
    while piece := stream.read(_PIECE):
        parser.Parse(piece, False)
        read += len(piece)
        if read - parser.CurrentByteIndex > _LONGEST_TAG:
            raise damaged()
    parser.Parse(b"", True)


def find_part(packed: zipfile.ZipFile, part: str) -> str | None:
    """The part as the file spells it, whatever its capitals and slashes; None where there is none."""
    wanted = part.lstrip("/").casefold()
    names = packed.namelist()
    return next((name for name in names if name.replace("\\", "/").lstrip("/").casefold() == wanted), None)


def damaged() -> FileNotRead:
    """What to say of a workbook with a part that cannot be read."""
    return FileNotRead(
        "This workbook is damaged. Open it in a spreadsheet program, save it anew as “Excel Workbook (.xlsx)”, and add "
        "the new file."
    )


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _refuse_entities(*_: object) -> None:
    raise damaged()


Attributes = Mapping[str, str]
