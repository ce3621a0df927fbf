"""The page of the plan: three views, ticking off and opening again, and what slips."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bedside.web.store.dossiers import Opened, open_dossier
from tests.applicant.dossiers import AS_OF
from tests.web.kept import browser_for, example, kept

EXAMPLES = ("h1b-quality-analyst", "opt-research-coordinator", "citizen-scribe", "after", "before")
KNOWS_LITTLE: dict[str, Any] = {
    "schema_version": 1,
    "identity": {"name": "Sam"},
    "medical_school": {"country": "Peru", "graduated": 2016},
}


@pytest.fixture
def opened() -> Opened:
    return kept(example("h1b-quality-analyst"))


def page(client: Client, opened: Opened, **asked: str) -> str:
    answer = client.get(f"/dossier/{opened.id}/plan/", asked)
    assert answer.status_code == 200
    return str(answer.content.decode())


def tick(client: Client, opened: Opened, task: str, **more: str) -> HttpResponse:
    sent = {"task": task, "view": "list", "only": "all", "do": "tick", **more}
    return client.post(f"/dossier/{opened.id}/plan/tick/", sent)  # type: ignore[return-value]


def ticks_of(opened: Opened) -> list[dict[str, Any]]:
    return list(open_dossier(opened.id, AS_OF).content.get("ticked_off", []))


def row(html: str, task: str) -> str:
    found = re.search(rf'<li class="task[^"]*" id="task-{re.escape(task)}">.*?</li>\n', html, re.DOTALL)
    assert found is not None
    return found[0]


@pytest.mark.parametrize("view", ["timeline", "months", "list"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_view_of_every_example_has_one_title_and_each_id_once(name: str, view: str) -> None:
    opened = kept(example(name))
    html = page(browser_for(opened), opened, view=view, only="all")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert (html.count("<h1"), len(ids)) == (1, len(set(ids)))


def test_the_list_holds_every_task_and_its_last_day(opened: Opened) -> None:
    client = browser_for(opened)
    html = page(client, opened, view="list", only="all")
    assert html.count('<li class="task') == 44
    assert "9 February 2027" in row(html, "clinical-search")


def test_an_address_that_means_nothing_shows_the_usual_view(opened: Opened) -> None:
    html = page(browser_for(opened), opened, view="pie", only="<b>")
    assert 'aria-current="page">Timeline</a>' in html
    assert "<b>" not in html


def test_a_tick_is_saved_with_its_day_and_shown_as_done(opened: Opened) -> None:
    client = browser_for(opened)
    answer = tick(client, opened, "clinical.search")
    assert (answer.status_code, answer["Location"]) == (
        302,
        f"/dossier/{opened.id}/plan/?view=list&only=all&just=clinical.search#task-clinical-search",
    )
    assert ticks_of(opened) == [{"task": "clinical.search", "done_on": "2026-11-22"}]
    assert "You ticked this off on 22 November 2026." in row(
        page(client, opened, view="list", only="done"), "clinical-search"
    )


def test_what_was_just_ticked_off_stays_in_its_place_to_be_opened_again(opened: Opened) -> None:
    client = browser_for(opened)
    answer = tick(client, opened, "clinical.search", only="open")
    shown = client.get(answer["Location"].split("#")[0]).content.decode()
    assert 'aria-pressed="true"' in row(shown, "clinical-search")
    assert '<li class="task is-done" id="task-clinical-search"' not in page(client, opened, view="list", only="open")


def test_a_tick_keeps_another_day_and_a_note(opened: Opened) -> None:
    tick(browser_for(opened), opened, "clinical.search", done_on="2026-11-03", note="Nine places.")
    assert ticks_of(opened) == [{"task": "clinical.search", "done_on": "2026-11-03", "note": "Nine places."}]


def test_a_tick_of_what_a_season_asks_for_anew_carries_its_match(opened: Opened) -> None:
    tick(browser_for(opened), opened, "nrmp.register")
    assert ticks_of(opened) == [{"task": "nrmp.register", "done_on": "2026-11-22", "match_year": 2028}]


def test_a_tick_sent_twice_is_kept_once(opened: Opened) -> None:
    client = browser_for(opened)
    for _ in range(2):
        tick(client, opened, "clinical.search")
    assert len(ticks_of(opened)) == 1


def test_opening_again_takes_the_tick_away_and_leaves_those_of_other_tasks_and_seasons(opened: Opened) -> None:
    others = [
        {"task": "nrmp.register", "done_on": "2026-09-20", "match_year": 2027},
        {"task": "clinical.search", "done_on": "2026-11-20"},
    ]
    ours = [{"task": "nrmp.register", "done_on": "2026-11-20", "match_year": 2028}] * 2
    opened = kept({**example("h1b-quality-analyst"), "ticked_off": [others[0], *ours, others[1]]})
    tick(browser_for(opened), opened, "nrmp.register", do="open")
    assert ticks_of(opened) == others


def test_a_ticked_exam_leads_to_where_its_result_is_written(opened: Opened) -> None:
    client = browser_for(opened)
    tick(client, opened, "step3.exam")
    shown = row(page(client, opened, view="list", only="done"), "step3-exam")
    assert "Your file does not have it yet, so your standing does not count it." in shown
    assert f'<a href="/dossier/{opened.id}/me/exams/#exams">Exams and certificate</a>' in shown


def test_what_the_file_shows_as_done_has_no_tick_to_take_away(opened: Opened) -> None:
    shown = row(page(browser_for(opened), opened, view="list", only="done"), "decide-decision")
    assert "<button" not in shown


def test_a_day_that_cannot_be_is_told_and_nothing_is_lost(opened: Opened) -> None:
    answer = tick(browser_for(opened), opened, "clinical.search", done_on="2031-05-01", note="Nine places.")
    shown = row(answer.content.decode(), "clinical-search")
    assert (answer.status_code, ticks_of(opened)) == (422, [])
    assert all(kept_as_typed in shown for kept_as_typed in ('value="2031-05-01"', 'value="Nine places."', "future"))


def test_a_task_that_is_no_longer_in_the_plan_is_told_and_nothing_is_saved(opened: Opened) -> None:
    client = browser_for(opened)
    answer = client.post(f"/dossier/{opened.id}/plan/tick/", {"task": "no.such"}, follow=True)
    assert "this task is not in it any more" in answer.content.decode()
    assert ticks_of(opened) == []


def test_htmx_gets_the_plan_without_its_frame_and_the_new_version(opened: Opened) -> None:
    answer = browser_for(opened).post(
        f"/dossier/{opened.id}/plan/tick/",
        {"task": "clinical.search", "view": "list", "only": "all"},
        headers={"HX-Request": "true", "HX-Target": "plan-body"},
    )
    html = answer.content.decode()
    assert (answer["HX-Trigger"], "<html" in html) == ('{"dossierSaved": {"version": 2}}', False)
    assert html.strip().startswith('<div id="plan-body"')
    assert "Ticked off: Find and check places" in html


def test_ticking_needs_the_token_of_the_form(opened: Opened) -> None:
    client = browser_for(opened)
    client.handler.enforce_csrf_checks = True
    assert tick(client, opened, "clinical.search").status_code == 403
    assert ticks_of(opened) == []


def test_a_stranger_sees_no_plan_and_ticks_nothing_off(opened: Opened) -> None:
    stranger = Client()
    assert stranger.get(f"/dossier/{opened.id}/plan/").status_code == 404
    assert tick(stranger, opened, "clinical.search").status_code == 404


def test_what_slips_is_listed_with_the_days_now_and_then(opened: Opened) -> None:
    html = page(browser_for(opened), opened, task="application.submit", weeks="10")
    assert "Submit, 10 weeks later" in html
    assert "Something ends only after 22 September 2027: programs open files" in html


@pytest.mark.parametrize("weeks", ["0", "27", "-1", "two", "", "9" * 5000])
def test_weeks_that_cannot_be_asked_about_are_told(opened: Opened, weeks: str) -> None:
    html = page(browser_for(opened), opened, task="clinical.search", weeks=weeks)
    assert "Choose a task of this plan and a number of weeks from 1 to 26." in html


def test_htmx_gets_only_what_slips(opened: Opened) -> None:
    answer = browser_for(opened).get(
        f"/dossier/{opened.id}/plan/",
        {"task": "clinical.search", "weeks": "3"},
        headers={"HX-Request": "true", "HX-Target": "what-if"},
    )
    assert answer.content.decode().strip().startswith('<section class="stack" id="what-if"')


def test_who_has_said_almost_nothing_gets_a_plan_that_asks_for_leave_and_hours() -> None:
    opened = kept(KNOWS_LITTLE)
    html = page(browser_for(opened), opened, view="list")
    assert "Your paid leave is not in your file" in html


def test_who_is_done_trying_reads_nothing_of_another_season() -> None:
    done = {**example("h1b-quality-analyst"), "decision": {"kind": "done trying", "signed": "2026-11-10"}}
    opened = kept(done)
    html = page(browser_for(opened), opened, view="list")
    assert "If you wait for the Match" not in html
    assert '<li class="task' in html
