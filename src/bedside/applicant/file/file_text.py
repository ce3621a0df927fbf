"""The text of a dossier file: found, small enough, and in an encoding that can be read."""

from __future__ import annotations

import codecs
import difflib
import errno
import os
import re
import shlex
import stat
from pathlib import Path

from bedside.applicant.file.tree import UnreadableFile
from bedside.applicant.mistakes import Finding, Place, shown

LARGEST_FILE = 1_000_000
"""Bytes. Forty years of experiences take about 50,000."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def read_text(path: Path) -> str:
    """The text of the file at `path`; raises UnreadableFile with a sentence for everything that can be in the way."""
    return decode(_bytes_of(path))


def decode(content: bytes) -> str:
    """Text from bytes: UTF-8, or UTF-16 or UTF-32 which says so in its first bytes."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", "utf-8"))
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_in_this_encoding(content[len(mark) :], error) from None
    refuse_what_is_not_text(text)
    return text


def refuse_what_is_not_text(text: str) -> None:
    """Raise UnreadableFile at the first character that no text holds, and for more text than a dossier can be."""
    if len(text) > LARGEST_FILE:
        raise _too_large(f"more than {LARGEST_FILE:,} characters")
    found = _NOT_TEXT.search(text)
    if found is None:
        return
    if found[0] == "\x00":
        raise UnreadableFile(
            "The file holds NUL characters: it is not a text file, or it is UTF-16 without a mark.",
            "Save it from your editor as UTF-8.",
            _place(text[: found.start()]),
        )
    raise UnreadableFile(
        f"There is a control character here ({ascii(found[0])[1:-1]}).",
        "Delete it and type the text around it again.",
        _place(text[: found.start()]),
    )


def mode_caution(path: Path) -> Finding | None:
    """A caution where others on the same machine can read or change the file."""
    if os.name != "posix" or not stat.S_IMODE(path.stat().st_mode) & 0o077:
        return None
    return Finding(
        (),
        "Other users of this computer can open this file, and it is about you.",
        f"Run `chmod 600 {_quoted(path)}` so that only you can.",
        is_caution=True,
    )


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFile(
                "This is a folder.", f"Name the file in it{_dossiers_in(path)}, or run `bedside new` to begin one."
            )
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile("This is not an ordinary file.", "Save the dossier as a file and name that.")
        if status.st_size > LARGEST_FILE:
            raise _too_large(f"{status.st_size:,} bytes long")
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise _not_opened(path, error) from None
    if len(content) > LARGEST_FILE:
        raise _too_large(f"longer than {LARGEST_FILE:,} bytes")
    return content


def _not_opened(path: Path, error: OSError | ValueError) -> UnreadableFile:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOENT:
        return UnreadableFile("There is no such file.", f"{_nearest_file(path)}Run `bedside new` to begin a dossier.")
    if number in (errno.EACCES, errno.EPERM):
        return UnreadableFile(
            "You are not allowed to read this file.", f"Run `chmod 600 {_quoted(path)}` if it is yours."
        )
    if number == errno.ELOOP:
        return UnreadableFile("This link points at itself.", "Name the file it should point at.")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
    return UnreadableFile(f"The file cannot be opened: {reason.lower()}.", "Check its name and the folder it is in.")


def _nearest_file(path: Path) -> str:
    try:
        names = [entry.name for entry in os.scandir(path.parent) if entry.is_file()]
    except OSError:
        return "The folder it should be in is not there either. "
    near = difflib.get_close_matches(path.name, names, n=3, cutoff=0.5)
    return f"Did you mean {shown(' or '.join(near), 300)}? " if near else ""


def _dossiers_in(folder: Path) -> str:
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith((".yaml", ".yml", ".json")))
    except OSError:
        return ""
    return f", such as {shown(names[0])}" if names else ""


def _too_large(how_large: str) -> UnreadableFile:
    return UnreadableFile(
        f"The file is {how_large}; a dossier is at most {LARGEST_FILE:,}.", "Check that this is the file you mean."
    )


def _not_in_this_encoding(content: bytes, error: UnicodeDecodeError) -> UnreadableFile:
    before = content[: error.start].decode(error.encoding, errors="replace")
    return UnreadableFile(
        f"The byte {content[error.start]:#04x} here is not {error.encoding.upper()}: "
        "the file was saved in another encoding.",
        "Open it in your editor and save it as UTF-8.",
        _place(before),
    )


def _place(before: str) -> Place:
    lines = re.split("\r\n|\r|\n", before)
    return Place(len(lines), len(lines[-1]) + 1)


def _quoted(path: Path) -> str:
    return shown(shlex.quote(str(path)), 300)
