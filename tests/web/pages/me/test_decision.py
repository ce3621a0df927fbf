"""The decision and the stop contract as a page: written freely, signed on purpose, and then changed only in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from bedside.applicant.mistakes import DossierMistakes
from bedside.web.store.changes import fingerprint, part_of
from bedside.web.store.dossiers import Opened, open_dossier, save
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW, browser_for, example, kept

LAN = "h1b-quality-analyst"
DRAFT = {"cycles": "1", "year": "2028", "alternative": "A doctorate.", "upgrades.0": "Step 3"}


def unsigned() -> Opened:
    content = example(LAN)
    del content["stop_contract"]["signed"]
    return kept(content)


def nothing_decided() -> Opened:
    content = example(LAN)
    del content["stop_contract"], content["decision"]
    return kept(content)


def send(opened: Opened, which: str, **typed: str) -> Any:
    return browser_for(opened).post(f"/dossier/{opened.id}/decision/save/", {"which": which, **typed})


def based_on(opened: Opened, part: str) -> str:
    return fingerprint(part_of(opened.content, (part,)))


def now(opened: Opened) -> Any:
    return open_dossier(opened.id, AS_OF).content


def the_page(opened: Opened) -> str:
    answer = browser_for(opened).get(f"/dossier/{opened.id}/decision/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("kind", ["all in for two cycles", "one structured cycle", "done trying"])
def test_each_of_the_three_decisions_is_saved_with_its_day(kind: str) -> None:
    opened = nothing_decided()
    assert send(opened, "decide", kind=kind, signed="22 November 2026").status_code == 302
    assert now(opened)["decision"] == {"kind": kind, "signed": "2026-11-22"}


def test_a_contract_that_is_not_signed_is_written_as_often_as_one_likes() -> None:
    opened = unsigned()
    send(opened, "write", base=based_on(opened, "stop_contract"), **DRAFT)
    assert now(opened)["stop_contract"] == {
        "cycles": 1,
        "upgrades": ["Step 3"],
        "year": 2028,
        "alternative": "A doctorate.",
    }


def test_signing_keeps_every_term_and_adds_the_day() -> None:
    opened = unsigned()
    send(opened, "sign", base=based_on(opened, "stop_contract"), signed="22 November 2026")
    assert now(opened)["stop_contract"] == example(LAN)["stop_contract"]


def test_a_contract_cannot_be_signed_on_a_day_that_has_not_come() -> None:
    opened = unsigned()
    answer = send(opened, "sign", base=based_on(opened, "stop_contract"), signed="23 November 2026")
    assert (answer.status_code, "signed" in now(opened)["stop_contract"]) == (422, False)


@pytest.mark.parametrize("which", ["write", "sign"])
def test_the_terms_of_a_signed_contract_are_refused_in_place_with_a_sentence(which: str) -> None:
    opened = kept(example(LAN))
    answer = send(opened, which, base=based_on(opened, "stop_contract"), signed="", **{**DRAFT, "cycles": "2"})
    assert (answer.status_code, now(opened)) == (409, opened.content)
    assert "its terms are not edited in place. Ask for a change instead" in answer.content.decode()


def test_what_was_typed_into_refused_terms_is_not_lost() -> None:
    opened = kept(example(LAN))
    page = send(opened, "write", **{**DRAFT, "alternative": "A bakery in Huế"}).content.decode()
    assert "A bakery in Huế" in page


def test_a_change_is_put_on_record_for_today_whatever_day_is_sent() -> None:
    opened = kept(example(LAN))
    send(opened, "change", year="2029", why="I was ill.", asked="2020-01-01", base="anything")
    assert now(opened)["stop_contract"]["changes"] == [{"asked": "2026-11-22", "year": 2029, "why": "I was ill."}]


def test_a_change_on_record_shows_the_day_on_which_it_takes_effect_and_the_terms_before_it_hold() -> None:
    opened = kept(example(LAN))
    send(opened, "change", year="2029", why="I was ill.")
    page = the_page(opened)
    assert "Stop after the Match of 2029. Takes effect on 6 December 2026; until then" in page
    assert "If the Match of 2028 has come and gone" in page


def test_a_change_that_changes_nothing_is_not_put_on_record() -> None:
    opened = kept(example(LAN))
    answer = send(opened, "change", why="I was ill.")
    assert (answer.status_code, "changes" in now(opened)["stop_contract"]) == (422, False)


def test_two_changes_asked_for_in_two_tabs_are_both_on_record() -> None:
    opened = kept(example(LAN))
    for year in ("2029", "2030"):
        send(opened, "change", year=year, why="I was ill.")
    assert [change["year"] for change in now(opened)["stop_contract"]["changes"]] == [2029, 2030]


def altered(content: dict[str, Any], **parts: Any) -> dict[str, Any]:
    return {**content, "stop_contract": {**content["stop_contract"], **parts}}


TURNS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "more cycles": lambda content: altered(content, cycles=2),
    "a later year": lambda content: altered(content, year=2030),
    "another alternative": lambda content: altered(content, alternative="Nothing"),
    "another day of signing": lambda content: altered(content, signed="2026-11-21"),
    "no contract": lambda content: {key: part for key, part in content.items() if key != "stop_contract"},
    "other upgrades": lambda content: altered(content, upgrades=["Hope"]),
    "another reader": lambda content: altered(content, trusted_reader={"name": "Nobody"}),
    "a shorter wait": lambda content: {**content, "readings": {"reading.contract-change-delay": 0}},
}


@pytest.mark.parametrize("turn", list(TURNS))
def test_no_save_at_all_goes_round_a_signed_contract(turn: str) -> None:
    opened = kept(example(LAN))
    with pytest.raises(DossierMistakes):
        save(opened, TURNS[turn](dict(opened.content)), "A way round", AS_OF, NOW)
    assert now(opened) == opened.content


def test_a_change_cannot_be_dated_back_so_that_it_counts_earlier() -> None:
    opened = kept(example("citizen-scribe"))
    changes = [*opened.content["stop_contract"]["changes"], {"asked": "2026-11-20", "year": 2030, "why": "So."}]
    with pytest.raises(DossierMistakes, match="on the day it is written down"):
        save(opened, altered(dict(opened.content), changes=changes), "A way round", AS_OF, NOW)


def test_a_change_on_record_is_not_taken_out_again() -> None:
    opened = kept(example("citizen-scribe"))
    with pytest.raises(DossierMistakes):
        save(opened, altered(dict(opened.content), changes=[]), "A way round", AS_OF, NOW)


def test_what_is_blank_in_a_signed_contract_may_still_be_filled_in() -> None:
    opened = kept(example("opt-research-coordinator"))
    sent = {"trusted_reader.name": "Amma", "trusted_reader.told_on": "20 November 2026"}
    assert send(opened, "fill-in", base=based_on(opened, "stop_contract"), **sent).status_code == 302
    assert now(opened)["stop_contract"]["trusted_reader"] == {"name": "Amma", "told_on": "2026-11-20"}


def test_a_second_tab_is_told_and_loses_nothing() -> None:
    opened = unsigned()
    base = based_on(opened, "stop_contract")
    send(opened, "write", base=base, **DRAFT)
    answer = send(opened, "write", base=base, **{**DRAFT, "alternative": "A bakery in Huế"})
    page = answer.content.decode()
    assert (answer.status_code, now(opened)["stop_contract"]["alternative"]) == (409, "A doctorate.")
    assert ("A bakery in Huế" in page, "Saved meanwhile: A doctorate." in page) == (True, True)


def test_a_mistake_is_told_at_its_field_and_what_was_typed_stays() -> None:
    opened = unsigned()
    answer = send(opened, "write", base=based_on(opened, "stop_contract"), **{**DRAFT, "cycles": "7"})
    assert (answer.status_code, 'value="7"' in answer.content.decode(), now(opened)) == (422, True, opened.content)


def the_day_has_come() -> Opened:
    content = example(LAN)
    content["decision"]["signed"] = content["stop_contract"]["signed"] = "2025-01-01"
    content["stop_contract"]["year"] = 2026
    content["stop_contract"]["trusted_reader"]["told_on"] = "2025-01-02"
    return kept(content)


def test_when_the_day_has_come_the_page_says_so_and_opens_the_other_ways() -> None:
    page = the_page(the_day_has_come())
    assert "You wrote this on 1 January 2025, and named My sister Lan to remind you." in page
    assert '<details class="card folded" open><summary>' in page


def test_before_the_day_nothing_says_that_it_has_come() -> None:
    assert "The day has come" not in the_page(kept(example(LAN)))


def test_who_is_done_has_nothing_to_fill_in() -> None:
    content = example(LAN)
    content["decision"] = {"kind": "done trying", "signed": "2026-11-22"}
    del content["stop_contract"]
    assert "there is no end left to set" in the_page(kept(content))


def test_someone_without_a_decision_finds_three_and_a_contract_to_fill_in() -> None:
    page = the_page(nothing_decided())
    assert [kind in page for kind in ("all in for two cycles", "one structured cycle", "done trying")] == [True] * 3


def test_only_who_was_let_in_may_save() -> None:
    opened = kept(example(LAN))
    assert Client().post(f"/dossier/{opened.id}/decision/save/", {"which": "decide"}).status_code == 404


def test_shortly_before_the_stop_the_page_says_that_a_change_comes_too_late(settings: Settings) -> None:
    opened = kept(example(LAN))
    settings.HOSTING = replace(settings.HOSTING, as_of="2028-03-10")
    assert "24 March 2028, after your stop day, 17 March 2028: it comes too late." in the_page(opened)


def test_the_usual_name_of_a_plan_signs_nothing() -> None:
    opened = kept(example(LAN) | {"identity": {"name": "My plan"}})
    page = browser_for(opened).get(f"/dossier/{opened.id}/decision/")
    assert page.context["signatures"][0] == ("Signed", "")


def test_saving_the_decision_as_it_was_changes_nothing_and_says_so() -> None:
    opened = kept(example(LAN))
    decision = opened.content["decision"]
    browser = browser_for(opened)
    sent = {
        "which": "decide",
        "kind": decision["kind"],
        "signed": str(decision["signed"]),
        "reason": decision["reason"],
    }
    answer = browser.post(f"/dossier/{opened.id}/decision/save/", sent, follow=True)
    assert "Nothing was changed." in answer.content.decode()
    assert open_dossier(opened.id, AS_OF).version == opened.version
