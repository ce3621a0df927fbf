"""The facts a text tells: years, scores, attempts, lengths of time, beginnings and ends."""

from __future__ import annotations

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.examinations import ExamResult
from bedside.story.text.counting import sentences
from bedside.story.told.exams import exams_named, told_of_exams
from bedside.story.told.facts import Told, each_once
from bedside.story.told.places import Places, told_of_places


def told_in(text: str, dossier: Dossier) -> tuple[Told, ...]:
    """Every fact that a text tells, in the order of the text."""
    places = Places(dossier)
    passed = frozenset(str(exam.exam) for exam in dossier.exams if exam.result is ExamResult.PASSED)
    found: list[Told] = []
    meant: tuple[str, ...] = ()
    for start, end in sentences(text):
        sentence = text[start:end]
        meant = exams_named(sentence) or meant
        told = (*told_of_exams(sentence, meant, passed), *told_of_places(sentence, places))
        found += [Told(one.fact, one.value, one.low, one.high, start + one.start, start + one.end) for one in told]
    return tuple(each_once(found))
