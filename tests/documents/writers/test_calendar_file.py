"""The calendar: stable names, last days with alarms, Eastern Time, and discretion where it is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from bedside.documents.code_words import without_code_marks
from bedside.documents.printable import printable
from bedside.documents.writers.calendar_file import EASTERN, identity_of, write_ics
from bedside.plan.results import Plan, TaskState
from tests.documents import samples

WHO = "Łukasz/Poland/2017-06"


def events(plan: Plan | None = None, identity: str = WHO, discreet: bool = False) -> dict[str, Event]:
    """The events by their titles."""
    calendar = Calendar.from_ical(write_ics(plan or samples.plan(), identity, discreet))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def only_task(**changes: object) -> Plan:
    """A plan whose one task is changed."""
    plan = samples.plan()
    task = replace(plan.roadmap.tasks[0], **changes)  # type: ignore[arg-type]
    return replace(plan, roadmap=replace(plan.roadmap, tasks=(task,)))


def test_a_task_and_its_last_day_are_two_events() -> None:
    found = events(only_task(title="Write"))
    assert found["Write"].start == date(2026, 11, 22)
    assert found["Write"].end == date(2026, 11, 29)  # the day after the last one
    assert found["Last day: Write"].start == date(2026, 12, 18)


def test_a_task_longer_than_a_month_is_shown_on_the_day_it_begins() -> None:
    found = events(only_task(title="Study", finish=date(2027, 3, 1), latest_finish=date(2027, 3, 20)))
    assert found["Begin: Study"].end - found["Begin: Study"].start == timedelta(days=1)


def test_a_task_of_one_day_that_cannot_move_is_one_event() -> None:
    day = date(2027, 9, 1)
    found = events(only_task(title="Submit", start=day, finish=day, latest_finish=day))
    assert [title for title in found if "Submit" in title] == ["Submit"]


def test_what_is_done_is_not_on_the_calendar() -> None:
    assert [title for title in events(only_task(title="Write", state=TaskState.DONE)) if title.endswith("Write")] == []


def test_a_last_day_reminds_two_weeks_and_two_days_before_at_nine_in_the_morning() -> None:
    alarms = events(only_task(title="Write"))["Last day: Write"].walk("VALARM")
    assert [alarm["trigger"].dt for alarm in alarms] == [timedelta(days=-14, hours=9), timedelta(days=-2, hours=9)]


def test_an_alarm_that_would_lie_in_the_past_is_left_out() -> None:
    near = only_task(title="Write", finish=date(2026, 11, 25), latest_finish=date(2026, 11, 27))
    assert len(events(near)["Last day: Write"].walk("VALARM")) == 1


def test_leave_blocks_the_calendar_and_everything_else_does_not() -> None:
    found = events()
    assert found["Observership, four weeks"]["transp"] == "OPAQUE"
    assert found["Write down every date on your certificate"]["transp"] == "TRANSPARENT"


def test_a_deadline_with_a_time_stands_in_eastern_time() -> None:
    deadline = events()["Rank order list deadline (predicted)"]
    assert deadline.start == datetime(2028, 3, 1, 21, 0, tzinfo=EASTERN)
    assert b"TZID:America/New_York" in write_ics(samples.plan(), WHO)


def test_the_seven_day_task_comes_back_to_be_looked_at() -> None:
    assert events()["Look again: Write to two free clinics"].start == date(2026, 11, 27)


def test_a_later_plan_keeps_the_names_of_its_events_and_counts_as_newer() -> None:
    earlier, later = events(), events(replace(samples.plan(), as_of=date(2026, 12, 1)))
    assert {title: event["uid"] for title, event in earlier.items()} == {
        title: event["uid"] for title, event in later.items()
    }
    assert {later[title]["sequence"] - event["sequence"] for title, event in earlier.items()} == {9}


def test_every_event_has_a_name_of_its_own() -> None:
    calendar = Calendar.from_ical(write_ics(samples.crowded_plan(), WHO))
    names = [event["uid"] for event in calendar.walk("VEVENT")]
    assert len(set(names)) == len(names)


def test_the_events_of_two_applicants_never_have_the_same_name() -> None:
    names = [{str(event["uid"]) for event in events(identity=identity).values()} for identity in (WHO, "José")]
    assert names[0] & names[1] == set()


def test_the_identity_is_the_name_the_country_and_the_graduation() -> None:
    assert identity_of(samples.dossier("Łukasz")) == WHO


def test_the_stamp_is_the_as_of_date_so_that_the_bytes_are_the_same() -> None:
    assert write_ics(samples.plan(), WHO) == write_ics(samples.plan(), WHO)
    assert {str(event["dtstamp"].dt) for event in events().values()} == {"2026-11-22 00:00:00+00:00"}


def test_discreet_titles_say_only_the_number_in_the_plan() -> None:
    titles = events(discreet=True)
    rest = [title for title in titles if not title.removesuffix(": last day").rpartition(" ")[2].isdigit()]
    assert rest == ["Plan: look again"]
    assert list(titles)[:2] == ["Plan, item 1", "Plan, item 1: last day"]


def test_a_discreet_calendar_holds_no_word_of_the_plan() -> None:
    written = write_ics(samples.plan(), WHO, discreet=True).decode().lower().replace("\r\n ", "")
    private = (
        "observership",
        "step",
        "match",
        "bedside",
        "certificate",
        "clinic",
        "lawyer",
        "letter",
        "nrmp",
        "łukasz",
    )
    assert [word for word in private if word in written] == []


def test_the_guard_on_discretion_bites() -> None:
    assert "observership" in write_ics(samples.plan(), WHO).decode().lower()


@settings(max_examples=50, deadline=None)
@given(words=st.text(min_size=1, max_size=60))
def test_any_title_comes_back_as_it_was_written(words: str) -> None:
    day = date(2027, 9, 1)
    found = events(only_task(title=words, start=day, finish=day, latest_finish=day))
    assert without_code_marks(printable(words)) in found


@pytest.mark.parametrize("plan", [samples.empty_plan(), samples.crowded_plan()], ids=["empty", "crowded"])
def test_every_line_is_short_enough_for_every_calendar(plan: Plan) -> None:
    assert max(len(line) for line in write_ics(plan, WHO).split(b"\r\n")) <= 75
