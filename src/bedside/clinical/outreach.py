"""Whom the applicant asked and what came back, and what a message should hold; the words stay the applicant's."""

from __future__ import annotations

from datetime import date, timedelta

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.constraints import ShiftPattern
from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.opportunities import OutreachAnswer
from bedside.clinical.results import OutreachResult, Request
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier

REMIND = "reading.outreach-remind-after-days"

_FREE_TO_WORK = (StatusKind.CITIZEN, StatusKind.PERMANENT_RESIDENT, StatusKind.ASYLEE_OR_REFUGEE)
_CHECK = (
    "Check your status first: observing, volunteering and unpaid leave can each touch it. Ask an immigration lawyer or "
    "your school before you send this."
)


def outreach(dossier: Dossier, as_of: date, evidence: Evidence) -> OutreachResult:
    """Counts of what was sent and answered, as the applicant's own rate, and what is due to be asked again."""
    sent = list(enumerate(dossier.outreach))
    answered = [one for _, one in sent if one.answer in (OutreachAnswer.YES, OutreachAnswer.MAYBE, OutreachAnswer.NO)]
    yes = [one for _, one in sent if one.answer is OutreachAnswer.YES]
    waiting = [(number, one) for number, one in sent if one.answer is OutreachAnswer.WAITING]
    after = timedelta(days=evidence.number(REMIND))
    due = [number for number, one in waiting if (one.reminded or one.sent) + after <= as_of]
    return OutreachResult(
        sent=len(sent),
        answered=len(answered),
        yes=len(yes),
        waiting=len(waiting),
        says=_says(len(sent), len(answered), len(yes)),
        due_again=tuple(f"outreach[{number}]" for number in due),
        because=(*(from_dossier(f"outreach[{number}]", one.to) for number, one in sent), cited(evidence.find(REMIND))),
    )


def requests(dossier: Dossier, evidence: Evidence) -> tuple[Request, ...]:
    """What an enquiry about a place, a request for time off and a request for a letter should each hold."""
    ask_first = "" if dossier.status and dossier.status.kind in _FREE_TO_WORK else _CHECK
    return (
        Request("An enquiry about a place", "the coordinator, or the physician by name", _ENQUIRY, ask_first, ()),
        Request(
            "Time off from work",
            "your manager",
            tuple(_time_off(dossier)),
            ask_first,
            _figures(evidence, "lead.rotation-weeks"),
        ),
        Request("A letter", "a physician who has seen you work", _LETTER, "", _figures(evidence, "lead.letter-weeks")),
    )


_ENQUIRY = (
    "who you are in one sentence: graduate of which school and year, certified by ECFMG or not yet",
    "what you ask for: observing, in which specialty, for how many weeks",
    "the weeks you could come, with one alternative",
    "what you bring: insurance, immunisations, what your job taught you",
    "one sentence on why this place, which no other place could have got",
    "a question that is easy to answer: whom should I write to, and by when?",
)
_LETTER = (
    "the weeks you spent together, and one case you both remember",
    "whether they could write a strong letter: this leaves room for a no",
    "what it could speak to: knowledge, work ethic, teachability",
    "by when, and how the upload works",
    "your CV and a sheet of facts; never a draft of the letter",
)


def _time_off(dossier: Dossier) -> list[str]:
    constraints = dossier.constraints
    holds = ["the weeks you ask for, months ahead, and that they are for training you pay yourself"]
    leave = constraints.paid_leave
    if leave is None:
        holds.append("how many days of paid leave you would use (your file does not say yet how many you have)")
    else:
        holds.append(f"how many of your {leave.days_per_year:g} days of paid leave you would use, in one block")
    unpaid = constraints.unpaid_leave_days
    asked = "days without pay, if your employer gives them" if unpaid is None else f"up to {unpaid:g} days without pay"
    holds.append(asked)
    if constraints.shift_pattern in (None, ShiftPattern.FIVE_EIGHTS):
        holds.append("four days of ten hours in place of five of eight, for some months, so that one weekday is free")
    return [*holds, "what will be done before you go and who covers it", "that you come back, and when"]


def _says(sent: int, answered: int, yes: int) -> str:
    if not sent:
        return "Nothing is sent yet. Most people send more messages than they thought; count yours here."
    messages = "1 message" if sent == 1 else f"{sent} messages"
    return f"{messages} sent, {answered} answered, {yes} with a yes. This is your own rate, and no forecast."


def _figures(evidence: Evidence, *names: str) -> tuple[Reason, ...]:
    return tuple(cited(evidence.find(name)) for name in names)
