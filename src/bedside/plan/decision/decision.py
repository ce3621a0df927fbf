"""The decision on paper: one of three, the cycles it allows, what it asks, and what stopped earlier cycles."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.cycles import Cycle, CycleResult
from bedside.applicant.parts.decision import Decision, DecisionKind
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.plan.decision.cycles import (
    CYCLES_ALLOWED,
    cycles_before,
    cycles_since,
    cycles_unclear,
    is_open,
    is_running,
    under_way,
)
from bedside.plan.decision.earlier_cycles import causes, what_it_asks
from bedside.plan.decision.stop_contract import Terms, is_done, match_day, smaller_binds, stop_reached, terms_on
from bedside.plan.results import DecisionResult
from bedside.plan.situation import Situation
from bedside.plan.wording import listed
from bedside.standing.results import Fires

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
        causes=() if is_done(situation) else causes(situation),
        because=_because(situation, decision),
    )


def is_decided(dossier: Dossier, as_of: date) -> bool:
    """Whether a decision is written and signed by `as_of`."""
    return dossier.decision is not None and dossier.decision.signed is not None and dossier.decision.signed <= as_of


def season_to_plan(situation: Situation) -> int:
    """The year of the Match to plan: the one aimed at, or a season that is under way where none may follow it.

    A season with a match is always the one to plan. One whose result is open is, where the cycles or the contract
    leave no room for the season aimed at.
    """
    aimed_at, running = situation.season.match_year, under_way(situation)
    if running is None or running.match_year == aimed_at:
        return aimed_at
    if running.result is CycleResult.MATCHED:
        return running.match_year if running.match_year <= aimed_at else aimed_at
    return running.match_year if _is_beyond(situation, aimed_at) else aimed_at


def is_last(situation: Situation) -> bool:
    """Whether the season planned is submitted and without a result, and what was signed leaves none after it."""
    cycle = situation.submitted
    return cycle is not None and is_open(situation, cycle) and _is_beyond(situation, None)


def may_apply_in(situation: Situation) -> tuple[Fires, str]:
    """Whether the season planned lies within the decision and the contract, and why.

    1. The season that is submitted and still running stays allowed, unless the decision is to be done.
    2. A stop year before the season, done trying, all cycles used, or the stop reached: no.
    3. Nothing decided, or a cycle that may count or has no result yet would be the last: cannot be said yet.
    """
    decision, year = situation.dossier.decision, situation.season.match_year
    terms, decided = signed_terms(situation), is_decided(situation.dossier, situation.as_of)
    if terms is not None and year > terms.year and situation.submitted is None:
        return Fires.NO, (
            f"Your contract ends with the Match of {terms.year}; the season aimed at is that of {year}. "
            "You set this end yourself, on a day on which you could think about it."
        )
    if is_done(situation):
        return Fires.NO, _done(situation)
    for allowed, signed in _limits(situation):
        found = _against(situation, allowed, signed)
        if found is not None:
            return found
    if terms is not None and stop_reached(situation, terms, match_day(terms.year, situation.evidence)) is Fires.YES:
        return Fires.NO, f"The Match of {terms.year} is past, and your contract names it as the last."
    if decision is None or not decided or decision.signed is None:
        return Fires.UNKNOWN, "Nothing is signed yet, so nothing says whether this season is one of yours."
    others = [one for one in cycles_since(situation, decision.signed) if one.match_year != year]
    is_past = match_day(year, situation.evidence) < situation.as_of
    return Fires.UNKNOWN if is_past and is_last(situation) else Fires.YES, _within(
        situation, _allowed(situation, decision) or 0, len(others)
    )


def _against(situation: Situation, allowed: int, signed: date) -> tuple[Fires, str] | None:
    """What the cycles submitted since `signed` say against the season; None where there is room for it."""
    year = situation.season.match_year
    used = [one for one in cycles_since(situation, signed) if one.match_year != year or _is_used_up(one)]
    without_day = [one for one in cycles_unclear(situation, signed) if one.match_year != year]
    is_open_now = [one for one in used if one.match_year != year and is_open(situation, one)]
    if len(used) >= allowed and is_open_now:
        return Fires.UNKNOWN, (
            f"You gave yourself {_cycles(allowed)}. {_capital(_match(is_open_now[-1]))} is one of them and has no "
            "result yet. Your file lacks the day you submitted it; with that day, its season is planned here."
        )
    if len(used) >= allowed:
        have = "has" if len(used) == 1 else "have"
        return Fires.NO, f"{_cycles(len(used))} {have} been submitted since you signed; you gave yourself {allowed}."
    if len(used) + len(without_day) >= allowed:
        return Fires.UNKNOWN, f"You gave yourself {_cycles(allowed)}. {_cannot_be_said(without_day)}"
    return None


def _is_used_up(cycle: Cycle) -> bool:
    return cycle.result in (CycleResult.UNMATCHED, CycleResult.NO_INTERVIEWS, CycleResult.WITHDREW)


def _is_beyond(situation: Situation, year: int | None) -> bool:
    """Whether what is signed has no room for the Match of `year`; for None, for any after the one planned."""
    terms = signed_terms(situation)
    if is_done(situation):
        return False
    if terms is not None and (situation.season.match_year + 1 if year is None else year) > terms.year:
        return True
    return any(
        len([one for one in cycles_since(situation, signed) if one.match_year != year]) >= allowed
        for allowed, signed in _limits(situation)
    )


def _limits(situation: Situation) -> list[tuple[int, date]]:
    """How many cycles the decision and the contract leave, each with the day from which they count."""
    decision, contract = situation.dossier.decision, situation.dossier.stop_contract
    terms, limits = signed_terms(situation), []
    if decision is not None and decision.signed is not None and is_decided(situation.dossier, situation.as_of):
        limits.append((_allowed(situation, decision) or 0, decision.signed))
    if terms is not None and contract is not None and contract.signed is not None:
        limits.append((terms.cycles, contract.signed))
    return limits


def _done(situation: Situation) -> str:
    stands = "None: you decided to be done with applying. That is a decision like the others, and it stands."
    running = under_way(situation)
    if running is None or not is_running(situation, running):
        return stands
    match = _capital(_match(running))
    return f"{stands} {match}, which you have applied for, still runs; whether you see it through is yours."


def _within(situation: Situation, allowed: int, used: int) -> str:
    """Which of the cycles allowed the season planned is."""
    match = f"the Match of {situation.season.match_year}"
    after = f" {no_further(situation)}" if is_last(situation) else ""
    if allowed == 1:
        return f"You gave yourself one cycle, and {match} {'is' if situation.submitted else 'would be'} it.{after}"
    if situation.submitted is not None:
        which = "the first" if used == 0 else "the last" if used + 1 == allowed else "the next"
        return f"You gave yourself {allowed} cycles, and {match} is {which}.{after}"
    if used == 0:
        return f"You gave yourself {allowed} cycles, and {match} would be the first."
    return f"{used} of your {allowed} cycles {'is' if used == 1 else 'are'} used, and {match} would be the next."


def no_further(situation: Situation) -> str:
    """What holds beside the last season while it runs, and after it until its result is written down."""
    year = situation.season.match_year
    ends = match_day(year, situation.evidence)
    if ends < situation.as_of:
        return (
            f"Its Match Day, {day_in_words(ends)}, is past, and your file does not say how it ended. Write that down "
            "first; no further season is planned."
        )
    aimed_at = situation.dossier.target.match_year
    file = f", although your file aims at {aimed_at}" if aimed_at is not None and aimed_at > year else ""
    return f"It runs until Match Day, {day_in_words(ends)}. No further season is planned after it{file}."


def _cannot_be_said(without_day: list[Cycle]) -> str:
    named = listed([_match(one) for one in without_day])
    plural = len(without_day) > 1
    return (
        f"{_capital(named)} {'have' if plural else 'has'} no day of submission in your file, and you signed while "
        f"{'those seasons were' if plural else 'that season was'} open: it cannot be said whether "
        f"{'they count' if plural else 'it counts'}."
    )


def _match(cycle: Cycle) -> str:
    return f"the Match of {cycle.match_year}"


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


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
        return (
            f"{signed} You stop applying, and grow in the path you are on or in another one. It is a decision like the "
            "others, and what you have learned goes with you."
        )
    before = len(cycles_before(situation, decision.signed))
    shown = "is shown and does not count" if before == 1 else "are shown and do not count"
    earlier = f" {_cycles(before)} before that {shown}." if before else ""
    used = len(cycles_since(situation, decision.signed))
    unclear = cycles_unclear(situation, decision.signed)
    earlier += f" {_cannot_be_said(unclear)}" if unclear else ""
    binds = smaller_binds(situation, signed_terms(situation))
    earlier += f" {binds}" if binds else ""
    count = _used(used, _allowed(situation, decision))
    if unclear:
        count = f"By the days in your file, {count[0].lower()}{count[1:]}"
    months = situation.interval("article.decision.months")
    return (
        f"{signed} {count}{earlier} "
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
