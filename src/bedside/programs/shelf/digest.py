"""The id of an import: a digest of what was read, so that the same content is the same import."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from bedside.programs.collection import Import
from bedside.programs.mention import Reading
from bedside.programs.shelf.plain_data import as_plain

_LENGTH = 12


def digest(reading: Reading) -> str:
    """Twelve hexadecimal digits that follow from the content of a reading alone."""
    text = json.dumps(as_plain(reading), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def as_import(reading: Reading, file_name: str, added_on: date) -> Import:
    """A reading as it is stored. The name of the file and the day do not change its id."""
    return Import(digest(reading), added_on, file_name, reading)
