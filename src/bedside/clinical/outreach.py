"""Whom the applicant asked and what came back, as rates of their own, and what is due to be asked again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.opportunities import Outreach, OutreachAnswer, OutreachKind
from bedside.clinical.results import AnswersOfKind, OutreachResult, OutreachRow
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.reason import cited, from_dossier

REMIND = "reading.outreach-remind-after-days"

_CAME_BACK = (OutreachAnswer.YES, OutreachAnswer.MAYBE, OutreachAnswer.NO)


def outreach(dossier: Dossier, as_of: date, evidence: Evidence) -> OutreachResult:
    """Counts of what was sent and answered, in all and by kind, and what to do about each message now."""
    sent, after = dossier.outreach, timedelta(days=evidence.number(REMIND))
    kinds = [(kind, [one for one in sent if one.kind is kind]) for kind in OutreachKind]
    return OutreachResult(
        sent=len(sent),
        answered=_answered(sent),
        yes=_yes(sent),
        waiting=_waiting(sent),
        says=_says(sent) if sent else _NONE_YET,
        by_kind=tuple(_of_kind(kind, those) for kind, those in kinds if those),
        rows=tuple(_row(f"outreach[{number}]", one, after, as_of) for number, one in enumerate(sent)),
        because=(
            *(from_dossier(f"outreach[{number}]", one.to) for number, one in enumerate(sent)),
            cited(evidence.find(REMIND)),
        ),
    )


_NONE_YET = "Nothing is sent yet. Most people send more messages than they thought; count yours here."


def _row(entry: str, one: Outreach, after: timedelta, as_of: date) -> OutreachRow:
    step, is_due = _next_step(one, after, as_of)
    return OutreachRow(entry, one.to, str(one.kind), one.sent, str(one.answer), step, is_due)


def _next_step(one: Outreach, after: timedelta, as_of: date) -> tuple[str, bool]:
    """What to do now, and whether a reminder is due: one is sent, and never a third message."""
    if one.answer is OutreachAnswer.YES:
        return "Write a line of thanks, and put what was agreed into your file.", False
    if one.answer is OutreachAnswer.MAYBE:
        return "Ask what it hangs on, and by when you should ask again.", False
    if one.answer is OutreachAnswer.NO:
        return "Nothing. A line of thanks keeps the door open.", False
    again = (one.reminded or one.sent) + after
    if one.reminded is not None:
        later = f"Wait until {day_in_words(again)}." if again > as_of else "Asked twice. Write to someone else there."
        return later, False
    if again > as_of:
        return f"Wait until {day_in_words(again)}, then ask once more.", False
    return f"It has waited since {day_in_words(one.sent)}. Ask once more, in two sentences.", True


def _of_kind(kind: OutreachKind, those: Sequence[Outreach]) -> AnswersOfKind:
    return AnswersOfKind(str(kind), len(those), _answered(those), _yes(those), _waiting(those), _says(those))


def _answered(those: Sequence[Outreach]) -> int:
    return sum(one.answer in _CAME_BACK for one in those)


def _yes(those: Sequence[Outreach]) -> int:
    return sum(one.answer is OutreachAnswer.YES for one in those)


def _waiting(those: Sequence[Outreach]) -> int:
    return sum(one.answer is OutreachAnswer.WAITING for one in those)


def _says(those: Sequence[Outreach]) -> str:
    """The counts and the applicant's own rate; those that still wait are part of what it is a rate of."""
    messages = "1 message" if len(those) == 1 else f"{len(those)} messages"
    rate = f"{_answered(those) / len(those):.0%}".replace("%", " %")
    says = f"{messages} sent, {_answered(those)} answered ({rate}), {_yes(those)} with a yes"
    return f"{says}; {_waiting(those)} still waiting." if _waiting(those) else f"{says}."
