"""Two windows on the same form: the second is told, loses nothing, and can go on."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenWindow
from tests.browser.contents import example
from tests.browser.serving import Server, put


def form_of_the_school(page: Page, home: str) -> Locator:
    page.goto(f"{home}me/you/")
    return page.locator("form", has=page.get_by_label("When did you graduate"))


def test_the_second_window_is_told_and_nothing_is_lost(server: Server, open_window: OpenWindow) -> None:
    home = put(server, [example("empty")])[0][0]
    context, watch = open_window(server)
    watch.expect(409)
    first, second = (form_of_the_school(context.new_page(), home) for _ in range(2))
    first.get_by_label("When did you graduate").fill("June 2017")
    first.get_by_role("button", name="Save").click()
    expect(first.get_by_role("status")).to_contain_text("Saved")
    second.get_by_label("When did you graduate").fill("May 2016")
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_role("alert")).to_contain_text("Nothing is lost.")
    expect(second.get_by_label("When did you graduate")).to_have_value("May 2016")
    expect(second).to_contain_text("Saved meanwhile: June 2017")
    second.get_by_role("button", name="Save what I typed").click()
    expect(second.get_by_role("status")).to_contain_text("Saved")
    expect(form_of_the_school(first.page, home).get_by_label("When did you graduate")).to_have_value("May 2016")


def test_two_windows_that_save_different_parts_do_not_disturb_each_other(
    server: Server, open_window: OpenWindow
) -> None:
    home = put(server, [example("empty")])[0][0]
    context, _ = open_window(server)
    first, second = context.new_page(), context.new_page()
    school, _ = form_of_the_school(first, home), form_of_the_school(second, home)
    school.get_by_label("When did you graduate").fill("June 2017")
    school.get_by_role("button", name="Save").click()
    expect(school.get_by_role("status")).to_contain_text("Saved")
    name = second.locator("form", has=second.get_by_label("What name should your plan carry?"))
    name.get_by_label("What name should your plan carry?").fill("Ada")
    name.get_by_role("button", name="Save").click()
    expect(name.get_by_role("status")).to_contain_text("Saved")
