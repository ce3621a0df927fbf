"""A reason ties a result to what it rests on: a figure, or an entry of the applicant's dossier."""

from __future__ import annotations

from dataclasses import dataclass

from bedside.evidence.figure import Figure


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing a result rests on.

    Exactly one of `figure` (a published value) and `entry` (a place in the dossier, such as
    "exams[1]") is given; `says` is the sentence a reader sees.
    """

    says: str
    figure: Figure | None = None
    entry: str | None = None


def cited(figure: Figure) -> Reason:
    """The reason that quotes a figure in its own words."""
    return Reason(says=figure.says, figure=figure)


def from_dossier(entry: str, says: str) -> Reason:
    """The reason that points at an entry of the dossier."""
    return Reason(says=says, entry=entry)
