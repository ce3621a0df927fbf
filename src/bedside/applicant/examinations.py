"""Every attempt at every examination, and the ECFMG certificate."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bedside.applicant.partial_date import PartialDate
from bedside.applicant.shape import Name, Part, Text


class ExamName(StrEnum):
    """The examinations a dossier can hold."""

    STEP_1 = "Step 1"
    STEP_2_CK = "Step 2 CK"
    STEP_2_CS = "Step 2 CS"
    STEP_3 = "Step 3"
    OET = "OET Medicine"


class ExamResult(StrEnum):
    """How one attempt ended."""

    PASSED = "passed"
    FAILED = "failed"
    INCOMPLETE = "incomplete"
    WAITING = "waiting"
    UNKNOWN = "unknown"


class Exam(Part):
    """One attempt. List every one of them: the transcript does."""

    exam: ExamName
    date: PartialDate | None = Field(None, description="The day you sat it; the last day for a two-day exam.")
    result: ExamResult
    score: Annotated[int, Field(ge=1, le=500)] | None = Field(None, description="Three-digit score, if there is one.")
    note: Text | None = None


class CertificateState(StrEnum):
    """How far ECFMG certification is."""

    ISSUED = "issued"
    APPLIED = "applied"
    NOT_STARTED = "not started"
    UNKNOWN = "unknown"


class Certificate(Part):
    """ECFMG certificate: issued, when it expires ("never" is an answer), and the Pathway behind it."""

    state: CertificateState
    issued: PartialDate | None = None
    expires: PartialDate | Literal["never"] | None = Field(
        None, description="Expiry printed on the certificate, or never. Leave out if you do not know."
    )
    pathway: Name | None = Field(None, description='Such as "Pathway 6" or "Step 2 CS".')
    pathway_year: Annotated[int, Field(ge=2021, le=2100)] | None = Field(
        None, description="The season of the Pathway (2026 for the 2026 Pathways)."
    )
    note: Text | None = None
