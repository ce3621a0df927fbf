"""Changing one value in the text of a YAML dossier, so that every comment and every other letter stays."""

from __future__ import annotations

from bedside.applicant.file.rendering import block_yaml, one_line_yaml
from bedside.applicant.file.tree import Items, Keys, Node, Value, content_of
from bedside.applicant.file.yaml_tree import read_yaml
from bedside.applicant.mistakes import Path

APPENDED = -1
"""The number in a path that stands for a new entry at the end of a list."""


def with_change(content: object, path: Path, value: object) -> object:
    """Plain content with `value` at `path`; parts on the way that are missing are made."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        keys = dict(content) if isinstance(content, dict) else {}
        return {**keys, step: with_change(keys.get(step), rest, value)}
    items = list(content) if isinstance(content, list) else []
    if step == APPENDED or step == len(items):
        return [*items, with_change(None, rest, value)]
    items[step] = with_change(items[step], rest, value)
    return items


def text_with_change(text: str, path: Path, value: object) -> str:
    """The text with `value` at `path`: in place where there is something, else as a new line after its neighbours.

    1. Go down the path as far as the file goes, but not into what is written in brackets or left empty.
    2. Make what is missing below that point out of the value.
    3. Replace the characters of the old value, or add a line after the last one of the keys or the list.
    """
    root = read_yaml(text)
    if root is None:
        return block_yaml(with_change(None, path, value))
    node, above, done = root, [], 0
    while done < len(path) and _inside(node, path[done]) is not None and not _in_one_piece(node):
        above.append(node)
        node = _inside(node, path[done]) or node
        done += 1
    rest = path[done:]
    if not rest or _in_one_piece(node):
        new = with_change(content_of(node).data, rest, value)
        return _replaced(text, node, above, new)
    return _added(text, node, rest, with_change(None, rest[1:], value))


def _inside(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Keys):
        return next((value for key, _, value in node.entries if key == step), None)
    if isinstance(node, Items) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def _in_one_piece(node: Node) -> bool:
    return isinstance(node, Value) or node.in_brackets


def _replaced(text: str, node: Node, above: list[Node], new: object) -> str:
    end = _end(node, text)
    before, after = text[: node.start], text[end:]
    around = above[-1] if above else None
    if not isinstance(new, dict | list) or not new or around is None or _is_flow(node):
        written = "" if new is None else one_line_yaml(new)
        space = "" if before[-1:].isspace() or not before or not written else " "
        return f"{before}{space}{written}{after}"
    if isinstance(around, Keys):
        column = around.place.column - 1
        return f"{before.rstrip()}\n{_set_in(block_yaml(new), column + 2)}{after}"
    return f"{before}{_set_in(block_yaml(new), node.place.column - 1).lstrip()}{after}"


def _added(text: str, node: Node, rest: Path, value: object) -> str:
    new = {rest[0]: value} if isinstance(node, Keys) else [value]
    at = text.find("\n", _end(node, text))
    at = len(text) if at < 0 else at
    column = node.entries[0][1].column if isinstance(node, Keys) else node.place.column
    return f"{text[:at]}\n{_set_in(block_yaml(new), column - 1)}{text[at:]}"


def _is_flow(node: Node) -> bool:
    return not isinstance(node, Value) and node.in_brackets


def _end(node: Node, text: str) -> int:
    """Where the last letter of a node stands; comments and empty lines after it are not its own."""
    if isinstance(node, Value) or node.in_brackets:
        return node.start + len(text[node.start : node.end].rstrip())
    last = node.entries[-1][2] if isinstance(node, Keys) else node.items[-1]
    return _end(last, text)


def _set_in(text: str, columns: int) -> str:
    lines = text.rstrip("\n").split("\n")
    return "\n".join(f"{' ' * columns}{line}" if line else line for line in lines)
