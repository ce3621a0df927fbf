"""The self-audit: five areas the applicant marks, and the one rule that is read from them."""

from __future__ import annotations

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.decision import AuditMark
from bedside.evidence.library import Evidence
from bedside.evidence.reason import cited
from bedside.standing.results import AuditRow, Fires, RiskFactor, SelfAuditResult, SpecialtyReality
from bedside.standing.specialties import NOT_IN_THE_SOURCE, RARE, VERY_TOUGH

COMPETITIVE = (VERY_TOUGH, RARE)


def self_audit(
    dossier: Dossier,
    factors: tuple[RiskFactor, ...],
    aimed_at: tuple[SpecialtyReality, ...],
    evidence: Evidence,
) -> SelfAuditResult:
    """Count weak against strong over all five areas: more weak than strong speaks, for a competitive specialty.

    A tie does not; average is not counted; a blank that could turn the answer leaves it open.
    """
    audit = dossier.self_audit
    levels = {factor.name: factor for factor in factors}
    rows = (
        _row("USMLE performance", audit.usmle_performance, _beside(levels["failures"])),
        _row(
            "Recent US clinical experience",
            audit.recent_us_clinical_experience,
            _beside(levels["us-clinical-experience"]),
        ),
        _row("Graduation recency", audit.graduation_recency, _beside(levels["graduation"])),
        _row("Specialty competitiveness", audit.specialty_competitiveness, _tiers(aimed_at)),
        _row("Letter quality", audit.letter_quality, "The source gives no measure for this one; it is your judgement."),
    )
    fires = _fires(rows, aimed_at)
    return SelfAuditResult(rows, fires, _says(rows, fires), (cited(evidence.find("article.self-audit.rule")),))


def _row(area: str, mark: AuditMark | None, beside: str) -> AuditRow:
    return AuditRow(area, str(mark) if mark is not None else None, beside)


def _beside(factor: RiskFactor) -> str:
    return f"{factor.title}: {factor.files_opened.says} on the day files open ({factor.files_opened.level})."


def _tiers(aimed_at: tuple[SpecialtyReality, ...]) -> str:
    return "; ".join(f"{one.specialty}: {one.tier}" for one in aimed_at) or "No specialty is in your file."


def _fires(rows: tuple[AuditRow, ...], aimed_at: tuple[SpecialtyReality, ...]) -> Fires:
    tiers = {one.tier for one in aimed_at}
    if tiers and not tiers & {*COMPETITIVE, NOT_IN_THE_SOURCE}:
        return Fires.NO
    weak, strong, blank = (_count(rows, mark) for mark in (AuditMark.WEAK, AuditMark.STRONG, None))
    if weak + blank <= strong:
        return Fires.NO
    return Fires.YES if weak - strong > blank and tiers & set(COMPETITIVE) else Fires.UNKNOWN


def _count(rows: tuple[AuditRow, ...], mark: AuditMark | None) -> int:
    wanted = None if mark is None else str(mark)
    return sum(1 for row in rows if row.mark == wanted)


def _says(rows: tuple[AuditRow, ...], fires: Fires) -> str:
    weak, strong, blank = (_count(rows, mark) for mark in (AuditMark.WEAK, AuditMark.STRONG, None))
    counted = f"{strong} strong, {weak} weak, {blank} blank."
    if fires is Fires.YES:
        return f"{counted} More weak than strong for a competitive specialty: change the specialty, or mend first."
    if fires is Fires.NO:
        return f"{counted} The rule speaks only where weak outnumbers strong in a competitive specialty."
    return f"{counted} Mark the blank areas, and name the specialties you aim at, to read the rule."
