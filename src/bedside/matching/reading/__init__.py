"""What goes into a match, from mappings, arrays and tables, with everything that is wrong said at once."""

from __future__ import annotations

from bedside.matching.reading.mappings_and_arrays import from_arrays, from_mappings
from bedside.matching.reading.match_tables import read_match
from bedside.matching.reading.tables import from_tables

__all__ = ["from_arrays", "from_mappings", "from_tables", "read_match"]
