"""Whether the applicant needs a visa to train, and which ones they would take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.shape import Answer

J1, H1B, F1_OPT = "visa.j1", "visa.h1b", "visa.f1-opt"
TITLES = {J1: "J-1", H1B: "H-1B"}
STATUS = "status"
ENTRIES = {J1: f"{STATUS}.would_take_j1", H1B: f"{STATUS}.would_take_h1b"}
NEEDS = f"{STATUS}.needs_visa_for_residency"

WITHOUT_NEED = (
    StatusKind.CITIZEN,
    StatusKind.PERMANENT_RESIDENT,
    StatusKind.ASYLEE_OR_REFUGEE,
    StatusKind.EMPLOYMENT_AUTHORIZATION,
)
"""Statuses whose holders may work for any employer; what the dossier says of the need itself goes before this."""

ON_F1 = (StatusKind.F1_STUDENT, StatusKind.F1_OPT, StatusKind.F1_STEM_OPT)


@dataclass(frozen=True, slots=True)
class VisaNeed:
    """Whether a visa is needed, by field of the claim which visas would be taken, and the entries that say so."""

    needed: Answer
    would_take: Mapping[str, Answer]
    is_on_f1: bool
    entries: tuple[str, ...]


def visa_needed(dossier: Dossier) -> VisaNeed:
    """The need as the dossier tells it; a status decides it only where the need itself is left open."""
    status = dossier.status
    if status is None:
        return VisaNeed(Answer.UNKNOWN, dict.fromkeys(TITLES, Answer.UNKNOWN), False, ())
    takes = {J1: status.would_take_j1, H1B: status.would_take_h1b}
    said = tuple(ENTRIES[visa] for visa, answer in takes.items() if answer is not Answer.UNKNOWN)
    if status.needs_visa_for_residency is not Answer.UNKNOWN:
        return VisaNeed(status.needs_visa_for_residency, takes, status.kind in ON_F1, (NEEDS, *said))
    needed = Answer.NO if status.kind in WITHOUT_NEED else Answer.UNKNOWN
    return VisaNeed(needed, takes, status.kind in ON_F1, (f"{STATUS}.kind", *said))
