"""The pages that no link leads to, because they follow a step: looked at like every other page."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import OpenWindow
from tests.browser.contents import example
from tests.browser.journey import PASSPHRASE, Applicant
from tests.browser.looking import what_axe_finds, what_is_too_wide
from tests.browser.serving import Server, put


def found_here(page: Page) -> list[str]:
    return what_is_too_wide(page) + what_axe_finds(page)


def at_home(server: Server, page: Page) -> Applicant:
    page.goto(put(server, [example("citizen-scribe")])[0][0])
    return Applicant(page)


def test_the_first_look(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server, let_in=False)
    applicant = Applicant(context.new_page())
    applicant.page.goto(server.address)
    applicant.answers_six_questions()
    assert found_here(applicant.page) == []


def test_a_first_look_at_nothing_but_open_questions(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server, let_in=False)
    page = context.new_page()
    page.goto(server.address)
    page.get_by_role("button", name="See where you are").click()
    Applicant(page).is_at("A first look")
    assert found_here(page) == []


def test_the_code_of_the_lock_and_the_locked_door(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server)
    page = context.new_page()
    applicant = at_home(server, page)
    applicant.locks()
    found = found_here(page)
    applicant.goes_to("Lock")
    found += found_here(page)
    applicant.leaves()
    assert found + found_here(page) == []
    applicant.comes_back_with(PASSPHRASE)


def test_a_link_that_was_made_and_what_it_shows(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server)
    mentor, _ = open_window(server, let_in=False)
    page, theirs = context.new_page(), mentor.new_page()
    link = at_home(server, page).makes_a_link()
    theirs.goto(link)
    assert found_here(page) + found_here(theirs) == []


def test_an_earlier_state_before_it_is_brought_back(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server)
    page = context.new_page()
    applicant = at_home(server, page)
    applicant.adds_an_exam()
    applicant.goes_to("History")
    page.get_by_role("link", name="Look at it").first.click()
    applicant.sees("If you bring it back")
    assert found_here(page) == []


def test_a_plan_with_a_task_ticked_off(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server)
    page = context.new_page()
    applicant = at_home(server, page)
    applicant.ticks_a_task_off()
    assert found_here(page) == []


def test_those_who_are_done_trying_see_other_ways(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server)
    content = example("citizen-scribe")
    content["decision"] = {"kind": "done trying", "signed": "2026-11-01"}
    content.pop("stop_contract", None)
    pages = put(server, [content])[0]
    page = context.new_page()
    found = []
    for address in pages[:5]:
        page.goto(address)
        found += found_here(page)
    assert found == []
