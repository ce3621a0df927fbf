"""What was fetched is read as what its source publishes, and as nothing else."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from bedside.evidence.library import load_evidence
from bedside.evidence.specialties import all_specialties
from bedside.programs.mistakes import FileNotRead
from bedside.programs.sources.catalogue import PublishedSource, find_source
from bedside.programs.sources.fetching import Delivery, Fetched
from bedside.programs.sources.reading_fetched import read_delivery

EVIDENCE = load_evidence()
REAL = pytest.mark.skipif("BEDSIDE_REAL_DATA" not in os.environ, reason="BEDSIDE_REAL_DATA names no published files")


def delivered(source: PublishedSource, folder: Path, contents: list[bytes]) -> Delivery:
    fetched = []
    for file, content in zip(source.files, contents, strict=False):
        (folder / file.name).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        fetched.append(Fetched(file, folder / file.name, len(content), digest, as_known=digest == file.sha256))
    return Delivery(tuple(fetched))


def test_every_file_about_one_specialty_names_it_by_its_key() -> None:
    known = {one.key for one in all_specialties(EVIDENCE)}
    named = [file.specialty for file in find_source("interview-rates").files]
    assert (len(named), len(set(named)), set(named) - known) == (22, 22, set())


def test_a_file_that_cannot_be_read_is_told_and_not_kept(tmp_path: Path) -> None:
    with pytest.raises(FileNotRead):
        read_delivery(find_source("nrmp"), delivered(find_source("nrmp"), tmp_path, [b"%PDF-1.7 broken"]), EVIDENCE)
    assert list(tmp_path.iterdir()) == []


@REAL
def test_another_report_of_the_same_publisher_is_not_taken_for_it(tmp_path: Path) -> None:
    source = find_source("nrmp")
    other = Path(os.environ["BEDSIDE_REAL_DATA"], "nrmp", find_source("nrmp-states").files[0].name).read_bytes()
    with pytest.raises(FileNotRead) as refused:
        read_delivery(source, delivered(source, tmp_path, [other]), EVIDENCE)
    assert str(refused.value).endswith(
        f"and was not kept. Look for “{source.title}” on {source.page}, download it there, and add the file."
    )


@REAL
@pytest.mark.parametrize(("key", "folder"), [("nrmp-states", "nrmp"), ("interview-rates", "interview_rates")])
def test_the_published_files_are_read_whole(tmp_path: Path, key: str, folder: str) -> None:
    source = find_source(key)
    for file in source.files:
        shutil.copy(Path(os.environ["BEDSIDE_REAL_DATA"], folder, file.name), tmp_path)
    there = [(tmp_path / file.name).read_bytes() for file in source.files]
    preview = read_delivery(source, delivered(source, tmp_path, there), EVIDENCE)
    assert ([name for _, name in preview.readings], preview.mistakes) == ([file.name for file in source.files], ())
    assert {reading.kind for reading, _ in preview.readings} == {source.kind}
