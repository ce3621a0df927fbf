"""The lock pins everything that pyproject.toml asks for, with hashes, and says nothing of where it came from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK, re.MULTILINE))


@pytest.mark.parametrize("wanted", WANTED)
def test_what_the_project_asks_for_is_pinned_to_a_version_that_fits(wanted: str) -> None:
    requirement = Requirement(wanted)
    assert requirement.specifier.contains(PINNED[canonicalize_name(requirement.name)])


def test_what_builds_the_package_is_in_the_lock_so_that_no_network_is_asked_for_it() -> None:
    assert set(PROJECT["build-system"]["requires"]) - set(WANTED) == set()


def test_every_pinned_version_has_a_hash() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_address() -> None:
    assert re.findall(r"\S*://\S*", LOCK) == []
