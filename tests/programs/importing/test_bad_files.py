"""Files that are no table, are damaged or far too large: a sentence each, and memory that stays bounded."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import zipfile
from io import BytesIO

import openpyxl
import pytest

from bedside.programs.importing.content_kind import LARGEST_FILE, ContentKind, content_kind
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.sheets.reading import read_sheets
from bedside.programs.mistakes import FileNotRead

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
MOST_MEMORY = 900_000_000
"""Bytes that a process reading one file may have; what the tables of a file hold is far below it."""

READ_APART = f"""
import pickle, resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MOST_MEMORY}, {MOST_MEMORY}))
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.sheets.reading import read_sheets
from bedside.programs.mistakes import FileNotRead
try:
    print(sum(len(sheet.rows) for sheet in read_sheets(SourceFile("list.xlsx", pickle.load(sys.stdin.buffer)))))
except FileNotRead as refused:
    print(refused)
"""


def packed(parts: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def workbook_with(sheet: bytes, texts: bytes = b"<sst/>") -> bytes:
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    target = f'Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"'
    link = f"<Relationships><Relationship {target}/></Relationships>"
    book = f'<workbook xmlns:r="{relations}"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'
    return packed(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": book.encode(),
            "xl/_rels/workbook.xml.rels": link.encode(),
            "xl/worksheets/sheet1.xml": sheet,
            "xl/sharedStrings.xml": texts,
        }
    )


def refused(content: bytes) -> str:
    with pytest.raises(FileNotRead) as why:
        read_sheets(SourceFile("list.xlsx", content))
    return str(why.value)


def read_apart(content: bytes) -> str:
    """What a process with little memory says of the file."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-P", "-c", READ_APART]
    done = subprocess.run(command, input=pickle.dumps(content), capture_output=True, env=environment, check=False)
    assert done.stderr.decode() == ""
    return done.stdout.decode().strip()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", ContentKind.PDF),
        (OLE + "Workbook".encode("utf-16-le"), ContentKind.OLD_XLS),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ContentKind.LOCKED_WORKBOOK),
        (OLE + "WordDocument".encode("utf-16-le"), ContentKind.OLD_OFFICE),
        (packed({"a.csv": b"a"}), ContentKind.ZIP),
        (packed({"xl/workbook.bin": b"a"}), ContentKind.BINARY_WORKBOOK),
        (packed({"word/document.xml": b"a"}), ContentKind.WORD),
        (packed({"mimetype": b"a", "content.xml": b"a"}), ContentKind.OPEN_DOCUMENT),
        (packed({"Index/Document.iwa": b"a"}), ContentKind.NUMBERS),
        (
            b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
            ContentKind.XML_WORKBOOK,
        ),
        (b"\x89PNG\r\n", ContentKind.PICTURE),
        (b"\x1f\x8b\x08", ContentKind.ARCHIVE),
        (bytes(range(1, 9)) * 50, ContentKind.UNKNOWN),
        (b"\0\0 \n", ContentKind.EMPTY),
        (b" <!DOCTYPE html><html>", ContentKind.HTML),
        (b'[{"program": "a"}]', ContentKind.JSON),
        (b'{\n  "programs": [\n', ContentKind.JSON),
        (b"[Program],[State]\na,NY\n", ContentKind.TEXT),
        (b"a,b\n1,2\n", ContentKind.TEXT),
        ("a,b".encode("utf-16-le"), ContentKind.TEXT),
    ],
)
def test_a_file_is_told_by_its_content(content: bytes, kind: ContentKind) -> None:
    assert content_kind(content) is kind
    if kind not in (ContentKind.HTML, ContentKind.TEXT):
        assert refused(content).startswith(f"“list.xlsx” is {kind.value}. ")


def test_a_locked_workbook_says_how_to_unlock_it_and_an_old_one_how_to_save_it() -> None:
    assert "remove that under File, Info, Protect Workbook" in refused(OLE + "EncryptedPackage".encode("utf-16-le"))
    assert "save it as “Excel Workbook (.xlsx)”" in refused(OLE + "Workbook".encode("utf-16-le"))


def test_a_workbook_cut_short_is_damaged() -> None:
    content = BytesIO()
    openpyxl.Workbook().save(content)
    assert refused(content.getvalue()[:2_000]).startswith("This workbook is damaged or was not downloaded to its end.")


def test_a_part_that_is_no_markup_is_damaged() -> None:
    assert refused(workbook_with(b"<worksheet><row>")).startswith("This workbook is damaged.")


def test_entities_that_would_grow_are_not_followed() -> None:
    bomb = b'<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    assert refused(workbook_with(bomb)).startswith("This workbook is damaged.")


@pytest.mark.parametrize(
    ("begins", "letter", "ends"),
    [(b"<worksheet name='", b"0", b"'/>"), (b"<worksheet ", b" ", b"/>"), (b"<!--", b"0", b"--><worksheet/>")],
    ids=["a value", "space", "a comment"],
)
def test_a_tag_of_megabytes_is_refused_though_it_ends(begins: bytes, letter: bytes, ends: bytes) -> None:
    assert refused(workbook_with(begins + letter * 5_000_000 + ends)).startswith("This workbook is damaged.")


def test_an_empty_sheet_is_no_table() -> None:
    assert refused(b"\n\n , ,\n").startswith("“list.xlsx” holds no filled table.")


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    assert refused(b"a" * (LARGEST_FILE + 1)).startswith("“list.xlsx” has 60 MB; Bedside reads files of up to 60 MB.")


def test_a_row_of_20_000_columns_is_refused() -> None:
    assert refused(b",".join(b"%d" % n for n in range(20_000))).startswith("A row of this table has 20,000 columns;")


def test_more_than_200_000_rows_are_refused() -> None:
    assert refused(b"a,b\n" * 200_001).startswith("This table has more than 200,000 rows;")


def test_a_quotation_mark_that_never_closes_swallows_nothing() -> None:
    (sheet,) = read_sheets(SourceFile("a.csv", b'Program,State\nFoo,"TX\nGoo,NY\n'))
    assert sheet.rows == (("Program", "State"), ("Foo", '"TX'), ("Goo", "NY"))


def test_new_lines_within_quotation_marks_are_one_cell() -> None:
    (sheet,) = read_sheets(SourceFile("a.csv", b'Program;Visa\r\nFoo;"J1\r\nH1B"\r\n'))
    assert sheet.rows == (("Program", "Visa"), ("Foo", "J1\nH1B"))


def test_nul_bytes_and_words_of_windows_are_read() -> None:
    (sheet,) = read_sheets(SourceFile("a.csv", "Prog\0ram,Stäte\n".encode("cp1252")))
    assert sheet.rows == (("Program", "Stäte"),)


def test_a_small_file_that_unpacks_to_gigabytes_is_refused_in_little_memory() -> None:
    bomb = BytesIO(workbook_with(b"<worksheet/>"))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/drawing.xml", "w") as part:
        for _ in range(450):
            part.write(b" " * 1_000_000)
    assert len(bomb.getvalue()) < 1_000_000
    assert read_apart(bomb.getvalue()).startswith(
        "This packed file would unpack to far more than a list of programs holds"
    )


def test_one_endless_cell_is_refused_in_little_memory() -> None:
    endless = b"<worksheet><row><c t='inlineStr'><is><t>" + b"a" * 50_000_000 + b"</t></is></c></row></worksheet>"
    assert read_apart(workbook_with(endless)).startswith("A cell of this table has more than 100,000 letters.")


def test_cells_far_out_on_many_rows_are_refused_in_little_memory() -> None:
    rows = b"".join(b"<row r='%d'><c r='ALL%d'><v>1</v></c></row>" % (row, row) for row in range(1, 20_001))
    answer = read_apart(workbook_with(b"<worksheet>" + rows + b"</worksheet>"))
    assert answer.startswith("This table spans more than 3,000,000 cells")


def test_a_stray_cell_in_the_last_row_of_excel_is_read() -> None:
    first, last = (b"<row r='%d'><c r='A%d'><v>1</v></c></row>" % (row, row) for row in (1, 1_048_576))
    assert read_apart(workbook_with(b"<worksheet>" + first + last + b"</worksheet>")) == "1048576"
