"""Every page, also with mistakes on it, by axe-core, in the window of a telephone, and on paper."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import OpenWindow
from tests.browser.contents import example
from tests.browser.looking import what_axe_finds, what_is_too_wide
from tests.browser.serving import Server, put
from tests.browser.walking import walk

FILLED_WITH_NONSENSE = """(form, nonsense) => {
  const written = form.querySelectorAll("input[type=text], input[type=password], textarea");
  for (const field of written) field.value = nonsense;
  form.submit();
}"""
NOTHING_TO_SEND = {"share", "seven-days", "history"}


def found_on(page: Page, addresses: Iterable[str]) -> list[str]:
    found = []
    for address in addresses:
        page.goto(address)
        found += what_is_too_wide(page) + what_axe_finds(page)
        if "?" not in address:
            assert page.pdf().startswith(b"%PDF")
    return found


def is_a_page(context: BrowserContext, address: str) -> bool:
    """Whether an address answers with a page, and neither with a file nor by leading on to another page."""
    answer = context.request.get(address)
    return answer.ok and answer.url == address and "text/html" in answer.headers.get("content-type", "")


@pytest.mark.parametrize("name", ["h1b-quality-analyst", "empty"])
def test_every_page_serves_everyone_fits_a_telephone_and_prints(
    name: str, server: Server, open_window: OpenWindow
) -> None:
    context, _ = open_window(server)
    starts = [*put(server, [example(name)])[0], f"{server.address}/"]
    walked = walk(context, starts)
    own = [page for page in walked.one_of_each_kind if name != "empty" or page.startswith(starts[0])]
    assert walked.broken == []
    assert [one for one in starts if one not in walked.pages and is_a_page(context, one)] == []
    assert found_on(context.new_page(), own) == []


def test_volunteering_that_goes_on_week_by_week_does_too(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server)
    home = put(server, [example("opt-research-coordinator")])[0][0]
    page = context.new_page()
    assert found_on(page, [f"{home}clinic/"]) == []
    assert page.get_by_role("row", name="ahead").count() > 0


def test_words_without_a_space_fit_a_telephone(server: Server, open_window: OpenWindow) -> None:
    context, _ = open_window(server)
    word = "W" * 60
    content = example("h1b-quality-analyst")
    content["identity"]["name"] = content["seven_day_task"]["task"] = content["stop_contract"]["alternative"] = word
    content["experiences"][3] |= {"title": word, "organization": word, "duties": word}
    content["letters"][0]["writer"] = content["bookings"][0]["title"] = content["strengths"][0] = word
    page = context.new_page()
    found = []
    for address in put(server, [content])[0]:
        page.goto(address)
        found += what_is_too_wide(page)
    assert found == []


def test_a_page_that_is_not_there_does_too(server: Server, open_window: OpenWindow) -> None:
    context, watch = open_window(server, let_in=False)
    watch.expect(404)
    assert found_on(context.new_page(), [f"{server.address}/not-there/", f"{server.address}/shared/nothing/"]) == []


def test_every_form_with_mistakes_does_too(server: Server, open_window: OpenWindow) -> None:
    context, watch = open_window(server)
    watch.expect(400, 409, 422)
    pages = [one for one in put(server, [example("empty")])[0] if one.split("/")[-2] not in NOTHING_TO_SEND]
    page = context.new_page()
    found, refused = [], 0
    for address in [*pages, f"{server.address}/", f"{server.address}/open/"]:
        page.goto(address)
        for place in range(page.locator("form[method=post]").count()):
            page.goto(address)
            form = page.locator("form[method=post]").nth(place)
            with page.expect_navigation() as sent:
                form.evaluate(FILLED_WITH_NONSENSE, "32 Brumaire ???")
            if sent.value.status in (400, 409, 422):
                refused += 1
                found += what_is_too_wide(page) + what_axe_finds(page)
    assert found == []
    assert refused > 10
