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
