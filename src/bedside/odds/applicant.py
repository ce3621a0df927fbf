"""What is known of the applicant moves every invitation: scores, visa, years, clinical months, attempts.

Every effect is centred on the average IMG who applies to the specialty, so that this person gets the specialty's rates.
Only what a figure of the evidence measures moves anything.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.shape import Answer
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, from_dossier
from bedside.evidence.specialties import specialty_name
from bedside.odds.effects import Effect, between, normal_of, ratio_of
from bedside.odds.numbers import Numbers, standard_normals
from bedside.odds.parameters import Parameters, SpecialtyParameters
from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.examinations_held import AtOneStep

_FURTHEST = 2.5  # standard deviations of a score beyond which nobody was counted
_MOST_MONTHS = 12  # clinical months beyond which the crowd has next to nobody
_PASSED_FIRST = 1
_FAILED_STEP_1 = "effects.step1-failed.neurology"


class Group(StrEnum):
    """The NRMP's two groups of graduates of schools abroad: US citizens, and everyone else (also with a green card)."""

    US_IMG = "us-img"
    NON_US_IMG = "non-us-img"


def group_of(dossier: Dossier) -> Group:
    """The group of a dossier; who does not tell a citizenship is counted with the larger group."""
    is_citizen = dossier.status is not None and dossier.status.kind is StatusKind.CITIZEN
    return Group.US_IMG if is_citizen else Group.NON_US_IMG


def applicant_effects(
    asker: Asker, group: Group, specialty: SpecialtyParameters, parameters: Parameters, evidence: Evidence
) -> tuple[Effect, ...]:
    """Every effect on this applicant's invitations in a specialty; what has nothing to say is left out."""
    draws = parameters.draws
    found = (
        _step_2_ck(asker, group, specialty, parameters, evidence),
        _visa(asker, evidence, draws) if group is Group.NON_US_IMG else None,
        _years(asker, evidence, draws),
        _clinical_months(asker, evidence, draws),
        _attempts(asker, evidence, draws),
    )
    return tuple(one for one in found if one is not None)


def is_beyond_the_evidence(asker: Asker, evidence: Evidence) -> bool:
    """Whether more years have passed than any study reaches."""
    return asker.years_when_applying > evidence.number("effects.years-since.crowd-until")


def not_passed_the_first_time(asker: Asker) -> tuple[AtOneStep, ...]:
    """The Steps that were failed, or sat more than once."""
    return tuple(one for one in asker.attempts.by_step if one.is_failed or one.at_most > _PASSED_FIRST)


def _step_2_ck(
    asker: Asker, group: Group, specialty: SpecialtyParameters, parameters: Parameters, evidence: Evidence
) -> Effect:
    normals = standard_normals("step 2 ck", parameters.draws, 2)
    slope = np.maximum(normal_of(specialty.slope, normals[:, 0]), 0)
    mean, sd = specialty.score or _usual_score(parameters)
    if group is Group.US_IMG:
        mean -= evidence.number("effects.step2ck.us-img-behind")
    score = asker.step_2_ck.score
    because = _score_reasons(specialty, evidence)
    if score is None:
        says = "Your Step 2 CK score is not known, so every usual score is counted in."
        return Effect("step-2-ck", says, slope * sd * normals[:, 1], False, because)
    ahead = float(np.clip(score - mean, -_FURTHEST * sd, _FURTHEST * sd))
    says = f"Your Step 2 CK of {score} beside {mean:.0f}, {_whose_average(specialty, evidence)}."
    own = tuple(from_dossier(entry, f"Step 2 CK {score}") for entry in asker.step_2_ck.entries)
    return Effect("step-2-ck", says, slope * ahead, False, (*own, *because))


def _whose_average(specialty: SpecialtyParameters, evidence: Evidence) -> str:
    """Of whom a score is the average; a specialty without a table stands beside all that have one."""
    if specialty.score is None:
        return "the average over the specialties that publish one"
    return f"the average of those who rank {specialty_name(specialty.key, evidence)} first"


def _usual_score(parameters: Parameters) -> tuple[float, float]:
    """The average over the specialties that publish one."""
    scores = np.array([one.score for one in parameters.specialties.values() if one.score])
    mean, sd = scores.mean(axis=0)
    return float(mean), float(np.hypot(sd, scores[:, 0].std()))


def _score_reasons(specialty: SpecialtyParameters, evidence: Evidence) -> tuple[Reason, ...]:
    names = (f"nrmp.charting.2026.{specialty.key}.{cohort}.step2ck-mean" for cohort in ("matched", "not-matched"))
    return evidence.cite(*(name for name in names if name in evidence))


def _visa(asker: Asker, evidence: Evidence, draws: int) -> Effect:
    normals = standard_normals("visa", draws, 2)
    ratio = np.minimum(normal_of(ratio_of("effects.visa-needed.crowd", evidence), normals[:, 0]), 0)
    share = evidence.number("effects.visa-needed.share") / 100
    needed: Numbers | float = {Answer.YES: 1.0, Answer.NO: 0.0}.get(asker.visa.needed, -1.0)
    says = "You need a visa to train." if needed == 1 else "You need no visa to train."
    if needed == -1:
        needed, says = (normals[:, 1] > 0).astype(np.float64), "Whether you need a visa is not known: both are counted."
    own = tuple(from_dossier(entry, says) for entry in asker.visa.entries)
    names = ("effects.visa-needed.crowd", "effects.visa-needed.unadjusted", "effects.visa-needed.share")
    return Effect("visa", says, ratio * (needed - share), True, (*own, *evidence.cite(*names)))


def _years(asker: Asker, evidence: Evidence, draws: int) -> Effect:
    normals = standard_normals("years", draws, 2)
    a_year = np.minimum(normal_of(ratio_of("effects.years-since.crowd", evidence), normals[:, 0]), 0)
    middle = _middle("effects.years-since.crowd-middle", evidence, normals[:, 1])
    until = evidence.number("effects.years-since.crowd-until")
    years = asker.years_when_applying
    unit = "year" if years == 1 else "years"
    says = f"{years} {unit} will have passed since medical school when programs open files."
    if years > until:
        says += f" No study reaches beyond {until:.0f}, so more than that is not counted."
    names = ("effects.years-since.crowd", "effects.years-since.crowd-middle", "effects.years-since.crowd-until")
    own = from_dossier("medical_school.graduated", says)
    return Effect("years", says, a_year * (min(years, until) - middle), True, (own, *evidence.cite(*names)))


def _clinical_months(asker: Asker, evidence: Evidence, draws: int) -> Effect:
    normals = standard_normals("clinical months", draws, 3)
    a_step = np.maximum(normal_of(ratio_of("effects.us-clinical.crowd", evidence), normals[:, 0]), 0)
    middle = _middle("effects.us-clinical.crowd-middle", evidence, normals[:, 1])
    span = asker.us_clinical.all
    low, high = min(span.low, _MOST_MONTHS), min(span.high, _MOST_MONTHS)
    months = between(low, high, normals[:, 2])
    held = round(span.low, 1)
    says = f"{held:g} {'month' if held == 1 else 'months'} of US clinical experience"
    says += "." if span.is_known else ", or more."
    own = tuple(from_dossier(entry, says) for entry in asker.us_clinical.entries)
    because = evidence.cite("effects.us-clinical.crowd", "effects.us-clinical.crowd-middle")
    return Effect("us-clinical", says, a_step * (np.log1p(months) - np.log1p(middle)), True, (*own, *because))


def _attempts(asker: Asker, evidence: Evidence, draws: int) -> Effect | None:
    """A Step failed, or sat more than once; between the plain comparison and no effect: nothing else was held equal.

    Where there are several, the one that goes with most: comparisons overlap, and none held the other Step equal.
    """
    again = not_passed_the_first_time(asker)
    if not again:
        return None
    normals = standard_normals("attempts", draws, 1)[:, 0]
    counted = min(again, key=lambda one: _shift_of_attempts(one, evidence))
    name, is_own = _compared(counted.name)
    shift = between(_shift_of_attempts(counted, evidence), 0.0, normals)
    says = f"{' and '.join(one.name for one in again)}: not passed the first time."
    if not _is_sure(counted):
        says = f"{counted.name}: an attempt was not finished, which may be held against you. It counts for half."
    if not is_own:
        says += " No figure tells what that goes with, so it is counted as it is for Step 1."
    elif len(again) > 1:
        says += f" {counted.name} is counted, which goes with most."
    own = tuple(from_dossier(entry, says) for one in again for entry in one.entries)
    return Effect("attempts", says, shift, True, (*own, *evidence.cite(name)))


def _is_sure(at: AtOneStep) -> bool:
    return at.is_failed or at.surely > _PASSED_FIRST


def _compared(step: ExamName) -> tuple[str, bool]:
    """The comparison of those who failed a Step with the others, and whether it is of that very Step."""
    own = {ExamName.STEP_1: _FAILED_STEP_1, ExamName.STEP_2_CK: "effects.step2-failed.neurology"}
    return own.get(step, _FAILED_STEP_1), step in own


def _shift_of_attempts(at: AtOneStep, evidence: Evidence) -> float:
    """What the plain comparison takes from the log-odds; half of it where the attempt was not finished."""
    name, _ = _compared(at.name)
    return float(np.log(evidence.number(name))) * (1.0 if _is_sure(at) else 0.5)


def _middle(name: str, evidence: Evidence, normals: Numbers) -> Numbers:
    interval = evidence.find(name).interval
    value = evidence.number(name)
    return np.full(len(normals), value) if interval is None else between(interval.low, interval.high, normals)
