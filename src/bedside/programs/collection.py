"""What a directory is computed from: the imports, and the user's answers about which program is which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bedside.programs.mention import Reading
from bedside.programs.mistakes import NothingToUndo


@dataclass(frozen=True, slots=True)
class Import:
    """A reading that was stored. `id` is a digest of what was read, so that the same content is the same import.

    `number` counts the imports of a collection as they are added: of two lists of one name brought on one day, the
    one that came later counts.
    """

    id: str
    added_on: date
    file_name: str
    reading: Reading
    number: int = 0


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
        if self.holds(new.id):
            return self
        numbered = replace(new, number=1 + max((one.number for one in self.imports), default=0))
        return replace(self, imports=(*self.imports, numbered))

    def superseded_by(self, new: Import) -> tuple[Import, ...]:
        """The imports of the same publication, or of a list of the same name, in whose place a newer one counts."""
        same = (new.reading.kind, new.reading.covers)
        return tuple(one for one in self.imports if (one.reading.kind, one.reading.covers) == same and one.id != new.id)

    def without(self, import_id: str) -> Collection:
        """Without one import. Raises NothingToUndo where there is none with this id."""
        if not self.holds(import_id):
            raise NothingToUndo(f"There is no import “{import_id}”: it may have been taken back already.")
        return replace(self, imports=tuple(one for one in self.imports if one.id != import_id))

    def answering(self, fingerprint: str, key: str) -> Collection:
        """With the user's word on which program a mention is; it replaces an earlier word on the same mention."""
        return replace(self, answers={**self.answers, fingerprint: key})
