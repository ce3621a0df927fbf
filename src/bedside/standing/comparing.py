"""Two dossiers of one person side by side: what changed, what cannot change, and the levels of both."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.examinations import Exam, ExamResult
from bedside.applicant.parts.experience import Experience, Kind
from bedside.applicant.parts.partial_date import PartialDate
from bedside.standing.comparing_applications import ApplicationPair, applications_that_differ
from bedside.standing.results import Measured, RiskFactor, Standing, State

_MAIN = (Kind.JOB, Kind.RESEARCH, Kind.CLINICAL_PRACTICE, Kind.STUDY, Kind.TEACHING)


class Rewriting(StrEnum):
    """How a piece of the past stands differently in the second dossier."""

    ANOTHER_PLACE = "another job in the same years"
    ANOTHER_TITLE = "another title at the same place"
    LEFT_OUT = "no longer told"
    ATTEMPT = "an attempt that is told differently"
    PERSON = "something that no one's file can change"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One piece of the past that the two dossiers tell differently: how each tells it, and what to know about it."""

    how: Rewriting
    before: str
    after: str
    says: str


@dataclass(frozen=True, slots=True)
class FactorPair:
    """One risk factor in both dossiers, on the day programs open files."""

    name: str
    title: str
    movable: bool
    before: Measured
    after: Measured


@dataclass(frozen=True, slots=True)
class GatePair:
    """One gate in both dossiers."""

    name: str
    title: str
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two dossiers differ in; `fixed` holds facts that are the same and stay so.

    `added` are entries of the timeline that only the second has, `applications` those that are not told alike.
    `same_file_day` is False where the two aim at different seasons, so that their levels are not read on the same day.
    """

    fixed: tuple[str, ...]
    rewritten: tuple[Rewritten, ...]
    added: tuple[str, ...]
    factors: tuple[FactorPair, ...]
    gates: tuple[GatePair, ...]
    applications: tuple[ApplicationPair, ...]
    same_file_day: bool
    says: str


def compare(before: Dossier, after: Dossier, standing_before: Standing, standing_after: Standing) -> Comparison:
    """Lay two dossiers side by side.

    1. Facts no one can change (graduation, school, country, results of attempts) are listed where both agree, and
       named where they do not.
    2. An entry of the first that the second lacks is looked for among the new ones of the second: same years and the
       same main activity, but another employer or title, is a history that was rewritten. Nobody's past changes.
    3. What else the second has is added; levels and gates stand beside each other.
    """
    gone = [one for one in before.experiences if not _is_among(one, after.experiences)]
    new = [one for one in after.experiences if not _is_among(one, before.experiences)]
    rewritten, taken = _histories(gone, new)
    rewritten = [*_person(before, after), *_attempts(before, after), *rewritten]
    factors = _factors(standing_before, standing_after)
    return Comparison(
        fixed=tuple(_fixed(before, after)),
        rewritten=tuple(rewritten),
        added=tuple(_told(one) for one in new if one not in taken),
        factors=factors,
        gates=_gates(standing_before, standing_after),
        applications=applications_that_differ(before.applications, after.applications),
        same_file_day=standing_before.files_opened == standing_after.files_opened,
        says=_says(factors, rewritten),
    )


def _is_among(one: Experience, others: tuple[Experience, ...]) -> bool:
    """Whether the same piece of the past is told: title, place and beginning agree; details may grow."""
    return any(_same_name(one, other) and _overlaps(one.start, other.start) for other in others)


def _same_name(one: Experience, other: Experience) -> bool:
    return _folded(one.title) == _folded(other.title) and _folded(one.organization) == _folded(other.organization)


def _folded(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


def _histories(gone: list[Experience], new: list[Experience]) -> tuple[list[Rewritten], list[Experience]]:
    found: list[Rewritten] = []
    taken: list[Experience] = []
    for one in gone:
        instead = next((other for other in new if other not in taken and _same_years(one, other)), None)
        if instead is None:
            found.append(Rewritten(Rewriting.LEFT_OUT, _told(one), "–", _LEFT_OUT))
            continue
        taken.append(instead)
        same_place = bool(one.organization) and _folded(one.organization) == _folded(instead.organization)
        how = Rewriting.ANOTHER_TITLE if same_place else Rewriting.ANOTHER_PLACE
        found.append(Rewritten(how, _told(one), _told(instead), _TITLE if same_place else _PLACE))
    return found, taken


_LEFT_OUT = "The second file no longer tells it. These years are asked about: what was done stays on the file."
_TITLE = "The title differs. The one on your contract stands first; what it was about can stand beside it."
_PLACE = (
    "The same years under another title and employer. Nobody's past changes: this can be two people, or a mistake in "
    "one of the files, and never a way to improve one. If both jobs were real, both belong in the file."
)


def _same_years(one: Experience, other: Experience) -> bool:
    if (one.kind in _MAIN) != (other.kind in _MAIN) or (one.kind not in _MAIN and one.kind is not other.kind):
        return False
    return _overlaps(one.start, other.start) and _same_end(one, other)


def _same_end(one: Experience, other: Experience) -> bool:
    if isinstance(one.end, str) or isinstance(other.end, str):
        return one.end == other.end
    return _overlaps(one.end, other.end)


def _overlaps(one: PartialDate, other: PartialDate) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _person(before: Dossier, after: Dossier) -> list[Rewritten]:
    pairs = (
        ("Graduation", before.medical_school.graduated.in_words, after.medical_school.graduated.in_words),
        ("Country of the medical school", before.medical_school.country, after.medical_school.country),
    )
    agree = _overlaps(before.medical_school.graduated, after.medical_school.graduated)
    return [
        Rewritten(
            Rewriting.PERSON, f"{what}: {one}", f"{what}: {other}", f"{what} is the same in every file of a person."
        )
        for what, one, other in pairs
        if one.casefold() != other.casefold() and not (what == "Graduation" and agree)
    ]


def _attempts(before: Dossier, after: Dossier) -> list[Rewritten]:
    """Attempts that ended, and that the second file lacks or tells otherwise.

    What is told the same way in both is set aside first; of the rest an attempt is told otherwise by the one of its
    date, or else by one of the same result.
    """
    left, missing = list(after.exams), []
    for exam in before.exams:
        same = next((other for other in left if _same_attempt(exam, other)), None)
        if same is not None:
            left.remove(same)
        elif exam.result in (ExamResult.PASSED, ExamResult.FAILED):
            missing.append(exam)
    found = []
    for exam in missing:
        those = [one for one in left if one.exam is exam.exam]
        other = next((one for one in those if one.date and exam.date and _overlaps(one.date, exam.date)), None)
        other = other or next((one for one in those if one.result is exam.result), None)
        if other is not None:
            left.remove(other)
        found.append(Rewritten(Rewriting.ATTEMPT, _attempt(exam), _attempt(other) if other else "–", _TRANSCRIPT))
    return found


_TRANSCRIPT = "The transcript shows every attempt with its result, so every file does."


def _same_attempt(one: Exam, other: Exam) -> bool:
    scores = one.score is None or other.score is None or one.score == other.score
    dates = one.date is None or other.date is None or _overlaps(one.date, other.date)
    return one.exam is other.exam and one.result is other.result and scores and dates


def _attempt(exam: Exam) -> str:
    score = f", {exam.score}" if exam.score is not None else ""
    return f"{exam.exam} {exam.result}{score}{f', {exam.date.in_words}' if exam.date else ''}"


def _fixed(before: Dossier, after: Dossier) -> list[str]:
    """What both say and what stays, whatever is done next."""
    school, other = before.medical_school, after.medical_school
    facts = [f"Graduation: {other.graduated.in_words}"] if _overlaps(school.graduated, other.graduated) else []
    if school.country.casefold() == other.country.casefold():
        facts.append(f"Country of the medical school: {other.country}")
    for exam in before.exams:
        if exam.result in (ExamResult.PASSED, ExamResult.FAILED) and any(
            _same_attempt(exam, one) for one in after.exams
        ):
            facts.append(_attempt(exam))
    return facts


def _told(one: Experience) -> str:
    end = "present" if isinstance(one.end, str) else one.end.in_words
    when = one.start.in_words if one.start == one.end else f"{one.start.in_words} to {end}"
    return f"{one.title}{f', {one.organization}' if one.organization else ''}, {when}"


def _factors(before: Standing, after: Standing) -> tuple[FactorPair, ...]:
    others: dict[str, RiskFactor] = {factor.name: factor for factor in after.risk_factors}
    return tuple(
        FactorPair(one.name, one.title, one.movable, one.files_opened, others[one.name].files_opened)
        for one in before.risk_factors
        if one.name in others
    )


def _gates(before: Standing, after: Standing) -> tuple[GatePair, ...]:
    others = {gate.name: gate for gate in after.gates}
    return tuple(
        GatePair(gate.name, gate.title, gate.state, others[gate.name].state)
        for gate in before.gates
        if gate.name in others
    )


def _says(factors: tuple[FactorPair, ...], rewritten: list[Rewritten]) -> str:
    moved = [factor.title for factor in factors if factor.before.level is not factor.after.level]
    first = {0: "No level differs", 1: "One level differs"}.get(len(moved), f"{len(moved)} levels differ")
    many = {0: "the past is told the same way in both", 1: "one piece of the past is told in two ways"}
    return f"{first}, and {many.get(len(rewritten), f'{len(rewritten)} pieces of the past are told in two ways')}."
