"""The facts a text tells (years, scores, attempts, durations), and the same facts as the file knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.applicant.parts.experience import Contact, Experience, Kind
from bedside.story.counting import sentences

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(" "), start=1)}
_NUMBER = rf"(\d{{1,3}}(?:\.\d)?|{'|'.join(NUMBERS)}|a|an)"
_EXAM = r"(Step\s*1|Step\s*2\s*CK|Step\s*2\s*CS|Step\s*2|Step\s*3)"
_GRADUATED = re.compile(
    r"(?:graduat\w+|class\s+of|medical\s+degree|M\.?B\.?B\.?S\.?|earned\s+my\s+MD)[^.!?\n]{0,60}?\b((?:19|20)\d\d)\b",
    re.I,
)
_SCORE = re.compile(rf"{_EXAM}\b[^.!?\n]{{0,40}}?\b([12]\d\d)\b", re.I)
_SCORE_BEFORE = re.compile(rf"\b(?:scored?|score of)\s+(?:a\s+|an\s+)?([12]\d\d)\b[^.!?\n]{{0,30}}?{_EXAM}", re.I)
_FIRST_ATTEMPT = re.compile(
    r"(?:on|in|at)\s+(?:my|the|a)\s+(?:very\s+)?first\s+(?:attempt|try)|first[\s-]attempt", re.I
)
_PASSED_IN = re.compile(rf"pass\w*\s+(?:USMLE\s+)?{_EXAM}\b[^.!?\n]{{0,30}}?\b(20\d\d)\b", re.I)
_OVER_THE_LAST = re.compile(
    rf"(?:over|in|during|for|within)\s+the\s+(?:last|past)\s+{_NUMBER}?\s*(months?|years?)", re.I
)
_FOR_YEARS = re.compile(
    rf"(?:for|spent|with)\s+(?:(?:over|about|nearly|almost|more\s+than)\s+)?{_NUMBER}\s+(months?|years?)", re.I
)
_RETURN = re.compile(r"return|back|observ|volunteer|rotat|clinic|shadow|extern|hands-on|bedside", re.I)

_ALL_EXAMS = (ExamName.STEP_1, ExamName.STEP_2_CK, ExamName.STEP_3)
_DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as a text tells it: `fact` names it, `value` is in words, `number` where it is one.

    `start` (inclusive) and `end` (exclusive) are its place in the text.
    """

    fact: str
    value: str
    number: float | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class InFile:
    """One fact as the file knows it; `low` and `high` are the numbers it can be, both inclusive."""

    fact: str
    value: str
    low: float | None
    high: float | None
    entry: str

    def agrees_with(self, told: Told) -> bool:
        """Whether what was told can be what the file says."""
        if told.number is None or self.low is None or self.high is None:
            return told.value.casefold() == self.value.casefold()
        return self.low <= told.number <= self.high


def told_in(text: str, dossier: Dossier) -> tuple[Told, ...]:
    """Every fact that a text tells, in the order of the text."""
    found = (*_graduation(text), *_scores(text), *_attempts(text), *_years_of_passing(text), *_durations(text, dossier))
    by_place = {(told.fact, told.start): told for told in sorted(found, key=lambda told: (told.start, told.end))}
    return tuple(by_place.values())


def in_file(dossier: Dossier, as_of: date) -> dict[str, InFile]:
    """Every fact that could be told, as the file knows it on `as_of`."""
    known = [*_known_graduation(dossier), *_known_exams(dossier), *_known_durations(dossier, as_of)]
    return {one.fact: one for one in known}


def _graduation(text: str) -> Iterator[Told]:
    for found in _GRADUATED.finditer(text):
        yield Told("year of graduation", found[1], float(found[1]), *found.span(1))


def _scores(text: str) -> Iterator[Told]:
    for found in _SCORE.finditer(text):
        yield Told(f"{_exam(found[1])} score", found[2], float(found[2]), *found.span(2))
    for found in _SCORE_BEFORE.finditer(text):
        yield Told(f"{_exam(found[2])} score", found[1], float(found[1]), *found.span(1))


def _attempts(text: str) -> Iterator[Told]:
    for found in _FIRST_ATTEMPT.finditer(text):
        start, end = next(((a, b) for a, b in sentences(text) if a <= found.start() < b), (0, len(text)))
        named = [_exam(name[1]) for name in re.finditer(_EXAM, text[start:end], re.I)]
        for exam in named or [str(name) for name in _ALL_EXAMS]:
            yield Told(f"{exam} attempts", "first attempt", 1, *found.span())


def _years_of_passing(text: str) -> Iterator[Told]:
    for found in _PASSED_IN.finditer(text):
        yield Told(f"{_exam(found[1])} passed in", found[2], float(found[2]), *found.span(2))


def _durations(text: str, dossier: Dossier) -> Iterator[Told]:
    """The two different lengths are kept apart: how long the way back has taken, and how long a job lasted."""
    for start, end in sentences(text):
        for found in _OVER_THE_LAST.finditer(text, start, end):
            if _RETURN.search(text, found.end(), end) and found[1]:
                yield _duration("time of the return", found)
        for found in _FOR_YEARS.finditer(text, start, end):
            job = _job_named(text[start:end], dossier)
            if job is not None:
                yield _duration(f"time at {job}", found)


def _duration(fact: str, found: re.Match[str]) -> Told:
    number = NUMBERS.get(found[1].lower(), 1.0 if found[1].lower() in ("a", "an") else None)
    amount = float(number if number is not None else found[1])
    months = amount * 12 if found[2].lower().startswith("year") else amount
    return Told(fact, f"{found[1]} {found[2]}", months, found.start(1), found.end(2))


def _job_named(sentence: str, dossier: Dossier) -> str | None:
    lowered = sentence.casefold()
    for experience in dossier.experiences:
        for name in (experience.organization, experience.title):
            if name and name.casefold() in lowered:
                return experience.organization or experience.title
    return None


def _exam(written: str) -> str:
    """The exam by its full name; Step 2 without a word after it is Step 2 CK."""
    joined = " ".join(re.findall(r"[a-z]+|\d", written.lower())).title().replace("Ck", "CK").replace("Cs", "CS")
    return "Step 2 CK" if joined == "Step 2" else joined


def _known_graduation(dossier: Dossier) -> Iterator[InFile]:
    year = dossier.medical_school.graduated.year
    yield InFile("year of graduation", str(year), year, year, "medical_school.graduated")


def _known_exams(dossier: Dossier) -> Iterator[InFile]:
    for name in ExamName:
        attempts = [(place, exam) for place, exam in enumerate(dossier.exams) if exam.exam is name]
        if not attempts:
            continue
        failed = sum(exam.result is ExamResult.FAILED for _, exam in attempts)
        passed = next(((place, exam) for place, exam in attempts if exam.result is ExamResult.PASSED), None)
        entry = f"exams[{passed[0] if passed else attempts[0][0]}]"
        words = "first attempt" if not failed else f"{failed + 1} attempts" if passed else f"{failed} failed"
        yield InFile(f"{name} attempts", words, failed + 1, failed + 1, entry)
        if passed and passed[1].score is not None:
            yield InFile(f"{name} score", str(passed[1].score), passed[1].score, passed[1].score, entry)
        if passed and passed[1].date is not None:
            yield InFile(f"{name} passed in", str(passed[1].date.year), passed[1].date.year, passed[1].date.year, entry)


def _known_durations(dossier: Dossier, as_of: date) -> Iterator[InFile]:
    for place, experience in enumerate(dossier.experiences):
        if experience.kind in (Kind.JOB, Kind.RESEARCH, Kind.CLINICAL_PRACTICE):
            low, high = _months(experience, as_of)
            name = experience.organization or experience.title
            yield InFile(f"time at {name}", _in_words(low, high), low, high, f"experiences[{place}]")
    back = [(place, one) for place, one in enumerate(dossier.experiences) if _is_of_the_return(one)]
    if back:
        place, first = min(back, key=lambda entry: entry[1].first_day)
        months = (as_of - first.first_day).days / _DAYS_A_MONTH
        yield InFile("time of the return", _in_words(0, months), 0, months + 1, f"experiences[{place}]")


def _is_of_the_return(experience: Experience) -> bool:
    near = experience.contact is not Contact.NONE
    return near and experience.is_in_the_us and experience.kind in (Kind.ROTATION, Kind.VOLUNTEERING)


def _months(experience: Experience, as_of: date) -> tuple[float, float]:
    """From the shortest to the longest it can have been, and a half year beyond on both sides for round words."""
    last = as_of if isinstance(experience.end, str) else min(experience.end.latest, as_of)
    first_end = last if isinstance(experience.end, str) else min(experience.end.earliest, as_of)
    longest = (last - experience.start.earliest).days / _DAYS_A_MONTH
    shortest = (first_end - experience.start.latest).days / _DAYS_A_MONTH
    return max(0.0, shortest - _ROUNDED), longest + _ROUNDED


_ROUNDED = 6.0


def _in_words(low: float, high: float) -> str:
    months = round(high if low == 0 else (low + high) / 2)
    if months < 24:
        return f"about {months} month{'' if months == 1 else 's'}"
    return f"about {months / 12:.1f} years".replace(".0", "")
