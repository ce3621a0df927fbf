"""What a directory is computed from: the imports, and the user's answers about which program is which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bedside.programs.mention import Reading
from bedside.programs.mistakes import NothingToUndo


@dataclass(frozen=True, slots=True)
class Import:
    """A reading that was stored. `id` is a digest of what was read, so that the same content is the same import."""

    id: str
    added_on: date
    file_name: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Collection:
    """Imports in the order they were added, and answers: the fingerprint of a mention to the key of a program.

    An answer of "" says that the mention is a program of its own. The directory is a pure function of a collection:
    taking back one import leaves exactly what would be there had it never been added.
    """

    imports: tuple[Import, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)

    def holds(self, import_id: str) -> bool:
        """Whether this content was added already."""
        return any(one.id == import_id for one in self.imports)

    def adding(self, new: Import) -> Collection:
        """With one more import; the same content again changes nothing."""
        return self if self.holds(new.id) else replace(self, imports=(*self.imports, new))

    def without(self, import_id: str) -> Collection:
        """Without one import. Raises NothingToUndo where there is none with this id."""
        if not self.holds(import_id):
            raise NothingToUndo(f"There is no import “{import_id}”: it may have been taken back already.")
        return replace(self, imports=tuple(one for one in self.imports if one.id != import_id))

    def answering(self, fingerprint: str, key: str) -> Collection:
        """With the user's word on which program a mention is; it replaces an earlier word on the same mention."""
        return replace(self, answers={**self.answers, fingerprint: key})
