"""The stop contract as it binds today: the signed terms, and changes once their two weeks have passed.

Every change waits, also one that makes the contract stricter: a bad day decides nothing in either direction.
No change reaches back. One that would take effect after the stop was reached does not take effect, and a
cycle that was submitted stays counted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.cycles import CycleResult
from bedside.applicant.parts.decision import ContractChange, DecisionKind, StopContract
from bedside.calendar.season import Event, Service
from bedside.calendar.seasons import season
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.plan.decision.cycles import CYCLES_ALLOWED, cycles_since, cycles_unclear, is_running
from bedside.plan.results import PendingChange, StopContractResult
from bedside.plan.situation import Situation
from bedside.standing.results import Fires

NUMBER_WORDS = {0: "no", 1: "one", 2: "two"}
BLANK = "________"
DELAY = "reading.contract-change-delay"


@dataclass(frozen=True, slots=True)
class Terms:
    """What the contract says on one day."""

    cycles: int
    year: int
    alternative: str

    def after(self, change: ContractChange) -> Terms:
        """The terms with a change in effect."""
        return Terms(
            cycles=self.cycles if change.cycles is None else change.cycles,
            year=self.year if change.year is None else change.year,
            alternative=change.alternative or self.alternative,
        )


def stop_contract(situation: Situation) -> StopContractResult:
    """The contract in the applicant's terms, what is still blank, its changes, and whether the stop is reached."""
    contract = situation.dossier.stop_contract
    if contract is None:
        return _nothing_needed(situation) if is_done(situation) else _nothing_written(situation)
    terms, changes = terms_on(situation.dossier, situation.as_of, situation.evidence)
    assert terms is not None  # there is a contract
    stop_day = match_day(terms.year, situation.evidence)
    reader = contract.trusted_reader
    return StopContractResult(
        text=" ".join(part for part in (_text(contract, terms), smaller_binds(situation, terms)) if part),
        cycles=binding_cycles(situation, terms),
        year=terms.year,
        alternative=terms.alternative,
        upgrades=contract.upgrades,
        trusted_reader=reader.name if reader else None,
        reader_told=reader.told_on if reader else None,
        signed=contract.signed,
        stop_day=stop_day,
        stop_reached=stop_reached(situation, terms, stop_day),
        missing=missing_slots(situation.dossier),
        changes=changes,
        because=_because(situation, contract),
    )


def missing_slots(dossier: Dossier) -> tuple[str, ...]:
    """What the contract still needs, in words."""
    contract = dossier.stop_contract
    if contract is None:
        return (
            "how many structured cycles",
            "what will be better this time",
            "the year of the last Match",
            "what you turn to then",
            "someone you trust who has read it",
            "your signature with its date",
        )
    reader = contract.trusted_reader
    told = "that they have read it, and when"
    open_slots = (
        None if contract.upgrades else "what will be better this time",
        "someone you trust who has read it" if reader is None else None,
        told if reader is not None and reader.told_on is None else None,
        None if contract.signed else "your signature with its date",
    )
    return tuple(slot for slot in open_slots if slot)


def terms_on(dossier: Dossier, day: date, evidence: Evidence) -> tuple[Terms | None, tuple[PendingChange, ...]]:
    """The terms in force on `day`, and every change on record with whether it is in effect.

    1. Changes are read in the order in which they were asked for.
    2. Each takes effect the set number of days after it was asked for.
    3. It does not take effect where the Match Day of the terms before it is already past by then.
    """
    contract = dossier.stop_contract
    if contract is None:
        return None, ()
    terms = Terms(contract.cycles, contract.year, contract.alternative)
    on_record = []
    for change in sorted(contract.changes, key=lambda one: one.asked):
        takes_effect = first_day_of_change(change.asked, evidence)
        too_late = takes_effect > match_day(terms.year, evidence)
        in_effect = takes_effect <= day and not too_late
        on_record.append(_record(change, takes_effect, in_effect, too_late))
        if in_effect:
            terms = terms.after(change)
    return terms, tuple(on_record)


def first_day_of_change(asked: date, evidence: Evidence) -> date:
    """The first day on which a change asked for on a day counts."""
    return asked + timedelta(days=evidence.number(DELAY))


def smaller_binds(situation: Situation, terms: Terms | None) -> str:
    """What binds where the decision and the contract, both signed, name different numbers of cycles; or nothing."""
    decided = cycles_decided(situation)
    contract = situation.dossier.stop_contract
    if terms is None or decided is None or decided == terms.cycles or contract is None:
        return ""
    if contract.signed is None or contract.signed > situation.as_of:
        return ""
    least = min(decided, terms.cycles)
    return (
        f"The decision allows {_in_words(decided)} and the contract {_in_words(terms.cycles)}; the smaller number "
        f"binds: {_in_words(least)}."
    )


def binding_cycles(situation: Situation, terms: Terms) -> int:
    """Cycles that bind: those of the contract or, where both are signed and it allows fewer, of the decision."""
    decided = cycles_decided(situation)
    return min(decided, terms.cycles) if decided is not None and smaller_binds(situation, terms) else terms.cycles


def is_done(situation: Situation) -> bool:
    """Whether a signed decision says that the applicant is done with applying."""
    decision = situation.dossier.decision
    return (
        decision is not None
        and decision.kind is DecisionKind.DONE
        and decision.signed is not None
        and decision.signed <= situation.as_of
    )


def cycles_decided(situation: Situation) -> int | None:
    """Cycles a signed decision to apply allows; None where none is signed, or the decision is to be done."""
    decision = situation.dossier.decision
    if decision is None or decision.signed is None or decision.signed > situation.as_of:
        return None
    return None if is_done(situation) else int(situation.number(CYCLES_ALLOWED[decision.kind]))


def _in_words(cycles: int) -> str:
    return f"{NUMBER_WORDS.get(cycles, cycles)} {'cycle' if cycles == 1 else 'cycles'}"


def match_day(year: int, evidence: Evidence) -> date:
    """Match Day of a year, published or predicted."""
    return season(year, Service.ERAS, evidence).on(Event.MATCH_DAY)


def stop_reached(situation: Situation, terms: Terms, stop_day: date) -> Fires:
    """Whether the applicant's own stop is reached: the year's Match is past, or the cycles are used, unmatched."""
    contract = situation.dossier.stop_contract
    if contract is None or contract.signed is None or contract.signed > situation.as_of:
        return Fires.UNKNOWN
    cycles = situation.dossier.cycles
    if any(cycle.result is CycleResult.MATCHED for cycle in cycles):
        return Fires.NO
    used = cycles_since(situation, contract.signed)
    is_past = situation.as_of > stop_day
    if not is_past and len(used) < terms.cycles and not _decision_is_used(situation):
        maybe = len(used) + len(cycles_unclear(situation, contract.signed)) >= terms.cycles
        return Fires.UNKNOWN if maybe else Fires.NO
    if any(one.submitted and one.submitted <= situation.as_of and is_running(situation, one) for one in cycles):
        return Fires.UNKNOWN
    relevant = used if not is_past else [one for one in cycles if one.match_year == terms.year]
    if any(cycle.result in (CycleResult.WAITING, CycleResult.UNKNOWN) for cycle in relevant):
        return Fires.UNKNOWN
    return Fires.YES


def _decision_is_used(situation: Situation) -> bool:
    """Whether all cycles a signed decision to apply allows have been submitted since it was signed."""
    decided, decision = cycles_decided(situation), situation.dossier.decision
    if decided is None or decision is None or decision.signed is None:
        return False
    return len(cycles_since(situation, decision.signed)) >= decided


def _record(change: ContractChange, takes_effect: date, in_effect: bool, too_late: bool) -> PendingChange:
    parts = [
        f"{NUMBER_WORDS[change.cycles]} {'cycle' if change.cycles == 1 else 'cycles'}"
        if change.cycles is not None
        else "",
        f"stop after the Match of {change.year}" if change.year is not None else "",
        f"then: {change.alternative}" if change.alternative else "",
    ]
    what = "; ".join(part for part in parts if part) or "nothing is changed"
    if too_late:
        when = "It was asked for too late: the stop was reached before it could take effect."
    elif in_effect:
        when = f"In effect since {day_in_words(takes_effect)}."
    else:
        when = f"Takes effect on {day_in_words(takes_effect)}; until then the terms before it hold."
    return PendingChange(change.asked, takes_effect, f"{what[0].upper()}{what[1:]}. {when}", change.why, in_effect)


def _text(contract: StopContract, terms: Terms) -> str:
    cycles = f"{NUMBER_WORDS[terms.cycles]} more" if terms.cycles == 0 else f"{NUMBER_WORDS[terms.cycles]} structured"
    plural = "cycle" if terms.cycles == 1 else "cycles"
    upgrades = "; ".join(contract.upgrades) or BLANK
    reader = contract.trusted_reader
    who = f"{reader.name} may remind me of it." if reader else f"{BLANK} has read this and may remind me of it."
    return (
        f"From the day I sign I apply in {cycles} {plural}. What will be better this time: {upgrades}. "
        f"If the Match of {terms.year} has come and gone without a place for me, I stop applying for residency and "
        f"put my work into this instead: {terms.alternative.rstrip('.')}. {who}"
    )


def _nothing_needed(situation: Situation) -> StopContractResult:
    """Someone who is done needs no end set in advance: no words to sign and nothing to fill in."""
    done = from_dossier("decision", "You decided to be done with applying, so there is nothing left to limit.")
    return replace(_nothing_written(situation), text="", missing=(), because=(done,))


def _nothing_written(situation: Situation) -> StopContractResult:
    return StopContractResult(
        text=(
            f"From the day I sign I apply in {BLANK} structured cycles. What will be better this time: {BLANK}. "
            f"If the Match of {BLANK} has come and gone without a place for me, I stop applying for residency and "
            f"put my work into this instead: {BLANK}. {BLANK} has read this and may remind me of it."
        ),
        cycles=None,
        year=None,
        alternative=None,
        upgrades=(),
        trusted_reader=None,
        reader_told=None,
        signed=None,
        stop_day=None,
        stop_reached=Fires.UNKNOWN,
        missing=missing_slots(situation.dossier),
        changes=(),
        because=(from_dossier("stop_contract", "Your file has no stop contract."),),
    )


def _because(situation: Situation, contract: StopContract) -> tuple[Reason, ...]:
    signed = f"Signed on {day_in_words(contract.signed)}." if contract.signed else "Not signed yet: it binds nothing."
    return (
        from_dossier("stop_contract", signed),
        cited(situation.evidence.find(DELAY)),
    )
