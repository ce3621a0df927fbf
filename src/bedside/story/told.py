"""The facts a text tells: years, scores, attempts, lengths of time, beginnings and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.experience import Experience, Kind
from bedside.story.amounts import LENGTH, MONTH_AND_YEAR, NUMBER, amount, month_of, months_of
from bedside.story.counting import sentences
from bedside.story.facts import (
    RETURN,
    Told,
    began_at,
    each_once,
    is_of_the_return,
    left,
    name_of_experience,
    names_in_file,
    time_at,
)

_EXAM = r"(?:Step\s*1|Step\s*2\s*CK|Step\s*2\s*CS|Step\s*2|Step\s*3)"
_NAMED_EXAM = re.compile(rf"(?<!\w){_EXAM}(?!\w)", re.IGNORECASE)
_EVERY_EXAM = re.compile(r"\b(?:all|both|every|each)\b[^.!?\n]{0,20}\b(?:steps?|exams?|examinations?|boards)\b", re.I)
_GRADUATED = re.compile(
    rf"(?:graduat(?:ed|ing|ion)|(?:medical\s+degree|M\.?B\.?B\.?S\.?|MD\b)(?:\s+degree)?)"
    rf"(?P<from>(?:\s+(?:from|at|with)\s+[^.!?\n,;]{{0,60}}?)?),?\s+in\s+(?P<when>{MONTH_AND_YEAR})"
    r"|\b(?:medical\s+)?class\s+of\s+(?P<class>(?:19|20)\d\d)\b",
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
_ORDER = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_MANY = 99
_IN_CODE = {"step1": ExamName.STEP_1, "step2cs": ExamName.STEP_2_CS, "step3": ExamName.STEP_3}

_JUST_PAST = re.compile(r"\b(?:over|in|during|for|within|through)?\s*(?:the|these)\s+(?:last|past)\s+$", re.I)
_NOT_A_LENGTH = re.compile(
    r"\s+(?:ago|before|earlier|later|old|younger|older|apart|of\s+age|from\s+now|residency|program)|[-\s]old\b", re.I
)
_MOMENT = re.compile(r"(?:after|within|every|first|last|next|second|third|by|until|per|once|twice)\s+(?:my\s+)?$", re.I)
_CAME_BACK = re.compile(
    r"return|came\s+back|coming\s+back|way\s+back|observ|volunteer|rotat|shadow|extern|free\s+clinic|bedside", re.I
)
_AT_WORK = re.compile(r"\b(?:worked|working|employed|my\s+job|my\s+position|this\s+job|my\s+employer)\b", re.I)
_CLAUSE = re.compile(r"[,;:]|\b(?:then|before|after|while|until)\b|\band\s+(?=for\b|then\b|later\b)", re.I)
_BEGAN = re.compile(
    rf"\b(?:joined|hired|start(?:ed|ing)?|beg[au]n|beginning|worked\s+from|employed\s+from)\b[^.!?\n]{{0,80}}?"
    rf"\b(?P<when>{MONTH_AND_YEAR})|\bfrom\s+(?P<from>{MONTH_AND_YEAR})\s+(?:to|until|through)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"\b(?:left\b[^.!?\n]{{0,60}}?\bin|until|through)\s+(?P<when>{MONTH_AND_YEAR})"
    rf"|\bfrom\s+{MONTH_AND_YEAR}\s+to\s+(?P<to>{MONTH_AND_YEAR})",
    re.IGNORECASE,
)


def told_in(text: str, dossier: Dossier) -> tuple[Told, ...]:
    """Every fact that a text tells, in the order of the text."""
    places = _Places(dossier)
    found: list[Told] = []
    meant: tuple[str, ...] = ()
    for start, end in sentences(text):
        sentence = text[start:end]
        named = tuple(dict.fromkeys(_exam(name[0]) for name in _NAMED_EXAM.finditer(sentence)))
        meant = named or meant
        told = (
            *_graduation(sentence),
            *_scores(sentence),
            *_attempts(sentence, meant),
            *_days_of_exams(sentence),
            *_lengths(sentence, places),
            *_beginnings(sentence, places),
        )
        found += [Told(one.fact, one.value, one.low, one.high, start + one.start, start + one.end) for one in told]
    return tuple(each_once(found))


def _graduation(sentence: str) -> Iterator[Told]:
    for found in _GRADUATED.finditer(sentence):
        group = "when" if found["when"] else "class"
        before = sentence[max(0, found.start() - 40) : found.start()]
        if not _ANOTHER_SCHOOL.search(f"{before} {found['from'] or ''}"):
            yield _told("graduation", found, group, *month_of(found[group]))


def _scores(sentence: str) -> Iterator[Told]:
    for pattern in (_SCORE, _SCORE_BEFORE):
        for found in pattern.finditer(sentence):
            yield _told(f"{_exam(found['exam'])} score", found, "score", float(found["score"]), float(found["score"]))


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
        yield _told(f"{_exam(found['exam'])} failed attempts", found, 0, low, high)


def _attempt(exam: str, found: re.Match[str], is_denied: bool) -> Told:
    if found["failed"]:
        return _told(f"{exam} failed attempts", found, 0, amount(found["failed"]), amount(found["failed"]))
    if found["nth"] and is_denied:
        return _told(f"{exam} failed attempts", found, 0, 1, _MANY)
    written = (found["nth"] or found["number"]).lower()
    number = _ORDER.get(written) or (1 if written == "single" else amount(written))
    return _told(f"{exam} attempts", found, 0, number, number)


def _times(written: str | None) -> tuple[float, float]:
    if written is None:
        return 1, _MANY
    words = written.lower().split()
    number = {"once": 1.0, "twice": 2.0}.get(words[0]) or amount(" ".join(words[:-1]))
    return number, number


def _days_of_exams(sentence: str) -> Iterator[Told]:
    for found in _SAT_IN.finditer(sentence):
        how = "passed in" if found["how"].lower() == "pass" else "failed in"
        yield _told(f"{_exam(found['exam'])} {how}", found, "when", *month_of(found["when"]))


def _lengths(sentence: str, places: _Places) -> Iterator[Told]:
    """How long a job lasted and how long the way back has taken: two lengths that are never taken for one another."""
    named = places.named_in(sentence)
    for found in LENGTH.finditer(sentence):
        before = sentence[max(0, found.start() - 40) : found.start()]
        is_recent = _JUST_PAST.search(before) is not None
        if _NOT_A_LENGTH.match(sentence, found.end()) or (_MOMENT.search(before) and not is_recent):
            continue
        at = _nearest(named, sentence, found.start(), found.end())
        if is_recent and _is_about_the_return(sentence, found.end(), named, at):
            yield _told(RETURN, found, 0, *months_of(found))
        elif at is not None:
            yield _told(time_at(name_of_experience(at)), found, 0, *months_of(found))
        elif is_recent and places.only_job is not None and _AT_WORK.search(sentence):
            yield _told(time_at(name_of_experience(places.only_job)), found, 0, *months_of(found))


def _is_about_the_return(
    sentence: str, after: int, named: list[tuple[int, int, Experience]], nearest: Experience | None
) -> bool:
    """Whether “over the last …” is said of coming back: the words that follow it decide, before any other words do."""
    start = after + 1 if sentence[after : after + 1] == "," else after
    stop = _CLAUSE.search(sentence, start)
    end = stop.start() if stop else len(sentence)
    here = [one for begin, _, one in named if start <= begin < end]
    if here:
        return is_of_the_return(here[0])
    if _CAME_BACK.search(sentence, start, end):
        return True
    return is_of_the_return(nearest) if nearest is not None else _CAME_BACK.search(sentence) is not None


def _beginnings(sentence: str, places: _Places) -> Iterator[Told]:
    named = places.named_in(sentence)
    for fact, pattern in ((began_at, _BEGAN), (left, _LEFT)) if named else ():
        for found in pattern.finditer(sentence):
            group = next(name for name in found.groupdict() if found[name])
            at = _nearest(named, sentence, *found.span(group))
            if at is not None:
                yield _told(fact(name_of_experience(at)), found, group, *month_of(found[group]))


class _Places:
    """The activities of a file by the names a text may call them."""

    def __init__(self, dossier: Dossier) -> None:
        names = names_in_file(dossier)
        self._of = names
        jobs = [one for one in dossier.experiences if one.kind in (Kind.JOB, Kind.RESEARCH)]
        self.only_job = jobs[0] if len(jobs) == 1 else None
        longest = sorted(names, key=len, reverse=True)
        any_name = "|".join(re.escape(name) for name in longest)
        self._pattern = re.compile(rf"(?<!\w)(?:{any_name or '(?!)'})(?!\w)", re.IGNORECASE)

    def named_in(self, sentence: str) -> list[tuple[int, int, Experience]]:
        """The activities a sentence names, each with its place."""
        found = ((one.start(), one.end(), self._of.get(one[0].casefold())) for one in self._pattern.finditer(sentence))
        return [(start, end, experience) for start, end, experience in found if experience is not None]


def _nearest(named: list[tuple[int, int, Experience]], sentence: str, start: int, end: int) -> Experience | None:
    """The activity named nearest to a place, with one of the same clause before those of another; None if too far."""

    def away(one: tuple[int, int, Experience]) -> tuple[bool, int]:
        gap = (one[1], start) if one[1] <= start else (end, one[0])
        return _CLAUSE.search(sentence, *gap) is not None, max(0, gap[1] - gap[0])

    near = [one for one in named if abs(one[0] - start) <= _FAR]
    return min(near, key=away)[2] if near else None


_FAR = 200


def _exam(written: str) -> str:
    """The exam by its full name; Step 2 without a word after it is Step 2 CK."""
    return str(_IN_CODE.get("".join(written.lower().split()), ExamName.STEP_2_CK))


def _told(fact: str, found: re.Match[str], group: str | int, low: float, high: float) -> Told:
    return Told(fact, found[group], low, high, *found.span(group))
