"""The habits of the code that no linter holds: names, lengths, opening sentences, no clock, no printing."""

from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path

import pytest

from tests.architecture.code import MODULES, PACKAGE, name_of, tree_of

LONGEST_FILE = 300
LONGEST_FUNCTION = 50
NAMELESS = {"utils", "util", "common", "helpers", "helper", "core", "misc", "base"}
CLOCKS = {"today", "now", "utcnow", "time", "localtime", "gmtime", "localdate"}
CLOCK_OWNERS = {"date", "datetime", "time", "timezone"}


def opening_of(tree: ast.Module) -> str:
    return (ast.get_docstring(tree) or "").partition("\n\n")[0]


def is_one_sentence(text: str) -> bool:
    """Whether a text is a single sentence: a full stop at its end and none that is followed by a capital."""
    words = text.split()
    ends = [word for word, following in pairwise(words) if word[-1] in ".!?" and following[0].isupper()]
    return bool(words) and text.rstrip("`”").endswith(".") and ends == []


def long_functions(tree: ast.Module) -> list[str]:
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [node.name for node in functions if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION]


def clocks_read(tree: ast.Module) -> list[str]:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    asked = (call for call in calls if isinstance(call, ast.Attribute) and call.attr in CLOCKS)
    return [ast.unparse(call) for call in asked if ast.unparse(call.value).split(".")[-1] in CLOCK_OWNERS]


def prints(tree: ast.Module) -> list[int]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]


def is_in_cli(path: Path) -> bool:
    return path.relative_to(PACKAGE).parts[0] == "cli"


def may_read_the_clock(path: Path) -> bool:
    return is_in_cli(path) or name_of(path) == "web/clock.py"


def test_no_room_or_module_has_a_name_that_says_nothing() -> None:
    named = {part: name_of(path) for path in MODULES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert {part: place for part, place in named.items() if part in NAMELESS} == {}


def test_every_module_opens_with_one_sentence() -> None:
    openings = {name_of(path): opening_of(tree_of(path)) for path in MODULES}
    assert {name: opening for name, opening in openings.items() if not is_one_sentence(opening)} == {}


def test_a_file_is_at_most_300_lines_long() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_a_function_is_at_most_50_lines_long() -> None:
    assert {name_of(path): long for path in MODULES if (long := long_functions(tree_of(path)))} == {}


def test_the_clock_is_read_at_the_edges_only() -> None:
    within = [path for path in MODULES if not may_read_the_clock(path)]
    assert {name_of(path): read for path in within if (read := clocks_read(tree_of(path)))} == {}


def test_nothing_outside_cli_prints() -> None:
    outside = [path for path in MODULES if not is_in_cli(path)]
    assert {name_of(path): lines for path in outside if (lines := prints(tree_of(path)))} == {}


@pytest.mark.parametrize("opening", ["", "no full stop", "Two sentences. This is the second.", "Is it? Perhaps."])
def test_the_check_of_openings_bites(opening: str) -> None:
    assert not is_one_sentence(opening)


@pytest.mark.parametrize(
    "code",
    [
        "date.today()",
        "datetime.datetime.now()",
        "datetime.now(tz=zone)",
        "time.time()",
        "dt.datetime.utcnow()",
        "timezone.now()",
    ],
)
def test_the_check_of_clocks_bites(code: str) -> None:
    assert clocks_read(ast.parse(code)) == [code.partition("(")[0]]


def test_the_check_of_printing_bites() -> None:
    assert prints(ast.parse("x = 1\nprint(x)")) == [2]


def test_the_check_of_lengths_bites() -> None:
    body = "\n".join("    x = 1" for _ in range(LONGEST_FUNCTION))
    assert long_functions(ast.parse(f"def long():\n{body}\ndef short():\n    x = 1")) == ["long"]
