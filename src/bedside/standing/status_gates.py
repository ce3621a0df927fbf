"""Gates that depend on a route or a status, all as information: Pathway, H-1B years, employment authorization."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import attempts_at
from bedside.applicant.parts.examinations import CertificateState, ExamName, ExamResult
from bedside.applicant.parts.identity import Licence, Status, StatusKind
from bedside.applicant.parts.shape import Answer
from bedside.calendar.season import Event, Season
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.evidence.specialties import find_specialty
from bedside.standing.certificate import has_passed
from bedside.standing.results import Gate, State

DAYS_A_YEAR = 365.25
NO_WORK_LIMIT = (StatusKind.CITIZEN, StatusKind.PERMANENT_RESIDENT, StatusKind.ASYLEE_OR_REFUGEE)
WORKS_ON_A_CARD = (
    StatusKind.EMPLOYMENT_AUTHORIZATION,
    StatusKind.H4_WITH_EAD,
    StatusKind.J2_WITH_EAD,
    StatusKind.F1_OPT,
    StatusKind.F1_STEM_OPT,
)
ASK_A_LAWYER = "This is information, not advice: ask an immigration lawyer what it means for you."


def status_gates(dossier: Dossier, season: Season, evidence: Evidence) -> tuple[Gate, ...]:
    """The Pathway route, the H-1B years left against the training, and the EAD against the start of training."""
    start = season.on(Event.TRAINING_STARTS)
    return (_pathway(dossier, evidence), _h1b_years(dossier, start, evidence), _ead(dossier.status, start, evidence))


def _pathway(dossier: Dossier, evidence: Evidence) -> Gate:
    state, says, because = _route(dossier, evidence)
    return Gate(
        name="pathway-route",
        title="Which Pathway",
        on=None,
        state=state,
        says=says,
        what_would_change_it="Nothing is needed here."
        if state is State.NOT_NEEDED
        else "Read this season's Pathways page at ECFMG; the dates roll every year.",
        because=because,
    )


def _route(dossier: Dossier, evidence: Evidence) -> tuple[State, str, tuple[Reason, ...]]:
    if dossier.certificate is not None and dossier.certificate.state is CertificateState.ISSUED:
        note = cited(evidence.find("ecfmg.certificate.cs-does-not-expire"))
        return State.NOT_NEEDED, "You are certified. An expiring certificate may need a new Pathway.", (note,)
    failure = cited(evidence.find("ecfmg.pathway.cs-failure-needs-6"))
    if has_passed(dossier, ExamName.STEP_2_CS):
        rules = (cited(evidence.find("ecfmg.certificate.cs-does-not-expire")), failure)
        return State.INFORMATION, "A valid pass in Step 2 CS counts by itself; no Pathway may be needed.", rules
    if any(one.exam.result is ExamResult.FAILED for one in attempts_at(dossier, ExamName.STEP_2_CS)):
        return State.INFORMATION, "A failed Step 2 CS leads to Pathway 6.", (failure,)
    return _route_by_licence_or_graduation(dossier, evidence)


def _route_by_licence_or_graduation(dossier: Dossier, evidence: Evidence) -> tuple[State, str, tuple[Reason, ...]]:
    licence_rule = evidence.rule("ecfmg.pathway.1.licence-on-or-after")
    graduation_rule = evidence.rule("ecfmg.pathway.3-5.graduated-on-or-after")
    both = (cited(licence_rule), cited(graduation_rule))
    if any(_opens_pathway_1(licence, licence_rule.value) for licence in dossier.licences):
        return State.INFORMATION, "A licence without supervision that recent may open Pathway 1.", both[:1]
    graduated = dossier.medical_school.graduated
    if isinstance(graduation_rule.value, date) and graduated.latest >= graduation_rule.value:
        return (
            State.INFORMATION,
            f"Graduated {graduated.on_or_in}: Pathways 3 to 5 may be open, with your school.",
            both,
        )
    unclear = any(licence.unsupervised is Answer.UNKNOWN for licence in dossier.licences)
    hint = " A licence in your file could open Pathway 1 if it allows practice without supervision." if unclear else ""
    six = cited(evidence.find("ecfmg.pathway.6.encounters"))
    by = "By graduation and licences" if dossier.licences else "By graduation, and with no licence in your file"
    return State.INFORMATION, f"{by}, Pathway 6 is the route that is left.{hint}", (*both, six)


def _opens_pathway_1(licence: Licence, from_day: object) -> bool:
    if licence.unsupervised is not Answer.YES or licence.disciplinary_action is Answer.YES:
        return False
    if not isinstance(from_day, date):
        return False
    return licence.end == "present" or (not isinstance(licence.end, str | None) and licence.end.latest >= from_day)


def _h1b_years(dossier: Dossier, start: date, evidence: Evidence) -> Gate:
    state, says = _h1b_clock(dossier, start, evidence)
    return Gate(
        name="h1b-years-left",
        title="H-1B years left against the length of training",
        on=start if state is State.INFORMATION else None,
        state=state,
        says=says,
        what_would_change_it=_what_to_do(
            dossier.status, state, "Write `h1b_years_used` and the day you counted them under `status`."
        ),
        because=(cited(evidence.find("status.h1b.years")), cited(evidence.find("status.h1b.recapture"))),
    )


def _h1b_clock(dossier: Dossier, start: date, evidence: Evidence) -> tuple[State, str]:
    status = dossier.status
    if status is None or status.kind is StatusKind.UNKNOWN:
        return State.UNKNOWN, "Your file does not say under which status you are here."
    if status.kind in NO_WORK_LIMIT:
        return State.NOT_NEEDED, "You do not need H-1B."
    if status.h1b_years_used is None:
        return (
            (State.UNKNOWN, "Your H-1B years are not counted in your file.")
            if status.kind is StatusKind.H1B
            else (State.INFORMATION, "No H-1B years are in your file. If you ever held H-1B, those years count.")
        )
    if status.h1b_years_counted_on is None:
        return State.UNKNOWN, f"{status.h1b_years_used:g} H-1B years used, but not on which day they were counted."
    return State.INFORMATION, _h1b_sentence(dossier, status, start, evidence)


def _h1b_sentence(dossier: Dossier, status: Status, start: date, evidence: Evidence) -> str:
    assert status.h1b_years_used is not None  # the caller has looked
    counted_on = status.h1b_years_counted_on
    runs_on = status.kind is StatusKind.H1B and counted_on is not None
    more = (start - counted_on).days / DAYS_A_YEAR if runs_on and counted_on is not None else 0.0
    most = evidence.number("status.h1b.years")
    left = most - status.h1b_years_used - max(more, 0.0)
    lengths = _training_lengths(dossier, evidence)
    left_words = (
        f"about {left:.1f} of {most:g} years would be left" if left > 0 else f"none of the {most:g} years would be left"
    )
    return f"If H-1B goes on until {day_in_words(start)}, {left_words} for a residency{lengths}."


def _training_lengths(dossier: Dossier, evidence: Evidence) -> str:
    found = [one for words in dossier.target.specialties if (one := find_specialty(words, evidence))]
    known = [(one.name, evidence.find(f"specialty.training-years.{one.key}").value) for one in found]
    said = [f"{name} takes {years:g} years" for name, years in known if isinstance(years, int | float)]
    return f" ({', '.join(said)})" if said else ""


def _ead(status: Status | None, start: date, evidence: Evidence) -> Gate:
    state, says = _ead_clock(status, start)
    return Gate(
        name="ead-training-start",
        title="Employment authorization when training starts",
        on=start,
        state=state,
        says=says,
        what_would_change_it=_what_to_do(
            status, state, "Write the expiry printed on the card under `status.ead_expires`."
        ),
        because=(cited(evidence.find("status.ead.until-expiry")), *_status_entry(status)),
    )


def _ead_clock(status: Status | None, start: date) -> tuple[State, str]:
    if status is None or status.kind is StatusKind.UNKNOWN:
        return State.UNKNOWN, "Your file does not say under which status you are here."
    if status.ead_expires is not None:
        when = "before" if status.ead_expires.earliest < start else "on or after"
        return State.INFORMATION, f"The card expires on {status.ead_expires.in_words}, {when} {day_in_words(start)}."
    if status.kind in WORKS_ON_A_CARD:
        return State.UNKNOWN, "The expiry of your employment card is not in your file."
    return State.NOT_NEEDED, "Your status does not rest on an employment card."


def _what_to_do(status: Status | None, state: State, write: str) -> str:
    if state is State.UNKNOWN:
        return write if _is_told(status) else "Write your present status under `status.kind`."
    return ASK_A_LAWYER if state is State.INFORMATION else "Nothing is needed here."


def _is_told(status: Status | None) -> bool:
    return status is not None and status.kind is not StatusKind.UNKNOWN


def _status_entry(status: Status | None) -> tuple[Reason, ...]:
    return () if status is None else (from_dossier("status", f"Your status: {status.kind}."),)
