"""What the decision asks for, and what may have stopped earlier cycles, as statements and as questions."""

from __future__ import annotations

from bedside.applicant.parts.cycles import Cause, Cycle, CycleResult
from bedside.applicant.parts.experience import Contact
from bedside.applicant.parts.shape import Answer
from bedside.evidence.reason import from_dossier
from bedside.plan.situation import Situation, weight
from bedside.plan.wording import counted
from bedside.standing.results import Condition, Level, RiskFactor, State

QUESTIONS = {
    "failures": "Was it the scores or attempts? The file shows {says}.",
    "graduation": "Was it the year of graduation? It is {says} back today.",
    "us-clinical-experience": "Was it missing US clinical experience? The file shows {says}.",
    "gaps": "Was it a stretch nobody could explain? The file shows {says}.",
    "non-clinical-time": "Was it the time outside the clinic? The file shows {says}.",
}


def what_it_asks(situation: Situation) -> tuple[Condition, ...]:
    """Visible clinical involvement, a story that holds, and a fix for what stopped earlier cycles."""
    return (_clinical(situation), _story(situation), _fix(situation))


def causes(situation: Situation) -> tuple[str, ...]:
    """What the applicant named for each cycle without a match, then questions the standing raises."""
    ended = _ended(situation)
    if not ended:
        return ()
    named = [_named(cycle) for cycle in ended]
    asked = [
        QUESTIONS[factor.name].format(says=factor.today.says)
        for factor in situation.standing.risk_factors
        if factor.name in QUESTIONS and _may_have_stopped(factor, situation)
    ]
    return (*named, *asked, *_funnel_questions(ended))


def _may_have_stopped(factor: RiskFactor, situation: Situation) -> bool:
    """A failed attempt that is told raises its question also where more may be missing, and so no level is known."""
    is_failure = factor.name == "failures" and bool(situation.today.failures)
    return is_failure or factor.today.level in (Level.MODERATE, Level.HIGH)


def _ended(situation: Situation) -> list[Cycle]:
    over = (CycleResult.UNMATCHED, CycleResult.NO_INTERVIEWS, CycleResult.WITHDREW)
    return sorted((one for one in situation.dossier.cycles if one.result in over), key=lambda one: one.match_year)


def _named(cycle: Cycle) -> str:
    known = [cause for cause in cycle.causes if cause is not Cause.UNKNOWN]
    said = ", ".join(known) if known else "you have not said what stopped it"
    return f"{cycle.match_year} Match, {cycle.result}: {said}."


def _funnel_questions(ended: list[Cycle]) -> list[str]:
    questions = []
    for cycle in ended:
        if cycle.applications and not cycle.invitations and cycle.invitations is not None:
            questions.append(
                f"{cycle.match_year}: {counted(cycle.applications, 'application')} and no invitation. Was it the list, "
                "or what programs saw first?"
            )
        elif cycle.interviews and cycle.result is CycleResult.UNMATCHED:
            questions.append(
                f"{cycle.match_year}: {counted(cycle.interviews, 'interview')} and no match. Was it the interviews, or "
                "that there were too few?"
            )
    return questions


def _clinical(situation: Situation) -> Condition:
    going_on = [
        (f"experiences[{number}]", one)
        for number, one in enumerate(situation.dossier.experiences)
        if one.is_current and one.is_in_the_us and one.contact is not Contact.NONE
    ]
    if going_on:
        entry, one = max(going_on, key=weight)
        return Condition(
            f"Clinical involvement that can be seen: {one.title} goes on.",
            State.MET,
            (from_dossier(entry, one.title),),
        )
    if not situation.dossier.timeline_is_complete:
        return Condition(
            "Clinical involvement that can be seen: not everything you do now is told yet.",
            State.UNKNOWN,
            (from_dossier("timeline", "Your timeline is not complete."),),
        )
    return Condition(
        "Clinical involvement that can be seen: nothing with patients in the United States goes on today.",
        State.NOT_MET,
        (from_dossier("experiences", "No current experience in the United States has contact with patients."),),
    )


def _story(situation: Situation) -> Condition:
    unexplained = situation.today.unexplained_gaps
    if unexplained:
        return Condition(
            f"A story that holds, why you left and why you are back: {len(unexplained)} "
            f"{'stretch is' if len(unexplained) == 1 else 'stretches are'} not explained yet.",
            State.NOT_MET,
            (from_dossier("explanations", "Explained means a reason, dates and a receipt."),),
        )
    if not situation.dossier.timeline_is_complete:
        return Condition(
            "A story that holds, why you left and why you are back: your years since school are not all told yet.",
            State.UNKNOWN,
            (from_dossier("timeline", "Your timeline is not complete."),),
        )
    return Condition(
        "A story that holds, why you left and why you are back: your file holds no draft of it, so only you can say.",
        State.UNKNOWN,
        (from_dossier("experiences", "Every stretch since graduation is covered or explained."),),
    )


def _fix(situation: Situation) -> Condition:
    ended = _ended(situation)
    dossier = situation.dossier
    if not dossier.cycles and dossier.applied_before is not Answer.NO:
        says = "A fix for what stopped earlier cycles: your file does not say whether you have applied before."
        return Condition(says, State.UNKNOWN)
    if not ended:
        return Condition("A fix for what stopped earlier cycles: there is none in your file.", State.NOT_NEEDED)
    entry = (from_dossier("cycles", f"{len(ended)} earlier without a match."),)
    if any(not [cause for cause in cycle.causes if cause is not Cause.UNKNOWN] for cycle in ended):
        return Condition(
            "A fix for what stopped earlier cycles: for at least one you have not said what stopped it.",
            State.UNKNOWN,
            entry,
        )
    contract = dossier.stop_contract
    if contract is not None and contract.upgrades:
        says = f"A fix for what stopped earlier cycles: your contract names {'; '.join(contract.upgrades)}."
        return Condition(says, State.MET, (*entry, from_dossier("stop_contract.upgrades", "Your own words.")))
    return Condition(
        "A fix for what stopped earlier cycles: the causes are named, and nothing says yet what will be different.",
        State.NOT_MET,
        entry,
    )
