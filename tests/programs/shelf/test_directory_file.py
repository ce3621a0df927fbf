"""directory.sqlite: the sample where nothing was added, whole at every moment, and nothing of anybody's is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.mistakes import NothingToUndo, ProgramsMistake
from bedside.programs.shelf.directory_file import (
    Added,
    add_reading,
    add_readings,
    answer,
    directory_file,
    imports_of,
    open_directory,
    take_back,
)
from bedside.programs.shelf.sqlite_file import read_collection
from tests.programs.collections_made_up import DAY, mention, reading, row, track

EVIDENCE = load_evidence()
NEUROLOGY = "1809999999"
OWN = reading("own", row(mention("Nowhere General", "OH", "Nowhere", "neurology", NEUROLOGY), visa__j1=True))
NRMP = reading(
    "nrmp-program-results",
    row(mention("Nowhere-OH", "OH", "Nowhere", "neurology", codes=("9999180C0",)), track("9999180C0", y2025=4)),
)


def add(folder: Path, what: object = OWN) -> Added:
    return add_reading(folder, what, "own.csv", DAY, EVIDENCE)  # type: ignore[arg-type]


def test_without_a_file_the_sample_is_the_directory(tmp_path: Path) -> None:
    directory = open_directory(tmp_path, EVIDENCE)
    assert (directory.is_sample, len(directory) > 200, os.listdir(tmp_path)) == (True, True, [])


def test_what_is_added_lies_over_the_sample_until_a_national_list_is_there(tmp_path: Path) -> None:
    sample = len(open_directory(tmp_path, EVIDENCE))
    assert add(tmp_path).programs == sample + 1
    assert open_directory(tmp_path, EVIDENCE).is_sample
    add(tmp_path, NRMP)
    assert not open_directory(tmp_path, EVIDENCE).is_sample


def test_what_is_opened_is_what_was_built(tmp_path: Path) -> None:
    add_readings(tmp_path, [(OWN, "own.csv"), (NRMP, "nrmp.pdf")], DAY, EVIDENCE)
    directory = open_directory(tmp_path, EVIDENCE)
    program = directory.whole(NEUROLOGY)
    assert (program.listed, program.claims_on("visa.j1").best.origin.title) == (  # type: ignore[union-attr]
        directory.one(NEUROLOGY),
        "The own",
    )
    assert [one.nrmp_code for one in program.tracks] == ["9999180C0"]
    assert len(directory.known) == len(directory)


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    first = add(tmp_path)
    before = directory_file(tmp_path).read_bytes()
    again = add(tmp_path)
    assert (again.is_new, again.import_id, directory_file(tmp_path).read_bytes()) == (False, first.import_id, before)


def test_taking_back_leaves_what_was_there_before(tmp_path: Path) -> None:
    sample = open_directory(tmp_path, EVIDENCE).listed
    add(tmp_path, NRMP)
    before = open_directory(tmp_path, EVIDENCE).listed
    taken = take_back(tmp_path, add(tmp_path).import_id, EVIDENCE)
    assert (taken.reading, open_directory(tmp_path, EVIDENCE).listed) == (OWN, before)
    take_back(tmp_path, imports_of(tmp_path)[0].one.id, EVIDENCE)
    assert (open_directory(tmp_path, EVIDENCE).listed, directory_file(tmp_path).exists()) == (sample, False)


def test_taking_back_what_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NothingToUndo):
        take_back(tmp_path, "nothing", EVIDENCE)


def test_an_answer_is_kept_in_the_file(tmp_path: Path) -> None:
    asked = reading("rates", row(mention("Nowhere General", "OH", "Nowhere", ""), visa__h1b=True))
    add_readings(tmp_path, [(OWN, "own.csv"), (asked, "rates.csv")], DAY, EVIDENCE)
    (question,) = open_directory(tmp_path, EVIDENCE).questions
    answer(tmp_path, question.fingerprint, NEUROLOGY, EVIDENCE)
    directory = open_directory(tmp_path, EVIDENCE)
    assert (directory.questions, directory.one(NEUROLOGY).yes("visa.h1b")) == ((), True)


def test_an_older_edition_is_listed_as_not_counting(tmp_path: Path) -> None:
    older = reading("own", row(mention("Old"), visa__j1=True), edition="2020")
    add_readings(tmp_path, [(older, "old.csv"), (OWN, "own.csv")], DAY, EVIDENCE)
    assert [(kept.one.file_name, kept.counts) for kept in imports_of(tmp_path)] == [
        ("old.csv", False),
        ("own.csv", True),
    ]


def test_an_import_is_listed_by_its_title_and_the_number_of_its_programs(tmp_path: Path) -> None:
    add_readings(tmp_path, [(NRMP, "list.csv"), (OWN, "own.csv")], DAY, EVIDENCE)
    whole = read_collection(directory_file(tmp_path)).imports
    bare: dict[str, Any] = dict.fromkeys(("rows", "state_results", "hospitals", "unread", "notes", "columns"), ())
    assert [(kept.one, kept.programs) for kept in imports_of(tmp_path)] == [
        (replace(one, reading=replace(one.reading, **bare)), len(one.reading.rows)) for one in whole
    ]


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    add(tmp_path)
    assert stat.S_IMODE(directory_file(tmp_path).stat().st_mode) == 0o600


def test_a_reader_keeps_the_directory_it_opened(tmp_path: Path) -> None:
    add(tmp_path)
    opened = open_directory(tmp_path, EVIDENCE)
    take_back(tmp_path, imports_of(tmp_path)[0].one.id, EVIDENCE)
    assert opened.whole(NEUROLOGY).listed.acgme_id == NEUROLOGY


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\x01" * 3000])
def test_a_damaged_file_is_a_sentence_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = directory_file(tmp_path)
    path.write_bytes(content)
    sentence = (
        f"{path} is damaged and cannot be read. Bring it back from a copy, or move it away and add your sources again."
    )
    for attempt in (lambda: open_directory(tmp_path, EVIDENCE), lambda: add(tmp_path), lambda: imports_of(tmp_path)):
        with pytest.raises(ProgramsMistake) as refused:
            attempt()
        assert str(refused.value) == sentence
    assert path.read_bytes() == content


def test_a_truncated_file_is_a_sentence(tmp_path: Path) -> None:
    add(tmp_path)
    path = directory_file(tmp_path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(ProgramsMistake, match="is damaged and cannot be read"):
        open_directory(tmp_path, EVIDENCE).whole(NEUROLOGY)


def test_a_file_of_a_newer_bedside_is_a_sentence(tmp_path: Path) -> None:
    add(tmp_path)
    connection = sqlite3.connect(directory_file(tmp_path))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ProgramsMistake, match=r"was written by a newer Bedside \(version 99"):
        open_directory(tmp_path, EVIDENCE)


def test_what_another_version_built_is_built_anew_from_its_imports(tmp_path: Path) -> None:
    add(tmp_path)
    expected = open_directory(tmp_path, EVIDENCE).listed
    connection = sqlite3.connect(directory_file(tmp_path))
    connection.execute("UPDATE about SET value = '0.0.0' WHERE name = 'made_with'")
    connection.execute("UPDATE lists SET content = '[]' WHERE name = 'listed'")
    connection.commit()
    connection.close()
    assert open_directory(tmp_path, EVIDENCE).listed == expected


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_folder_without_permission_is_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ProgramsMistake, match="cannot be used for the directory of programs"):
        add(tmp_path)


def test_a_file_where_the_folder_should_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(ProgramsMistake, match="cannot be used for the directory of programs"):
        add(tmp_path / "taken")


ADDING = """
import sys
from pathlib import Path
from bedside.evidence.library import load_evidence
from bedside.programs.shelf.directory_file import add_reading
from tests.programs.collections_made_up import DAY, mention, reading, row
number, folder = sys.argv[1], Path(sys.argv[2])
said = mention(f"Place {number}", "OH", "Nowhere", "neurology", f"18099{int(number):05}")
print("ready", flush=True)
add_reading(folder, reading(f"own-{number}", row(said, visa__j1=True)), "own.csv", DAY, load_evidence())
"""


def adder(number: int, folder: Path) -> subprocess.Popen[bytes]:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", ADDING, str(number), str(folder)]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE)


def test_adding_at_the_same_time_loses_nothing(tmp_path: Path) -> None:
    adders = [adder(number, tmp_path) for number in range(4)]
    assert [one.wait(timeout=120) for one in adders] == [0, 0, 0, 0]
    for one in adders:
        assert one.stdout is not None
        one.stdout.close()
    assert len(imports_of(tmp_path)) == 4
    assert sum(one.key.startswith("18099") for one in open_directory(tmp_path, EVIDENCE)) == 4


def test_a_killed_import_leaves_the_old_directory_or_the_new_one(tmp_path: Path) -> None:
    add(tmp_path)
    for wait in (0.0, 0.05, 0.1, 0.2, 0.3):
        killed = adder(int(wait * 100) + 10, tmp_path)
        assert killed.stdout is not None
        killed.stdout.readline()
        time.sleep(wait)
        killed.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        killed.wait(timeout=60)
        killed.stdout.close()
        kept = imports_of(tmp_path)
        own = sum(one.key.startswith("18099") for one in open_directory(tmp_path, EVIDENCE))
        assert own == len(kept) >= 1
    add(tmp_path, NRMP)
    assert sorted(os.listdir(tmp_path)) == ["directory.lock", "directory.sqlite"]
