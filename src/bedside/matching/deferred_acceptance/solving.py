"""The match by the quickest way there is: compiled where the extra `market` is installed, plain elsewhere."""

from __future__ import annotations

from bedside.matching.deferred_acceptance import compiled, plain
from bedside.matching.instance import Instance
from bedside.matching.lists import Side
from bedside.matching.outcome.matching import Matching


def solve(instance: Instance, proposing: Side = Side.APPLICANT) -> Matching:
    """The stable matching that is best for the side that proposes; the same whichever way computes it."""
    applicants_propose = proposing is Side.APPLICANT
    if compiled.is_installed():
        return compiled.applicant_proposing(instance) if applicants_propose else compiled.program_proposing(instance)
    if applicants_propose:
        return plain.applicant_proposing(instance)
    return plain.program_proposing(instance)
