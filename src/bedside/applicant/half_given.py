"""Answers of the first minute that cannot be kept as they are: half given, or of a day that has not come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.applicant.six_answers import DATES, MOST_WEEKS, ExperienceAnswer, JobAnswer, SixAnswers, mistakes_in
from bedside.applicant.typed import date_typed, number_typed

_EMPTY_IT = "or empty this field."
_NOT_YET = "{} has not come yet. Write a date that is past, or leave it empty."


def to_put_right(answers: SixAnswers, as_of: date) -> dict[str, tuple[str, ...]]:
    """Everything to put right before the answers can be used, by the name of the answer: nothing typed is dropped.

    A date to come is told once, in the same words wherever it stands.
    """
    found = mistakes_in(answers, as_of)
    for field, says in (*_half_given(answers), *_to_come(answers, as_of)):
        if field not in found or field in DATES:
            found[field] = (says,)
    return found


def _to_come(answers: SixAnswers, as_of: date) -> Iterator[tuple[str, str]]:
    for field in DATES:
        read = date_typed(getattr(answers, field))
        if read is not None and read.earliest > as_of:
            yield field, _NOT_YET.format(read.in_words)


def _half_given(answers: SixAnswers) -> Iterator[tuple[str, str]]:
    yield from _job(answers)
    yield from _contact(answers)
    yield from _us_clinical(answers)


def _job(answers: SixAnswers) -> Iterator[tuple[str, str]]:
    if answers.job in ("", JobAnswer.NONE):
        for field in _given(answers, "job_since", "job_hours"):
            yield field, f"Choose the kind of job this belongs to, {_EMPTY_IT}"
    elif not answers.job_since:
        yield "job_since", "Say since when, a year is enough, or choose “I do not know” for the kind of job."


def _contact(answers: SixAnswers) -> Iterator[tuple[str, str]]:
    given = _given(answers, "contact_when", "contact_where", "contact")
    if not given:
        return
    missing = {
        "contact_when": "Say when, a year is enough, or choose “I do not know” for where and how.",
        "contact_where": "Choose where it was, or empty what you said about when and how.",
        "contact": "Choose how it was, or empty what you said about when and where.",
    }
    yield from ((field, says) for field, says in missing.items() if field not in given)


def _us_clinical(answers: SixAnswers) -> Iterator[tuple[str, str]]:
    if answers.experience in ("", ExperienceAnswer.NONE):
        for field in _given(answers, "experience_weeks", "experience_hours", "experience_ended"):
            yield field, f"Choose the kind of experience this belongs to, {_EMPTY_IT}"
        return
    or_open = "or choose “I do not know” for what you have so far."
    if not number_typed(answers.experience_weeks, MOST_WEEKS):
        yield "experience_weeks", f"Say how many weeks, about, {or_open}"
    if not answers.experience_ended and not answers.tells_last_us_contact:
        yield "experience_ended", f"Say when it ended, a year is enough, {or_open}"


def _given(answers: SixAnswers, *fields: str) -> tuple[str, ...]:
    return tuple(field for field in fields if getattr(answers, field))
