"""Nothing in Bedside opens a connection but fetching a source of programs; the app listens, and asks only itself."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.code import MODULES, name_of, tree_of

CAN_CONNECT = {"urllib.request", "http.client", "ssl", "socket", "ftplib", "smtplib", "asyncio", "requests", "httpx"}
MAY_CONNECT = {
    "programs/sources/addresses.py",
    "programs/sources/download.py",
    "web/serving/starting.py",  # listens
    "web/serving/listening.py",  # asks this machine whether the app runs already
}


def imported_by(tree: ast.AST) -> set[str]:
    """Every module that is imported anywhere in a file."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_only_these_modules_can_open_a_connection() -> None:
    assert {name_of(path) for path in MODULES if imported_by(tree_of(path)) & CAN_CONNECT} == MAY_CONNECT


@pytest.mark.parametrize(
    "line", ["import urllib.request", "from urllib import request", "from http.client import HTTPS"]
)
def test_the_check_of_connections_bites(line: str) -> None:
    assert imported_by(ast.parse(line)) & CAN_CONNECT
