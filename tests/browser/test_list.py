"""The list while its controls are moved, with a script and without one, and how it comes into the file."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenWindow
from tests.browser.contents import example
from tests.browser.looking import what_axe_finds, what_is_too_wide
from tests.browser.serving import Server, put


def list_of(server: Server, page: Page, asked: str = "") -> Page:
    home = put(server, [example("opt-research-coordinator")])[0][0]
    page.goto(f"{home}list/{asked}")
    return page


def test_a_control_that_is_moved_changes_the_list_and_its_address_and_keeps_its_place(
    server: Server, open_window: OpenWindow
) -> None:
    context, _ = open_window(server)
    page = list_of(server, context.new_page())
    page.evaluate("window.is_the_same_page = true")
    count = page.get_by_label("Programs at most")
    count.press_sequentially("12")
    expect(page.get_by_role("status").filter(has_text="12 programs for the 2028 Match")).to_be_visible()
    expect(count).to_be_focused()
    assert page.url.endswith("/list/?count=12")
    page.get_by_role("button", name=re.compile("^Leave out")).first.click()
    expect(page.get_by_role("heading", name="Left out by you")).to_be_visible()
    assert re.search(r"\?count=12&out=\d+$", page.url)
    assert page.evaluate("window.is_the_same_page") is True
    page.reload()
    expect(page.get_by_role("heading", name="Left out by you")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Allow again")).click()
    expect(page.get_by_role("heading", name="Left out by you")).to_have_count(0)
    assert what_is_too_wide(page) + what_axe_finds(page) == []


def test_whoever_goes_back_while_an_answer_is_awaited_keeps_the_page_gone_back_to(
    server: Server, open_window: OpenWindow
) -> None:
    context, _ = open_window(server)
    page = list_of(server, context.new_page())
    count = page.get_by_label("Programs at most")
    for written in ("10", "12"):
        count.fill(written)
        page.wait_for_url(f"**/list/?count={written}")
    awaited: list[Route] = []
    page.route("**/list/?*count=25*", lambda one: awaited.append(one))
    with page.expect_request("**/list/?*count=25*"):
        count.fill("25")
    page.go_back(wait_until="commit")
    expect(count).to_have_value("10")
    for one in awaited:
        one.continue_()
    page.unroute("**/list/?*count=25*")
    count.fill("14")
    expect(page.get_by_role("status").filter(has_text="14 programs for the 2028 Match")).to_be_visible()
    page.go_back(wait_until="commit")
    page.wait_for_url("**/list/?count=10")


def test_a_mix_of_ones_own_shows_its_shares_when_it_is_chosen(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server)
    page = list_of(server, context.new_page())
    expect(page.get_by_label("University, %", exact=True)).to_be_hidden()
    page.get_by_label("my own").check()
    expect(page.get_by_label("University, %", exact=True)).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("Your shares of types sum to 0")


@pytest.mark.parametrize("with_a_script", [True, False])
def test_a_list_is_made_held_and_kept(server: Server, open_window: OpenWindow, with_a_script: bool) -> None:
    context, _ = open_window(server, java_script_enabled=with_a_script)
    page = list_of(server, context.new_page())
    page.get_by_label("Programs at most").fill("5")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("button", name=re.compile("^Put it on")).first.click()
    page.get_by_role("button", name=re.compile("^Let it go")).wait_for()
    page.get_by_role("button", name="Keep these 5 programs").click()
    expect(page.get_by_text("In your file now: 5 programs.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Let it go"))).to_be_visible()


def test_the_curves_are_drawn_when_they_come_into_sight(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server)
    page = list_of(server, context.new_page(), "?count=30")
    curves = page.locator("#curves figure")
    expect(curves).to_have_count(0)
    page.get_by_role("heading", name="What more programs or more money bring").scroll_into_view_if_needed()
    page.locator("#curves").scroll_into_view_if_needed()
    expect(curves).to_have_count(2)
    assert what_is_too_wide(page) + what_axe_finds(page) == []
