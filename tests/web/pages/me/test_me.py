"""The section Me: what is filled in, what is empty and why, and forms that are saved one by one."""

from __future__ import annotations

import pytest

from bedside.web.forms.chapters import CHAPTERS
from tests.web.kept import browser_for, example, kept

EXAMPLES = ("after", "before", "citizen-scribe", "h1b-quality-analyst", "opt-research-coordinator")


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("chapter", [chapter.slug for chapter in CHAPTERS])
def test_every_chapter_opens_for_every_worked_applicant(name: str, chapter: str) -> None:
    opened = kept(example(name))
    page = browser_for(opened).get(f"/dossier/{opened.id}/me/{chapter}/")
    assert page.status_code == 200


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_section_opens_for_every_worked_applicant(name: str) -> None:
    opened = kept(example(name))
    page = browser_for(opened).get(f"/dossier/{opened.id}/me/")
    assert page.status_code == 200


def test_a_card_says_what_is_still_empty_why_it_matters_and_where_it_is_filled_in() -> None:
    opened = kept(example("before"))
    page = browser_for(opened).get(f"/dossier/{opened.id}/me/")
    exams = next(card for card in page.context["cards"] if card.chapter.slug == "exams")
    assert [(one.what, one.why, one.url) for one in exams.missing] == [
        (
            "Step 1: when did you sit it?",
            "Their order, the attempts left and the time limits need the dates.",
            f"/dossier/{opened.id}/me/exams/?open=exams-0#exams-0",
        )
    ]


def test_what_should_be_looked_at_again_stands_on_the_first_page_with_the_entry_it_is_about() -> None:
    content = example("h1b-quality-analyst")
    content["experiences"][4]["contact"] = "hands-on"
    opened = kept(content)
    page = browser_for(opened).get(f"/dossier/{opened.id}/me/")
    assert [(one.about, one.url) for one in page.context["warnings"]] == [
        (
            "Internal medicine observership (Rotation · Cottonwood Community Hospital · 8 April 2024 to 21 April 2024)",
            f"/dossier/{opened.id}/me/timeline/?open=experiences-4#experiences-4",
        )
    ]
    assert "write “Observer”" in page.content.decode()


def test_a_closed_entry_is_a_line_of_words_and_its_form_comes_when_it_is_opened() -> None:
    opened = kept(example("h1b-quality-analyst"))
    browser = browser_for(opened)
    closed = browser.get(f"/dossier/{opened.id}/me/timeline/").content.decode()
    asked = browser.get(
        f"/dossier/{opened.id}/me/timeline/", {"open": "experiences-3"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert 'name="title" value="House officer"' not in closed
    assert asked.startswith('<li class="part entry" id="experiences-3"><details open>')
    assert 'value="Quality analyst, diabetes and readmissions"' in asked


def test_someone_at_an_employers_computer_is_told_where_to_read_more() -> None:
    opened = kept(example("before"))
    page = browser_for(opened).get(f"/dossier/{opened.id}/me/").content.decode()
    assert (
        'If this computer belongs to an employer, it may keep copies and see what you do. <a href="/privacy/">' in page
    )
