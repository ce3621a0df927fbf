"""Share: a link only reads, ends on its day or at once, cannot be guessed, and shows nothing that is hidden."""

from __future__ import annotations

import html
import logging
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from bedside.applicant.hidden_words import folded
from bedside.applicant.redaction import names_in
from bedside.web.store.dossiers import Opened, open_dossier, save
from bedside.web.store.locking import lock
from bedside.web.store.shares import Share, make_share
from bedside.web.store.tables import ShareRow
from tests.applicant.dossiers import AS_OF
from tests.documents.pdf_text import pages_of, text_of
from tests.web.kept import NOW, browser_for, example, kept

HIDING = Share("Dr. Huang", True, True, AS_OF + timedelta(days=30))
OPEN = Share("Dr. Huang", False, False, AS_OF + timedelta(days=30))


@pytest.fixture
def opened() -> Opened:
    return kept(example("citizen-scribe"))


@pytest.fixture
def browser(opened: Opened) -> Client:
    return browser_for(opened)


def address(opened: Opened) -> str:
    return f"/dossier/{opened.id}/share/"


def shown(token: str) -> tuple[int, str]:
    answer = Client().get(f"/shared/{token}/")
    return answer.status_code, html.unescape(answer.content.decode())


def sent(**more: object) -> dict[str, object]:
    return {"for_whom": " Dr.  Huang ", "hide": ["names", "scores"], "ends_on": "22 December 2026", **more}


def hidden_in(text: str, opened: Opened) -> list[str]:
    names = [name.written for name in names_in(opened.dossier)]
    return [word for word in (*names, "passed 219", "passed 221", "CK 221", "Huang") if folded(word) in folded(text)]


def test_a_link_is_made_shown_once_and_only_its_hash_is_kept(opened: Opened, browser: Client) -> None:
    page = browser.post(address(opened), sent()).content.decode()
    token = re.findall(r'value="http://testserver/shared/([^/]+)/"', page)[0]
    row = ShareRow.objects.get()
    assert (row.for_whom, row.hides_names, row.hides_scores, row.ends_on) == (
        "Dr. Huang",
        True,
        True,
        date(2026, 12, 22),
    )
    assert token not in str(row.__dict__)
    assert token not in browser.get(address(opened)).content.decode()
    assert shown(token)[0] == 200


def test_a_token_holds_256_bits_and_no_two_are_alike(opened: Opened) -> None:
    tokens = [make_share(opened, HIDING, NOW) for _ in range(50)]
    assert {bool(re.fullmatch(r"[\w-]{43}", token)) for token in tokens} == {True}
    assert len({token[:8] for token in tokens}) == 50


def test_nothing_hidden_is_in_the_bytes_of_the_page(opened: Opened) -> None:
    assert hidden_in(shown(make_share(opened, HIDING, NOW))[1], opened) == []
    assert len(hidden_in(shown(make_share(opened, OPEN, NOW))[1], opened)) > 5


def test_nothing_hidden_is_in_a_file(opened: Opened, browser: Client) -> None:
    hide = {"hide": ["names", "scores"], "for_whom": "Dr. Huang"}
    files = {what: browser.get(f"{address(opened)}{what}/", hide) for what in ("plan-pdf", "page-pdf", "plan-html")}
    texts = [
        text_of(files["plan-pdf"].content),
        text_of(files["page-pdf"].content),
        files["plan-html"].content.decode(),
    ]
    assert [hidden_in(text, opened) for text in texts] == [[], [], []]
    assert [answer["Content-Disposition"] for answer in files.values()] == [
        'attachment; filename="plan-2026-11-22.pdf"',
        'attachment; filename="page-2026-11-22.pdf"',
        'attachment; filename="plan-2026-11-22.html"',
    ]
    assert hidden_in(browser.get(f"{address(opened)}preview/", hide).content.decode(), opened) == []


def test_the_pdf_for_others_begins_without_a_page_that_is_nearly_empty(opened: Opened, browser: Client) -> None:
    pages = pages_of(browser.get(f"{address(opened)}plan-pdf/", {"hide": ["names", "scores"]}).content)
    assert "Before you read" in pages[0]
    assert pages[1].startswith("The page with three headers")


def test_the_page_follows_the_file(opened: Opened) -> None:
    token = make_share(opened, HIDING, NOW)
    save(
        opened, dict(opened.content) | {"seven_day_task": {"task": "Call Ann.", "set_on": "2026-11-22"}}, "", AS_OF, NOW
    )
    assert "Call Ann." in shown(token)[1]


def test_a_link_taken_back_shows_nothing_at_once(opened: Opened, browser: Client) -> None:
    token = make_share(opened, HIDING, NOW)
    assert shown(token)[0] == 200
    answer = browser.post(address(opened), {"take_back": ShareRow.objects.get().id})
    assert (answer.status_code, ShareRow.objects.count(), shown(token)[0]) == (302, 0, 404)


def test_only_its_maker_takes_a_link_back(opened: Opened) -> None:
    make_share(opened, HIDING, NOW)
    other = kept(example("before"))
    browser_for(other).post(address(other), {"take_back": ShareRow.objects.get().id})
    assert Client().post(address(opened), {"take_back": ShareRow.objects.get().id}).status_code == 404
    assert ShareRow.objects.count() == 1


def test_a_link_ends_after_its_last_day(opened: Opened, browser: Client, settings: Settings) -> None:
    token = make_share(opened, replace(HIDING, ends_on=AS_OF), NOW)
    assert shown(token)[0] == 200
    settings.HOSTING = replace(settings.HOSTING, as_of=(AS_OF + timedelta(days=1)).isoformat())
    assert shown(token)[0] == 404
    assert "Ended 22 Nov 2026" in browser.get(address(opened)).content.decode()


def test_whatever_the_reason_the_answer_is_the_same(opened: Opened, browser: Client) -> None:
    ended = make_share(opened, replace(HIDING, ends_on=AS_OF - timedelta(days=1)), NOW)
    back = make_share(opened, HIDING, NOW)
    browser.post(address(opened), {"take_back": ShareRow.objects.order_by("-id")[0].id})
    answers = {shown(token) for token in (ended, back, "A" * 43, "x")}
    assert len(answers) == 1
    assert next(iter(answers))[0] == 404


@pytest.mark.parametrize("method", ["head", "post", "put", "patch", "delete", "options"])
def test_a_link_only_reads(opened: Opened, method: str) -> None:
    token = make_share(opened, HIDING, NOW)
    client = Client(enforce_csrf_checks=False)
    assert getattr(client, method)(f"/shared/{token}/").status_code == 405
    assert open_dossier(opened.id, AS_OF).version == opened.version


def test_the_page_has_no_form_and_leads_nowhere_into_the_dossier(opened: Opened) -> None:
    page = shown(make_share(opened, HIDING, NOW))[1]
    inside = [link for link in re.findall(r'(?:href|src|action)="([^"]+)"', page) if link.startswith("/")]
    assert {link.partition("?")[0] for link in inside} == {
        "/static/mark.svg",
        "/static/tokens.css",
        "/static/bedside.css",
    }
    assert (re.findall(r"<form|<input|<script", page), str(opened.id) in page) == ([], False)


def test_its_address_is_told_to_no_other_site_and_no_search_engine(opened: Opened) -> None:
    token = make_share(opened, HIDING, NOW)
    for answer in (Client().get(f"/shared/{token}/"), Client().get("/shared/nothing/")):
        assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("no-referrer", "noindex, nofollow, noarchive")
        assert answer["Cache-Control"] == "private, no-store"


def test_a_token_is_in_no_log(opened: Opened, capfd: pytest.CaptureFixture[str]) -> None:
    token = make_share(opened, HIDING, NOW)
    Client().get(f"/shared/{token}/")
    Client().post(f"/shared/{token}/")
    Client().get(f"/shared/{token}x/")
    for handler in logging.getLogger("django").handlers:
        handler.flush()
    out, err = capfd.readouterr()
    assert token not in out + err


def test_who_shows_it_to_whom_is_said_only_where_names_are_shown(opened: Opened) -> None:
    says = "Shown by José Ángel Peña-Rodríguez to Dr. Huang."
    assert [says in shown(make_share(opened, one, NOW))[1] for one in (OPEN, HIDING)] == [True, False]


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("ends_on", "21 November 2026", "Choose a day from today to 22 November 2027."),
        ("ends_on", "2028-01-01", "Choose a day from today to 22 November 2027."),
        ("ends_on", "soon", "Write"),
        ("for_whom", "x" * 101, "Write at most 100 characters."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    opened: Opened, browser: Client, field: str, value: str, says: str
) -> None:
    answer = browser.post(address(opened), sent(**{field: value}))
    wrong = re.findall(r'<div class="wrong"[^>]*>(.*?)</div>', answer.content.decode())
    assert (answer.status_code, ShareRow.objects.count(), len(wrong)) == (422, 0, 1)
    assert says in wrong[0]


def test_on_ones_own_machine_it_says_that_a_link_works_there_only(
    opened: Opened, browser: Client, settings: Settings
) -> None:
    here = browser.get(address(opened)).content.decode()
    settings.HOSTING = replace(settings.HOSTING, is_hosted=True)
    hosted = browser.get(address(opened)).content.decode()
    assert ["a link works on this computer only" in page for page in (here, hosted)] == [True, False]


def test_a_locked_dossier_is_shown_by_its_link_and_says_nothing_at_rest(opened: Opened) -> None:
    before = make_share(opened, HIDING, NOW)
    locked = lock(opened, "a long passphrase of several words").opened
    token = make_share(locked, HIDING, NOW)
    row = ShareRow.objects.get()
    assert (shown(before)[0], shown(token)[0]) == (404, 200)
    assert "Huang" not in str(row.for_whom)
    assert hidden_in(shown(token)[1], opened) == []
