"""Which specialty a source means, by its NRMP code, its ACGME number, or its own spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from bedside.evidence.library import Evidence
from bedside.evidence.specialties import find_specialty

_CODE = "specialty.nrmp-code."
_YEAR_OF_TRAINING = re.compile(r"\s*\((?:PGY-?\s*\d|physician|integrated|categorical)\)\s*$", re.IGNORECASE)


def specialty_by_code(evidence: Evidence) -> dict[str, str]:
    """The keys of specialties by the three digits in an NRMP code, which also begin an ACGME ID."""
    return {str(figure.value): figure.name.removeprefix(_CODE) for figure in evidence.starting_with(_CODE)}


@lru_cache(maxsize=4_096)
def specialty_spelled(words: str, evidence: Evidence) -> str:
    """The key of the specialty a source spells so ("Surgery (PGY-1)"); "" where it is none Bedside knows."""
    for spelled in (words, _YEAR_OF_TRAINING.sub("", words)):
        found = find_specialty(spelled, evidence)
        if found is not None:
            return found.key
    return ""
