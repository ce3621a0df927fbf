"""What a text tells of jobs and other activities: how long they lasted, when they began and ended, when they were."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.experience import Experience, Kind
from bedside.story.text.amounts import LENGTH, MONTH_AND_YEAR, month_of, months_of
from bedside.story.told.facts import (
    RETURN,
    Told,
    began_at,
    is_of_the_return,
    left,
    name_of_experience,
    names_in_file,
    since_began,
    time_at,
    told_as,
    when_at,
)

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
_SEASON = r"(?:(?:the\s+)?(?:spring|summer|fall|autumn|winter)\s+(?:of\s+)?)?"
_TO = r"\s*(?:-|–|—|to|until|through)\s*"
_BEGAN = re.compile(
    rf"\b(?:joined|hired|start(?:ed|ing)?|beg[au]n|beginning|worked\s+from|employed\s+from)\b[^.!?\n]{{0,80}}?"
    rf"\b(?P<when>{MONTH_AND_YEAR})|\bfrom\s+(?P<from>{MONTH_AND_YEAR})\s+(?:to|until|through)\b"
    rf"|\bin\s+(?P<before>{MONTH_AND_YEAR}),?\s+I\s+(?:\w+\s+)?(?:joined|started|began|was\s+hired)\b"
    rf"|\bsince\s+{_SEASON}(?P<since>{MONTH_AND_YEAR}),?\s+I(?:['’]ve|\s+have)\s+(?:been\s+)?(?:worked|working|volunteer\w+|employed"
    r"|been)\s+(?:at|with|for|in|as)\b"
    r"|\b(?:worked|working|volunteer\w+|employed|been)\s+(?:at|with|for|in)\b[^.!?\n,;]{0,60}?"
    rf"\bsince\s+{_SEASON}(?P<after>{MONTH_AND_YEAR})"
    rf"|\(\s*(?P<span>{MONTH_AND_YEAR}){_TO}(?:{MONTH_AND_YEAR}|present|now|today)\s*\)",
    re.IGNORECASE,
)
_BEGAN_AGO = re.compile(r"\b(?:joined|hired|started|began)\b[^.!?\n,;]*$", re.IGNORECASE)
_AGO = re.compile(r"\s+ago\b", re.IGNORECASE)
_LEFT = re.compile(
    rf"\b(?:left\b[^.!?\n]{{0,60}}?\bin|until|through)\s+(?P<when>{MONTH_AND_YEAR})"
    rf"|\bfrom\s+{MONTH_AND_YEAR}\s+to\s+(?P<to>{MONTH_AND_YEAR})"
    rf"|\(\s*{MONTH_AND_YEAR}{_TO}(?P<span>{MONTH_AND_YEAR})\s*\)",
    re.IGNORECASE,
)
_ANOTHER_STEP = r"(?!\b(?:pass|fail|graduat|match|moved|step|born|since|join|left|began|start|until|from|took)\w*)"
_WAS_THERE = re.compile(
    r"\b(?:observ(?:ed|ing)|rotat(?:ed|ing)|shadow(?:ed|ing)|volunteer(?:ed|ing)|extern(?:ed|ing)|observership|rotation"
    rf"|externship|worked)\b(?:{_ANOTHER_STEP}[^.!?\n,;]){{0,80}}?\b(?:in|during)\s+{_SEASON}(?P<when>{MONTH_AND_YEAR})"
    rf"|\bin\s+(?P<before>{MONTH_AND_YEAR}),?\s+I\s+(?:\w+\s+)?(?:observed|rotated|shadowed|volunteered|externed|worked)\b",
    re.IGNORECASE,
)


def told_of_places(sentence: str, places: Places) -> Iterator[Told]:
    """What a sentence tells of jobs and other activities."""
    yield from _lengths(sentence, places)
    yield from _beginnings(sentence, places)


def _lengths(sentence: str, places: Places) -> Iterator[Told]:
    """How long a job lasted and how long the way back has taken: two lengths that are never taken for one another."""
    named = places.named_in(sentence)
    for found in LENGTH.finditer(sentence):
        before = sentence[max(0, found.start() - 40) : found.start()]
        at = _nearest(named, sentence, found.start(), found.end())
        if (
            at is not None
            and _AGO.match(sentence, found.end())
            and _BEGAN_AGO.search(sentence[max(0, found.start() - _FAR) : found.start()])
        ):
            yield told_as(since_began(name_of_experience(at)), found, 0, *months_of(found))
            continue
        is_recent = _JUST_PAST.search(before) is not None
        if _NOT_A_LENGTH.match(sentence, found.end()) or (_MOMENT.search(before) and not is_recent):
            continue
        if is_recent and _is_about_the_return(sentence, found.end(), named, at):
            yield told_as(RETURN, found, 0, *months_of(found))
        elif at is not None:
            yield told_as(time_at(name_of_experience(at)), found, 0, *months_of(found))
        elif is_recent and places.only_job is not None and _AT_WORK.search(sentence):
            yield told_as(time_at(name_of_experience(places.only_job)), found, 0, *months_of(found))


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


def _beginnings(sentence: str, places: Places) -> Iterator[Told]:
    named = places.named_in(sentence)
    for fact, pattern in ((began_at, _BEGAN), (left, _LEFT), (when_at, _WAS_THERE)) if named else ():
        for found in pattern.finditer(sentence):
            group = next(name for name in found.groupdict() if found[name])
            at = _nearest(named, sentence, *found.span(group))
            if at is not None:
                yield told_as(fact(name_of_experience(at)), found, group, *month_of(found[group]))


class Places:
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
