"""One dictionary from the YAML parser's complaints to plain sentences with a remedy."""

from __future__ import annotations

from typing import Any

from bedside.applicant.file.tree import UnreadableFile
from bedside.applicant.mistakes import Place, shown

_INDENTATION = (
    "The indentation does not fit the lines above.",
    "Keys that belong together begin in the same column; list items begin with `- ` and line up too.",
)
_COLON = (
    "There is a second colon on this line, or the line above is not finished.",
    'Put text that holds a colon in quotes, such as `title: "Research: cardiology"`.',
)
_BRACKET = ("A comma or a closing bracket is missing.", "Close each { with } and each [ with ], with commas between.")
_QUOTE = ("A quotation mark is opened and never closed.", "Close the text with the same mark it begins with.")
_WORDING: tuple[tuple[str, tuple[str, str]], ...] = (
    ("mapping values are not allowed", _COLON),
    ("could not find expected ':'", ("A colon is missing.", "Write `key: value`, with a space after the colon.")),
    ("did not find expected key", _INDENTATION),
    ("did not find expected '-' indicator", _INDENTATION),
    ("block sequence entries are not allowed", _INDENTATION),
    ("block mapping", _INDENTATION),
    ("block collection", _INDENTATION),
    ("did not find expected ',' or", _BRACKET),
    ("flow", _BRACKET),
    ("unexpected end of stream", _QUOTE),
    ("unexpected document indicator", _QUOTE),
    ("expected node content", ("A value cannot begin with this sign in YAML.", "Put the text in quotes.")),
    (
        "unknown escape character",
        (
            "A backslash in double quotes is followed by a letter it cannot stand before.",
            "Write the text in single quotes, or write two backslashes.",
        ),
    ),
    ("escape", ("A backslash code in double quotes is not complete.", "Write the text in single quotes.")),
    (
        "did not find expected <document start>",
        (
            "The text before this line is complete, so this line belongs to nothing.",
            "Line it up with the keys it belongs to; write each as `key: value`.",
        ),
    ),
    (
        "undefined tag handle",
        ("A word begins with an exclamation mark, which YAML takes for a tag.", "Put the text in quotes."),
    ),
    ("tag", ("A word begins with an exclamation mark, which YAML takes for a tag.", "Put the text in quotes.")),
    ("anchor", ("A word begins with & or *, which YAML takes for an anchor.", "Put the text in quotes.")),
    ("alias", ("A word begins with & or *, which YAML takes for an anchor.", "Put the text in quotes.")),
    ("directive", ("A line begins with %, which YAML takes for an instruction.", "Take the line out.")),
    (
        "incompatible",
        ("The file asks for a version of YAML that Bedside cannot read.", "Take the line with %YAML out."),
    ),
    ("version", ("A line begins with %, which YAML takes for an instruction.", "Take the line out.")),
)
_ELSE = (
    "This line cannot be read as YAML.",
    "Check its indentation, colons and quotation marks; text with special signs goes in quotes.",
)
_TAB = (
    "A tab stands where spaces are needed.",
    "Replace the tab by spaces; most editors can do it for the whole file.",
)


def in_our_words(error: Any, text: str) -> UnreadableFile:
    """The parser's error as a sentence with its place."""
    problem = f"{getattr(error, 'problem', None) or error}"
    what, how_to_fix = _words_for(problem)
    marks = (getattr(error, "problem_mark", None), getattr(error, "context_mark", None))
    # What was opened and not closed is told where it was opened, not where the file ends.
    mark = next((mark for mark in (marks[::-1] if (what, how_to_fix) in (_BRACKET, _QUOTE) else marks) if mark), None)
    place = Place(mark.line + 1, mark.column + 1) if mark is not None else Place(1, 1)
    if "cannot start any token" in problem:
        what, how_to_fix = _starts_no_word(text, place)
    return UnreadableFile(what, how_to_fix, place)


def _words_for(problem: str) -> tuple[str, str]:
    if "tab character" in problem:
        return _TAB
    return next((words for part, words in _WORDING if part in problem), _ELSE)


def _starts_no_word(text: str, place: Place) -> tuple[str, str]:
    lines = text.splitlines()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    sign = line[place.column - 1 : place.column]
    if sign == "\t":
        return _TAB
    return f"A value cannot begin with {shown(sign) or 'this sign'} in YAML.", "Put the text in quotes."
