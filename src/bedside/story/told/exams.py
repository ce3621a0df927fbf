"""What a text tells of school and exams: the year of graduation, scores, attempts, and when they were passed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bedside.applicant.parts.examinations import ExamName
from bedside.story.text.amounts import LENGTH, MONTH_AND_YEAR, NUMBER, amount, month_of, months_of
from bedside.story.told.facts import PASSED, SINCE_GRADUATION, Told, result_of, told_as

_EXAM = r"(?:Step\s*1|Step\s*2\s*CK|Step\s*2\s*CS|Step\s*2|Step\s*3)"
_NAMED_EXAM = re.compile(rf"(?<!\w){_EXAM}(?!\w)", re.IGNORECASE)
_EVERY_EXAM = re.compile(r"\b(?:all|both|every|each)\b[^.!?\n]{0,20}\b(?:steps?|exams?|examinations?|boards)\b", re.I)
_DEGREE = r"(?:medical\s+(?:degree|diploma)|M\.?B\.?B\.?S\.?|MD\b)(?:\s+degree)?"
_GRADUATED = re.compile(
    rf"(?:graduat(?:ed|ing|ion)|(?:completed|finished)\s+(?:my\s+)?medical\s+(?:school|studies|education)|{_DEGREE})"
    rf"(?P<from>(?:\s+(?:from|at|with|in(?!\s+(?:19|20)\d\d))\s+[^.!?\n,;]{{0,60}}?)??),?\s+in\s+(?:the\s+(?:year|(?:spring|summer|fall|autumn|winter)(?:\s+of)?)\s+)?(?P<when>{MONTH_AND_YEAR})"
    rf"|{_DEGREE}[^.!?\n;(]{{0,60}}\(\s*(?P<degree>(?:19|20)\d\d)\s*\)"
    r"|\b(?:medical\s+)?class\s+of\s+(?P<class>(?:19|20)\d\d)\b|\b(?P<a>(?:19|20)\d\d)\s+(?:medical\s+)?graduate\b"
    r"|\b(?:year\s+of\s+graduation|YOG)\W{1,3}(?:(?:is|was)\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_AGO = re.compile(r"\s+ago\b", re.IGNORECASE)
_HAS_GRADUATED = re.compile(r"\bgraduated\b[^.!?\n,;]{0,40}$", re.IGNORECASE)
_OUT_OF_SCHOOL = re.compile(r"\bout\s+of\s+(?:medical\s+)?school\s+(?:for\s+)?(?:now\s+)?$", re.IGNORECASE)
_SINCE_GRADUATION = re.compile(
    r"\s+(?:have\s+passed\s+)?since\s+(?:I\s+|my\s+)?(?:medical\s+school\s+)?graduat(?:ed|ion)\b",
    re.IGNORECASE,
)
_ANOTHER_SCHOOL = re.compile(
    r"master|MPH|MBA|high school|secondary|college|residen|bachelor|nursing|certificate|course", re.I
)
_OF_SOMETHING = (
    r"(?!\s*[-%]|\s+(?:more\s+)?(?:hours?|days?|weeks?|months?|questions?|patients?|pages?|cards?|programs?|dollars?"
    r"|people|cases?)\b)"
)
_SCORE = re.compile(
    rf"(?P<exam>{_EXAM})\b(?:(?!Step\s*[123])[^.!?\n]){{0,40}}?\b(?P<score>[12]\d\d)\b(?!\s+and\s+[12]\d\d\b){_OF_SOMETHING}",
    re.I,
)
_SCORE_BEFORE = re.compile(
    rf"\b(?:scored?|scores\s+of|score\s+of)\s+(?:a\s+|an\s+)?(?P<score>[12]\d\d)\b(?:(?!Step\s*[123])[^.!?\n]){{0,30}}?"
    rf"(?P<exam>{_EXAM})",
    re.I,
)
_SCORE_ON = re.compile(
    rf"\b(?P<score>[12]\d\d)\s+(?:on|in|for|at)\s+(?:the\s+|my\s+)?(?:USMLE\s+)?(?P<exam>{_EXAM})\b", re.IGNORECASE
)
_TIMES = rf"(?:once|twice|{NUMBER}\s+times)"
_ATTEMPT = re.compile(
    rf"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[\s-](?:attempt|try)\b"
    rf"|(?<![\w.])(?P<failed>{NUMBER})\s+failed\s+(?:attempts?|tries)\b"
    rf"|(?<![\w.])(?P<number>{NUMBER}|single)\s+(?:attempts?|tries)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|fail\w*|without|unsuccessful)\b|n['’]t\b", re.I)
_FAILED = re.compile(
    rf"\bfail(?:ed|ing)\s+(?:the\s+)?(?:USMLE\s+)?(?P<exam>{_EXAM})(?:\s+(?P<times>{_TIMES}))?", re.IGNORECASE
)
_SAT_IN = re.compile(
    rf"\b(?P<how>pass|fail)(?:ed|ing)?\s+(?:the\s+)?(?:USMLE\s+)?(?P<exam>{_EXAM})\b"
    rf"(?:(?!pass|fail)[^.!?\n]){{0,30}}?\bin\s+(?P<when>{MONTH_AND_YEAR})",
    re.I,
)
_PASSED = re.compile(rf"\b(?:passed|cleared)\s+(?:the\s+)?(?:USMLE\s+)?(?P<exam>{_EXAM})\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:not|never|will|would|plan|hope|expect|once|when|until|if|before|after)\b|n['’]t\b", re.IGNORECASE
)
_ORDER = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_MANY = 99
_BEFORE = 80
_IN_CODE = {"step1": ExamName.STEP_1, "step2cs": ExamName.STEP_2_CS, "step3": ExamName.STEP_3}


def told_of_exams(sentence: str, meant: tuple[str, ...], passed: frozenset[str]) -> Iterator[Told]:
    """What a sentence tells of school and exams.

    `meant` are the exams named last, `passed` those of which the file has a pass.
    """
    yield from _graduation(sentence)
    yield from _time_since_graduation(sentence)
    yield from _scores(sentence)
    yield from _attempts(sentence, meant)
    yield from _days_of_exams(sentence)
    yield from _results(sentence, passed)


def exams_named(sentence: str) -> tuple[str, ...]:
    """The exams that a sentence names, each once, by their full names."""
    return tuple(dict.fromkeys(_exam(name[0]) for name in _NAMED_EXAM.finditer(sentence)))


def _graduation(sentence: str) -> Iterator[Told]:
    for found in _GRADUATED.finditer(sentence):
        group = next(name for name in ("when", "degree", "class", "a", "year") if found[name])
        before = sentence[max(0, found.start() - 40) : found.start()]
        if not _ANOTHER_SCHOOL.search(f"{before} {found['from'] or ''}"):
            yield told_as("graduation", found, group, *month_of(found[group]))


def _time_since_graduation(sentence: str) -> Iterator[Told]:
    for found in LENGTH.finditer(sentence):
        before = sentence[max(0, found.start() - _BEFORE) : found.start()]
        is_ago = _AGO.match(sentence, found.end()) and _HAS_GRADUATED.search(before)
        is_ago = is_ago or _OUT_OF_SCHOOL.search(before)
        if (is_ago or _SINCE_GRADUATION.match(sentence, found.end())) and not _ANOTHER_SCHOOL.search(
            sentence, max(0, found.start() - _BEFORE), found.end() + _BEFORE
        ):
            yield told_as(SINCE_GRADUATION, found, 0, *months_of(found))


def _results(sentence: str, passed: frozenset[str]) -> Iterator[Told]:
    """Exams that are told as passed, where the file has no pass of them."""
    for found in _PASSED.finditer(sentence):
        exam = _exam(found["exam"])
        if exam not in passed and not _NOT_YET.search(sentence, max(0, found.start() - 30), found.start()):
            yield told_as(result_of(exam), found, 0, PASSED, PASSED)


def _scores(sentence: str) -> Iterator[Told]:
    for pattern in (_SCORE, _SCORE_BEFORE, _SCORE_ON):
        for found in pattern.finditer(sentence):
            yield told_as(f"{_exam(found['exam'])} score", found, "score", float(found["score"]), float(found["score"]))


def _attempts(sentence: str, meant: tuple[str, ...]) -> Iterator[Told]:
    """Attempts at the exams named before the number since the last one, else after it, else in the sentence before."""
    named = [(name.start(), _exam(name[0])) for name in _NAMED_EXAM.finditer(sentence)]
    of_all = _EVERY_EXAM.search(sentence) is not None
    last = 0
    for found in _ATTEMPT.finditer(sentence):
        here = [exam for place, exam in named if last <= place < found.start()]
        here = here or [exam for place, exam in named if place >= found.end()][:1]
        if not here and of_all:
            here = [str(ExamName.STEP_1), str(ExamName.STEP_2_CK), str(ExamName.STEP_3)]
        for exam in here or ([] if named else meant[-1:]):
            yield _attempt(exam, found, bool(_NOT.search(sentence, last, found.end() + 60)))
        last = found.end()
    for found in _FAILED.finditer(sentence):
        low, high = _times(found["times"])
        yield told_as(f"{_exam(found['exam'])} failed attempts", found, 0, low, high)


def _attempt(exam: str, found: re.Match[str], is_denied: bool) -> Told:
    if found["failed"]:
        return told_as(f"{exam} failed attempts", found, 0, amount(found["failed"]), amount(found["failed"]))
    if found["nth"] and is_denied:
        return told_as(f"{exam} failed attempts", found, 0, 1, _MANY)
    written = (found["nth"] or found["number"]).lower()
    number = _ORDER.get(written) or (1 if written == "single" else amount(written))
    return told_as(f"{exam} attempts", found, 0, number, number)


def _times(written: str | None) -> tuple[float, float]:
    if written is None:
        return 1, _MANY
    words = written.lower().split()
    number = {"once": 1.0, "twice": 2.0}.get(words[0]) or amount(" ".join(words[:-1]))
    return number, number


def _days_of_exams(sentence: str) -> Iterator[Told]:
    for found in _SAT_IN.finditer(sentence):
        how = "passed in" if found["how"].lower() == "pass" else "failed in"
        yield told_as(f"{_exam(found['exam'])} {how}", found, "when", *month_of(found["when"]))


def _exam(written: str) -> str:
    """The exam by its full name; Step 2 without a word after it is Step 2 CK."""
    return str(_IN_CODE.get("".join(written.lower().split()), ExamName.STEP_2_CK))
