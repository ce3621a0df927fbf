"""Many who write at the same moment wait for each other, and none of their changes is lost."""

from __future__ import annotations

from pathlib import Path

from tests.web.store.own_database import answer_of, own_database

WRITERS = 12


def test_every_one_of_many_writers_at_once_adds_its_entry(tmp_path: Path) -> None:
    with own_database(tmp_path) as environment:
        answer = answer_of("tests.web.store.many_writers", environment, str(WRITERS))
    assert answer == {
        "ended": [0] * WRITERS,
        "entries": [f"Strength {number:02}." for number in range(WRITERS)],
        "versions": list(range(1, WRITERS + 2)),
    }
