"""The entries as a page: every field can be copied, counted, and is shown as it will be taken to the form."""

from __future__ import annotations

import re
from typing import Any

from tests.web.kept import browser_for, example, kept


def the_page(content: dict[str, Any]) -> str:
    opened = kept(content)
    answer = browser_for(opened).get(f"/dossier/{opened.id}/story/entries/")
    assert answer.status_code == 200
    return answer.content.decode()


def with_drafts(*drafts: dict[str, Any]) -> dict[str, Any]:
    return {**example("h1b-quality-analyst"), "drafts": list(drafts)}


def about(text: str, place: str = "experience entry") -> dict[str, Any]:
    title = example("h1b-quality-analyst")["experiences"][0]["title"]
    return {"place": place, "about": title, "text": text}


def test_each_button_copies_a_text_that_is_on_the_page() -> None:
    page = the_page(with_drafts(about("I read charts."), about("It stayed with me.", "most meaningful experience")))
    buttons = re.findall(r'data-copies-text="([^"]+)"', page)
    assert len(buttons) == len(set(buttons)) >= 4
    assert [one for one in buttons if f'id="{one}"' not in page] == []


def test_without_scripts_no_button_is_shown_and_every_text_can_be_reached_by_keyboard() -> None:
    page = the_page(with_drafts(about("I read charts.")))
    assert page.count("data-copies-text") == len(re.findall(r'data-copies-text="[^"]+"[^>]* hidden>', page))
    assert page.count('class="copied-text"') == page.count("data-copies-text")
    assert page.count('class="copied-text"') == len(re.findall(r'class="copied-text" id="[^"]+" tabindex="0"', page))


def test_a_text_shows_what_it_takes_of_its_field() -> None:
    page = the_page(with_drafts(about("x" * 760), about("y" * 12, "most meaningful experience")))
    assert ("760 of 750 characters, 10 too many" in page, "12 of 300 characters" in page) == (True, True)


def test_what_is_copied_holds_no_unseen_marks_and_no_space_around_it() -> None:
    page = the_page(with_drafts(about("\ufeffI read\u00a0charts.\u200b\nAnd asked.")))
    assert ">I read charts.\nAnd asked.</div>" in page


def test_the_page_says_how_it_counts_and_that_the_form_was_not_seen() -> None:
    page = the_page(example("h1b-quality-analyst"))
    assert ("We could not see the form itself." in page, "UTF-16 code units" in page) == (True, True)


def test_the_lists_name_their_source_and_how_it_was_seen() -> None:
    page = the_page(example("h1b-quality-analyst"))
    assert ("Quality improvement" in page, "missionmed-hq" in page, "Marked: secondary." in page) == (True, True, True)


def test_an_empty_timeline_leads_to_the_place_where_it_is_filled_in() -> None:
    content = example("h1b-quality-analyst")
    content["experiences"] = []
    assert "Fill in <a href=" in the_page(content)
