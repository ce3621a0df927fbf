"""What may no longer be altered once the stop contract is signed: its terms, its changes on record, and their wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.decision import StopContract
from bedside.evidence.library import Evidence
from bedside.plan.decision.stop_contract import DELAY

NOT_IN_PLACE = (
    "Your contract is signed, so its terms are not edited in place. Ask for a change instead: it stays on record with "
    "its reason, and takes effect later."
)
ON_RECORD = "A change of the contract stays on record as it was asked for."
ON_ITS_DAY = "A change of the contract is asked for on the day it is written down, not before."
ITS_WAIT = "How long a change of the contract waits cannot be shortened while it is signed."


def held_back(before: Dossier, after: Dossier, as_of: date, evidence: Evidence) -> tuple[str, ...]:
    """Why `after` may not take the place of `before` on `as_of`, in sentences; none where the contract allows it.

    What is blank in a signed contract may still be filled in: what will be better, and who has read it and when.
    """
    contract = before.stop_contract
    if contract is None or not binds(contract, as_of):
        return ()
    return tuple(dict.fromkeys(_reasons(contract, before, after, as_of, evidence)))


def binds(contract: StopContract, as_of: date) -> bool:
    """Whether a contract is signed by `as_of`."""
    return contract.signed is not None and contract.signed <= as_of


def _reasons(contract: StopContract, before: Dossier, after: Dossier, as_of: date, evidence: Evidence) -> Iterator[str]:
    now = after.stop_contract
    if now is None or _terms(now) != _terms(contract) or _taken_back(contract, now):
        yield NOT_IN_PLACE
    if now is not None:
        already = len(contract.changes)
        if now.changes[:already] != contract.changes:
            yield ON_RECORD
        if any(change.asked != as_of for change in now.changes[already:]):
            yield ON_ITS_DAY
    if _wait(after, evidence) < _wait(before, evidence):
        yield ITS_WAIT


def _terms(contract: StopContract) -> tuple[object, ...]:
    return contract.cycles, contract.year, contract.alternative, contract.signed


def _taken_back(before: StopContract, after: StopContract) -> bool:
    """Whether something was taken out of, or put in the place of, what was no longer blank."""
    if before.upgrades and after.upgrades != before.upgrades:
        return True
    reader = before.trusted_reader
    return reader is not None and reader.told_on is not None and after.trusted_reader != reader


def _wait(dossier: Dossier, evidence: Evidence) -> float:
    return dossier.readings.get(DELAY, evidence.number(DELAY))
