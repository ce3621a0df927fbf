"""Numbers of programs in the columns of known tables: mended where they can be, else refused with a reason."""

from __future__ import annotations

from bedside.programs.importing.own_table.as_people_write.identifiers import Identified, identified

_NOTHING = frozenset({"", "-", "--", "–", "—", "n/a", "none"})


class NotAnIdentifier(ValueError):
    """What stands where a number of a program should; both texts are sentences."""

    def __init__(self, why: str, how_to_fix: str) -> None:
        self.why = why
        self.how_to_fix = how_to_fix
        super().__init__(why)


def acgme_id(text: str, specialty_codes: frozenset[str]) -> str | None:
    """The ten digits of an ACGME ID; None where the cell is empty. Raises NotAnIdentifier."""
    found = _found(text, specialty_codes)
    if found is not None and not found.acgme_id:
        raise NotAnIdentifier(
            f"“{text}” is an NRMP code, not an ACGME ID.", "Put it into a column called “NRMP Code”, and add it again."
        )
    return found.acgme_id if found else None


def nrmp_code(text: str) -> str | None:
    """An NRMP code in capitals (“1509140c0” is 1509140C0); None where the cell is empty. Raises NotAnIdentifier."""
    found = _found(text, frozenset())
    if found is not None and len(found.nrmp_codes) != 1:
        raise NotAnIdentifier(
            f"“{text}” is no NRMP code: that is seven digits, a letter (C, M, P, A or R) and a number.",
            "Put one code into each row, and add the file again.",
        )
    return found.nrmp_codes[0] if found else None


def _found(text: str, specialty_codes: frozenset[str]) -> Identified | None:
    if text.strip().casefold() in _NOTHING:
        return None
    found = identified(text, specialty_codes)
    if found.why_not:
        raise NotAnIdentifier(f"“{text}”: {found.why_not}", found.how_to_fix)
    return found
