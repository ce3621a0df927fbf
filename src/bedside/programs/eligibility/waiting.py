"""What another season would change: programs whose limits are passed by then, and programs a year could open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bedside.applicant.measuring.stretches import Span
from bedside.applicant.parts.shape import Answer
from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.judging import judge_all
from bedside.programs.eligibility.results import Criterion, State, Verdict, VerdictKind
from bedside.programs.program import Listed

_PLENTY = 10_000


@dataclass(frozen=True, slots=True)
class Moved:
    """A program that waiting loses or may gain, with the verdict of each season and the limits that decide it."""

    listed: Listed
    now: Verdict
    later: Verdict
    why: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a season of waiting loses by itself, and what it may gain where the year is used.

    `to_ask` are programs that are open now and would have to be asked a year later. `gained` supposes that everything
    that can be changed is changed by then; it promises nothing else.
    """

    lost: tuple[Moved, ...]
    to_ask: tuple[Moved, ...]
    gained: tuple[Moved, ...]


def if_you_wait(listed: Iterable[Listed], now: Asker, later: Asker) -> Waiting:
    """Compare this season with the next one, for one dossier as it stands.

    1. Lost: not a Not now, and something excludes a year later that does not exclude now.
    2. To ask: nothing excludes, and a limit comes to lie between two ways of counting.
    3. Gained: missing something now, and nothing is known to be in the way once that is done.
    """
    programs = tuple(listed)
    both = list(
        zip(
            programs,
            judge_all(programs, now),
            judge_all(programs, later),
            judge_all(programs, done(later)),
            strict=True,
        )
    )
    lost = [
        Moved(one, first, second, second.in_state(State.EXCLUDES))
        for one, first, second, _ in both
        if first.kind is not VerdictKind.NOT and second.in_state(State.EXCLUDES)
    ]
    to_ask = [
        Moved(one, first, second, _newly_open(first, second))
        for one, first, second, _ in both
        if first.kind is not VerdictKind.NOT and not second.in_state(State.EXCLUDES) and _newly_open(first, second)
    ]
    gained = [
        Moved(one, first, best, first.in_state(State.MISSING) or first.in_state(State.EXCLUDES))
        for one, first, _, best in both
        if first.kind in (VerdictKind.NOT, VerdictKind.ALMOST) and best.kind is VerdictKind.ELIGIBLE
    ]
    return Waiting(tuple(lost), tuple(to_ask), tuple(gained))


def done(asker: Asker) -> Asker:
    """The same applicant with everything done that can be: Step 3, clinical months and letters as many as are asked."""
    months, letters = asker.us_clinical, asker.letters
    enough = Span(_PLENTY, _PLENTY)
    is_not_yet = asker.step_3 is Answer.NO
    return replace(
        asker,
        step_3=Answer.YES if is_not_yet else asker.step_3,
        us_clinical=replace(months, all=enough, as_graduate=enough, hands_on=enough, hands_on_as_graduate=enough),
        letters=replace(letters, all=_PLENTY, from_us=_PLENTY, from_us_at_most=_PLENTY) if letters.is_told else letters,
    )


def _newly_open(first: Verdict, second: Verdict) -> tuple[Criterion, ...]:
    before = {one.key for one in first.in_state(State.ASK)}
    return tuple(one for one in second.in_state(State.ASK) if one.key not in before)
