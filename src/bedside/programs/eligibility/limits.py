"""The limits that a number of years, attempts or points sets, and whether graduates of schools abroad are taken."""

from __future__ import annotations

from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.results import Criterion, State
from bedside.programs.eligibility.settling import Settled, claimed, settled, together
from bedside.programs.eligibility.words import count, not_reported, whole
from bedside.programs.field import FIELDS, Value
from bedside.programs.program import Listed

GRADUATED = "medical_school.graduated"

_ASK = {
    "accepts-img": "whether it takes graduates of schools abroad",
    "graduation.limit": "how many years after graduation it takes, and to which year it counts them",
    "graduation.preferred": "whether it prefers recent graduates",
    "attempts.limit": "how many attempts at a Step it takes",
    "attempts.preferred": "whether it prefers passes at the first attempt",
    "step-2-ck.minimum": "which Step 2 CK score it asks for",
    "step-2-ck.preferred": "which Step 2 CK score it prefers",
}


def takes_graduates_from_abroad(listed: Listed, asker: Asker) -> Criterion:
    """Whether IMGs may apply at all."""
    field = "accepts-img"
    if not asker.school_abroad:
        return Criterion(field, FIELDS[field].title, State.NOT_NEEDED, "Your school is in the United States.", (field,))
    found = settled(listed, field, lambda value: State.MET if value is True else State.EXCLUDES)
    if found.state is State.NOT_REPORTED:
        return not_reported(field, _ASK[field])
    says = {
        State.MET: "It takes graduates of schools abroad.",
        State.EXCLUDES: "It takes no graduates of schools abroad.",
        State.ASK: f"Whether it takes graduates of schools abroad is open: {found.why}.",
    }[found.state]
    entries = ("medical_school.country",)
    return Criterion(field, FIELDS[field].title, found.state, says, (field,), entries, find_out=_ask(found, field))


def years_since_graduation(listed: Listed, asker: Asker, field: str = "graduation.limit") -> Criterion:
    """Years since graduation, counted to the year of applying and to the year training starts.

    Within the limit both ways: met. Over it both ways: it excludes. Between the two: ask.
    """
    applying, starting = asker.years_when_applying, asker.years_when_starting

    def holds(value: Value) -> State:
        if value is False:
            return State.MET
        limit = whole(value)
        return together((_within(applying, limit, State.EXCLUDES), _within(starting, limit, State.EXCLUDES)))

    found = settled(listed, field, holds)
    if found.state is State.NOT_REPORTED:
        return not_reported(field, _ASK[field])
    if _sets_none(listed, field):
        return _without_limit(field, found)
    says = {
        State.MET: f"At most {_limits(listed, field)} after graduation; you will be at {applying}.",
        State.EXCLUDES: f"At most {_limits(listed, field)} after graduation; you will be at {applying}.",
        State.ASK: _open_years(listed, field, applying, starting, found),
    }[found.state]
    return Criterion(field, FIELDS[field].title, found.state, says, (field,), (GRADUATED,), find_out=_ask(found, field))


def attempts(listed: Listed, asker: Asker, field: str = "attempts.limit") -> Criterion:
    """The most attempts at any one Step; an incomplete attempt may or may not be counted."""
    held = asker.attempts

    def holds(value: Value) -> State:
        if value is False:
            return State.MET
        limit = whole(value)
        if held.surely > limit:
            return State.EXCLUDES
        if held.not_told:
            return State.NOT_TOLD
        return State.MET if held.at_most <= limit else State.ASK

    found = settled(listed, field, holds)
    if found.state is State.NOT_REPORTED:
        return not_reported(field, _ASK[field])
    if _sets_none(listed, field):
        return _without_limit(field, found)
    says = {
        State.MET: f"At most {_limits(listed, field)} at each Step; you have {held.at_most}.",
        State.EXCLUDES: f"At most {_limits(listed, field)} at each Step; you have {held.surely} at one.",
        State.ASK: f"Whether your attempts are within {_limits(listed, field)} is open: "
        f"{found.why or 'one of them is incomplete, and programs count those differently'}.",
        State.NOT_TOLD: f"At most {_limits(listed, field)} at each Step; "
        f"your dossier does not say how {' and '.join(held.not_told)} stands.",
    }[found.state]
    find_out = f"whether you have sat {' and '.join(held.not_told)}" if found.state is State.NOT_TOLD else ""
    return Criterion(
        field,
        FIELDS[field].title,
        found.state,
        says,
        (field,),
        held.entries if found.state is not State.NOT_TOLD else ("exams",),
        find_out=find_out or _ask(found, field),
    )


def step_2_ck(listed: Listed, asker: Asker, field: str = "step-2-ck.minimum") -> Criterion:
    """The Step 2 CK score; one that was passed stays as it is, one that is not yet passed can still be."""
    held = asker.step_2_ck

    def holds(value: Value) -> State:
        if value is False:
            return State.MET
        if held.is_passed is None or (held.is_passed and held.score is None):
            return State.NOT_TOLD
        if not held.is_passed:
            return State.MISSING
        return State.MET if (held.score or 0) >= whole(value) else State.EXCLUDES

    found = settled(listed, field, holds)
    if found.state is State.NOT_REPORTED:
        return not_reported(field, _ASK[field])
    if _sets_none(listed, field):
        return _without_limit(field, found)
    least = " or ".join(dict.fromkeys(str(whole(value)) for value in claimed(listed, field) if value is not False))
    says = {
        State.MET: f"Step 2 CK of at least {least}; you have {held.score}.",
        State.EXCLUDES: f"Step 2 CK of at least {least}; you have {held.score}, and a pass cannot be retaken.",
        State.MISSING: f"Step 2 CK of at least {least}; you have not passed it yet.",
        State.ASK: f"Whether your {held.score or 'score'} reaches what it asks for is open: {found.why}.",
        State.NOT_TOLD: f"Step 2 CK of at least {least}; your score is not in your dossier.",
    }[found.state]
    return Criterion(
        field,
        FIELDS[field].title,
        found.state,
        says,
        (field,),
        held.entries or ("exams",),
        change=f"Step 2 CK passed with {least} or more" if found.state is State.MISSING else "",
        find_out="your Step 2 CK score" if found.state is State.NOT_TOLD else _ask(found, field),
        because=asker.no_second_try if found.state is State.EXCLUDES else (),
    )


def _sets_none(listed: Listed, field: str) -> bool:
    """Whether every source says that there is no such limit, which a claim says with False."""
    return all(value is False for value in claimed(listed, field))


def _without_limit(field: str, found: Settled) -> Criterion:
    says = f"Whether it sets none is open: {found.why}." if found.why else "It sets none, as its source says."
    return Criterion(field, FIELDS[field].title, found.state, says, (field,), find_out=_ask(found, field))


def _within(years: int, limit: int, otherwise: State) -> State:
    return State.MET if years <= limit else otherwise


def _limits(listed: Listed, field: str) -> str:
    values = dict.fromkeys(whole(value) for value in claimed(listed, field) if value is not False)
    noun = "attempt" if field.startswith("attempts") else "year"
    *first, last = values
    return " or ".join((*map(str, first), count(last, noun)))


def _open_years(listed: Listed, field: str, applying: int, starting: int, found: Settled) -> str:
    limit = _limits(listed, field)
    if found.why:
        return f"At most {limit} after graduation, and you will be at {applying} to {starting}: {found.why}."
    return (
        f"At most {limit} after graduation; you will be at {applying} when you apply and at {starting} when training "
        "starts, and programs count both ways."
    )


def _ask(found: Settled, field: str) -> str:
    """What to ask of the program, as what follows “find out”."""
    return _ASK[field] if found.state is State.ASK else ""
