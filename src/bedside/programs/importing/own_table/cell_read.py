"""What one cell says: the claims in it, or why it cannot be read, and how it was read where that is not plain."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bedside.programs.claim import Confidence
from bedside.programs.field import Value


@dataclass(frozen=True, slots=True)
class Said:
    """A field and its value, and how far the words bear it."""

    field: str
    value: Value
    is_unsure: bool = False
    rounded_to: float | None = None
    url: str = ""

    @property
    def confidence(self) -> Confidence:
        """A table of the user's is compiled by others; what its words leave open is unsure."""
        return Confidence.UNSURE if self.is_unsure else Confidence.COMPILED


@dataclass(frozen=True, slots=True)
class CellRead:
    """A cell as it was read. Without `said` and without `why_not` it makes no claim.

    `why_not` and `how_to_fix` are sentences on what could not be read; `remark` says how it was read where somebody
    else might have read it otherwise. `also_note` asks for the cell to be kept as a note beside its claims.
    """

    said: tuple[Said, ...] = ()
    why_not: str = ""
    how_to_fix: str = ""
    remark: str = ""
    also_note: bool = False

    def unsure(self) -> CellRead:
        """The same, each claim marked unsure."""
        return replace(self, said=tuple(replace(one, is_unsure=True) for one in self.said))


NO_CLAIM = CellRead()


def cannot(why_not: str, how_to_fix: str = "") -> CellRead:
    """A cell that cannot be read, with why, and what to do."""
    return CellRead(why_not=why_not, how_to_fix=how_to_fix)
