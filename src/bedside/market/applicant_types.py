"""The six types of applicants that the NRMP tells apart in its results."""

from __future__ import annotations

from enum import IntEnum


class ApplicantType(IntEnum):
    """The types in the order of the NRMP's columns; a value is the column of every table of this room."""

    MD_SENIOR = 0
    MD_GRADUATE = 1
    DO_SENIOR = 2
    DO_GRADUATE = 3
    US_IMG = 4
    NON_US_IMG = 5

    @property
    def key(self) -> str:
        """As figures and files name it."""
        return self.name.lower().replace("_", "-")

    @property
    def words(self) -> str:
        """As tables name it."""
        return _WORDS[self]

    @property
    def is_img(self) -> bool:
        """Whether the school is abroad."""
        return self >= ApplicantType.US_IMG


_WORDS = {
    ApplicantType.MD_SENIOR: "US MD seniors",
    ApplicantType.MD_GRADUATE: "US MD graduates of earlier years",
    ApplicantType.DO_SENIOR: "US DO seniors",
    ApplicantType.DO_GRADUATE: "US DO graduates of earlier years",
    ApplicantType.US_IMG: "US IMGs",
    ApplicantType.NON_US_IMG: "non-US IMGs",
}
TYPES = tuple(ApplicantType)
ABROAD = (ApplicantType.US_IMG, ApplicantType.NON_US_IMG)
"""Graduates of schools abroad, in the order of the rows of a table that has only them."""
