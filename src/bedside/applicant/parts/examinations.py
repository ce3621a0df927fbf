"""Every attempt at every examination, and the ECFMG certificate."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from bedside.applicant.parts.partial_date import PartialDate
from bedside.applicant.parts.shape import Name, Part, Text, Word, refuse_a_truth_value


class ExamName(Word):
    """The examinations a dossier can hold."""

    STEP_1 = "Step 1"
    STEP_2_CK = "Step 2 CK"
    STEP_2_CS = "Step 2 CS"
    STEP_3 = "Step 3"
    OET = "OET Medicine"


class ExamResult(Word):
    """How one attempt ended."""

    PASSED = "passed"
    FAILED = "failed"
    INCOMPLETE = "incomplete"
    WAITING = "waiting"
    UNKNOWN = "unknown"

    @classmethod
    def said_instead(cls) -> dict[str, str]:
        """Short forms on score reports."""
        return {"pass": "passed", "fail": "failed"}


class Exam(Part):
    """One attempt. List every one of them: the transcript does."""

    exam: ExamName = Field(description="Which examination.", examples=["Step 2 CK"])
    date: PartialDate | None = Field(
        None, description="The day you sat it; the last day for a two-day exam.", examples=["2020-09-14"]
    )
    result: ExamResult = Field(description="How this attempt ended.", examples=["passed"])
    score: Annotated[int, Field(ge=1, le=500), BeforeValidator(refuse_a_truth_value)] | None = Field(
        None, description="Three-digit score, if there is one.", examples=[221]
    )
    note: Text | None = Field(None, description="Anything else, in your words.", examples=["Sat in Karachi."])


class CertificateState(Word):
    """How far ECFMG certification is."""

    ISSUED = "issued"
    APPLIED = "applied"
    NOT_STARTED = "not started"
    UNKNOWN = "unknown"


def _read_never(value: object) -> object:
    return "never" if isinstance(value, str) and value.strip().casefold() == "never" else value


class Certificate(Part):
    """ECFMG certificate: issued, when it expires ("never" is an answer), and the Pathway behind it."""

    state: CertificateState = Field(description="How far certification is.", examples=["issued"])
    issued: PartialDate | None = Field(None, description="Date of issue on the certificate.", examples=["2022-04-19"])
    expires: Annotated[PartialDate | Literal["never"], BeforeValidator(_read_never)] | None = Field(
        None,
        description="Expiry printed on the certificate, or never. Leave out if you do not know.",
        examples=["never"],
    )
    pathway: Name | None = Field(
        None, description='What stood for clinical skills, such as "Pathway 6" or "Step 2 CS".', examples=["Pathway 6"]
    )
    pathway_year: Annotated[int, Field(ge=2021, le=2100), BeforeValidator(refuse_a_truth_value)] | None = Field(
        None, description="The season of the Pathway (2026 for the 2026 Pathways).", examples=[2022]
    )
    note: Text | None = Field(None, description="Anything else, in your words.", examples=["Paper copy at home."])
