"""A report file is written whole or not at all, into folders that may not exist yet, for its owner only."""

from __future__ import annotations

from pathlib import Path

import pytest

from bedside.documents.writing import write_privately


def test_the_file_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    write_privately(tmp_path / "plan.md", b"plan")
    assert (tmp_path / "plan.md").stat().st_mode & 0o777 == 0o600


def test_missing_folders_are_made(tmp_path: Path) -> None:
    write_privately(tmp_path / "out" / "Łukasz" / "plan.md", b"plan")
    assert (tmp_path / "out" / "Łukasz" / "plan.md").read_bytes() == b"plan"


def test_an_earlier_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_bytes(b"earlier")
    path.chmod(0o644)
    write_privately(path, b"later")
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("plan.md", b"later")]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_refusal_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "plan.md").mkdir()
    with pytest.raises(OSError, match=r"plan\.md"):
        write_privately(tmp_path / "plan.md", b"plan")
    assert [entry.name for entry in tmp_path.iterdir()] == ["plan.md"]
