"""What a report says of the Match: odds, list and next move, or the rank order list once there are interviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.plan.chances.your_odds import applicant_of
from bedside.plan.decision.stop_contract import terms_on
from bedside.plan.your_match import YourMatch, your_match
from bedside.programs.directory import Directory
from bedside.season.asked import NOTHING, Asked
from bedside.season.rank_order_list import rank_order_list
from bedside.season.results import RankOrderList
from bedside.season.what_to_know import Binding


@dataclass(frozen=True, slots=True, eq=False)
class OfTheMatch:
    """Both, as far as there is a list: `rank` is None where no interview of this season is in the dossier."""

    match: YourMatch
    rank: RankOrderList | None

    @property
    def is_sample(self) -> bool:
        """Whether the programs are the sample."""
        return self.match.is_sample


def of_the_match(dossier: Dossier, directory: Directory, as_of: date, evidence: Evidence) -> OfTheMatch:
    """Everything about the Match that a report holds."""
    found = your_match(dossier, directory, as_of, evidence)
    if not found.interviews:
        return OfTheMatch(found, None)
    return OfTheMatch(found, ranks_of(dossier, directory, as_of, evidence))


def ranks_of(
    dossier: Dossier, directory: Directory, as_of: date, evidence: Evidence, asked: Asked = NOTHING
) -> RankOrderList:
    """The rank order list of a dossier, with its stop contract as it binds today.

    It stands here because `plan`, which knows the contract, and `season` do not know each other.
    """
    terms, _ = terms_on(dossier, as_of, evidence)
    binding = Binding(terms.year, terms.alternative) if terms else None
    applicant = applicant_of(dossier, as_of, evidence)
    return rank_order_list(applicant, dossier, directory, as_of, evidence, asked, binding)
