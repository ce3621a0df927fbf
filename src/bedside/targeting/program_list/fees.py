"""What a list of programs costs: the fees of each specialty's application service, and the NRMP's further ranks."""

from __future__ import annotations

from collections.abc import Sequence

from bedside.calendar.seasons import service_for
from bedside.evidence.fees import PriceTier, price_tiers
from bedside.evidence.library import Evidence
from bedside.targeting.portfolio.statement.charges import Charge, Tier


def charges_of(keys: Sequence[str], season: int, evidence: Evidence) -> tuple[Charge, ...]:
    """The fees of each specialty's application service, and the NRMP's ranks beyond those that registration includes.

    A specialty whose price is not known adds nothing: `unpriced` names it, and whoever shows the total says so.
    """
    found = []
    for number, key in enumerate(keys):
        tiers = _tiers(key, season, evidence)
        if tiers:
            found.append(
                Charge(f"fees of {key}", tuple(Tier(one.price, one.programs, one.flat) for one in tiers), number)
            )
    included = evidence.number("nrmp.ranks-included")
    ranks = (Tier(0.0, included), Tier(evidence.number("fee.nrmp.extra-rank.2026")))
    return (*found, Charge("ranks beyond those included", ranks, on_interviews=True))


def unpriced(keys: Sequence[str], season: int, evidence: Evidence) -> tuple[str, ...]:
    """The specialties for which nobody tells what applying costs."""
    return tuple(key for key in keys if not _tiers(key, season, evidence))


def _tiers(key: str, season: int, evidence: Evidence) -> tuple[PriceTier, ...]:
    service, _ = service_for(key, season, evidence)
    return price_tiers(service, key, season, evidence) if service else ()
