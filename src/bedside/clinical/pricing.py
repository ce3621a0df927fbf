"""What a place costs: its fee, the way there, and the pay that unpaid days cost."""

from __future__ import annotations

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.experience import Kind
from bedside.applicant.parts.opportunities import Opportunity, OpportunityKind
from bedside.evidence.money import Dollars, exactly


def cost_of(place: Opportunity, dossier: Dossier) -> tuple[Dollars | None, tuple[str, ...]]:
    """The sum of what is known, and what of it has no price in the file; None where fee and travel are unknown."""
    parts = {"the fee": place.fee, "travel and housing": place.travel, "lost pay": _lost_pay(place, dossier)}
    missing = tuple(name for name, amount in parts.items() if amount is None)
    if place.fee is None and place.travel is None:
        return None, missing
    return exactly(sum(amount for amount in parts.values() if amount is not None)), missing


def has_job(dossier: Dossier) -> bool:
    """Whether a job or research goes on, from which leave has to be taken."""
    return any(one.is_current and one.kind in (Kind.JOB, Kind.RESEARCH) for one in dossier.experiences)


def _lost_pay(place: Opportunity, dossier: Dossier) -> float | None:
    """Nothing without a job or unpaid days; not known where nothing is said about the leave it takes."""
    days, money = place.unpaid_leave_days, dossier.constraints.money
    if days is None:
        is_settled = (
            not has_job(dossier) or place.paid_leave_days is not None or place.kind is OpportunityKind.VOLUNTEERING
        )
        return 0 if is_settled else None
    if days == 0:
        return 0
    return None if money is None or money.pay_per_day is None else days * money.pay_per_day
