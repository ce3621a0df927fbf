"""JSON into a tree with places, which the standard library does not give."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import NoReturn

from bedside.applicant.file.tree import DEEPEST, MOST_VALUES, Items, Keys, Node, UnreadableFile, Value, too_many_values
from bedside.applicant.mistakes import Place, shown

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None}
_LONGEST_INTEGER = 30


def read_json(text: str) -> Node | None:
    """The tree of the document in `text`, None where there is none; raises UnreadableFile."""
    reader = _Reader(text)
    if reader.is_at_end():
        return None
    root = reader.value(0)
    if not reader.is_at_end():
        reader.refuse("The JSON document is complete, and something follows it.", "Take out what follows.")
    return root


class _Reader:
    """A position in the text that moves forward."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._met = 0
        self._lines = [0, *(found.end() for found in re.finditer("\r\n|\r|\n", text))]

    def is_at_end(self) -> bool:
        """Whether nothing but space is left."""
        return self._skip_space() == ""

    def value(self, depth: int) -> Node:
        """The value at the position."""
        sign = self._skip_space()
        if depth > DEEPEST:
            self.refuse(f"This is nested more than {DEEPEST} levels deep.", "A dossier needs six; check the brackets.")
        self._met += 1
        if self._met > MOST_VALUES:
            raise too_many_values(self._place())
        if sign == "{":
            return self._keys(depth)
        if sign == "[":
            return self._items(depth)
        place = self._place()
        return Value(place, self._string() if sign == '"' else self._number_or_word())

    def refuse(self, what: str, how_to_fix: str) -> NoReturn:
        """Stop at the position with a sentence."""
        raise UnreadableFile(what, how_to_fix, self._place())

    def _keys(self, depth: int) -> Keys:
        node = Keys(self._place())
        while self._goes_on("}", "{", is_first=not node.entries):
            if self._skip_space() != '"':
                self.refuse("A key is missing or has no quotation marks.", 'Write "key": value, without a last comma.')
            place = self._place()
            key = self._string()
            if self._skip_space() != ":":
                self.refuse(f'A colon is missing after "{shown(key)}".', 'Write "key": value.')
            self._at += 1
            node.entries.append((key, place, self.value(depth + 1)))
        return node

    def _items(self, depth: int) -> Items:
        node = Items(self._place())
        while self._goes_on("]", "[", is_first=not node.items):
            node.items.append(self.value(depth + 1))
        return node

    def _goes_on(self, closing: str, opening: str, *, is_first: bool) -> bool:
        if is_first:
            self._at += 1
        sign = self._skip_space()
        if sign == closing:
            self._at += 1
            return False
        if not is_first:
            if sign != ",":
                self.refuse(
                    f"A comma or a closing {closing} is missing.", f"Put a comma between parts, and {closing} last."
                )
            self._at += 1
            if self._skip_space() == closing:
                self.refuse(f"There is a comma before the closing {closing}.", "Take the last comma out.")
        if sign == "":
            self.refuse(f"The file ends before a {opening} is closed.", f"Close it with {closing}.")
        return True

    def _string(self) -> str:
        try:
            # The decoder's own scanner of strings, used by every JSON reader of the standard library.
            text, self._at = json.decoder.scanstring(self._text, self._at + 1, True)  # type: ignore[attr-defined]
        except json.JSONDecodeError as error:
            self._at = min(error.pos, len(self._text))
            self.refuse(*_wording_of_string(error.msg))
        return str(text)

    def _number_or_word(self) -> object:
        number = _NUMBER.match(self._text, self._at)
        if number:
            self._at = number.end()
            return _number(number)
        word = _WORD.match(self._text, self._at)
        if word and word[0] in _WORDS:
            self._at = word.end()
            return _WORDS[word[0]]
        sign = word[0] if word else self._text[self._at : self._at + 1]
        if not sign:
            self.refuse("The file ends where a value is expected.", "Write the value, or take its key out.")
        return self.refuse(
            f"{shown(sign)} is not a value in JSON.", "Put text in double quotes; write numbers plainly."
        )

    def _skip_space(self) -> str:
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space else self._at
        return self._text[self._at : self._at + 1]

    def _place(self) -> Place:
        line = bisect_right(self._lines, self._at)
        return Place(line, self._at - self._lines[line - 1] + 1)


def _number(found: re.Match[str]) -> object:
    text = found[0]
    if found[1] or found[2]:
        return float(text)
    return int(text) if len(text) <= _LONGEST_INTEGER else text


def _wording_of_string(message: str) -> tuple[str, str]:
    if "Unterminated" in message:
        return "A quotation mark is opened and never closed.", "Close the text with a double quotation mark."
    if "control character" in message:
        return "A text runs over the end of its line, or holds a tab.", r"Write \n for a new line and \t for a tab."
    return "A backslash is followed by a sign it cannot stand before.", "Write two backslashes for one."
