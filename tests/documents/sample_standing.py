"""Sample standings: an ordinary one, and one from a file that says almost nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.standing.results import (
    AuditRow,
    Caution,
    Condition,
    Fires,
    Gate,
    Level,
    Measured,
    RiskFactor,
    Row,
    SelfAuditResult,
    SpecialtyReality,
    Standing,
    State,
)
from tests.documents.sample_evidence import AS_OF, FILES_OPENED, GRADUATION, RATE, STEP_3, season


def standing() -> Standing:
    """An ordinary standing."""
    because = (cited(GRADUATION), from_dossier("medical_school.graduated", "Graduated in June 2017."))
    return Standing(
        as_of=AS_OF,
        season=season(),
        season_because="Your file names no Match year: 2028 is the first with six months of preparation before it.",
        files_opened=FILES_OPENED,
        write_out=(
            Row("graduation", "Year of graduation", "2017 (Poland), 9 years ago by calendar year", True, because),
            Row("usmle", "USMLE: scores and attempts", "Step 1: passed; Step 2 CK: failed, then passed 221", True),
            Row("last-contact", "Last contact with patients", "Not in your file: add the last one.", False),
        ),
        gates=(
            _gate("certificate.step-3-exam", "Certificate valid for Step 3", State.UNKNOWN, date(2027, 4, 15)),
            _gate("exams-passed", "Step 1 and Step 2 CK passed", State.MET, date(2028, 3, 1)),
            _gate("h1b-years-left", "H-1B years against the length of training", State.INFORMATION, None),
            _gate("seven-years", "Seven-year rule", State.NOT_MET, date(2028, 3, 1)),
        ),
        risk_factors=(
            _factor("graduation", "Years since graduation", False, Level.HIGH, Level.HIGH, "9 years", "10 years"),
            _factor("failures", "Failed attempts", False, Level.MODERATE, Level.MODERATE, "1 failed attempt", ""),
            _factor("gaps", "Gaps without any activity", True, Level.HIGH, Level.HIGH, "2018-10-01 to 2020-02-29", ""),
            _factor(
                "us-clinical-experience", "US clinical experience", True, Level.HIGH, Level.UNKNOWN, "0 months", ""
            ),
            _factor(
                "non-clinical-time", "Time in a non-clinical job", False, Level.HIGH, Level.HIGH, "80.7 months", ""
            ),
        ),
        lottery=_caution("lottery", "The lottery-ticket rule", Fires.NO),
        red_flags=(
            _caution("graduation", "Years since graduation", Fires.YES),
            _caution("no-recent-contact", "No recent contact with patients", Fires.UNKNOWN),
        ),
        cut_points=(
            Condition("Targeting: more than 3 years.", State.MET, because),
            Condition("Risk bands: 4 and 7 years.", State.MET, because),
        ),
        specialties=(
            SpecialtyReality("Internal Medicine", "more possible", "Named among five that stay open.", because),
            SpecialtyReality("Pathology", "not in the source", "The source does not place it.", ()),
        ),
        self_audit=SelfAuditResult(
            (
                AuditRow("USMLE performance", "average", "One failed attempt; Step 2 CK 221."),
                AuditRow("Recent US clinical experience", None, "None in your file."),
            ),
            Fires.UNKNOWN,
            "One area is marked and one is blank: the rule cannot be read yet.",
            because,
        ),
        published_rates=(cited(RATE),),
        notes=("A letter from 2019 is older than two years on the day programs open files.",),
        not_rechecked=(Reason("Step 3 and certification: not re-checked since 2026-11-22.", STEP_3),),
    )


def _gate(name: str, title: str, state: State, on: date | None) -> Gate:
    says = "Your file does not give the date your certificate expires."
    return Gate(name, title, on, state, says, "Copy the date from your certificate.", (cited(STEP_3),))


def _factor(name: str, title: str, movable: bool, today: Level, then: Level, says: str, later: str) -> RiskFactor:
    return RiskFactor(
        name=name,
        title=title,
        movable=movable,
        today=Measured(today, says),
        files_opened=Measured(then, later or says),
        says="Counted by calendar year, as the source does it.",
        what_would_change_it="Nothing changes this one; the choice of programs has to carry it.",
        because=(cited(GRADUATION), from_dossier("medical_school.graduated", "Graduated in June 2017.")),
    )


def _caution(name: str, title: str, fires: Fires) -> Caution:
    return Caution(
        name=name,
        title=title,
        today=fires,
        files_opened=fires,
        says="Readers ask why now, and what has changed since.",
        conditions=(Condition("More than 5 years since graduation: 9.", State.MET, (cited(GRADUATION),)),),
        counters=(
            Condition("Activity without long blanks: one gap of 17 months.", State.NOT_MET),
            Condition("A recent letter from the United States: none in your file.", State.UNKNOWN),
        ),
        what_would_change_it="Recent clinical work and a letter from it.",
        because=(cited(GRADUATION),),
    )


def empty_standing() -> Standing:
    """A standing from a file that says almost nothing."""
    return replace(
        standing(),
        season_because="",
        write_out=(),
        gates=(),
        risk_factors=(),
        lottery=replace(_caution("lottery", "The lottery-ticket rule", Fires.UNKNOWN), conditions=(), counters=()),
        red_flags=(),
        cut_points=(),
        specialties=(),
        self_audit=SelfAuditResult((), Fires.UNKNOWN, "Nothing is marked yet.", ()),
        published_rates=(),
        notes=(),
        not_rechecked=(),
    )
