"""The words around each finding of a draft, so that its place is seen on a page."""

from __future__ import annotations

from dataclasses import dataclass

from bedside.story.drafts.results import Finding, Review

MOST_SHOWN = 60
_AROUND, _LONGEST = 45, 160


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A finding with the words before it, its own, and those after it; all empty where it is about the whole."""

    finding: Finding
    before: str
    quoted: str
    after: str


def excerpts(read: Review) -> list[Excerpt]:
    """The first findings, each in its place."""
    return [_excerpt(read.clean, finding) for finding in read.findings[:MOST_SHOWN]]


def _excerpt(text: str, finding: Finding) -> Excerpt:
    if finding.start == finding.end:
        return Excerpt(finding, "", "", "")
    before = text[max(0, finding.start - _AROUND) : finding.start]
    after = text[finding.end : finding.end + _AROUND]
    quoted = finding.quoted if len(finding.quoted) <= _LONGEST else f"{finding.quoted[:_LONGEST]}…"
    return Excerpt(
        finding,
        _from_a_word(before) if finding.start > _AROUND else before,
        quoted,
        f"{after.rpartition(' ')[0]}…" if finding.end + _AROUND < len(text) else after,
    )


def _from_a_word(before: str) -> str:
    return f"…{before.partition(' ')[2]}"
