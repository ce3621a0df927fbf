"""Each form of the section Me is saved by itself, and nothing that was typed is ever lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import HttpResponse, QueryDict
from django.test import Client

from bedside.web.store.changes import part_of
from bedside.web.store.dossiers import Opened, open_dossier
from tests.applicant.dossiers import AS_OF
from tests.web.forms.filled_in import filled_in, form_on
from tests.web.kept import browser_for, example, kept

HARD = (
    "<script>alert(1)</script>", "a\nb", '"quoted" & \'single\'', "NO", "yes", "🩺", "ناديا الحسن", "x" * 4000,
    "{{ 7 }}", "</textarea><b>", "  set in", "null", "~", "1.200,50",
)  # fmt: skip


class Tab:
    """One window of a browser on one dossier."""

    def __init__(self, opened: Opened, browser: Client | None = None) -> None:
        self.id = opened.id
        self.browser = browser or browser_for(opened)

    def open(self, chapter: str, **asked: str) -> Any:
        return self.browser.get(f"/dossier/{self.id}/me/{chapter}/", asked)

    def send(self, chapter: str, typed: QueryDict, does: str = "save", **headers: str) -> Any:
        address = f"/dossier/{self.id}/me/{chapter}/{does}/"
        kind = "application/x-www-form-urlencoded"
        return self.browser.post(address, typed.urlencode(), content_type=kind, headers=headers)

    def live(self, chapter: str, typed: QueryDict) -> Any:
        return self.send(chapter, typed, **{"HX-Request": "true"})

    @property
    def now(self) -> Opened:
        return open_dossier(self.id, AS_OF)

    def at(self, *path: str | int) -> Any:
        return part_of(self.now.content, path)


@pytest.fixture
def tab() -> Tab:
    return Tab(kept(example("h1b-quality-analyst")))


def told(page: HttpResponse) -> list[str]:
    return [str(message) for message in page.context["messages"]]


def test_a_form_is_saved_and_leads_back_to_itself_with_a_word(tab: Tab) -> None:
    answer = tab.send("you", filled_in(tab.open("you"), "identity", name="Minh Châu"))
    assert (answer.status_code, answer.url) == (302, f"/dossier/{tab.id}/me/you/#identity")
    assert tab.at("identity", "name") == "Minh Châu"
    assert told(tab.browser.get(answer.url)) == ["Saved."]


def test_a_form_that_is_saved_as_it_was_makes_no_revision(tab: Tab) -> None:
    before = tab.now.version
    answer = tab.send("status", filled_in(tab.open("status"), "status"))
    assert told(tab.browser.get(answer.url)) == ["Nothing was changed."]
    assert tab.now.version == before


def test_a_live_save_answers_with_that_form_alone_and_what_changed_around_it(tab: Tab) -> None:
    typed = filled_in(tab.open("timeline", open="experiences-1"), "experiences-1", to="31 October 2020")
    answer = tab.live("timeline", typed)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert json.loads(answer["HX-Trigger"]) == {"dossierSaved": {"version": 2}}
    assert page.count('class="part') == 1
    assert page.count('hx-swap-oob="true"') == 2
    assert "9 of 112 months since graduation have nothing dated" in page
    assert tab.at("experiences", 1, "to") == "2020-10-31"


def test_the_map_changes_with_what_is_saved(tab: Tab) -> None:
    typed = filled_in(tab.open("timeline", open="experiences-1"), "experiences-1", **{"from": "March 2019"})
    assert "1 of 112 months since graduation has nothing dated" in tab.live("timeline", typed).content.decode()


def test_a_new_entry_is_added_and_an_empty_form_for_another_follows(tab: Tab) -> None:
    typed = filled_in(tab.open("letters"), "letters-new", writer="Dr. Ngô", kind="US attending", asked="14 June 2026")
    page = tab.live("letters", typed)
    assert tab.at("letters", 2) == {"writer": "Dr. Ngô", "kind": "US attending", "asked": "2026-06-14"}
    assert page.content.decode().count('<li class="part') == 2
    assert 'id="letters-new"' in page.content.decode()


def test_nothing_typed_adds_nothing_and_says_so(tab: Tab) -> None:
    answer = tab.live("letters", filled_in(tab.open("letters"), "letters-new"))
    assert (answer.status_code, tab.now.version) == (422, 1)
    assert "Nothing was typed, so nothing was added." in answer.content.decode()


def test_everything_wrong_is_said_at_once_each_under_its_field_and_what_was_typed_stays(tab: Tab) -> None:
    page = tab.open("timeline", open="experiences-1")
    typed = filled_in(
        page,
        "experiences-1",
        title="",
        hours_per_week="1.200",
        to="4/6/2020",
        duties="x" * 4001,
        **{"from": "hello"},
    )
    answer = tab.send("timeline", typed)
    form = form_on(answer, "experiences-1").form
    assert form is not None
    assert answer.status_code == 422
    assert {field.name: field.wrong for field in form.fields if field.wrong} == {
        "title": ("This is needed before it can be saved.",),
        "from": ("hello is not a date Bedside can read. Write it like 14 June 2020, June 2020 or 2020.",),
        "to": ("4/6/2020 can be 6 April 2020 or 4 June 2020. Write the month as a word, such as 6 April 2020.",),
        "hours_per_week": ("1.200 can be 1,200 or 1.2. Write 1,200 or 1.2.",),
        "duties": ("The text has 4,001 characters, which is too long here. Write text of up to 4,000 characters.",),
    }
    assert {field.name: field.value for field in form.fields if field.wrong} == {
        "title": "",
        "from": "hello",
        "to": "4/6/2020",
        "hours_per_week": "1.200",
        "duties": "x" * 4001,
    }
    assert tab.now.version == 1


def test_a_mistake_is_told_in_the_words_of_the_form(tab: Tab) -> None:
    typed = filled_in(tab.open("timeline", open="experiences-1"), "experiences-1", to="May 2031")
    form = form_on(tab.send("timeline", typed), "experiences-1").form
    assert form is not None
    assert [field.wrong for field in form.fields if field.wrong] == [
        (
            "May 2031 is in the future, seen from 22 November 2026. If it goes on, write `present`. "
            "If it is a plan, put it under “What is already booked”.",
        )
    ]


def test_a_mistake_in_another_part_says_where_it_is(tab: Tab) -> None:
    typed = filled_in(tab.open("you"), "medical_school", graduated="2020-01-01")
    answer = tab.send("you", typed)
    form = form_on(answer, "medical_school").form
    assert form is not None
    assert [mistake.field for mistake in form.elsewhere] == ["experiences[0].as"]
    assert f'/dossier/{tab.id}/me/timeline/?open=experiences-0#experiences-0">Go there</a>' in answer.content.decode()


def test_a_caution_stands_under_its_field_and_keeps_nothing_from_being_saved(tab: Tab) -> None:
    answer = tab.live("target", filled_in(tab.open("target"), "target", specialties="Internal Medicin"))
    form = answer.context["shown"].form
    assert answer.status_code == 200
    assert [field.look_again for field in form.fields if field.look_again] == [
        (
            "Bedside knows no specialty called Internal Medicin. Did you mean Internal Medicine? "
            "If the name is right, leave it: what depends on it is shown as unknown.",
        )
    ]


def test_names_stand_on_lines_or_between_commas(tab: Tab) -> None:
    tab.send("target", filled_in(tab.open("target"), "target", specialties="Pediatrics, Family Medicine"))
    assert tab.at("target", "specialties") == ["Pediatrics", "Family Medicine"]
    tab.send("you", filled_in(tab.open("you"), "identity", citizenships="Korea, Republic of\r\nPeru"))
    assert tab.at("identity", "citizenships") == ["Korea, Republic of", "Peru"]


@pytest.mark.parametrize("text", HARD)
def test_hard_text_is_kept_and_shown_as_it_is(tab: Tab, text: str) -> None:
    answer = tab.send("timeline", filled_in(tab.open("timeline", open="experiences-0"), "experiences-0", note=text))
    assert answer.status_code == 302
    assert tab.at("experiences", 0, "note") == text.strip()
    page = tab.browser.get(answer.url)
    assert "<script>alert" not in page.content.decode()
    tab.send("timeline", filled_in(page, "experiences-0"))
    assert (tab.at("experiences", 0, "note"), tab.now.version) == (text.strip(), 2)


def test_another_part_saved_meanwhile_is_kept_and_said(tab: Tab) -> None:
    other = Tab(tab.now, tab.browser)
    mine = filled_in(tab.open("time-and-money"), "constraints", weekly_hours="12")
    other.send("time-and-money", filled_in(other.open("time-and-money"), "constraints-money", floor="$2,500"))
    page = tab.browser.get(tab.send("time-and-money", mine).url)
    assert (tab.at("constraints", "weekly_hours"), tab.at("constraints", "money", "floor")) == (12, 2500)
    assert told(page)[-1] == "Saved. Something else was changed in another window meanwhile; both are kept."


def test_the_same_part_saved_meanwhile_is_shown_beside_what_was_typed(tab: Tab) -> None:
    mine = filled_in(tab.open("timeline", open="experiences-3"), "experiences-3", title="Senior analyst")
    theirs = filled_in(tab.open("timeline", open="experiences-3"), "experiences-3", title="Lead", hours_per_week="30")
    tab.send("timeline", theirs)
    answer = tab.send("timeline", mine)
    shown = form_on(answer, "experiences-3")
    assert shown.form is not None
    assert answer.status_code == 409
    assert {field.name: (field.value, field.theirs) for field in shown.form.fields if field.theirs is not None} == {
        "title": ("Senior analyst", "Lead"),
        "hours_per_week": ("40", "30"),
    }
    assert tab.at("experiences", 3, "title") == "Lead"
    tab.send("timeline", filled_in(answer, "experiences-3"))
    assert (tab.at("experiences", 3, "title"), tab.at("experiences", 3, "hours_per_week")) == ("Senior analyst", 40)


def test_what_was_saved_meanwhile_can_be_kept(tab: Tab) -> None:
    mine = filled_in(tab.open("you"), "identity", name="One")
    tab.send("you", filled_in(tab.open("you"), "identity", name="Two"))
    typed = filled_in(tab.send("you", mine), "identity")
    typed["keep"] = "saved"
    assert told(tab.browser.get(tab.send("you", typed).url))[-1] == "Kept what was saved."
    assert tab.at("identity", "name") == "Two"


def test_an_entry_is_found_again_after_another_window_removed_one_before_it(tab: Tab) -> None:
    mine = filled_in(tab.open("timeline", open="experiences-3"), "experiences-3", title="Senior analyst")
    tab.send("timeline", filled_in(tab.open("timeline", open="experiences-0"), "experiences-0"), "remove")
    assert tab.send("timeline", mine).status_code == 302
    titles = [entry["title"] for entry in tab.at("experiences")]
    assert titles == [
        "Medical translator",
        "Master of Public Health",
        "Senior analyst",
        "Internal medicine observership",
    ]


def test_an_entry_removed_in_another_window_overwrites_no_other_and_is_not_lost(tab: Tab) -> None:
    mine = filled_in(tab.open("timeline", open="experiences-3"), "experiences-3", title="Senior analyst")
    tab.send("timeline", filled_in(tab.open("timeline", open="experiences-3"), "experiences-3"), "remove")
    answer = tab.send("timeline", mine)
    assert (answer.status_code, len(tab.at("experiences"))) == (409, 4)
    assert form_on(answer, "experiences-new").is_gone
    tab.send("timeline", filled_in(answer, "experiences-new"))
    assert [entry["title"] for entry in tab.at("experiences")][3:] == [
        "Internal medicine observership",
        "Senior analyst",
    ]


def test_an_entry_added_in_another_window_is_kept_beside_one_that_is_added_here(tab: Tab) -> None:
    mine = filled_in(tab.open("letters"), "letters-new", writer="Dr. One", kind="employer")
    tab.send("letters", filled_in(tab.open("letters"), "letters-new", writer="Dr. Two", kind="employer"))
    tab.send("letters", mine)
    assert [letter["writer"] for letter in tab.at("letters")][2:] == ["Dr. Two", "Dr. One"]


def test_an_entry_that_was_changed_in_another_window_is_not_removed(tab: Tab) -> None:
    mine = filled_in(tab.open("letters", open="letters-0"), "letters-0")
    tab.send("letters", filled_in(tab.open("letters", open="letters-0"), "letters-0", note="New"))
    page = tab.browser.get(tab.send("letters", mine, "remove").url)
    assert len(tab.at("letters")) == 2
    assert told(page)[-1] == "It was changed in another window, so nothing was removed. Look at it again."


def test_a_part_can_be_emptied(tab: Tab) -> None:
    answer = tab.send("exams", filled_in(tab.open("exams"), "certificate"), "remove")
    assert told(tab.browser.get(answer.url)) == ["Removed. You can bring it back under History."]
    assert tab.at("certificate") is None


def test_lists_of_texts_have_a_row_for_each_and_one_more(tab: Tab) -> None:
    typed = filled_in(tab.open("timeline"), "strengths", strengths__0="", strengths__2="I read two languages.")
    tab.send("timeline", typed)
    assert tab.at("strengths") == [
        "I can tell a physician something uncomfortable about numbers and still be invited back.",
        "I read two languages.",
    ]


def test_an_own_reading_stands_beside_bedsides(tab: Tab) -> None:
    typed = filled_in(tab.open("readings"), "readings", **{"reading.gap.short-over": "2"})
    tab.send("readings", typed)
    assert tab.at("readings") == {"reading.gap.short-over": 2}


def test_a_form_that_no_chapter_has_is_not_there(tab: Tab) -> None:
    typed = filled_in(tab.open("you"), "identity")
    for name, value in (("part", "decision"), ("part", "nothing"), ("index", "7"), ("index", "x")):
        wrong = typed.copy()
        wrong[name] = value
        assert tab.send("you", wrong).status_code == 404
    assert tab.open("nothing").status_code == 404


def test_an_entry_that_is_much_alike_is_not_taken_for_one_that_was_removed() -> None:
    content = example("h1b-quality-analyst")
    alike = {**content["experiences"][4], "from": "2025-04-08", "to": "2025-04-21"}
    tab = Tab(kept({**content, "experiences": [*content["experiences"], alike]}))
    mine = filled_in(tab.open("timeline", open="experiences-4"), "experiences-4", hours_per_week="50")
    tab.send("timeline", filled_in(tab.open("timeline", open="experiences-4"), "experiences-4"), "remove")
    assert form_on(tab.send("timeline", mine), "experiences-new").is_gone
    assert tab.at("experiences", 4) == alike


def test_a_new_entry_that_is_sent_twice_is_added_once(tab: Tab) -> None:
    before = len(tab.at("letters"))
    typed = filled_in(tab.open("letters"), "letters-new", writer="Dr. Ana Ruiz", kind="US attending")
    tab.send("letters", typed)
    tab.send("letters", typed)
    assert [one["writer"] for one in tab.at("letters")[before:]] == ["Dr. Ana Ruiz"]


def test_two_entries_that_are_alike_are_both_added(tab: Tab) -> None:
    before = len(tab.at("letters"))
    for _ in range(2):
        tab.send("letters", filled_in(tab.open("letters"), "letters-new", writer="Dr. Ana Ruiz", kind="US attending"))
    assert [one["writer"] for one in tab.at("letters")[before:]] == ["Dr. Ana Ruiz", "Dr. Ana Ruiz"]
