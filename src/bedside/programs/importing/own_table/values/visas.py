"""Which visas a cell names, and whether it says yes or no of each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bedside.programs.importing.own_table.as_people_write.words import mentions, plain
from bedside.programs.importing.own_table.cell_read import CellRead, Said, cannot
from bedside.programs.importing.own_table.values.answers import Answer, answer_in
from bedside.programs.importing.own_table.values.column import Column

_KINDS = {"j": "visa.j1", "h": "visa.h1b", "f": "visa.f1-opt", "o": "visa.f1-opt"}
_NAME = re.compile(r"\b(j[ -]?1|h[ -]?1(?:[ -]?b)?|f[ -]?1(?:[ /-]*opt)?|opt)(?![a-z0-9])(?: visas?)?(?: sponsorship)?")
_APART = re.compile(r"[;,\n|()]|\bbut\b|\.(?:\s|$)")
_TOGETHER = re.compile(r"[/&+]|\band\b|\bor\b|\bnor\b")
_REFUSES = re.compile(
    r"\b(?:no|not|never|doesn't|don't|won't|without|except|excluding|cannot|can't|non|neither)\b|✗|✘|❌"
)
_ONLY = re.compile(r"\b(?:only|solely|exclusively)\b")
_ONLY_BESIDE = re.compile(r"\b(?:only|solely|exclusively)\b(?: \w+){0,3} *$")
_NONE_AT_ALL = re.compile(
    r"(?:no|none|non|n|0|false|✗|✘|❌|without|not sponsored|no sponsorship)"
    r"|(?:no|non|without|does not sponsor|doesn't sponsor|do not sponsor|don't sponsor|does not accept)(?: any)?"
    r"(?: visas?)?(?: (?:sponsorships?|sponsored|accepted|offered|available))?"
    r"|visas? (?:are )?not (?:sponsored|accepted|offered)"
)
_RESIDENTS = re.compile(r"\b(?:u\.?s\.? citizens?|citizens?|green ?cards?|gc|usc|permanent residents?|lpr)\b")
_HOW = "Write the visas by name, such as “J-1, no H-1B”."
_ONLY_READ = "“J-1 only” is read as: no H-1B. Of visas a cell does not name, nothing else is claimed."
_RESIDENTS_READ = "“Citizens or green card only” is read as: no J-1 and no H-1B."


@dataclass(slots=True)
class _Named:
    """A visa with what stands right before and after its name, and whether it is joined to
    the one before by a sign or an “and”, or listed after it with a comma."""

    field: str
    before: str
    after: str = ""
    is_together: bool = False
    is_listed: bool = False
    answer: Answer = Answer.NEITHER
    is_unsure: bool = False


def read_visas(text: str, column: Column) -> CellRead:
    """A claim for each visa the cell names; “no visa” refuses J-1 and H-1B, and “only” the one that is not named.

    1. The cell is taken apart at the names of visas; what stands between two belongs to the one before or after it.
    2. A name has the answer that follows it, else the one that precedes it.
    3. A name without an answer shares that of those it stands together with (“no J-1 or H-1B”); else it is a yes.
    """
    spelled = plain(text)
    if _NONE_AT_ALL.fullmatch(spelled):
        return _neither()
    named = _taken_apart(spelled)
    if not named:
        return _unnamed(text, spelled)
    _answer(named)
    said: dict[str, Said] = {}
    for one in named:
        said.setdefault(one.field, Said(one.field, one.answer is not Answer.NO, one.is_unsure))
    if not _ONLY.search(spelled) or len(said) > 1 or any(one.answer is Answer.NO for one in named):
        return CellRead(tuple(said.values()))
    is_beside = _ONLY.match(named[0].after.strip()) or _ONLY_BESIDE.search(named[0].before)
    others = (Said(field, False, is_unsure=not is_beside) for field in ("visa.j1", "visa.h1b") if field not in said)
    return CellRead((*said.values(), *others), remark=_ONLY_READ)


def _taken_apart(spelled: str) -> list[_Named]:
    named: list[_Named] = []
    end = 0
    for found in _NAME.finditer(spelled):
        after, before = _shared(spelled[end : found.start()], is_first=not named)
        if named:
            named[-1].after = after
        between = spelled[end : found.start()]
        is_together = bool(named) and not _APART.search(between) and bool(_TOGETHER.search(between))
        named.append(_Named(_KINDS[found.group(1)[0]], before, is_together=is_together, is_listed="," in between))
        end = found.end()
    if named:
        named[-1].after = spelled[end:]
    return named


def _shared(between: str, is_first: bool) -> tuple[str, str]:
    """What stands between two names: first what belongs to the one before, then what belongs to the next."""
    if is_first:
        return "", between
    parts = re.split(f"{_APART.pattern}|{_TOGETHER.pattern}", between)
    if len(parts) > 1:
        return " ".join(parts[:-1]), parts[-1]
    is_before = re.fullmatch(r"\s*(?:no|not|without|except|but not|but no)\s*", between) is not None
    return ("", between) if is_before else (between, "")


def _answer(named: list[_Named]) -> None:
    for one in named:
        after = _verdict(one.after)
        one.answer = after if after is not Answer.NEITHER else _verdict(one.before)
        one.is_unsure = one.answer is Answer.PERHAPS
    for number, one in enumerate(named[1:], 1):
        previous = named[number - 1]
        if one.answer is Answer.NEITHER and _verdict(previous.before) is Answer.NO and not previous.after.strip():
            one.answer, one.is_unsure = Answer.NO, not one.is_together
    for number in range(len(named) - 2, -1, -1):
        one, following = named[number], named[number + 1]
        if (
            one.answer is Answer.NEITHER
            and following.answer is Answer.NO
            and _verdict(following.before) is not Answer.NO
        ):
            one.is_unsure = following.is_listed
            one.answer = Answer.NO if following.is_together else Answer.YES


def _verdict(words: str) -> Answer:
    bare = words.strip(" -–—:.()")
    if not bare:
        return Answer.NEITHER
    if mentions("perhaps", bare):
        return Answer.PERHAPS
    if _REFUSES.search(bare) or answer_in(bare) is Answer.NO:
        return Answer.NO
    return Answer.YES if answer_in(bare) is Answer.YES else Answer.NEITHER


def _unnamed(text: str, spelled: str) -> CellRead:
    if _RESIDENTS.search(spelled) and _ONLY.search(spelled):
        return CellRead(_neither().said, remark=_RESIDENTS_READ)
    if answer_in(text) in (Answer.YES, Answer.PERHAPS):
        return cannot("It says that a visa is sponsored, and not which.", _HOW)
    return cannot("It names no visa.", _HOW)


def _neither() -> CellRead:
    return CellRead((Said("visa.j1", False), Said("visa.h1b", False)))
