"""What all the limits of a program together come to, and the sentence for it."""

from __future__ import annotations

from bedside.programs.eligibility.positions import FIELD
from bedside.programs.eligibility.results import Criterion, Note, State, Verdict, VerdictKind

_KNOWN = (State.MET, State.MISSING, State.EXCLUDES, State.ASK, State.NOT_TOLD)


def verdict_on(
    limits: tuple[Criterion, ...], preferences: tuple[Criterion, ...] = (), notes: tuple[Note, ...] = ()
) -> Verdict:
    """What a program is for an applicant, in this order.

    1. Not: a limit excludes that cannot be changed, or two or more are missing that can be.
    2. Almost: exactly one is missing, and it can be changed.
    3. Ask: a limit is known, and whether it is met is open.
    4. Unknown: a limit is known, and the dossier does not tell what to hold against it.
    5. Eligible on k of n known criteria: every limit that is told is met, and at least one is.
    6. Unknown: nobody tells any limit.
    A preference changes nothing of this, and positions that are open to everyone count for nothing.
    """
    states = [one.state for one in limits]
    counted = [one.state for one in limits if one.key != FIELD]
    missing = states.count(State.MISSING)
    kind = _kind(states, missing, counted.count(State.MET))
    return Verdict(
        kind=kind,
        limits=limits,
        preferences=preferences,
        notes=notes,
        met=counted.count(State.MET),
        known=sum(state in _KNOWN for state in counted),
        not_reported=states.count(State.NOT_REPORTED),
        for_now=kind is VerdictKind.NOT and State.EXCLUDES not in states,
    )


def _kind(states: list[State], missing: int, met: int) -> VerdictKind:
    if State.EXCLUDES in states or missing > 1:
        return VerdictKind.NOT
    if missing:
        return VerdictKind.ALMOST
    if State.ASK in states:
        return VerdictKind.ASK
    if State.NOT_TOLD in states or not met:
        return VerdictKind.UNKNOWN
    return VerdictKind.ELIGIBLE


def sentence(verdict: Verdict) -> str:
    """What the verdict says in one or two sentences, without its name."""
    match verdict.kind:
        case VerdictKind.NOT if verdict.for_now:
            return f"What is missing: {_changes(verdict)}."
        case VerdictKind.NOT:
            return verdict.in_state(State.EXCLUDES)[0].says
        case VerdictKind.ALMOST:
            return f"What is missing: {_changes(verdict)}.{_first(verdict)}"
        case VerdictKind.ASK:
            return verdict.in_state(State.ASK)[0].says
        case VerdictKind.ELIGIBLE:
            return f"On {verdict.met} of {verdict.known} known criteria{_not_reported(verdict)}."
    return _to_tell(verdict) or "No source says what it asks for."


def _first(verdict: Verdict) -> str:
    """What is open beside the one thing that is missing."""
    asked = _and(tuple(one.find_out for one in verdict.in_state(State.ASK)))
    told = _to_tell(verdict)
    return (f" Find out first {asked}." if asked else "") + (f" {told}" if told else "")


def _to_tell(verdict: Verdict) -> str:
    told = _and(tuple(one.find_out for one in verdict.to_tell))
    return f"Add to your dossier {told}." if told else ""


def _changes(verdict: Verdict) -> str:
    return _and(tuple(one.change for one in verdict.in_state(State.MISSING)))


def _not_reported(verdict: Verdict) -> str:
    number = verdict.not_reported
    return f"; {number} more {'is' if number == 1 else 'are'} not reported" if number else ""


def _and(parts: tuple[str, ...]) -> str:
    return " and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])} and {parts[-1]}"
