"""Fetching over a real connection: what is kept, and what is gone on with."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from bedside.programs.sources.fetching import Delivery, Fetched, Progress, fetch_source
from tests.programs.sources.fetching_from import PDF, fetch, names_in, refusal, source_of
from tests.programs.sources.local_server import Site, in_parts, whole


def test_a_file_comes_whole_with_its_digest(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = whole(PDF)
    (file,) = source_of(f"{site.address}/list.pdf", known=PDF).files
    assert fetch(site, tmp_path, known=PDF) == Fetched(
        file, tmp_path / "list.pdf", len(PDF), hashlib.sha256(PDF).hexdigest(), as_known=True
    )
    assert (tmp_path / "list.pdf").read_bytes() == PDF
    assert names_in(tmp_path) == ["list.pdf"]


def test_another_edition_is_fetched_and_said_to_be_another(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = whole(PDF)
    fetched = fetch(site, tmp_path, known=b"an older edition")
    assert fetched.as_known is False
    assert fetched.says == (
        f"“list.pdf” came: {len(PDF):,} bytes, not the file that Bedside was made with (SHA-256 "
        f"{hashlib.sha256(PDF).hexdigest()})."
    )


def test_progress_ends_with_every_byte(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = whole(PDF)
    told: list[Progress] = []
    fetch_source(source_of(f"{site.address}/list.pdf"), tmp_path, told.append)
    assert (told[0].received, told[-1]) == (0, Progress("list.pdf", len(PDF), len(PDF)))
    assert [one.received for one in told] == sorted(one.received for one in told)


def test_a_file_that_is_cut_is_gone_on_with_at_once(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = in_parts(PDF, cuts=[70_000])
    fetched = fetch(site, tmp_path)
    assert fetched.path.read_bytes() == PDF
    assert site.asked == [("/list.pdf", None, None), ("/list.pdf", "bytes=70000-", '"one"')]


def test_what_came_is_kept_for_the_next_time(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = in_parts(PDF, cuts=[50_000, 0])
    assert refusal(site, tmp_path) == (
        f"“list.pdf” has not come whole: the connection ended after 50,000 of {len(PDF):,} bytes. What came is kept: "
        "try again, and it goes on there."
    )
    assert names_in(tmp_path) == ["list.pdf.part", "list.pdf.part.json"]
    assert fetch(site, tmp_path).path.read_bytes() == PDF
    assert [asked[1] for asked in site.asked] == [None, "bytes=50000-", "bytes=50000-"]


def test_a_new_version_begins_anew(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = in_parts(PDF, cuts=[50_000, 0])
    refusal(site, tmp_path)
    newer = b"%PDF-1.7 newer" + PDF
    site.pages["/list.pdf"] = in_parts(newer, version='"two"')
    assert fetch(site, tmp_path).path.read_bytes() == newer


def test_a_server_that_knows_no_parts_gives_it_whole(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = in_parts(PDF, cuts=[50_000, 0])
    refusal(site, tmp_path)
    site.pages["/list.pdf"] = whole(PDF, ETag='"one"')
    assert fetch(site, tmp_path).path.read_bytes() == PDF


def test_a_part_without_a_version_is_not_gone_on_with(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = lambda visit: visit.give(200, PDF[:50_000], {"ETag": 'W/"weak"'}, length=len(PDF))
    assert refusal(site, tmp_path) == (
        f"“list.pdf” has not come whole: the connection ended after 50,000 of {len(PDF):,} bytes. Try again later."
    )
    site.pages["/list.pdf"] = whole(PDF)
    assert fetch(site, tmp_path).path.read_bytes() == PDF
    assert [asked[1] for asked in site.asked] == [None, None]


def test_a_whole_part_that_was_not_put_in_place_is_fetched_anew(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = in_parts(PDF)
    (tmp_path / "list.pdf.part").write_bytes(PDF)
    (tmp_path / "list.pdf.part.json").write_text('{"version": "\\"one\\""}', encoding="utf-8")
    assert fetch(site, tmp_path).path.read_bytes() == PDF
    assert [asked[1] for asked in site.asked] == [f"bytes={len(PDF)}-", None]


def test_an_answer_that_is_another_part_is_not_glued_on(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = in_parts(PDF, cuts=[50_000, 0])
    refusal(site, tmp_path)
    wrong = {"Content-Range": f"bytes 10-{len(PDF) - 1}/{len(PDF)}"}
    site.pages["/list.pdf"] = lambda visit: (
        visit.give(206, PDF[10:], wrong) if visit.headers.get("Range") else visit.give(200, PDF)
    )
    assert fetch(site, tmp_path).path.read_bytes() == PDF


def test_files_that_came_are_kept_and_those_that_did_not_are_told(site: Site, tmp_path: Path) -> None:
    site.pages["/a.pdf"] = whole(PDF)
    site.pages["/b.pdf"] = lambda visit: visit.give(404, b"")
    site.pages["/c.pdf"] = whole(PDF)
    delivery = fetch_source(source_of(*(f"{site.address}/{name}.pdf" for name in "abc"), known=PDF), tmp_path)
    assert ([one.path.name for one in delivery.fetched], len(delivery.missing)) == (["a.pdf", "c.pdf"], 1)
    assert delivery.says == "2 files came, 2 of them the files that Bedside was made with."


def test_after_a_broken_off_fetching_only_what_is_missing_is_fetched(site: Site, tmp_path: Path) -> None:
    site.pages["/a.pdf"] = whole(PDF)
    site.pages["/b.pdf"] = lambda visit: visit.give(503, b"")
    source = source_of(f"{site.address}/a.pdf", f"{site.address}/b.pdf", known=PDF)
    fetch_source(source, tmp_path)
    site.pages["/b.pdf"] = whole(PDF)
    assert len(fetch_source(source, tmp_path).fetched) == 2
    assert [path for path, *_ in site.asked] == ["/a.pdf", "/b.pdf", "/b.pdf"]


def test_what_came_whole_before_is_asked_for_anew_in_case_there_is_a_newer_edition(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = whole(PDF)
    fetch(site, tmp_path, known=PDF)
    newer = PDF + b"newer"
    site.pages["/list.pdf"] = whole(newer)
    assert fetch(site, tmp_path, known=PDF).path.read_bytes() == newer


def test_the_user_can_stop_it_and_go_on_later(site: Site, tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(progress: Progress) -> None:
        if progress.received:
            raise Stopped

    site.pages["/list.pdf"] = in_parts(PDF)
    source = source_of(f"{site.address}/list.pdf")
    with pytest.raises(Stopped):
        fetch_source(source, tmp_path, stop)
    assert names_in(tmp_path) == ["list.pdf.part", "list.pdf.part.json"]
    assert fetch_source(source, tmp_path) == Delivery(
        (Fetched(source.files[0], tmp_path / "list.pdf", len(PDF), hashlib.sha256(PDF).hexdigest(), as_known=False),)
    )
    assert site.asked[1][1] is not None


def test_a_redirect_is_followed(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = lambda visit: visit.give(302, b"", {"Location": "/moved/list.pdf"})
    site.pages["/moved/list.pdf"] = whole(PDF)
    assert fetch(site, tmp_path).path.read_bytes() == PDF
