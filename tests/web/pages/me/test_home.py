"""Home shows the task, the deadline and the three headers for everyone, and never says low of what is unknown."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bedside.web.clock import this_moment
from bedside.web.store.changes import Change, fingerprint, make_change
from bedside.web.store.dossiers import Opened, open_dossier
from tests.applicant.dossiers import AS_OF
from tests.web.kept import EXAMPLES, browser_for, example, kept

SMALL: dict[str, Any] = {
    "schema_version": 1,
    "identity": {"name": "My plan"},
    "medical_school": {"country": "India", "graduated": "2018"},
}
TASK = {"task": "Write to two free clinics.", "set_on": "2026-11-20"}


def text_of(response: object) -> str:
    assert isinstance(response, HttpResponse)
    return response.content.decode()


def home_of(opened: Opened) -> str:
    response = browser_for(opened).get(reverse("home", args=[opened.id]))
    assert response.status_code == 200
    return text_of(response)


def press(opened: Opened, what: str, browser: Client | None = None, **sent: str) -> HttpResponse:
    base = fingerprint(opened.content.get("seven_day_task"))
    address = reverse("seven_days", args=[opened.id])
    response = (browser or browser_for(opened)).post(address, {"do": what, "base": base} | sent)
    assert isinstance(response, HttpResponse)
    return response


def task_of(opened: Opened) -> Any:
    return open_dossier(opened.id, AS_OF).content.get("seven_day_task")


@pytest.mark.parametrize("name", sorted(file.stem for file in EXAMPLES.glob("*.yaml")))
def test_every_example_has_a_home_with_its_three_headers(name: str) -> None:
    page = home_of(kept(example(name)))
    assert page.count("<h1>") == 1
    assert "Where I actually am" in page
    assert "look like by" in page
    assert "What I will change in the next 3 months" in page


def test_a_dossier_one_minute_old_says_what_to_fill_in_first() -> None:
    page = home_of(kept(SMALL))
    assert "To fill in first, so that this page is honest" in page
    assert reverse("chapter", args=[kept(SMALL).id, "timeline"]).split("/")[-2] in page


def test_an_empty_timeline_is_unknown_and_not_low() -> None:
    page = home_of(kept(SMALL))
    assert page.count('class="level low"') == 0
    assert page.count('class="level unknown"') == 4


def test_a_complete_dossier_is_not_told_to_fill_in_first() -> None:
    assert "To fill in first" not in home_of(kept(example("citizen-scribe")))


def test_a_task_is_set_in_own_words() -> None:
    opened = kept(SMALL)
    response = press(opened, "set", task="Write one letter.")
    assert response.headers["Location"].endswith("#seven-days")
    assert task_of(opened) == {"task": "Write one letter.", "set_on": str(AS_OF)}


def test_own_words_go_before_a_suggestion_and_a_suggestion_is_taken_as_it_is() -> None:
    first, second = kept(SMALL), kept(SMALL)
    press(first, "set", task="My own.", suggestion="Another.")
    press(second, "set", suggestion="Another.")
    assert (task_of(first)["task"], task_of(second)["task"]) == ("My own.", "Another.")


def test_nothing_chosen_is_said_and_nothing_is_saved() -> None:
    opened = kept(SMALL)
    response = press(opened, "set", task=" ")
    assert response.status_code == 422
    assert "Write one thing, or choose one of the suggestions." in text_of(response)
    assert task_of(opened) is None


def test_a_task_is_marked_as_done_with_its_note_and_the_mark_is_taken_back() -> None:
    opened = kept(SMALL | {"seven_day_task": TASK})
    press(opened, "done", note="One has answered.")
    done = TASK | {"done_on": str(AS_OF), "note": "One has answered."}
    assert task_of(opened) == done
    press(open_dossier(opened.id, AS_OF), "not-done")
    assert task_of(opened) == {key: value for key, value in done.items() if key != "done_on"}


def test_an_emptied_note_is_taken_away_and_one_that_was_not_shown_stays() -> None:
    opened = kept(SMALL | {"seven_day_task": TASK | {"note": "Old."}})
    press(opened, "not-done")
    assert task_of(opened) == TASK | {"note": "Old."}
    press(opened, "note", note="")
    assert task_of(opened) == TASK


def test_past_its_check_back_a_task_can_be_set_again_from_today_and_nothing_alarms() -> None:
    long_ago = TASK | {"set_on": str(AS_OF - timedelta(days=30))}
    opened = kept(SMALL | {"seven_day_task": long_ago})
    page = home_of(opened)
    assert "If not, no harm" in page
    assert 'value="again"' in page
    press(opened, "again")
    assert task_of(opened) == TASK | {"set_on": str(AS_OF)}


def test_a_second_tab_is_told_and_loses_nothing() -> None:
    opened = kept(SMALL)
    make_change(opened, Change(("seven_day_task",), TASK, "", "Set"), AS_OF, this_moment())
    response = press(opened, "set", task="What I typed here.")
    assert response.status_code == 409
    assert "Nothing was overwritten" in text_of(response)
    assert "What I typed here." in text_of(response)
    assert task_of(opened) == TASK


def test_a_task_too_long_is_told_and_what_was_typed_stays() -> None:
    opened = kept(SMALL)
    response = press(opened, "set", task="a" * 5000)
    assert response.status_code == 422
    assert "a" * 5000 in text_of(response)
    assert "seven_day_task" not in text_of(response).replace("seven_days", "")
    assert task_of(opened) is None


def test_what_the_applicant_writes_is_escaped() -> None:
    page = home_of(kept(SMALL | {"seven_day_task": TASK | {"task": "<b>Call</b>", "note": "<i>"}}))
    assert "<b>Call</b>" not in page
    assert "&lt;b&gt;Call&lt;/b&gt;" in page


def test_who_is_done_trying_sees_other_ways_and_no_application() -> None:
    done = SMALL | {"decision": {"kind": "done trying", "signed": "2026-11-01"}}
    page = home_of(kept(done))
    assert "Other ways to stay in medicine, or to leave it well" in page
    assert "What my profile must look like by" not in page
    assert "Your way to the" not in page


def test_where_the_contract_says_stop_it_is_said_in_the_applicants_words() -> None:
    contract = {"cycles": 1, "year": 2026, "alternative": "Research manager", "signed": "2025-05-01"}
    decided = {"kind": "one structured cycle", "signed": "2025-05-01"}
    page = home_of(kept(SMALL | {"decision": decided, "stop_contract": contract}))
    assert "Your contract says to stop here; you wrote that on 1 May 2025." in page
    assert "What you named yourself" in page
    assert "Research manager" in page


def test_a_season_that_is_past_is_said_to_be() -> None:
    page = home_of(kept(SMALL | {"target": {"match_year": 2027}}))
    assert f"Programs opened files on {date(2026, 9, 23):%-d %B %Y}" in page


def test_only_who_may_open_the_dossier_sees_its_home() -> None:
    opened = kept(SMALL)
    assert Client().get(reverse("home", args=[opened.id])).status_code == 404
    assert press(opened, "set", browser=Client(), task="Not mine.").status_code == 404
    assert task_of(opened) is None


def test_what_is_late_says_by_when_it_is_done_as_planned() -> None:
    page = home_of(kept(example("before")))
    assert "late; done by 30 Nov 2026 as planned" in page
    assert "by 22 Nov 2026" not in page


def test_home_says_how_many_tasks_end_after_their_last_day_and_where_waiting_is_weighed() -> None:
    opened = kept(SMALL)
    plan = browser_for(opened).get(reverse("home", args=[opened.id])).context["plan"]
    page = home_of(opened)
    assert ("Past their last day" in page) == (plan.roadmap.late > 0)


def test_a_clock_of_one_status_is_no_gate_while_the_status_is_unknown() -> None:
    opened = kept(SMALL)
    gates = browser_for(opened).get(reverse("home", args=[opened.id])).context["gates"]
    assert {"h1b-years-left", "ead-training-start"} & {gate.name for gate in gates} == set()


@pytest.mark.parametrize("name", ["h1b-quality-analyst", "citizen-scribe"])
def test_what_i_will_change_stands_in_the_order_of_the_days_shown(name: str) -> None:
    opened = kept(example(name))
    changes = browser_for(opened).get(reverse("home", args=[opened.id])).context["changes"]
    days = [max(task.finish, task.latest_finish) for task, _ in changes]
    assert days == sorted(days)
