"""The ways back to a hosted dossier: a link that asks first, a code that forgives spaces, and both can be renewed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from bedside.web.guarding.browser_ticket import LASTS, is_good, ticket_for
from bedside.web.guarding.rate_limits import ASKED, GUESSED_WRONG, GUESSES, TOOK_LONG
from bedside.web.store.links import found_by_code, found_by_link, make_link_and_code
from bedside.web.store.tables import DossierRow
from tests.web.kept import NOW, browser_for, example, kept

KEY = "the-key-of-this-browser-0123456789"


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    """Each test begins with every limit unused."""
    for counts in (ASKED, GUESSED_WRONG, TOOK_LONG):
        counts.forget()


@pytest.fixture
def hosted(settings: Settings) -> None:
    """The app as it is for many."""
    settings.HOSTING = replace(settings.HOSTING, is_hosted=True, trusted_proxies=1)


def shown_by(page: bytes) -> tuple[str, str]:
    """The path of the link and the code that a page shows."""
    link, code = re.findall(r'<code class="long-code">([^<]+)</code>', page.decode())
    return str(link).removeprefix("http://testserver"), str(code)


@pytest.mark.usefixtures("hosted")
def test_the_link_lets_another_browser_in_only_after_it_was_asked() -> None:
    opened = kept(example("citizen-scribe"))
    link, _ = shown_by(browser_for(opened).post(f"/dossier/{opened.id}/keep/").content)
    other = Client()
    assert (other.get(link).status_code, other.get(f"/dossier/{opened.id}/keep/").status_code) == (200, 404)
    assert other.post(link)["Location"] == f"/dossier/{opened.id}/"
    assert other.get(f"/dossier/{opened.id}/keep/").status_code == 200


@pytest.mark.usefixtures("hosted")
def test_a_link_that_leads_nowhere_looks_like_any_other_until_it_is_used() -> None:
    made = make_link_and_code(kept(example("citizen-scribe")).id)
    pages = [re.sub(rb'value="[^"]+"', b"", Client().get(f"/link/{token}/").content) for token in (made.token, "x")]
    assert pages[0] == pages[1]
    assert Client().post("/link/x/").status_code == 403


@pytest.mark.usefixtures("hosted")
def test_the_code_lets_in_however_it_is_typed() -> None:
    opened = kept(example("citizen-scribe"))
    _, code = shown_by(browser_for(opened).post(f"/dossier/{opened.id}/keep/").content)
    for typed in (code, code.lower().replace("-", " "), code.replace("-", "")):
        assert Client().post("/return/", {"code": typed})["Location"] == f"/dossier/{opened.id}/"


@pytest.mark.usefixtures("hosted")
@pytest.mark.parametrize("typed", ["", "2222-2222-2222-2222-2222-2222", "no code at all", "Ⅳ½", "a" * 9000])
def test_every_wrong_code_gets_the_same_answer(typed: str) -> None:
    kept(example("citizen-scribe"))
    answer = Client().post("/return/", {"code": typed})
    assert (answer.status_code, "No dossier here has this code." in answer.content.decode()) == (403, True)


@pytest.mark.usefixtures("hosted")
def test_renewing_signs_every_other_browser_out_and_ends_the_old_link_and_code() -> None:
    opened = kept(example("citizen-scribe"))
    mine, theirs = browser_for(opened), browser_for(opened)
    page = f"/dossier/{opened.id}/keep/"
    link, code = shown_by(mine.post(page).content)
    new_link, new_code = shown_by(mine.post(page).content)
    assert (mine.get(page).status_code, theirs.get(page).status_code) == (200, 404)
    assert [Client().post(one).status_code for one in (link, new_link)] == [403, 302]
    assert [Client().post("/return/", {"code": one}).status_code for one in (code, new_code)] == [403, 302]


def test_neither_the_link_nor_the_code_is_kept() -> None:
    opened = kept(example("citizen-scribe"))
    made = make_link_and_code(opened.id)
    row = DossierRow.objects.get()
    assert len({row.link, row.recovery, made.token, made.code}) == 4
    assert (found_by_link(made.token), found_by_code(made.code)) == (
        found_by_code(made.code),
        found_by_link(made.token),
    )
    assert repr(made) == "LinkAndCode()"


def test_a_dossier_without_a_link_is_found_by_none() -> None:
    kept(example("citizen-scribe"))
    assert (found_by_link(""), found_by_code(""), found_by_link("None")) == (None, None, None)


@pytest.mark.usefixtures("hosted")
def test_wrong_guesses_are_counted_and_right_ones_are_not() -> None:
    made = make_link_and_code(kept(example("citizen-scribe")).id)
    for _ in range(GUESSES.times + 5):
        assert Client().post(f"/link/{made.token}/").status_code == 302
    for _ in range(GUESSES.times):
        assert Client().post("/link/wrong/").status_code == 403
    assert Client().post(f"/link/{made.token}/").status_code == 429


class TestThisMachine:
    """The browser that `bedside serve` opens."""

    @pytest.fixture(autouse=True)
    def with_a_key(self, settings: Settings) -> None:
        settings.HOSTING = replace(settings.HOSTING, browser_key=KEY)

    def test_sees_every_dossier(self) -> None:
        opened, client = kept(example("citizen-scribe")), Client()
        assert client.get(f"/this-machine/{KEY}/")["Location"] == "/"
        assert client.get(f"/dossier/{opened.id}/sources/").status_code == 200

    @pytest.mark.parametrize("key", ["another", KEY + "x", ticket_for("another", NOW), "1-2", "٣-x"])
    def test_a_wrong_key_lets_nobody_in(self, key: str) -> None:
        opened, client = kept(example("citizen-scribe")), Client()
        assert client.get(f"/this-machine/{key}/").status_code == 404
        assert client.get(f"/dossier/{opened.id}/sources/").status_code == 404

    def test_needs_no_way_back(self) -> None:
        opened = kept(example("citizen-scribe"))
        answer = browser_for(opened).post(f"/dossier/{opened.id}/keep/")
        assert (answer.status_code, DossierRow.objects.get().link) == (302, None)

    def test_a_ticket_lets_in_for_two_minutes(self) -> None:
        ticket = ticket_for(KEY, NOW)
        later = [NOW, NOW + LASTS, NOW + LASTS + timedelta(seconds=1)]
        assert [is_good(ticket, KEY, moment) for moment in later] == [True, True, False]

    @pytest.mark.usefixtures("hosted")
    def test_means_nothing_where_hosted(self) -> None:
        assert Client().get(f"/this-machine/{KEY}/").status_code == 404
