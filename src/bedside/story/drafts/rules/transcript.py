"""Whether a text says that nothing was failed, where the transcript shows that something was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.examinations import ExamResult
from bedside.evidence.reason import Reason, from_dossier
from bedside.story.drafts.draft import Draft, Rule
from bedside.story.drafts.results import Finding, Weight
from bedside.story.text.counting import sentences
from bedside.story.told.exams import exams_named

OTHERWISE = Rule(
    "transcript-shows-more",
    "The transcript shows more",
    Weight.MEND,
    "The transcript that programs receive shows every attempt. Whoever reads both believes the transcript.",
    "Can you tell the attempt in one sentence, and in the next what you did and how it went then?",
)

_EXAMS = r"(?:exams?|examinations?|steps?|boards?|tests?|usmles?)"
_NOTHING_FAILED = re.compile(
    rf"\bnever\s+(?:once\s+)?failed\s+(?:(?:an?|any|the|my|one)\s+)?(?:\w+\s+)?{_EXAMS}\b"
    rf"|\b(?:have|had|with)\s+(?:no|zero)\s+(?:fail(?:ures?|s)|failed\s+(?:attempts?|{_EXAMS}))\b"
    rf"|\bwithout\s+(?:an?\s+|any\s+)?(?:single\s+)?(?:failures?|failed\s+attempts?|failing\s+(?:any|one|an?\s+{_EXAMS}))\b"
    r"|\bnever\s+failed\s+(?:anything|once)\b"
    r"|\bnever\s+needed\s+(?:a|any|more\s+than)\s+(?:second|another|one)\s+(?:attempt|try)\b"
    rf"|\bpass(?:ed|ing)\s+(?:all|every|each|both)\b[^.!?\n]{{0,40}}\b(?:the\s+first\s+time|at\s+once|straight\s+away)\b",
    re.IGNORECASE,
)

_FAILURE = re.compile(
    r"(?<!never\s)\bfail(?:ed|ure|ures|ing|s)?\b(?!\s+to\b)|\b(?:not|n['’]t)\s+pass(?:ed|ing)?\b|\bunsuccessful|\bfell\s+short\b"
    r"|\b(?:first|second|third|fourth|two|three|four|[2-4])\s+(?:attempts?|tries|try|time)\b|\b(?:retook|retaking|twice)\b",
    re.IGNORECASE,
)


def transcript(draft: Draft) -> Iterator[Finding]:
    """Each place that says nothing was failed; none for a file without a failed attempt."""
    failed = failed_attempts(draft.dossier)
    for found in _NOTHING_FAILED.finditer(draft.text) if failed else ():
        yield draft.finding(OTHERWISE, *found.span(), because=failed)


def failed_attempts(dossier: Dossier) -> tuple[Reason, ...]:
    """Every failed attempt of the file, as the transcript shows it."""
    return tuple(
        from_dossier(
            f"exams[{number}]", f"{exam.exam}: a failed attempt{f' {exam.date.on_or_in}' if exam.date else ''}"
        )
        for number, exam in enumerate(dossier.exams)
        if exam.result is ExamResult.FAILED
    )


def untold_attempts(text: str, dossier: Dossier) -> tuple[Reason, ...]:
    """The failed attempts that a text about exams leaves out.

    Where a failure is told, those of one exam alone are told with it; where several exams were failed, those of the
    exams that the text does not name are left out.
    """
    all_failed = failed_attempts(dossier)
    is_told = any(
        _FAILURE.search(text, start, end) and not _NOTHING_FAILED.search(text, start, end)
        for start, end in sentences(text)
    )
    exams = [str(exam.exam) for exam in dossier.exams if exam.result is ExamResult.FAILED]
    if not is_told:
        return all_failed
    named = exams_named(text) if len(set(exams)) > 1 else tuple(exams)
    return tuple(reason for exam, reason in zip(exams, all_failed, strict=True) if exam not in named)
