"""Story and Clinic without a mouse and without scripts: what is written is saved, read and answered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.conftest import OpenWindow
from tests.browser.contents import example
from tests.browser.serving import Server, put
from tests.browser.test_keyboard import step_to


@pytest.fixture
def home(server: Server) -> str:
    return put(server, [example("h1b-quality-analyst")])[0][0]


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, server: Server, open_window: OpenWindow) -> Page:
    return open_window(server, java_script_enabled=request.param)[0].new_page()


def go_to(page: Page, address: str) -> None:
    """Open a page after something was saved, also where the browser is still on its way from that."""
    try:
        page.goto(address)
    except Error as interrupted:
        if "interrupted by another navigation" not in str(interrupted):
            raise
        page.goto(address)


def test_a_part_of_the_arc_is_written_and_saved_by_keyboard(page: Page, home: str) -> None:
    page.goto(f"{home}story/")
    words = page.get_by_label("Why is training in this specialty what follows from all of it?")
    step_to(page, words)
    page.keyboard.type("One patient and the many are the same work.")
    page.keyboard.press("Tab")
    with page.expect_response(lambda answer: answer.url.endswith("/story/save/")):
        page.keyboard.press("Enter")
    go_to(page, f"{home}story/")
    expect(words).to_have_value("One patient and the many are the same work.")


def test_a_date_that_disagrees_is_put_right_and_no_longer_found(page: Page, home: str) -> None:
    page.goto(f"{home}story/drafts/0/")
    found = page.locator(".findings")
    expect(found).to_contain_text("your file says 13 June 2022")
    text = page.get_by_label("The text", exact=True)
    text.fill(text.input_value().replace("October 2022", "June 2022"))
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_role("button", name="Save", exact=True).click()
    go_to(page, f"{home}story/drafts/0/")
    expect(found).not_to_contain_text("your file says 13 June 2022")


def test_what_a_place_answered_is_written_down_by_keyboard(page: Page, home: str) -> None:
    page.goto(f"{home}clinic/")
    place = page.locator("article.card", has=page.get_by_role("heading", name="Shadowing in the diabetes clinic"))
    before = place.locator("summary", has_text="not asked yet").inner_text()
    asked = place.locator("details", has=page.locator("summary", has_text="Write down what they answered"))
    step_to(page, asked.locator("> summary"))
    page.keyboard.press("Enter")
    asked.locator("input[type=radio][value=no]:visible").first.check()
    asked.get_by_role("button", name="Save the answers").press("Enter")
    expect(place.locator("summary", has_text="not asked yet")).not_to_have_text(before)
