"""Any table of the user's: headings found wherever they stand, cells read as people write them, nothing lost."""

from __future__ import annotations

from bedside.programs.importing.own_table.own_table import OwnTable
from bedside.programs.importing.own_table.pasted import read_pasted

__all__ = ["OwnTable", "read_pasted"]
