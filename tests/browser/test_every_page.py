"""Every page, of a dossier that is full and of one that is almost empty: axe-core, a narrow window, and paper."""

from __future__ import annotations

import time

import pytest

from tests.browser.conftest import OpenWindow
from tests.browser.contents import example
from tests.browser.looking import what_axe_finds, what_is_too_wide
from tests.browser.serving import Server, put
from tests.browser.walking import walk


@pytest.mark.parametrize("name", ["h1b-quality-analyst", "empty"])
def test_every_page_can_be_used_by_everyone_fits_a_telephone_and_prints(
    name: str, server: Server, open_window: OpenWindow
) -> None:
    context, _ = open_window(server)
    walked = walk(context, [*put(server, [example(name)])[0], f"{server.address}/"])
    print(len(walked.pages), len(walked.one_of_each_kind))
    page = context.new_page()
    found = list(walked.broken)
    for address in walked.one_of_each_kind:
        t = time.perf_counter()
        page.goto(address)
        found += what_is_too_wide(page)
        found += what_axe_finds(page)
        t2 = time.perf_counter()
        assert page.pdf().startswith(b"%PDF")
        print(address, round(t2 - t, 2), round(time.perf_counter() - t2, 2))
    assert found == []
