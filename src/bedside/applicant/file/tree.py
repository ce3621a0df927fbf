"""What a file holds before it is a dossier: keys, lists and values, each with its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bedside.applicant.mistakes import TOP, Finding, Path, Place, Places, field_name, shown

DEEPEST = 30
"""Levels of nesting: a dossier needs six."""
MOST_VALUES = 20_000
"""Values in one file, with every repeated (aliased) part counted each time: a thousand experiences need 20,000."""


@dataclass(slots=True)
class Value:
    """A single value: text, a number, true, false or nothing. `start` and `end` count characters of the file."""

    place: Place
    value: object
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Items:
    """A list; `in_brackets` where it is written with [ and ] and not as lines with dashes."""

    place: Place
    items: list[Node] = field(default_factory=list)
    start: int = 0
    end: int = 0
    in_brackets: bool = False


@dataclass(slots=True)
class Keys:
    """Keys with their values, in the order of the file; a key may stand there twice."""

    place: Place
    entries: list[tuple[str, Place, Node]] = field(default_factory=list)
    start: int = 0
    end: int = 0
    in_brackets: bool = False


Node = Value | Items | Keys


def too_many_values(place: Place) -> UnreadableFile:
    """The refusal of a file with more values than any dossier has."""
    return UnreadableFile(
        f"The file holds more than {MOST_VALUES:,} values.",
        "A dossier needs a few hundred; take out what does not belong, such as anchors that repeat each other.",
        place,
    )


class UnreadableFile(Exception):
    """The text is not YAML or JSON, or is more than a dossier can be: one place, one sentence, one remedy."""

    def __init__(self, what: str, how_to_fix: str, place: Place = TOP) -> None:
        super().__init__(what)
        self.finding = Finding((), what, how_to_fix, at=place)


@dataclass(slots=True)
class Content:
    """The plain content of a file, the places of its parts, and the keys that stand there twice."""

    data: object
    places: Places
    findings: list[Finding]


def content_of(root: Node) -> Content:
    """Take the plain content out of a tree; raises UnreadableFile where it grows beyond a dossier."""
    content = Content(None, Places(), [])
    counter = iter(range(MOST_VALUES))
    content.data = _plain(root, (), content, counter)
    return content


def _plain(node: Node, path: Path, content: Content, counter: Iterator[int]) -> object:
    if next(counter, None) is None:
        raise too_many_values(node.place)
    content.places.values[path] = node.place
    if isinstance(node, Value):
        return node.value
    if isinstance(node, Items):
        return [_plain(item, (*path, number), content, counter) for number, item in enumerate(node.items)]
    return _plain_keys(node, path, content, counter)


def _plain_keys(node: Keys, path: Path, content: Content, counter: Iterator[int]) -> dict[str, object]:
    plain: dict[str, object] = {}
    for key, place, value in node.entries:
        inside = (*path, key)
        if key in plain:
            content.findings.append(_twice(inside, content.places.keys[inside], place))
            continue
        content.places.keys[inside] = place
        plain[key] = _plain(value, inside, content, counter)
    return plain


def _twice(path: Path, first: Place, second: Place) -> Finding:
    return Finding(
        path,
        f"The key `{shown(path[-1])}` is already on line {first.line}.",
        f"Keep one of the two `{field_name(path)}`.",
        at=second,
    )
