"""Several files in one: the same files on the same day always give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_READABLE_BY_ITS_OWNER = 0o100600 << 16
_UNIX = 3


def write_zip(files: Mapping[str, bytes], as_of: date) -> bytes:
    """The files by their names, in the order given; each of them bears the day, and no other time."""
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, (as_of.year, as_of.month, as_of.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _READABLE_BY_ITS_OWNER
            archive.writestr(entry, content)
    return whole.getvalue()
