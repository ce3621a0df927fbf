"""Published match rates of the applicant's group, with what they are a share of."""

from __future__ import annotations

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.shape import Answer
from bedside.evidence.figure import Figure
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited


def published_rates(dossier: Dossier, evidence: Evidence) -> tuple[Reason, ...]:
    """The rates of the newest Match on record for this group; both groups where the status is not known.

    No rate by years since graduation is published anywhere, so none is shown.
    """
    rates = [figure for figure in evidence.starting_with("nrmp.rates.") if _group(figure) in _groups(dossier)]
    newest = max((_match_year(figure) for figure in rates), default=None)
    return tuple(cited(figure) for figure in rates if _match_year(figure) == newest)


def _groups(dossier: Dossier) -> set[str]:
    status = dossier.status
    if status is None or status.kind is StatusKind.UNKNOWN:
        return {"us-img", "non-us-img"}
    if status.kind is StatusKind.CITIZEN:
        return {"us-img"}
    by_visa = {Answer.YES: {"visa-required"}, Answer.NO: {"no-visa-required"}}
    return {"non-us-img"} | by_visa.get(status.needs_visa_for_residency, set())


def _match_year(figure: Figure) -> int:
    return int(figure.name.split(".")[2])


def _group(figure: Figure) -> str:
    return figure.name.split(".")[3]
