"""The lottery-ticket rule: three conditions, and only all three together."""

from __future__ import annotations

from collections.abc import Iterable

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import Measures
from bedside.applicant.measuring.non_clinical_time import is_non_clinical_job
from bedside.applicant.measuring.recency import is_meaningful
from bedside.applicant.parts.shape import Answer
from bedside.evidence.library import Evidence
from bedside.evidence.reason import cited, from_dossier
from bedside.standing.results import Caution, Condition, Fires, State
from bedside.standing.two_days import on_two_days


def lottery(dossier: Dossier, today: Measures, then: Measures, evidence: Evidence) -> Caution:
    """Years since graduation, no current clinical work, and many untargeted applications in the last cycle."""
    others = (_no_current_clinical_work(dossier, today), _untargeted_applications(dossier, evidence))
    now, later = _years(today, evidence), _years(then, evidence)
    fires = fires_when_all(condition.state for condition in (now, *others))
    months = evidence.find("article.plan.months")
    return Caution(
        name="lottery",
        title="The lottery-ticket rule",
        today=fires,
        files_opened=fires_when_all(condition.state for condition in (later, *others)),
        says="Applying widely with an unchanged file is a ticket, not a plan. A match is still possible; the file has "
        "to look different first."
        if fires is Fires.YES
        else "It takes all three conditions together.",
        conditions=(*on_two_days(now, later), *others),
        counters=(),
        what_would_change_it="Any one of the last two: regular clinical work now, or a list in which every program has "
        "its reason.",
        because=(cited(evidence.find("article.lottery.graduation-from")), cited(months)),
    )


def fires_when_all(states: Iterable[State]) -> Fires:
    """Yes when all are met, no when one is not, else unknown."""
    found = list(states)
    if State.NOT_MET in found:
        return Fires.NO
    return Fires.UNKNOWN if State.UNKNOWN in found else Fires.YES


def _years(measures: Measures, evidence: Evidence) -> Condition:
    limit = evidence.find("article.lottery.graduation-from")
    years = measures.years_since_graduation
    state = State.MET if years >= evidence.number(limit.name) else State.NOT_MET
    return Condition(f"{limit.value} or more years since graduation: {years}.", state, (cited(limit),))


def _no_current_clinical_work(dossier: Dossier, today: Measures) -> Condition:
    current = [
        (f"experiences[{number}]", one)
        for number, one in enumerate(dossier.experiences)
        if one.is_current and is_meaningful(one) and not is_non_clinical_job(one)
    ]
    if current:
        reasons = tuple(from_dossier(entry, f"{one.title}: goes on.") for entry, one in current)
        return Condition(f"No current clinical work: there is some ({current[0][1].title}).", State.NOT_MET, reasons)
    last = today.last_contact
    all_over = today.last_contact_told and last is not None and not last.goes_on
    if not dossier.timeline_is_complete and not all_over:
        return Condition("No current clinical work: not everything you do now is told yet.", State.UNKNOWN)
    return Condition("No current clinical work: your file has none beside a non-clinical job.", State.MET)


def _untargeted_applications(dossier: Dossier, evidence: Evidence) -> Condition:
    limit = evidence.find("article.lottery.applications-from")
    says = f"{limit.value} or more untargeted applications in the last cycle"
    if not dossier.cycles and dossier.applied_before is Answer.NO:
        never = from_dossier("applied_before", "You have not applied in an earlier season.")
        return Condition(f"{says}: you have not applied before.", State.NOT_MET, (cited(limit), never))
    if not dossier.cycles:
        return Condition(f"{says}: your file does not say whether you have applied.", State.UNKNOWN, (cited(limit),))
    number, last = max(enumerate(dossier.cycles), key=lambda pair: pair[1].match_year)
    reasons = (cited(limit), from_dossier(f"cycles[{number}]", f"The {last.match_year} cycle."))
    few = last.applications is not None and last.applications < evidence.number(limit.name)
    if few or last.targeted is Answer.YES:
        return Condition(f"{says}: not in {last.match_year}.", State.NOT_MET, reasons)
    if last.applications is None or last.targeted is Answer.UNKNOWN:
        missing = "how many" if last.applications is None else "whether each program was chosen for a reason"
        return Condition(f"{says}: the {last.match_year} cycle does not say {missing}.", State.UNKNOWN, reasons)
    return Condition(f"{says}: {last.applications} in {last.match_year}.", State.MET, reasons)
