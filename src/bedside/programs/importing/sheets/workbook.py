"""An Excel workbook: its sheets with their names, the texts they share, and the formats of their cells."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field

from bedside.programs.importing.sheets.cell_text import BUILT_IN_FORMATS
from bedside.programs.importing.sheets.decoding import seen
from bedside.programs.importing.sheets.markup import damaged, find_part, read_markup
from bedside.programs.importing.sheets.sheet import Budget, refuse_long_cell
from bedside.programs.mistakes import FileNotRead

MOST_SHARED_LETTERS = 60_000_000
"""Letters of all texts that cells of a workbook share."""

MOST_SHARED_TEXTS = 2_000_000
MOST_SHEETS = 200


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Where a sheet stands in the packed file."""

    name: str
    part: str
    is_hidden: bool


@dataclass(slots=True)
class Workbook:
    """What all sheets of a workbook share. `formats` and `fills` are by the number of a cell's style."""

    packed: zipfile.ZipFile
    sheets: list[SheetPart] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    fills: list[int] = field(default_factory=list)
    counts_from_1904: bool = False
    budget: Budget = field(default_factory=Budget)


def read_workbook(packed: zipfile.ZipFile) -> Workbook:
    """The workbook without the cells of its sheets. Raises FileNotRead where it is damaged or far too large."""
    workbook = Workbook(packed)
    main = _main_part(packed)
    related = relations(packed, main)
    parts: list[tuple[str, str, bool]] = []

    def begin(tag: str, given: dict[str, str]) -> None:
        if tag == "sheet":
            parts.append((given.get("name", ""), given.get("id", ""), given.get("state", "visible") != "visible"))
        elif tag == "workbookPr":
            workbook.counts_from_1904 = given.get("date1904", "0") in ("1", "true")

    if not read_markup(packed, main, begin, _nothing, _nothing):
        raise damaged()
    workbook.sheets = [
        SheetPart(seen(name), related[key][0], is_hidden)
        for name, key, is_hidden in parts[:MOST_SHEETS]
        if key in related and related[key][1].endswith("/worksheet")
    ]
    if not workbook.sheets:
        raise FileNotRead("This workbook holds no sheet with cells. Check that you saved the one you meant.")
    _read_shared_texts(workbook, _by_type(related, "/sharedStrings", main, "sharedStrings.xml"))
    _read_styles(workbook, _by_type(related, "/styles", main, "styles.xml"))
    return workbook


def relations(packed: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """What a part refers to: by key, the part or address it leads to, and the type of the relation."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}

    def begin(tag: str, given: dict[str, str]) -> None:
        if tag == "Relationship":
            target = given.get("Target", "")
            is_outside = given.get("TargetMode") == "External"
            leads_to = target if is_outside else posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            found[given.get("Id", "")] = (leads_to, given.get("Type", ""))

    read_markup(packed, f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels", begin, _nothing, _nothing)
    return found


def _main_part(packed: zipfile.ZipFile) -> str:
    mains = [part for part, kind in relations(packed, "").values() if kind.endswith("/officeDocument")]
    return mains[0] if mains and find_part(packed, mains[0]) else "xl/workbook.xml"


def _by_type(related: dict[str, tuple[str, str]], ending: str, main: str, usual: str) -> str:
    usual_part = posixpath.join(posixpath.dirname(main), usual)
    return next((part for part, kind in related.values() if kind.endswith(ending)), usual_part)


def _read_shared_texts(workbook: Workbook, part: str) -> None:
    pieces: list[str] = []
    state = {"shown": False, "spoken": 0, "letters": 0, "all": 0}

    def begin(tag: str, given: dict[str, str]) -> None:
        if tag == "si":
            pieces.clear()
            state["letters"] = 0
        state["spoken"] += tag == "rPh"
        state["shown"] = tag == "t" and not state["spoken"]

    def text(piece: str) -> None:
        if state["shown"]:
            state["letters"] += len(piece)
            refuse_long_cell(state["letters"])
            pieces.append(piece)

    def end(tag: str) -> None:
        state["shown"] = False
        state["spoken"] -= tag == "rPh"
        if tag == "si":
            state["all"] += state["letters"]
            if state["all"] > MOST_SHARED_LETTERS or len(workbook.texts) >= MOST_SHARED_TEXTS:
                raise FileNotRead(
                    "This workbook holds far more text than a list of programs. "
                    "Save the sheet you need on its own as a CSV, and add that."
                )
            workbook.texts.append(seen("".join(pieces)).strip())

    read_markup(workbook.packed, part, begin, end, text)


def _read_styles(workbook: Workbook, part: str) -> None:
    """Formats and fills of cells; a workbook whose styles are broken is read without them."""
    custom: dict[int, str] = {}
    within = {"cellXfs": False}

    def begin(tag: str, given: dict[str, str]) -> None:
        if tag == "numFmt":
            custom[_number(given.get("numFmtId"))] = given.get("formatCode", "")
        elif tag == "cellXfs":
            within["cellXfs"] = True
        elif tag == "xf" and within["cellXfs"]:
            key = _number(given.get("numFmtId"))
            workbook.formats.append(custom.get(key, BUILT_IN_FORMATS.get(key, "")))
            workbook.fills.append(_number(given.get("fillId")))

    def end(tag: str) -> None:
        if tag == "cellXfs":
            within["cellXfs"] = False

    try:
        read_markup(workbook.packed, part, begin, end, _nothing)
    except FileNotRead:
        workbook.formats, workbook.fills = [], []


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0


def _nothing(*_: object) -> None:
    return None
