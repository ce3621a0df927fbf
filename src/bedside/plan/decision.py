"""The decision on paper: one of three, the cycles it allows, what it asks, and what stopped earlier cycles."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.decision import Decision, DecisionKind
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.plan.cycles import cycles_before, cycles_since
from bedside.plan.earlier_cycles import causes, what_it_asks
from bedside.plan.results import DecisionResult
from bedside.plan.situation import Situation
from bedside.plan.stop_contract import Terms, terms_on
from bedside.standing.results import Fires

CYCLES_ALLOWED = {
    DecisionKind.TWO_CYCLES: "article.decision.all-in-cycles",
    DecisionKind.ONE_CYCLE: "article.decision.one-attempt-cycles",
}
CHOICES = (
    "Three decisions are open to you, and all three are good ones: go all in for the next two cycles; make one "
    "structured attempt and then walk away; or be done trying and grow where you are, or on another path. What costs "
    "is leaving it open from year to year."
)
NOT_SIGNED = "It is written and not signed yet, so nothing counts against it."


def decide(situation: Situation) -> DecisionResult:
    """The decision, the cycles used and left under it, and whether the season aimed at lies within it."""
    decision = situation.dossier.decision
    signed = decision.signed if decision is not None and is_decided(situation.dossier, situation.as_of) else None
    counted_from = signed or date.max
    allowed = _allowed(situation, decision)
    may_apply, says_may_apply = may_apply_in(situation)
    return DecisionResult(
        title=_title(decision),
        says=_says(situation, decision),
        signed=decision.signed if decision else None,
        cycles_allowed=allowed,
        cycles_used=len(cycles_since(situation, counted_from)) if signed else 0,
        cycles_before=len(cycles_before(situation, counted_from)),
        may_apply=may_apply,
        says_may_apply=says_may_apply,
        what_it_asks=() if decision is not None and decision.kind is DecisionKind.DONE else what_it_asks(situation),
        causes=causes(situation),
        because=_because(situation, decision),
    )


def is_decided(dossier: Dossier, as_of: date) -> bool:
    """Whether a decision is written and signed by `as_of`."""
    return dossier.decision is not None and dossier.decision.signed is not None and dossier.decision.signed <= as_of


def may_apply_in(situation: Situation) -> tuple[Fires, str]:
    """Whether the season aimed at lies within the decision and the contract, and why.

    1. Nothing decided: cannot be said yet.
    2. Done trying, a stop year before the season, or all cycles used by other seasons: no.
    3. Otherwise yes. The season that is already submitted stays allowed.
    """
    decision, year = situation.dossier.decision, situation.season.match_year
    terms = signed_terms(situation)
    if terms is not None and year > terms.year:
        return Fires.NO, (
            f"Your contract ends with the Match of {terms.year}; the season aimed at is that of {year}. "
            "You set this end yourself, on a day on which you could think about it."
        )
    if decision is None or not is_decided(situation.dossier, situation.as_of) or decision.signed is None:
        return Fires.UNKNOWN, "Nothing is signed yet, so nothing says whether this season is one of yours."
    if decision.kind is DecisionKind.DONE:
        return Fires.NO, "You decided to be done with applying. That is a decision like the others, and it stands."
    allowed = _allowed(situation, decision) or 0
    others = [one for one in cycles_since(situation, decision.signed) if one.match_year != year]
    if len(others) >= allowed:
        have = "has" if len(others) == 1 else "have"
        return Fires.NO, f"{_cycles(len(others))} {have} been submitted since you signed; you gave yourself {allowed}."
    return Fires.YES, _within(situation, allowed, len(others))


def _within(situation: Situation, allowed: int, used: int) -> str:
    """Which of the cycles allowed the season aimed at is."""
    is_it = "is" if situation.submitted else "would be"
    match = f"the Match of {situation.season.match_year}"
    if allowed == 1:
        return f"You gave yourself one cycle, and {match} {is_it} it."
    if used == 0:
        return f"You gave yourself {allowed} cycles, and {match} {is_it} the first."
    return f"{used} of your {allowed} cycles {'is' if used == 1 else 'are'} used, and {match} {is_it} the next."


def _used(used: int, allowed: int | None) -> str:
    if allowed == 1:
        return f"Your one cycle {'is used' if used else 'is not used yet'}."
    many = "None" if used == 0 else str(used)
    return f"{many} of your {allowed} cycles {'is' if used < 2 else 'are'} used{'' if used else ' yet'}."


def signed_terms(situation: Situation) -> Terms | None:
    """The terms of the stop contract in force today; None where no signed contract binds."""
    contract = situation.dossier.stop_contract
    if contract is None or contract.signed is None or contract.signed > situation.as_of:
        return None
    return terms_on(situation.dossier, situation.as_of, situation.evidence)[0]


def _allowed(situation: Situation, decision: Decision | None) -> int | None:
    """Cycles the decision allows; where a signed contract allows fewer, those."""
    if decision is None:
        return None
    name = CYCLES_ALLOWED.get(decision.kind)
    allowed = int(situation.number(name)) if name else 0
    terms = signed_terms(situation)
    return allowed if terms is None else min(allowed, terms.cycles)


def _title(decision: Decision | None) -> str:
    return f"{decision.kind[0].upper()}{decision.kind[1:]}" if decision else "Nothing is decided yet"


def _says(situation: Situation, decision: Decision | None) -> str:
    if decision is None:
        return CHOICES
    if not is_decided(situation.dossier, situation.as_of) or decision.signed is None:
        return f"{NOT_SIGNED} {CHOICES}"
    signed = f"Signed on {day_in_words(decision.signed)}."
    if decision.kind is DecisionKind.DONE:
        return f"{signed} You stop applying, and grow in the path you are on or in another one."
    before = len(cycles_before(situation, decision.signed))
    shown = "is shown and does not count" if before == 1 else "are shown and do not count"
    earlier = f" {_cycles(before)} before that {shown}." if before else ""
    used = len(cycles_since(situation, decision.signed))
    months = situation.interval("article.decision.months")
    return (
        f"{signed} {_used(used, _allowed(situation, decision))}{earlier} "
        f"For the next {months.low:.0f} to {months.high:.0f} months your weeks should look like those of "
        "someone who prepares for residency."
    )


def _because(situation: Situation, decision: Decision | None) -> tuple[Reason, ...]:
    rules = tuple(
        cited(situation.evidence.find(name)) for name in (*CYCLES_ALLOWED.values(), "article.decision.months")
    )
    if decision is None:
        return (*rules, from_dossier("decision", "Your file has no decision."))
    own = decision.reason or f"Your decision: {decision.kind}."
    return (*rules, from_dossier("decision", own))


def _cycles(count: int) -> str:
    return f"{count} cycle" if count == 1 else f"{count} cycles"
