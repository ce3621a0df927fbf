"""The section Clinic: places beside each other, checklists that are saved, bookings, messages, letters and sheets."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from bedside.web.store.changes import fingerprint, part_of
from bedside.web.store.dossiers import Opened, open_dossier
from tests.applicant.dossiers import AS_OF
from tests.web.kept import browser_for, example, kept

EXAMPLES = ("after", "before", "citizen-scribe", "h1b-quality-analyst", "opt-research-coordinator")
HANDS_ON = {
    "title": "Hands-on weeks",
    "kind": "externship",
    "state": "booked",
    "contact": "hands-on",
    "from": "2027-02-01",
    "to": "2027-02-26",
}
OBSERVING = HANDS_ON | {"title": "Observing", "kind": "observership", "contact": "observer", "fee": 700, "travel": 300}


def with_places(*places: dict[str, Any]) -> Opened:
    return kept(example("h1b-quality-analyst") | {"opportunities": list(places)})


def base_of(opened: Opened, index: int = 0) -> str:
    return fingerprint(part_of(opened.content, ("opportunities", index)))


def now(opened: Opened) -> Opened:
    return open_dossier(opened.id, AS_OF)


def answer(browser: Client, opened: Opened, **said: object) -> Any:
    sent = {"index": 0, "base": base_of(opened), "version": opened.version} | said
    return browser.post(f"/dossier/{opened.id}/clinic/asked/", sent)


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_opens_for_every_worked_applicant(name: str) -> None:
    opened = kept(example(name))
    assert browser_for(opened).get(f"/dossier/{opened.id}/clinic/").status_code == 200


def test_without_places_it_says_what_to_write_down() -> None:
    opened = kept(example("before"))
    page = browser_for(opened).get(f"/dossier/{opened.id}/clinic/")
    assert (page.context["places"], page.context["no_places"] in page.content.decode()) == ([], True)


def test_places_stand_in_a_table_and_in_three_orders() -> None:
    opened = with_places(HANDS_ON, OBSERVING | {"setting": "hospital"})
    page = browser_for(opened).get(f"/dossier/{opened.id}/clinic/")
    assert [row.place.title for row in page.context["places"]] == ["Hands-on weeks", "Observing"]
    assert [one.name for one in page.context["clinic"].comparison.preferences] == ["setting", "structure", "contact"]
    assert page.content.decode().count('class="places-table"') == 1


def test_answers_about_a_place_are_saved_and_the_rest_of_it_stays() -> None:
    opened = with_places(OBSERVING)
    said = {
        "state": "asked",
        "contact": "observer",
        "warning_signs.guarantees_a_match": "yes",
        "confirmations.site": "no",
    }
    assert answer(browser_for(opened), opened, **said).status_code == 302
    assert now(opened).content["opportunities"] == [
        OBSERVING | {"state": "asked", "warning_signs": {"guarantees_a_match": "yes"}, "confirmations": {"site": "no"}}
    ]


def test_an_externship_that_says_nothing_of_contact_can_be_answered_and_booked_from_its_card() -> None:
    opened = with_places({key: value for key, value in HANDS_ON.items() if key != "contact"})
    browser = browser_for(opened)
    browser.post(f"/dossier/{opened.id}/clinic/book/", {"index": 0})
    assert now(opened).content["bookings"] == opened.content["bookings"]
    answer(browser, opened, state="booked", contact="observer", letter="yes")
    browser.post(f"/dossier/{opened.id}/clinic/book/", {"index": 0})
    booked = now(opened).content["bookings"][-1]
    assert (booked["title"], booked["contact"], booked["letter"]) == ("Hands-on weeks", "observer", "yes")


def test_a_place_changed_in_another_window_is_not_overwritten_and_what_was_typed_is_shown() -> None:
    opened = with_places(OBSERVING)
    browser = browser_for(opened)
    answer(browser, opened, state="asked")
    second = answer(browser, opened, state="offered")
    assert (second.status_code, now(opened).content["opportunities"][0]["state"]) == (409, "asked")
    row = second.context["places"][0]
    chosen = [choice.value for choice in row.form.asked[0].choices if choice.chosen]
    assert (row.is_changed, chosen, row.base) == (True, ["offered"], base_of(now(opened)))


def test_a_place_that_is_gone_is_said_to_be() -> None:
    opened = with_places(OBSERVING)
    sent = {"index": 7, "base": "", "version": opened.version}
    page = browser_for(opened).post(f"/dossier/{opened.id}/clinic/asked/", sent, follow=True)
    assert "Nothing was saved." in page.content.decode()


def test_what_is_booked_goes_among_the_bookings_once() -> None:
    opened = with_places(OBSERVING)
    browser = browser_for(opened)
    for _ in range(2):
        browser.post(f"/dossier/{opened.id}/clinic/book/", {"index": 0})
    booked = [one for one in now(opened).content["bookings"] if one["title"] == "Observing"]
    assert booked == [
        {
            "title": "Observing",
            "kind": "rotation",
            "from": "2027-02-01",
            "to": "2027-02-26",
            "contact": "observer",
            "cost": 1000,
        }
    ]


def test_hands_on_work_is_not_put_on_the_calendar_before_it_is_confirmed() -> None:
    opened = with_places(HANDS_ON)
    before = opened.content["bookings"]
    browser = browser_for(opened)
    browser.post(f"/dossier/{opened.id}/clinic/book/", {"index": 0})
    page = browser.get(f"/dossier/{opened.id}/clinic/").content.decode()
    assert (now(opened).content["bookings"], "Not on a calendar yet" in page) == (before, True)


def test_a_booked_place_without_days_leads_to_its_form() -> None:
    opened = with_places({key: value for key, value in OBSERVING.items() if key not in ("from", "to")})
    answered = browser_for(opened).post(f"/dossier/{opened.id}/clinic/book/", {"index": 0})
    assert answered.headers["Location"] == f"/dossier/{opened.id}/me/places/?open=opportunities-0"


def test_the_sheet_for_a_writer_holds_facts_and_no_score() -> None:
    opened = kept(example("h1b-quality-analyst"))
    page = browser_for(opened).get(f"/dossier/{opened.id}/clinic/fact-sheet/", {"letter": "0"})
    facts = page.context["sheet"].facts
    scores = {str(exam["score"]) for exam in opened.content["exams"] if exam.get("score")}
    assert (page.status_code, facts[0]) == (200, ("Applicant", "Nguyễn Thị Minh Châu"))
    assert [fact for _, fact in facts for score in scores if score in fact] == []


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_the_sheet_can_be_taken_as_a_file(ending: str, begins: bytes) -> None:
    opened = kept(example("h1b-quality-analyst"))
    address = f"/dossier/{opened.id}/clinic/fact-sheet/{ending}/"
    answered = browser_for(opened).get(address, {"letter": "0", "paper": "a4"})
    name = f'attachment; filename="bedside-facts-{AS_OF}.{ending}"'
    assert (answered.headers["Content-Disposition"], answered.content.startswith(begins)) == (name, True)
    assert browser_for(opened).get(address, {"letter": "40"}).status_code == 302
    assert browser_for(opened).get(address.replace(ending, "exe"), {"letter": "0"}).status_code == 404


def test_a_sheet_for_a_letter_that_is_not_there_leads_back() -> None:
    opened = kept(example("before"))
    page = browser_for(opened).get(f"/dossier/{opened.id}/clinic/fact-sheet/", {"letter": "40"})
    assert page.headers["Location"] == f"/dossier/{opened.id}/clinic/#letters"


def test_a_message_that_waits_too_long_is_asked_after() -> None:
    sent = [{"to": "Dr. Chen", "kind": "letter", "sent": "2026-11-01"}]
    opened = kept(example("before") | {"outreach": sent})
    page = browser_for(opened).get(f"/dossier/{opened.id}/clinic/")
    assert [one.is_due for _, one in page.context["messages_sent"]] == [True]
