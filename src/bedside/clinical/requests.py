"""What an enquiry, a request for time off and a request for a letter should hold; the words stay the applicant's."""

from __future__ import annotations

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.constraints import ShiftPattern
from bedside.applicant.parts.examinations import CertificateState
from bedside.clinical.allowed import hangs_on_status, rules_of_status
from bedside.clinical.pricing import has_job
from bedside.clinical.results import Request
from bedside.evidence.library import Evidence
from bedside.evidence.reason import from_dossier

_CHECK = (
    "Check your status first: observing, volunteering, unpaid leave and other shifts can each touch it. Ask an "
    "immigration lawyer or your school before you send this."
)


def requests(dossier: Dossier, evidence: Evidence) -> tuple[Request, ...]:
    """The points each message should hold, in the applicant's case."""
    hangs = hangs_on_status(dossier)
    ask_first = _CHECK if hangs else ""
    rules = evidence.cite(*rules_of_status(dossier)) if hangs else ()
    leave, lasts = evidence.cite("article.leave.to-ask-for"), evidence.cite("lead.rotation-weeks")
    own = (from_dossier("constraints", "Your leave and your shifts."),)
    about_letters = evidence.cite("lead.letter-weeks", "clinic.waive-letter")
    time_off = Request(
        "Time off from work", "your manager", tuple(_time_off(dossier)), hangs, ask_first, (*own, *leave, *rules)
    )
    return (
        Request(
            "An enquiry about a place",
            "the coordinator, or the physician by name",
            (*_who(dossier), *_ENQUIRY),
            hangs,
            ask_first,
            (*lasts, *rules),
        ),
        *((time_off,) if has_job(dossier) or not dossier.timeline_is_complete else ()),
        Request("A letter", "a physician who has seen you work", _LETTER, False, "", about_letters),
    )


def _who(dossier: Dossier) -> tuple[str, ...]:
    school = dossier.medical_school
    certificate = dossier.certificate
    is_issued = certificate is not None and certificate.state is CertificateState.ISSUED
    held = "certified by ECFMG" if is_issued else "how far you are with ECFMG"
    where = school.name or f"a medical school in {school.country}"
    return (f"who you are in one sentence: a graduate of {where}, {school.graduated.year}; {held}",)


_ENQUIRY = (
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
    elif leave.days_per_year:
        holds.append(f"how many of your {leave.days_per_year:g} days of paid leave you would use, in one block")
    unpaid = constraints.unpaid_leave_days
    asked = "days without pay, if your employer gives them" if unpaid is None else f"up to {unpaid:g} days without pay"
    if unpaid != 0:
        holds.append(asked)
    if constraints.shift_pattern in (None, ShiftPattern.FIVE_EIGHTS):
        holds.append("four days of ten hours in place of five of eight, for some months, so that one weekday is free")
    return [*holds, "what will be done before you go and who covers it", "that you come back, and when"]
