"""The checks of these tests find what they look for, on pages that were made wrong on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import window
from tests.browser.looking import what_axe_finds, what_is_too_wide
from tests.browser.serving import Server
from tests.browser.test_journey import files_that_hold
from tests.browser.walking import walk
from tests.browser.watching import Watch

PALE = "<html lang='en'><title>Pale</title><main><h1 style='color:#eee;background:#fff'>Pale</h1></main></html>"
ONLY_DARK = "<style>@media (prefers-color-scheme: dark) { p { color: #222; background: #111 } }</style>"
WIDE = "<html lang='en'><title>Wide</title><main><h1>Wide</h1><p style='width:500px'>wide</p></main></html>"
FRAMED = "<div style='overflow-x:auto'><p style='width:500px'>wide</p></div>"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def files_served(folder: Path) -> Iterator[str]:
    """The address of a folder's files until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def test_axe_finds_what_cannot_be_read(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(PALE)
    assert {one.split(": ")[1] for one in what_axe_finds(page)} == {"color-contrast"}


def test_one_that_is_pale_is_found_among_many_that_are_not(browser: Browser) -> None:
    page = browser.new_page()
    unseen = "<div hidden><p>dark</p></div><div><p></p></div><div aria-hidden='true'><p>dark</p></div>"
    rows = (
        unseen
        + "<p>dark</p>" * 50
        + "<div style='background:#eee'><p style='color:#ddd'></p><p style='color:#ddd'>pale</p></div>"
    )
    page.set_content(f"<html lang='en'><title>Many</title><main><h1>Many</h1>{rows}</main></html>")
    assert {one.split(": ")[1] for one in what_axe_finds(page)} == {"color-contrast"}


def test_axe_also_looks_in_the_dark(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(f"<html lang='en'><title>Dark</title>{ONLY_DARK}<main><h1>Dark</h1><p>Text</p></main></html>")
    assert [one.split(": ")[0] for one in what_axe_finds(page)] == ["about:blank at 360, dark"]


def test_what_is_wider_than_the_window_is_named_and_what_scrolls_by_itself_is_not(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(WIDE)
    assert len(what_is_too_wide(page)) > 0
    page.set_content(f"<html lang='en'><title>Wide</title><main><h1>Wide</h1>{FRAMED}</main></html>")
    assert what_is_too_wide(page) == []


def test_a_page_with_many_links_ends_no_walk(browser: Browser, tmp_path: Path) -> None:
    many = "".join(f'<a href="page-{number}.html">{number}</a>' for number in range(400))
    (tmp_path / "index.html").write_text(many, encoding="utf-8")
    for number in range(400):
        (tmp_path / f"page-{number}.html").write_text(str(number), encoding="utf-8")
    context = browser.new_context()
    with files_served(tmp_path) as address:
        assert (len(walk(context, [address]).pages), walk(context, [address]).broken) == (401, [])
        with pytest.raises(AssertionError, match="did not end"):
            walk(context, [address], at_most=50)
    context.close()


def test_a_script_that_the_policy_forbids_is_a_trouble(server: Server, browser: Browser) -> None:
    with window(browser, server) as context:
        watch, page = Watch(context), context.new_page()
        page.goto(server.address)
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
        page.evaluate("void setTimeout(() => { throw new Error('on purpose') })")
        page.goto(f"{server.address}/not-there/")
        assert page.evaluate("window.ran") is None
    assert [trouble.split(" ")[0] for trouble in watch.troubles] == ["console", "fault", "GET"]


def test_a_name_is_found_in_whichever_file_it_is(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"\x00Zofia\x00")
    (tmp_path / "wide").write_bytes("Zofia".encode("utf-16-le"))
    (tmp_path / "other").write_bytes(b"Ada")
    assert files_that_hold(tmp_path, "Zofia") == ["log", "wide"]
