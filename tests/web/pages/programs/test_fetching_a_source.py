"""A source is fetched over a real connection into the directory of this machine, beside the pages."""

from __future__ import annotations

import time
from pathlib import Path

from bedside.evidence.library import load_evidence
from bedside.programs.importing.content_kind import ContentKind
from bedside.programs.shelf.directory_file import open_directory
from bedside.web.pages.programs.fetching import Fetching, Job
from tests.programs.sources.fetching_from import source_of
from tests.programs.sources.local_server import served, whole

TABLE = (
    b"specialty,state,city,program,accreditation_id,status,url\n"
    b"Neurology,OH,Toledo,Lakeview Hospital Program,1803899001,Participating,https://lakeview.example/\n"
)


def fetched(folder: Path, page: bytes) -> Job:
    with served() as site:
        site.pages["/list.csv"] = whole(page)
        fetching = Fetching()
        assert fetching.begin(source_of(f"{site.address}/list.csv", content=ContentKind.TEXT, known=TABLE), folder)
        assert not fetching.begin(source_of(f"{site.address}/list.csv"), folder)
        given_up = time.monotonic() + 60
        while fetching.job and not fetching.job.is_over and time.monotonic() < given_up:
            time.sleep(0.02)
    assert fetching.job
    return fetching.job


def test_what_came_is_in_the_directory_and_told_with_its_digest(tmp_path: Path) -> None:
    job = fetched(tmp_path, TABLE)
    came = f"“list.csv” came: {len(TABLE)} bytes, the file that Bedside was made with"
    assert job.says.split(" (SHA-256 ")[0] == f"The directory holds 281 programs now. {came}"
    assert not job.is_wrong
    assert "1803899001" in open_directory(tmp_path, load_evidence())


def test_a_page_in_place_of_the_list_changes_nothing(tmp_path: Path) -> None:
    job = fetched(tmp_path, b"<!doctype html><html><body>Sign in</body></html>")
    assert (job.is_wrong, "is a web page, and not text" in job.says) == (True, True)
    assert open_directory(tmp_path, load_evidence()).is_sample
