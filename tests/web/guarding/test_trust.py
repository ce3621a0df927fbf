"""What the app promises to a browser and to whoever tries to misuse it, on every page there is."""

from __future__ import annotations

import copy
import re
from functools import cache
from typing import Any

import pytest
from django.test import Client

from bedside.applicant.file.parsing import parse_content
from bedside.applicant.mistakes import DossierMistakes
from bedside.web.store.dossiers import Opened
from tests.applicant.dossiers import AS_OF
from tests.web.addresses import Named, every_address
from tests.web.kept import browser_for, example, kept

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "X-Content-Type-Options": {"nosniff"},
    "X-Frame-Options": {"DENY"},
    "Referrer-Policy": {"same-origin", "no-referrer"},
    "Cross-Origin-Opener-Policy": {"same-origin"},
    "Cross-Origin-Resource-Policy": {"same-origin"},
    "X-Robots-Tag": {"noindex, nofollow", "noindex, nofollow, noarchive"},
}
"""What a page may say under each; nothing of where a link stood goes to another site, neither a token nor an id."""
INSERTED = "<img src=x onerror=alert(1)>\"'&{{ 7 }}"
NOT_ESCAPED = re.compile(rb"<img src=x|onerror=alert\(1\)>\"", re.IGNORECASE)


Pages = dict[str, Any]


@pytest.fixture
def opened() -> Opened:
    return kept(example("h1b-quality-analyst"))


@pytest.fixture
def pages() -> Pages:
    """Every address with what a GET gets, asked once for all the tests that only look."""
    return _asked_once()


@cache
def _asked_once() -> Pages:
    opened = kept(example("h1b-quality-analyst"))
    return answers(browser_for(opened), opened)


def answers(client: Client, opened: Opened) -> Pages:
    """Every address with what a GET gets."""
    client.raise_request_exception = False
    return {one.path: client.get(one.path) for one in every_address(opened)}


def policy_of(answer: Any) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


def test_every_page_has_the_strict_policy_and_stays_out_of_caches_frames_and_searches(pages: Pages) -> None:
    for path, answer in pages.items():
        assert policy_of(answer) == POLICY, path
        assert [name for name, may_be in HEADERS.items() if answer.headers.get(name) not in may_be] == [], path
        assert "no-store" in answer["Cache-Control"], path


def test_the_pages_for_what_cannot_be_shown_have_it_too() -> None:
    for answer in (Client().get("/nowhere/"), Client(enforce_csrf_checks=True).post("/open/")):
        assert (policy_of(answer), answer.status_code in (403, 404)) == (POLICY, True)


def test_no_page_faults(pages: Pages) -> None:
    assert {path: answer.status_code for path, answer in pages.items() if answer.status_code >= 500} == {}


def test_no_page_holds_a_script_or_a_style_of_its_own_or_anything_from_elsewhere(pages: Pages) -> None:
    for path, answer in pages.items():
        if not is_a_page(answer) or "Content-Disposition" in answer:
            continue
        page = answer.content.decode()
        assert re.findall(r"<script(?![^>]*\ssrc=\"/static/)[^>]*>|<style|\sstyle=|\son[a-z]+=\"", page) == [], path
        assert re.findall(r"(?:src|srcset|data)=\"(?:https?:)?//[^\"]*\"", page) == [], path
        assert re.findall(r"<link[^>]+href=\"(?!/static/)[^\"]*\"", page) == [], path


def test_nothing_is_changed_by_a_form_of_another_site(opened: Opened) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser_for(opened).cookies
    for one in every_address(opened):
        assert strict.post(one.path).status_code == 403, one


def test_every_form_that_changes_something_carries_the_token(pages: Pages) -> None:
    for path, answer in pages.items():
        if is_a_page(answer):
            for form in re.findall(r"<form\b.*?</form>", answer.content.decode(), re.DOTALL):
                asks_only = re.match(r"<form(?![^>]*method=\"post\")(?![^>]*hx-post)[^>]*>", form)
                assert asks_only or "csrfmiddlewaretoken" in form, path


def test_a_browser_that_was_not_let_in_finds_nothing_on_any_page_of_a_dossier(opened: Opened) -> None:
    for one in every_address(opened):
        if one.path.startswith("/dossier/"):
            assert Client().get(one.path).status_code in (404, 405), one
            assert Client().post(one.path).status_code in (404, 405), one


def test_whatever_is_written_in_a_dossier_is_shown_as_text() -> None:
    opened = kept(with_markup_everywhere(example("h1b-quality-analyst")))
    client = browser_for(opened)
    shown = 0
    for path, answer in answers(client, opened).items():
        if is_a_page(answer):
            assert NOT_ESCAPED.findall(answer.content) == [], path
            shown += b"&lt;img src=x" in answer.content
    assert shown > 0


def is_a_page(answer: Any) -> bool:
    return bool(answer["Content-Type"].startswith("text/html"))


def with_markup_everywhere(content: dict[str, Any]) -> dict[str, Any]:
    """The content with markup at the end of every text that may hold it."""
    changed = marked(content, frozenset())
    kept_as_it_was: set[str] = set()
    for _ in range(20):
        try:
            parse_content(changed, "marked", AS_OF)
        except DossierMistakes as found:
            kept_as_it_was |= {mistake.field for mistake in found.mistakes}
            changed = marked(content, frozenset(kept_as_it_was))
        else:
            return changed
    raise AssertionError(f"no text could be marked beside {sorted(kept_as_it_was)}")


def marked(value: Any, leaves_alone: frozenset[str], path: str = "") -> Any:
    if path in leaves_alone:
        return copy.deepcopy(value)
    if isinstance(value, dict):
        return {key: marked(one, leaves_alone, f"{path}.{key}".lstrip(".")) for key, one in value.items()}
    if isinstance(value, list):
        return [marked(one, leaves_alone, f"{path}[{at}]") for at, one in enumerate(value)]
    return f"{value} {INSERTED}" if isinstance(value, str) and not re.fullmatch(r"[\d.:-]+", value) else value


def test_the_walk_knows_every_page_of_a_dossier(opened: Opened) -> None:
    assert {Named("home", f"/dossier/{opened.id}/"), Named("start", "/")} <= set(every_address(opened))


def test_the_check_of_markup_bites() -> None:
    assert NOT_ESCAPED.search(INSERTED.encode()) is not None
    assert with_markup_everywhere(example("citizen-scribe"))["identity"]["name"].endswith(INSERTED)
