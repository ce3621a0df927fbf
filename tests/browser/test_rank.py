"""The rank order list in a browser: moved with the keyboard, with and without a script, and readable by everyone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenWindow
from tests.browser.contents import example
from tests.browser.looking import what_axe_finds, what_is_too_wide
from tests.browser.serving import Server, put

FIRST, SECOND = "Aultman Hospital/NEOMED", "Adena Regional Medical Center"


def places(page: Page) -> list[str]:
    """The programs of the list in their order."""
    return page.locator(".rank-table tbody th a").all_inner_texts()


def press(page: Page, word: str, program: str) -> None:
    """Press the button of a program by its keyboard."""
    page.get_by_role("button", name=re.compile(rf"^{word}\s?: {program}$")).press("Enter")


@pytest.mark.parametrize("with_a_script", [True, False])
def test_a_program_is_moved_taken_off_and_put_back_with_the_keyboard(
    server: Server, open_window: OpenWindow, with_a_script: bool
) -> None:
    context, _ = open_window(server, java_script_enabled=with_a_script)
    page = context.new_page()
    page.goto(f"{put(server, [example('interviews-in-hand')])[0][0]}rank/")
    assert places(page)[:2] == [FIRST, SECOND]
    press(page, "Up", SECOND)
    expect(page.locator(".rank-table tbody th a").first).to_have_text(SECOND)
    press(page, "Take off", SECOND)
    expect(page.locator(".rank-table tbody th a").first).to_have_text(FIRST)
    press(page, "Put it on the list", SECOND)
    expect(page.locator(".rank-table tbody th a").last).to_have_text(SECOND)
    assert len(places(page)) == 4


def test_the_page_serves_everyone_and_a_number_leads_to_its_source(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server)
    page = context.new_page()
    page.goto(f"{put(server, [example('interviews-in-hand')])[0][0]}rank/")
    assert what_is_too_wide(page) + what_axe_finds(page) == []
    page.get_by_role("link", name=re.compile("^Charting Outcomes")).first.wait_for()
