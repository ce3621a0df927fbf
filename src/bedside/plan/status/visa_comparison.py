"""J-1 beside H-1B for residency, for those who may need a visa: information, never advice.

What a change of status and travel would cost stands once, among the notes about the status.
"""

from __future__ import annotations

from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.shape import Answer
from bedside.plan.results import VisaComparison
from bedside.plan.situation import Situation

ROWS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "What it needs",
        ("status.j1.needs-certificate", "status.j1.statement-of-need"),
        ("status.h1b.needs-step3",),
    ),
    ("How long", ("status.j1.maximum-years",), ("status.h1b.years", "status.h1b.recapture")),
    ("Afterwards", ("status.j1.home-residence-years",), ("status.h1b.green-card-extension",)),
    (
        "How many programs (internal medicine)",
        ("visa.internal-medicine-programs.j1",),
        ("visa.internal-medicine-programs.h1b",),
    ),
    ("What it costs the hospital", ("visa.hospital-cost.j1",), ("visa.hospital-cost.h1b", "status.h1b.cap-exempt")),
)
NOT_IN_THE_EVIDENCE = "Bedside has no source on this yet: ask ECFMG and an immigration lawyer."


def visa_comparison(situation: Situation) -> tuple[VisaComparison, ...]:
    """One row for each question; nothing for those who need no visa."""
    free = (StatusKind.CITIZEN, StatusKind.PERMANENT_RESIDENT, StatusKind.ASYLEE_OR_REFUGEE)
    if situation.needs_visa is Answer.NO or situation.status in free:
        return ()
    return tuple(
        VisaComparison(topic, _says(situation, j1), _says(situation, h1b), situation.because(*j1, *h1b))
        for topic, j1, h1b in ROWS
    )


def _says(situation: Situation, names: tuple[str, ...]) -> str:
    return " ".join(situation.evidence.find(name).says for name in names) or NOT_IN_THE_EVIDENCE
