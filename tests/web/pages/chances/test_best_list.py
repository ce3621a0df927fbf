"""The page of the best list: what is set, what comes of it, live and without a script, and how it is kept."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from bedside.web.memory.best_lists import LISTS
from bedside.web.memory.forgetting import forget
from bedside.web.store.dossiers import Opened, open_dossier, save
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW, browser_for, example, kept
from tests.web.reading import words


@pytest.fixture
def opened() -> Opened:
    return kept(example("opt-research-coordinator"))


@pytest.fixture
def browser(opened: Opened) -> Client:
    return browser_for(opened)


def page_of(browser: Client, opened: Opened, **sent: Any) -> str:
    answer = browser.get(f"/dossier/{opened.id}/list/", sent)
    assert answer.status_code == 200
    return answer.content.decode()


def keys_on(page: str) -> list[str]:
    on_it = page.partition('id="on-it"')[2].partition("</section>")[0]
    return re.findall(r'rowheader"><a href="/dossier/[^/]+/programs/one/([^/]+)/"', on_it)


def test_there_are_as_many_as_the_file_plans_unless_something_is_set(browser: Client, opened: Opened) -> None:
    assert [len(keys_on(page_of(browser, opened, **sent))) for sent in ({}, {"count": "12"})] == [70, 12]


def test_a_budget_is_kept_to_and_told(browser: Client, opened: Opened) -> None:
    found = re.search(r"<dt>Fees</dt><dd>\$([\d,]+)", page_of(browser, opened, budget="300"))
    assert found is not None
    assert 0 < int(found[1].replace(",", "")) <= 300


def test_what_is_held_is_on_the_list_and_what_is_left_out_is_not(browser: Client, opened: Opened) -> None:
    before = keys_on(page_of(browser, opened, count="5"))
    nearest = page_of(browser, opened, count="5").partition('id="nearest"')[2]
    held = re.findall(r'name="pin" value="([^"]+)"', nearest)[0]
    page = page_of(browser, opened, count="5", pin=held, out=before[0])
    after = keys_on(page)
    assert (held in after, before[0] in after) == (True, False)
    assert f'<input type="hidden" name="pin" value="{held}" form="ask">' in page
    assert "Left out by you" in words(page)


def test_a_pin_can_be_let_go(browser: Client, opened: Opened) -> None:
    key = keys_on(page_of(browser, opened, count="5"))[0]
    assert 'name="free"' in page_of(browser, opened, count="5", pin=key)
    assert 'name="free"' not in page_of(browser, opened, count="5", pin=key, free=key)


def test_while_a_control_is_moved_only_the_list_is_sent_with_its_address(browser: Client, opened: Opened) -> None:
    sent = {"count": "9", "budget": "", "pin": "no-such-key"}
    answer = browser.get(f"/dossier/{opened.id}/list/", sent, headers={"HX-Request": "true"})
    assert ("<h1>" in answer.content.decode(), len(keys_on(answer.content.decode()))) == (False, 9)
    assert answer["HX-Push-Url"] == f"/dossier/{opened.id}/list/?count=9"


@pytest.mark.parametrize("sort", ["adds", "signal", "name", "state", "specialty"])
def test_every_order_holds_the_same_programs(browser: Client, opened: Opened, sort: str) -> None:
    page = page_of(browser, opened, count="20", sort=sort)
    assert sorted(keys_on(page)) == sorted(keys_on(page_of(browser, opened, count="20")))
    assert re.search(rf'sort={sort}"[^>]*aria-current="true"', page)


def test_by_name_is_by_name(browser: Client, opened: Opened) -> None:
    page = page_of(browser, opened, count="20", sort="name").partition('id="on-it"')[2].partition("</section>")[0]
    names = re.findall(r'programs/one/[^/]+/">([^<]+)</a>', page)
    assert names == sorted(names, key=str.casefold)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"budget": "lots"}, "“lots” is no number from 0 to 100,000"),
        ({"mix": "own", "share-community": "50"}, "Your shares of types sum to 50 and not to 100"),
        ({"in": "Atlantis"}, "“Atlantis” is no state or region."),
        ({"near": "200"}, "“200” is no number from 1 to 100"),
        ({"sort": "luck", "mix": "?", "holds": "?"}, "What this list is worth"),
        ({"budget": "0"}, ""),
        ({"in": "Alaska", "only": "1", "count": "5"}, ""),
        ({"mix": "own", "share-community": "100", "holds": "rule", "each": "1"}, ""),
        ({"worth-neurology": "0", "worth-internal-medicine": "50"}, ""),
        ({"count": "9" * 300, "budget": "\u202e"}, ""),
        ({"pin": ["1403700001"] * 3, "out": "1403700001"}, "asked for and left out at once, so it is left out."),
    ],
)
def test_whatever_is_set_gets_an_answer_and_a_sentence(
    browser: Client, opened: Opened, sent: dict[str, Any], told: str
) -> None:
    page = page_of(browser, opened, **sent)
    assert told in words(page)
    assert re.findall(r"\bnan\b|\b0 to 0 %|\b100 %</p>", page, re.IGNORECASE) == []


def test_the_list_is_taken_as_a_table_as_it_is_shown(browser: Client, opened: Opened) -> None:
    shown = keys_on(page_of(browser, opened, count="7"))
    answer = browser.get(f"/dossier/{opened.id}/list/as-csv/", {"count": "7"})
    rows = answer.content.decode("utf-8-sig").splitlines()[1:]
    assert [row.split(",")[1] for row in rows if row.startswith("yes")] == shown
    assert answer["Content-Disposition"] == 'attachment; filename="bedside-list-sample.csv"'
    assert browser.get(f"/dossier/{opened.id}/list/as-xlsx/", {"count": "7"}).content[:2] == b"PK"
    assert browser.get(f"/dossier/{opened.id}/list/as-exe/").status_code == 404


def test_the_address_of_a_list_says_no_more_than_was_set(browser: Client, opened: Opened) -> None:
    sent = {
        "count": "9",
        "budget": "",
        "mix": "",
        "holds": "wish",
        "near": "50",
        "share-community": "0",
        "sort": "adds",
    }
    answer = browser.get(f"/dossier/{opened.id}/list/", sent, headers={"HX-Request": "true"})
    assert answer["HX-Push-Url"] == f"/dossier/{opened.id}/list/?count=9"


def test_the_curves_come_when_they_are_looked_at_and_as_a_page_of_their_own(browser: Client, opened: Opened) -> None:
    page = page_of(browser, opened, count="9")
    address = f"/dossier/{opened.id}/list/curves/?count=9"
    assert re.findall(r'hx-get="([^"]+curves[^"]+)" hx-trigger="intersect once"', page) == [address]
    part = browser.get(address, headers={"HX-Request": "true"}).content.decode()
    whole = browser.get(address).content.decode()
    assert [one.count("<figure") for one in (part, whole)] == [2, 2]
    assert ["<h1>" in one for one in (part, whole)] == [False, True]


def test_a_preference_shows_where_the_match_would_be(browser: Client, opened: Opened) -> None:
    page = page_of(browser, opened, **{"worth-internal-medicine": "60"})
    rows = re.findall(r"<tr><th scope=\"row\">(Neurology|Internal Medicine)</th><td>(\d+) of 100</td>", page)
    assert rows == [("Neurology", "100"), ("Internal Medicine", "60")]


def test_nothing_of_a_list_stays_after_its_dossier_is_forgotten(browser: Client, opened: Opened) -> None:
    page_of(browser, opened)
    assert opened.id in {id for id, _ in LISTS.kept}
    forget(opened.id)
    assert opened.id not in {id for id, _ in LISTS.kept}


def keep(browser: Client, opened: Opened, *keys: str) -> Any:
    return browser.post(f"/dossier/{opened.id}/list/keep/", {"key": keys, "query": "count=3"}, follow=True)


def applications(opened: Opened) -> list[tuple[str, str | None, str]]:
    found = open_dossier(opened.id, AS_OF).dossier.applications
    return [(one.program, one.signal and one.signal.value, one.state.value) for one in found]


def test_a_list_that_is_kept_stands_in_the_file_with_its_signals(browser: Client, opened: Opened) -> None:
    page = page_of(browser, opened, count="3")
    sent = re.findall(r'name="key" value="([^"]+)"', page)
    answer = keep(browser, opened, *sent)
    told = [tuple(one.split(":")) for one in sent]
    assert applications(opened) == [(key, signal, "planned") for key, signal in told]
    assert "In your file now: 3 programs." in answer.content.decode()
    assert answer.redirect_chain[-1][0] == f"/dossier/{opened.id}/list/?count=3"


def test_keeping_another_list_leaves_what_was_done_and_takes_out_what_was_only_planned() -> None:
    content = example("opt-research-coordinator")
    content["applications"] = [
        {"program": "1403700001", "state": "applied", "signal": "none"},
        {"program": "1400131001", "state": "planned", "note": "Ask Dr. Osei first."},
        {"program": "A plan of mine", "state": "planned"},
        {"program": "Last year", "state": "planned", "match_year": 2027},
    ]
    opened = kept(content)
    key = keys_on(page_of(browser_for(opened), opened, count="5"))[-1]
    answer = words(keep(browser_for(opened), opened, f"{key}:gold", "1403700001:gold").content.decode())
    assert applications(opened) == [
        ("1403700001", "none", "applied"),
        ("1400131001", None, "planned"),
        ("Last year", None, "planned"),
        (key, "gold", "planned"),
    ]
    assert "Taken out: 1, which was only planned and not on this list." in answer


def test_nothing_is_kept_of_what_is_no_program_or_no_signal(browser: Client, opened: Opened) -> None:
    answer = keep(browser, opened, "no-key:gold", "1403700001:platinum", "nonsense")
    assert applications(opened) == []
    assert "There was no program to keep." in answer.content.decode()


def test_a_list_is_worked_out_anew_after_the_file_has_changed(browser: Client, opened: Opened) -> None:
    assert len(keys_on(page_of(browser, opened))) == 70
    content = {**opened.content, "target": {**opened.content["target"], "programs_planned": 11}}
    save(opened, content, "Fewer", AS_OF, NOW)
    assert len(keys_on(page_of(browser, opened))) == 11


def test_a_file_with_hardly_anything_in_it_gets_a_list_and_what_is_missing() -> None:
    content = {
        "schema_version": 1,
        "identity": {"name": "Mine"},
        "medical_school": {"country": "Peru", "graduated": 2018},
        "target": {"specialties": ["Internal Medicine"]},
    }
    opened = kept(content)
    page = page_of(browser_for(opened), opened, count="10")
    assert len(keys_on(page)) == 10
    assert "Your Step 2 CK score. With it the range becomes narrower." in words(page)


def test_a_file_without_a_specialty_gets_no_list_and_is_told_to_name_one() -> None:
    opened = kept(
        {"schema_version": 1, "identity": {"name": "Mine"}, "medical_school": {"country": "Peru", "graduated": 2018}}
    )
    page = page_of(browser_for(opened), opened, count="10")
    assert keys_on(page) == []
    assert "Your file names no specialty that is known." in words(page)


def test_an_address_that_sets_too_much_is_told_so_and_nothing_of_saving(browser: Client, opened: Opened) -> None:
    answer = browser.get(f"/dossier/{opened.id}/list/", {"pin": [f"{number:010}" for number in range(3_500)]})
    said = words(answer.content.decode())
    assert (answer.status_code, "sets more than 500 things" in said, "saved" in said) == (400, True, False)


def test_what_is_held_and_not_in_the_directory_is_named_up_to_three(browser: Client, opened: Opened) -> None:
    page = words(page_of(browser, opened, count="5", pin=["9990000001", "Nowhere"], out=["No one", "9990000002"]))
    assert (
        "Not in the directory, so neither held nor left out: 9990000001, Nowhere, No one and 1 more. 5 programs" in page
    )


def test_a_list_that_is_shorter_than_asked_for_says_which_limit_holds_it() -> None:
    content = example("citizen-scribe")
    content["constraints"] = {"paid_leave": {"days_per_year": 10, "kept_for_interviews": 1}}
    opened = kept(content)
    page = page_of(browser_for(opened), opened, count="1500")
    told = words("".join(re.findall(r'<div class="note"><p>[^<]*</p></div>', page)))
    assert told == (
        f"{len(keys_on(page))} programs, and not 1,500, because of at most 1 interview expected (from the days you "
        "keep for interviews)."
    )


def test_a_list_of_all_there_are_says_so_and_one_that_is_long_enough_says_nothing(
    browser: Client, opened: Opened
) -> None:
    notes = [
        re.findall(r'<div class="note"><p>([^<]*)</p></div>', page_of(browser, opened, count=count))
        for count in ("1500", "12")
    ]
    assert notes == [["121 programs, and not 1,500: these are all there are to choose from within what you set."], []]


def test_a_file_of_no_list_says_why_in_its_first_row(browser: Client, opened: Opened) -> None:
    answer = browser.get(f"/dossier/{opened.id}/list/as-csv/", {"budget": "5"})
    first = answer.content.decode("utf-8-sig").splitlines()[1]
    assert first.startswith('no,,,,,,,,,,"No program is on this list. No program fits, so there is no chance to tell.')
