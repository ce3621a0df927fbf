"""What the digits of NRMP codes and ACGME IDs say: the institution and the specialty."""

from __future__ import annotations

from functools import lru_cache

from bedside.evidence.library import Evidence

_STEM = 7
_INSTITUTION = 4
_NAMES = "specialty.nrmp-code."


def stem_of(code: str) -> str:
    """Institution and specialty of an NRMP code: its first seven digits."""
    return code[:_STEM]


def institution_of(code: str) -> str:
    """The institution of an NRMP code: its first four digits."""
    return code[:_INSTITUTION]


def key_of_stem(stem: str) -> str:
    """The key of a program of which only the NRMP code is known."""
    return f"nrmp-{stem[:_INSTITUTION]}-{stem[_INSTITUTION:]}"


def specialty_of_code(digits: str, evidence: Evidence) -> str:
    """The specialty with these three digits, which open an ACGME ID and close an NRMP stem; "" where none is cited."""
    return _by_digits(evidence).get(digits, "")


@lru_cache(maxsize=4)
def _by_digits(evidence: Evidence) -> dict[str, str]:
    found = evidence.starting_with(_NAMES)
    return {str(figure.value).zfill(3): figure.name.removeprefix(_NAMES) for figure in found}
