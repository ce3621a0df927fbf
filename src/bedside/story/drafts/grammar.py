"""Grammar as Harper reads it, where it is installed: on this computer, with findings marked as its own."""

from __future__ import annotations

import importlib
import importlib.metadata
from collections.abc import Iterator
from functools import cache
from threading import Lock
from typing import Any

from bedside.story.drafts.draft import Draft, Rule
from bedside.story.drafts.results import Finding, Weight

GRAMMAR = Rule(
    "grammar",
    "Marked by Harper",
    Weight.THINK,
    "Harper, a grammar checker on your computer, marks this. It does not know names, and it is not always right.",
    "Is it meant this way?",
)
_MOST_MARKED = 40
_ONE_AT_A_TIME = Lock()  # a linter may not be asked twice at the same time


def grammar(draft: Draft) -> Iterator[Finding]:
    """What Harper marks in an English text, with its kind and without its proposals; nothing where it is not there."""
    linter = _linter()
    if linter is None:
        return
    with _ONE_AT_A_TIME:
        marked = linter.lint(draft.text, language="plaintext")
    places = [(one.span.start, one.span.end, one.lint_kind_pretty) for one in marked if not _is_a_name(one)]
    for start, end, kind in places[:_MOST_MARKED]:
        yield draft.finding(GRAMMAR, start, end, f"Harper marks this as: {kind}. {GRAMMAR.says}")


def _is_a_name(mark: Any) -> bool:
    return bool(mark.lint_kind == "Spelling" and mark.problem_text[:1].isupper())


@cache
def _linter() -> Any | None:
    """The checker, made once as that takes a second; None where the extra is not installed."""
    try:
        importlib.metadata.version("harper-py")
        return importlib.import_module("harper").Linter()
    except ImportError:  # PackageNotFoundError is one
        return None
