"""Killed in the middle of a save or of locking: what was acknowledged is there, and nothing is half done."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from bedside.web.store.pruning import ALL_OF_THE_LAST
from tests.web.store.own_database import answer_of, own_database

KILLED = "tests.web.store.saving_until_killed"
SAVES, LOCKS = 30, 16


def after_kills(folder: Path, what: str, times: int) -> list[dict[str, Any]]:
    seed = random.randrange(10**6)
    with own_database(folder) as environment:
        found: list[dict[str, Any]] = answer_of(KILLED, environment, what, str(times), str(seed))
    return found


def test_no_acknowledged_save_is_lost_however_often_the_process_is_killed(tmp_path: Path) -> None:
    found = after_kills(tmp_path, "saving", SAVES)
    version = 1
    for state in found:
        told = [int(one) for one in state["acknowledged"]]
        assert told == list(range(version + 1, version + 1 + len(told)))
        acknowledged = told[-1] if told else version
        version = state["version"]
        assert version in (acknowledged, acknowledged + 1)  # kept, and killed before it could say so
        assert state["name"] == (f"Name {version}" if version > 1 else "José Ángel Peña-Rodríguez")
        assert state["versions"][-ALL_OF_THE_LAST:] == list(range(max(1, version - ALL_OF_THE_LAST + 1), version + 1))
        assert (state["newest_is_current"], state["integrity"]) == (True, "ok")
    assert version > SAVES  # the kills came among saves, not before them


def test_a_process_killed_while_it_locks_leaves_everything_sealed_or_nothing(tmp_path: Path) -> None:
    found = after_kills(tmp_path, "locking", LOCKS)
    assert {len(state["sealed"]) for state in found} == {1}
    assert {(state["name"], state["integrity"]) for state in found} == {("Name 31", "ok")}
    version = 31
    for state in found:
        assert state["version"] - version - len(state["acknowledged"]) in (0, 1)
        version = state["version"]
    assert version > 31
