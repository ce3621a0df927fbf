"""The facts that could be told, as the file knows them on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.applicant.parts.experience import Experience
from bedside.applicant.parts.partial_date import PartialDate
from bedside.calendar.months import DAYS_A_MONTH
from bedside.story.told.facts import (
    NOT_PASSED,
    PASSED,
    RETURN,
    SINCE_GRADUATION,
    InFile,
    began_at,
    is_of_the_return,
    left,
    month_number,
    name_of_experience,
    period_in_words,
    result_of,
    since_began,
    time_at,
    when_at,
)

_TWO_YEARS = 24


def in_file(dossier: Dossier, as_of: date) -> dict[str, InFile]:
    """Every fact that could be told, by its name, as the file knows it on `as_of`."""
    graduated = dossier.medical_school.graduated
    known = [
        InFile("graduation", graduated.in_words, (_months(graduated),), "medical_school.graduated"),
        _since(graduated, as_of),
        *_exams(dossier),
        *_activities(dossier, as_of),
    ]
    return {one.fact: one for one in known}


def _since(graduated: PartialDate, as_of: date) -> InFile:
    shortest, longest = _length(graduated.latest, as_of), _length(graduated.earliest, as_of)
    return InFile(SINCE_GRADUATION, _in_words(longest), ((shortest, longest),), "medical_school.graduated")


def _exams(dossier: Dossier) -> Iterator[InFile]:
    for name in ExamName:
        sat = [(f"exams[{place}]", exam) for place, exam in enumerate(dossier.exams) if exam.exam is name]
        failed = [(entry, exam) for entry, exam in sat if exam.result is ExamResult.FAILED]
        passed = [(entry, exam) for entry, exam in sat if exam.result is ExamResult.PASSED]
        if not sat:
            continue
        entry = (passed or sat)[0][0]
        if failed or passed:
            result = PASSED if passed else NOT_PASSED
            yield InFile(result_of(name), "passed" if passed else "not passed", ((result, result),), entry)
        many = len(failed) + len(passed)
        told = "first attempt" if not failed and passed else f"{many} attempt{'' if many == 1 else 's'}"
        next_one = 0 if passed else 1
        yield InFile(f"{name} attempts", told, ((many, many + next_one),), entry)
        yield InFile(f"{name} failed attempts", str(len(failed) or "none"), ((len(failed), len(failed)),), entry)
        scored = [(entry, exam.score) for entry, exam in (*passed, *failed) if exam.score is not None]
        if scored:
            all_scores = tuple((float(score), float(score)) for _, score in scored)
            yield InFile(f"{name} score", str(scored[0][1]), all_scores, scored[0][0])
        for fact, those in (("passed in", passed), ("failed in", failed)):
            dated = [(entry, exam.date) for entry, exam in those if exam.date is not None]
            if dated:
                words = " and ".join(day.in_words for _, day in dated)
                yield InFile(f"{name} {fact}", words, tuple(_months(day) for _, day in dated), dated[0][0])


def _activities(dossier: Dossier, as_of: date) -> Iterator[InFile]:
    at: dict[str, list[tuple[str, Experience]]] = {}
    for place, one in enumerate(dossier.experiences):
        if one.first_day <= as_of:
            at.setdefault(name_of_experience(one), []).append((f"experiences[{place}]", one))
    for name, entries in at.items():
        yield from _of_one_place(name, entries, as_of)
    back = [(entry, one) for entries in at.values() for entry, one in entries if is_of_the_return(one)]
    if back:
        entry, first = min(back, key=lambda found: found[1].first_day)
        months = _length(first.first_day, as_of)
        yield InFile(RETURN, _in_words(months), ((0, months),), entry)


def _of_one_place(name: str, entries: list[tuple[str, Experience]], as_of: date) -> Iterator[InFile]:
    """A place with several entries may be told of as one of them, or from the first to the last."""
    entry = entries[0][0]
    activities = [one for _, one in entries]
    whole = (
        _length(min(one.start.latest for one in activities), max(_first_end(one, as_of) for one in activities)),
        _length(min(one.first_day for one in activities), max(one.last_day(as_of) for one in activities)),
    )
    each = [
        (_length(one.start.latest, _first_end(one, as_of)), _length(one.first_day, one.last_day(as_of)))
        for one in activities
    ]
    yield InFile(time_at(name), _in_words(sum(whole) / 2), tuple(dict.fromkeys((whole, *each))), entry)
    starts = tuple(_months(one.start) for one in activities)
    yield InFile(began_at(name), activities[0].start.in_words, starts, entry)
    ago = tuple((_length(one.start.latest, as_of), _length(one.first_day, as_of)) for one in activities)
    yield InFile(since_began(name), _in_words(ago[0][1]), ago, entry)
    times = tuple((_months(one.start)[0], _last_month(one, as_of)) for one in activities)
    yield InFile(when_at(name), period_in_words(activities[0]), times, entry)
    ends = [one.end for one in activities if isinstance(one.end, PartialDate)]
    if len(ends) == len(activities):
        yield InFile(left(name), ends[-1].in_words, tuple(_months(end) for end in ends), entry)
    elif not ends:
        yield InFile(left(name), "still there", (), entry)


def _last_month(one: Experience, as_of: date) -> float:
    return _months(one.end)[1] if isinstance(one.end, PartialDate) else month_number(as_of.year, as_of.month)


def _first_end(one: Experience, as_of: date) -> date:
    return as_of if isinstance(one.end, str) else min(one.end.earliest, as_of)


def _months(day: PartialDate) -> tuple[float, float]:
    first, last = day.earliest, day.latest
    return month_number(first.year, first.month), month_number(last.year, last.month)


def _length(first: date, last: date) -> float:
    return max(0.0, (last - first).days / DAYS_A_MONTH)


def _in_words(months: float) -> str:
    if months < _TWO_YEARS:
        whole = round(months)
        return f"about {whole} month{'' if whole == 1 else 's'}"
    return f"about {months / 12:.1f} years".replace(".0", "")
