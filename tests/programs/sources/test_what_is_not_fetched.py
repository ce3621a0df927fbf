"""What fetching refuses, and what it says: pages in place of files, servers that fail, addresses that are not safe."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.shelf.writers_lock import writing_in
from bedside.programs.sources.addresses import AddressRefused, FetchFailed, refuse_unsafe
from bedside.programs.sources.catalogue import find_source
from bedside.programs.sources.download import Limits
from bedside.programs.sources.fetching import fetch_source
from tests.programs.sources.fetching_from import BRIEF, PDF, fetch, names_in, refusal, source_of
from tests.programs.sources.local_server import Site, Visit, served, whole


def test_a_web_page_in_place_of_the_pdf_is_not_kept(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = whole(b"<!DOCTYPE html><html><body>Sorry</body></html>")
    assert refusal(site, tmp_path) == (
        "What came from ADDRESS/list.pdf is a web page, and not a PDF: the publisher may have moved it, or wants a "
        "browser. Nothing was kept. Look for it on https://publisher.example/tables, download it there, and add the "
        "file."
    )
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (404, "There is nothing at ADDRESS/list.pdf any more (404)."),
        (403, "The server did not let Bedside have ADDRESS/list.pdf (403); it may want a browser."),
        (503, "The server could not give ADDRESS/list.pdf just now (503). Try again later. Or:"),
    ],
)
def test_a_refusal_says_what_to_do(site: Site, tmp_path: Path, status: int, sentence: str) -> None:
    site.pages["/list.pdf"] = lambda visit: visit.give(status, b"<html>no</html>")
    by_hand = "Look for it on https://publisher.example/tables, download it there, and add the file."
    assert refusal(site, tmp_path) == f"{sentence} {by_hand}"
    assert names_in(tmp_path) == []


def test_a_silent_server_is_given_up(site: Site, tmp_path: Path) -> None:
    done = threading.Event()

    def begin_and_wait(visit: Visit) -> None:
        visit.give(200, PDF[:1000], length=len(PDF))
        done.wait(10)

    site.pages["/list.pdf"] = begin_and_wait
    sentence = refusal(site, tmp_path)
    done.set()
    assert sentence == "“list.pdf” has not come whole: the server fell silent. Try again later."


def test_a_server_that_takes_too_long_is_given_up(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = whole(PDF)
    assert refusal(site, tmp_path, limits=Limits(whole=-1)) == (
        "“list.pdf” has not come whole: it took too long. Try again later."
    )


def test_a_file_larger_than_can_be_read_is_not_kept(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = whole(PDF)
    assert refusal(site, tmp_path, limits=Limits(size=1000)) == (
        f"The file is larger than the 1,000 bytes that Bedside reads (at least {len(PDF):,}). Nothing was kept. See on "
        "https://publisher.example/tables whether it is the right one."
    )
    assert names_in(tmp_path) == []


def test_a_server_that_hides_the_size_is_stopped_at_the_limit(site: Site, tmp_path: Path) -> None:
    def give_without_end(visit: Visit) -> None:
        visit.send_response(200)
        visit.end_headers()
        visit.wfile.write(PDF)

    site.pages["/list.pdf"] = give_without_end
    assert fetch(site, tmp_path).path.read_bytes() == PDF
    (tmp_path / "list.pdf").unlink()
    assert refusal(site, tmp_path, limits=Limits(size=100_000)).startswith("The file is larger than the 100,000 bytes")
    assert names_in(tmp_path) == []


def test_redirects_without_an_end_are_given_up(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = lambda visit: visit.give(302, b"", {"Location": f"{visit.path}x"})
    for many in range(1, 20):
        site.pages[f"/list.pdf{'x' * many}"] = site.pages["/list.pdf"]
    assert refusal(site, tmp_path) == (
        "ADDRESS/list.pdf leads from one address to the next without an end. Look for it on "
        "https://publisher.example/tables, download it there, and add the file."
    )
    assert len(site.asked) < 10


@pytest.mark.parametrize("away", ["https://127.0.0.1/list.pdf", "file:///etc/hostname", "ftp://127.0.0.1/list.pdf"])
def test_a_redirect_to_another_scheme_is_not_followed(site: Site, tmp_path: Path, away: str) -> None:
    site.pages["/list.pdf"] = lambda visit: visit.give(302, b"", {"Location": away})
    with pytest.raises(FetchFailed):
        fetch(site, tmp_path)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://publisher.example/list.pdf",
        "ftp://publisher.example/x",
        "file:///x",
        "https://a:b@c.example/x",
        "https:///x",
        "x",
    ],
)
def test_only_https_is_opened(address: str) -> None:
    with pytest.raises(AddressRefused):
        refuse_unsafe(address)


@pytest.mark.parametrize("address", ["https://publisher.example/list.pdf", "http://localhost:8000/x", "http://[::1]/x"])
def test_https_is_opened_and_http_on_this_machine(address: str) -> None:
    refuse_unsafe(address)


def test_where_nothing_answers_the_other_files_are_not_tried(tmp_path: Path) -> None:
    with served() as gone:
        address = gone.address
    with pytest.raises(FetchFailed) as failed:
        fetch_source(source_of(f"{address}/a.pdf", f"{address}/b.pdf"), tmp_path, limits=BRIEF)
    assert str(failed.value) == (
        "There is no connection to 127.0.0.1. Check that this computer is online. Or download the file on another one, "
        "and add it from there."
    )


def test_a_folder_that_cannot_be_written_to_is_told(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = whole(PDF)
    blocked = tmp_path / "a-file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(ProgramsMistake) as refused:
        fetch(site, blocked)
    assert str(refused.value) == (
        f"{blocked} cannot be used for the directory of programs: file exists. See that you may write in it."
    )


def test_a_file_whose_place_is_taken_is_told(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = whole(PDF)
    (tmp_path / "list.pdf.part").mkdir()
    assert refusal(site, tmp_path) == f"“list.pdf” could not be written to {tmp_path}: Is a directory."


def test_two_do_not_fetch_into_one_folder_at_once(site: Site, tmp_path: Path) -> None:
    site.pages["/list.pdf"] = whole(PDF)
    with writing_in(tmp_path), pytest.raises(ProgramsMistake) as refused:
        fetch(site, tmp_path)
    assert str(refused.value) == f"Another import into {tmp_path} is still at work. Try again when it has finished."
    assert site.asked == []


def test_a_server_that_cannot_show_who_it_is_is_not_asked(tmp_path: Path) -> None:
    with served(secretly=True) as site:
        site.pages["/list.pdf"] = whole(PDF)
        with pytest.raises(FetchFailed) as failed:
            fetch(site, tmp_path)
    assert str(failed.value) == "127.0.0.1 could not show who it is, so nothing was fetched from it."
    assert site.asked == []


def test_a_source_behind_a_sign_in_is_never_fetched(tmp_path: Path) -> None:
    with pytest.raises(FetchFailed) as failed:
        fetch_source(find_source("freida"), tmp_path)
    assert str(failed.value) == (
        "Bedside does not fetch “FREIDA, the residency and fellowship database”. Open https://freida.ama-assn.org/, "
        "save or copy what you may see there, and add that."
    )
