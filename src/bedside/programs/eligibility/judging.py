"""The verdict on a program for an applicant, one by one or for a whole directory at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.limits import (
    attempts,
    step_2_ck,
    takes_graduates_from_abroad,
    years_since_graduation,
)
from bedside.programs.eligibility.positions import FIELD, kinds_offered, notes_on_positions, positions
from bedside.programs.eligibility.requirements_to_meet import HANDS_ON, letters, step_3, us_clinical
from bedside.programs.eligibility.results import Criterion, Note, State, Verdict, VerdictKind
from bedside.programs.eligibility.visas import FIELDS_READ, step_3_note_needed, visa
from bedside.programs.program import Listed

READ = (
    "accepts-img",
    *FIELDS_READ,
    "graduation.limit",
    "graduation.preferred",
    "attempts.limit",
    "attempts.preferred",
    "step-2-ck.minimum",
    "step-2-ck.preferred",
    "step-3.needed",
    "step-3.preferred",
    "us-clinical.months",
    "us-clinical.preferred-months",
    HANDS_ON,
    "letters.needed",
    "letters.from-us",
)
"""Every field a verdict rests on: programs that agree on all of them get the same verdict."""

KNOWN = (State.MET, State.MISSING, State.EXCLUDES, State.ASK, State.NOT_TOLD)


def judge(listed: Listed, asker: Asker) -> Verdict:
    """What a program is for an applicant, in this order.

    1. Not: a limit excludes that cannot be changed, or two or more are missing that can be.
    2. Almost: exactly one is missing, and it can be changed.
    3. Ask: a limit is known, and whether it is met is open.
    4. Unknown: a limit is known, and the dossier does not tell what to hold against it.
    5. Eligible on k of n known criteria: every limit that is told is met, and at least one is.
    6. Unknown: nobody tells any limit.
    A preference changes nothing of this.
    """
    limits = tuple(_limits(listed, asker))
    preferences = tuple(one for one in _preferences(listed, asker) if one.state is not State.NOT_REPORTED)
    counted = [one for one in limits if one.key != FIELD]
    met = sum(one.state is State.MET for one in counted)
    known = sum(one.state in KNOWN for one in counted)
    not_reported = sum(one.state is State.NOT_REPORTED for one in limits)
    kind, says, for_now = _verdict(limits, met, known, not_reported)
    notes = tuple(_notes(listed, limits, asker))
    return Verdict(kind, says, limits, preferences, notes, met, known, not_reported, for_now)


def judge_all(listed: Iterable[Listed], asker: Asker) -> tuple[Verdict, ...]:
    """The verdicts on many programs, in their order; each distinct set of limits is judged once."""
    judged: dict[Any, Verdict] = {}
    found = []
    for one in listed:
        limits = limits_of(one)
        verdict = judged.get(limits)
        if verdict is None:
            verdict = judged[limits] = judge(one, asker)
        found.append(verdict)
    return tuple(found)


def limits_of(listed: Listed) -> tuple[Any, ...]:
    """All that a verdict rests on: the same for two programs means the same verdict."""
    told = listed.values.get
    values = tuple([told(field) for field in READ])
    positions_told = kinds_offered(listed) if listed.offered else None
    if not (listed.disagreeing or listed.unsure):
        return values, positions_told
    rivals = tuple((field, listed.rivals.get(field)) for field in READ if field in listed.disagreeing)
    return values, positions_told, rivals, tuple(field for field in READ if field in listed.unsure)


def _limits(listed: Listed, asker: Asker) -> Iterator[Criterion]:
    reserved = positions(listed, asker)
    if reserved is not None:
        yield reserved
    yield takes_graduates_from_abroad(listed, asker)
    yield visa(listed, asker)
    yield years_since_graduation(listed, asker)
    yield attempts(listed, asker)
    yield step_2_ck(listed, asker)
    yield step_3(listed, asker)
    yield us_clinical(listed, asker)
    yield letters(listed, asker)


def _preferences(listed: Listed, asker: Asker) -> Iterator[Criterion]:
    yield years_since_graduation(listed, asker, "graduation.preferred")
    yield attempts(listed, asker, "attempts.preferred")
    yield step_2_ck(listed, asker, "step-2-ck.preferred")
    yield step_3(listed, asker, "step-3.preferred")
    yield us_clinical(listed, asker, "us-clinical.preferred-months")


def _verdict(limits: tuple[Criterion, ...], met: int, known: int, not_reported: int) -> tuple[VerdictKind, str, bool]:
    """The kind, its sentence, and whether a Not rests only on what can be changed."""
    by_state = {state: [one for one in limits if one.state is state] for state in State}
    more = f"; {not_reported} more {'is' if not_reported == 1 else 'are'} not reported" if not_reported else ""
    if excluding := by_state[State.EXCLUDES]:
        return VerdictKind.NOT, excluding[0].says, False
    missing = by_state[State.MISSING]
    if len(missing) > 1:
        return VerdictKind.NOT, f"As your file stands: {_and([one.change for one in missing])} are missing.", True
    if missing:
        opened = by_state[State.ASK] + by_state[State.NOT_TOLD]
        first = f" Find out first {_and([one.find_out for one in opened])}." if opened else ""
        return VerdictKind.ALMOST, f"What is missing: {missing[0].change}.{first}", False
    if open_ones := by_state[State.ASK]:
        return VerdictKind.ASK, open_ones[0].says, False
    if not_told := by_state[State.NOT_TOLD]:
        return VerdictKind.UNKNOWN, f"Add to your dossier {_and([one.find_out for one in not_told])}.", False
    if met:
        return VerdictKind.ELIGIBLE, f"On {met} of {known} known criteria{more}.", False
    return VerdictKind.UNKNOWN, "No source says what it asks for.", False


def _notes(listed: Listed, limits: tuple[Criterion, ...], asker: Asker) -> Iterator[Note]:
    yield from notes_on_positions(listed, asker)
    by_key = {one.key: one for one in limits}
    if step_3_note_needed(by_key["visa"], listed, asker):
        yield Note(
            "The way in is an H-1B, and that asks for Step 3 before the petition is filed.",
            ("visa.h1b",),
            asker.step_3_before_h1b,
        )
    asks_for_step_3 = by_key["step-3.needed"].state is State.MISSING
    if asks_for_step_3 and by_key["step-3.needed"].because:
        yield Note(
            "Step 3 can be sat only after ECFMG certification.", ("step-3.needed",), asker.certificate_before_step_3
        )


def _and(parts: list[str]) -> str:
    return " and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])} and {parts[-1]}"
