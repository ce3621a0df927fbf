"""Everything without a mouse: the way past the menu, the menu, a form filled and saved, a reason opened."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenWindow
from tests.browser.contents import example
from tests.browser.looking import NARROW, WIDE
from tests.browser.serving import Server, put

MOST_STEPS = 120


def step_to(page: Page, wanted: Locator) -> None:
    """Press Tab until something has the focus, and see that the focus shows."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            assert wanted.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
            return
    raise AssertionError(f"{MOST_STEPS} steps did not reach {wanted}")


@pytest.fixture
def home(server: Server) -> str:
    return put(server, [example("citizen-scribe")])[0][0]


def test_the_first_step_leads_past_the_menu(home: str, server: Server, open_window: OpenWindow) -> None:
    page = open_window(server)[0].new_page()
    page.goto(home)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_menu_leads_to_a_section(size: dict[str, int], home: str, server: Server, open_window: OpenWindow) -> None:
    page = open_window(server, viewport=size)[0].new_page()
    page.goto(home)
    menu = page.get_by_role("navigation", name="Sections")
    if size == NARROW:
        step_to(page, menu.locator("summary"))
        page.keyboard.press("Enter")
    step_to(page, menu.get_by_role("link", name="Standing", exact=True))
    page.keyboard.press("Enter")
    expect(menu.locator("a[aria-current=page]")).to_have_text("Standing")


def test_a_form_is_filled_and_saved(home: str, server: Server, open_window: OpenWindow) -> None:
    page = open_window(server)[0].new_page()
    page.goto(f"{home}me/you/")
    name = page.get_by_label("What name should your plan carry?")
    step_to(page, name)
    page.keyboard.press("Control+A")
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    page.reload()
    expect(name).to_have_value("Ada")


def test_a_reason_is_opened(home: str, server: Server, open_window: OpenWindow) -> None:
    page = open_window(server)[0].new_page()
    page.goto(f"{home}standing/")
    reason = page.locator("details.why").first
    step_to(page, reason.locator("summary"))
    page.keyboard.press("Enter")
    expect(reason).to_have_attribute("open", "")
