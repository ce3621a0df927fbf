"""YAML 1.2 into a tree with places: NO stays text, tags are refused, and no alias can grow without end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NoReturn

import yaml

from bedside.applicant.file.tree import DEEPEST, MOST_VALUES, Items, Keys, Node, UnreadableFile, Value, too_many_values
from bedside.applicant.file.yaml_wording import in_our_words
from bedside.applicant.mistakes import Place, shown

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, object] = {"null": None, "~": None, "": None, "true": True, "false": False}
_INTEGER = re.compile(r"[-+]?[0-9]{1,30}")
_HEXADECIMAL_OR_OCTAL = re.compile(r"0x[0-9a-fA-F]{1,20}|0o[0-7]{1,20}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_STANDARD_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "map", "seq")
)


def read_yaml(text: str) -> Node | None:
    """The tree of the one document in `text`, None where there is none; raises UnreadableFile."""
    events = yaml.parse(text, Loader=_LOADER)
    try:
        return _Composer(events).document()
    except yaml.YAMLError as error:
        raise in_our_words(error, text) from None


class _Composer:
    """Builds the tree from the parser's events, keeping the anchors met so far."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self._anchors: dict[str, Node | None] = {}
        self._met = 0

    def document(self) -> Node | None:
        """The first document; a second one is refused."""
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    _refuse(
                        event,
                        "A second document begins here (a line with ---).",
                        "Keep one dossier in one file: take out the line with --- and what belongs to another file.",
                    )
                root = self._node(next(self._events), 0)
        return root

    def _node(self, event: Any, depth: int) -> Node:
        if depth > DEEPEST:
            _refuse(
                event, f"This is nested more than {DEEPEST} levels deep.", "A dossier needs six; check the brackets."
            )
        self._met += 1
        if self._met > MOST_VALUES:
            raise too_many_values(_place(event))
        if isinstance(event, yaml.AliasEvent):
            return self._repeated(event)
        _refuse_foreign_tag(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        if isinstance(event, yaml.ScalarEvent):
            node: Node = Value(_place(event), _scalar(event), _start_of(event), _end_of(event))
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._items(event, depth)
        else:
            node = self._keys(event, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _items(self, start: Any, depth: int) -> Items:
        node = Items(_place(start), start=_start_of(start), in_brackets=bool(start.flow_style))
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            node.items.append(self._node(event, depth + 1))
        node.end = _end_of(event)
        return node

    def _keys(self, start: Any, depth: int) -> Keys:
        node = Keys(_place(start), start=_start_of(start), in_brackets=bool(start.flow_style))
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                _refuse(event, "A key has to be a word here, not a list or another set of keys.", _KEYS_ARE_WORDS)
            _refuse_foreign_tag(event)
            node.entries.append((event.value, _place(event), self._node(next(self._events), depth + 1)))
        node.end = _end_of(event)
        return node

    def _repeated(self, event: Any) -> Node:
        if event.anchor not in self._anchors:
            _refuse(
                event,
                f"*{shown(event.anchor)} points at an anchor (&{shown(event.anchor)}) that is not in the file above.",
                "If the star belongs to the text, put the text in quotes; if not, write the values out.",
            )
        node = self._anchors[event.anchor]
        if node is None:
            _refuse(
                event, f"*{shown(event.anchor)} repeats the part it stands in, without end.", "Write the values out."
            )
        place, start, end = _place(event), _start_of(event), _end_of(event)
        if isinstance(node, Value):
            return replace(node, place=place, start=start, end=end)
        return replace(node, place=place, start=start, end=end, in_brackets=True)


_KEYS_ARE_WORDS = "Write a key, a colon and a value, such as `name: Amina Rahman`; put text with { or [ in quotes."


def _scalar(event: Any) -> object:
    text: str = event.value
    if event.style or event.tag == "tag:yaml.org,2002:str" or event.tag == "!":
        return text
    if text in ("null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE", "~", ""):
        return _WORDS[text.lower()]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _HEXADECIMAL_OR_OCTAL.fullmatch(text):
        return int(text, 0)
    if len(text) < 400 and _NUMBER.fullmatch(text):
        return float(text)
    return float(text.replace(".", "", 1)) if _NOT_FINITE.fullmatch(text) else text


def _refuse_foreign_tag(event: Any) -> None:
    if event.tag is not None and event.tag != "!" and event.tag not in _STANDARD_TAGS:
        written = event.tag.replace("tag:yaml.org,2002:", "!!")
        _refuse(
            event,
            f"`{shown(written)}` is a YAML tag; a dossier is plain text, and Bedside runs nothing it finds in one.",
            "Take the tag out, or put the text in quotes if the exclamation mark belongs to it.",
        )


def _place(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _start_of(event: Any) -> int:
    return int(event.start_mark.index)


def _end_of(event: Any) -> int:
    return int(event.end_mark.index)


def _refuse(event: Any, what: str, how_to_fix: str) -> NoReturn:
    raise UnreadableFile(what, how_to_fix, _place(event))
