"""Where hosted, an address that asks too often waits, whatever address it claims; the memory this takes is bounded."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from bedside.web.guarding import rate_limits
from bedside.web.guarding.rate_limits import (
    ASKED,
    ASKED_TO_COMPUTE,
    GUESSED_WRONG,
    GUESSES,
    PAGES,
    TOOK_LONG,
    Counts,
    Limit,
    address_of,
)
from tests.web.kept import example, kept


@pytest.fixture(autouse=True)
def hosted(settings: Settings) -> None:
    """The app as it is for many, behind one proxy, with nothing counted yet."""
    settings.HOSTING = replace(settings.HOSTING, is_hosted=True, trusted_proxies=1)
    for counts in (ASKED, ASKED_TO_COMPUTE, GUESSED_WRONG, TOOK_LONG):
        counts.forget()


def asked(proxies: int, forwarded: str, settings: Settings, remote: str = "10.0.0.1") -> str:
    settings.HOSTING = replace(settings.HOSTING, trusted_proxies=proxies)
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    return address_of(RequestFactory().get("/", REMOTE_ADDR=remote, headers=headers))


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "", "10.0.0.1"),
        (0, "6.6.6.6", "10.0.0.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "6.6.6.6, 203.0.113.7", "203.0.113.7"),
        (2, "6.6.6.6, 203.0.113.7, 198.51.100.2", "203.0.113.7"),
        (2, "203.0.113.7", "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "[2001:db8:1:2::9]", "2001:db8:1:2::/64"),
        (1, "no address" * 50, ("no address" * 50)[:64]),
    ],
)
def test_the_address_is_the_one_that_the_trusted_proxies_saw(
    proxies: int, forwarded: str, address: str, settings: Settings
) -> None:
    assert asked(proxies, forwarded, settings) == address


def guess(by: str, claims: str = "") -> Any:
    """A wrong guess by an address, behind the proxy, that claims to be another."""
    forwarded = f"{claims}, {by}" if claims else by
    return Client().post("/return/", {"code": "wrong"}, headers={"x-forwarded-for": forwarded}).status_code


def test_who_guesses_wrong_too_often_has_to_wait_however_many_addresses_it_claims() -> None:
    statuses = [guess("203.0.113.7", claims=f"6.6.6.{count}") for count in range(GUESSES.times + 1)]
    assert statuses == [403] * GUESSES.times + [429]
    assert guess("203.0.113.8") == 403


def test_who_has_to_wait_still_reaches_the_pages_that_cannot_be_guessed() -> None:
    for _ in range(GUESSES.times):
        guess("203.0.113.7")
    answer = Client().get("/privacy/", headers={"x-forwarded-for": "203.0.113.7"})
    assert answer.status_code != 429


def test_an_address_that_loads_pages_without_end_has_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ASKED, "limit", Limit(3, PAGES.seconds))
    statuses = [Client().get("/return/", headers={"x-forwarded-for": "203.0.113.7"}).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    assert Client().get("/health/", headers={"x-forwarded-for": "203.0.113.7"}).status_code == 200


def test_chances_are_computed_only_so_often_for_one_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ASKED_TO_COMPUTE, "limit", Limit(3, PAGES.seconds))
    here = {"x-forwarded-for": "203.0.113.7"}
    pages = ("odds/", "list/", "next-move/", "list/curves/")
    statuses = [Client().get(f"/dossier/{uuid4()}/{page}", headers=here).status_code for page in pages]
    assert statuses == [404, 404, 404, 429]
    assert Client().get("/privacy/", headers=here).status_code == 200


def test_the_answer_says_when_to_come_back() -> None:
    for _ in range(GUESSES.times):
        guess("203.0.113.7")
    answer = Client().post("/return/", {"code": "wrong"}, headers={"x-forwarded-for": "203.0.113.7"})
    assert (answer["Retry-After"], "Content-Security-Policy" in answer) == ("60", True)


def test_a_window_that_passes_begins_anew() -> None:
    counts = Counts(Limit(1, 10**9))
    counts.count("a")
    assert counts.is_used_up("a")
    counts.limit = Limit(1, 10**8 - 1)
    counts._counted["a"] = (-5, 1)
    assert not counts.is_used_up("a")


def test_no_more_addresses_are_held_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limits, "MOST_ADDRESSES", 100)
    counts = Counts(Limit(5, 3600))
    for number in range(1000):
        counts.count(str(number))
    assert len(counts._counted) == 100


def test_on_ones_own_machine_nothing_is_counted(settings: Settings) -> None:
    settings.HOSTING = replace(settings.HOSTING, is_hosted=False)
    kept(example("citizen-scribe"))
    assert {Client().post("/return/", {"code": "wrong"}).status_code for _ in range(GUESSES.times + 5)} == {403}
