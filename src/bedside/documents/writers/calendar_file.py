"""The plan as a calendar file: tasks, their last days with alarms, the days of the season, the seven-day task."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from bedside.applicant.dossier import Dossier
from bedside.calendar.season import SeasonDay
from bedside.documents.code_words import without_code_marks
from bedside.documents.printable import printable
from bedside.documents.wording import capitalised, dollars, hours, in_short
from bedside.plan.results import Plan, Task, TaskState

EASTERN = ZoneInfo("America/New_York")
ALARMS = (timedelta(days=14), timedelta(days=2))
"""How long before a last day the calendar reminds; it does so at nine in the morning."""

_MORNING = timedelta(hours=9)
_ONE_DAY = timedelta(days=1)
_LONGEST_SHOWN_WHOLE = timedelta(days=31)


def identity_of(dossier: Dossier) -> str:
    """What keeps the events of one applicant apart from another's: it enters the UIDs only as part of a hash."""
    return f"{dossier.identity.name}/{dossier.medical_school.country}/{dossier.medical_school.graduated}"


def write_ics(plan: Plan, identity: str, discreet: bool = False) -> bytes:
    """The plan as an iCalendar file.

    `identity` (see `identity_of`) and the key of a task make the UID of an event, so that a later file
    replaces the events of an earlier one. `discreet` gives every event a title that says nothing: only the
    number it has in the plan. Tasks and most days are all-day events; days with a time are in Eastern Time.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Plan//EN" if discreet else "-//Bedside//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Plan" if discreet else f"Plan for the {plan.season.match_year} Match")
    for event in _events(plan, identity, discreet):
        calendar.add_component(event)
    first, last = plan.as_of.replace(month=1, day=1), date(plan.season.match_year + 1, 12, 31)
    calendar.add_missing_timezones(first_date=first, last_date=last)
    return bytes(calendar.to_ical())


def _events(plan: Plan, identity: str, discreet: bool) -> Iterator[Event]:
    make = _Maker(plan.as_of, identity, discreet)
    for place, task in enumerate(plan.roadmap.tasks, start=1):
        if task.state not in (TaskState.DONE, TaskState.DOES_NOT_FIT):
            yield from make.task_events(task, place)
    for place, day in enumerate(plan.season.days, start=1):
        yield make.season_event(day, place)
    seven_days = plan.three_headers.seven_day_task
    if seven_days.task and seven_days.check_back and seven_days.done_on is None:
        title = f"Look again: {seven_days.task}"
        yield make.event("seven-day-task", title, "Plan: look again", seven_days.check_back, seven_days.check_back)


class _Maker:
    """Makes events that share the as-of date, the identity behind the UIDs, and discretion."""

    def __init__(self, as_of: date, identity: str, discreet: bool) -> None:
        self._as_of = as_of
        self._identity = identity
        self._discreet = discreet

    def task_events(self, task: Task, place: int) -> Iterator[Event]:
        """The work on a task, and its last day with alarms; one event where both are the same day."""
        plain = f"Plan, item {place}"
        if task.start == task.finish == task.latest_finish:
            yield self._last_day(task, task.title, plain)
            return
        whole = task.finish - task.start <= _LONGEST_SHOWN_WHOLE
        title = task.title if whole else f"Begin: {task.title}"
        finish = task.finish if whole else task.start
        event = self.event(f"{task.key}/work", title, plain, task.start, finish, _description(task))
        takes_leave = task.paid_leave_days + task.unpaid_leave_days > 0
        event.add("transp", "OPAQUE" if takes_leave and whole else "TRANSPARENT")
        yield event
        if task.latest_finish >= self._as_of:
            yield self._last_day(task, f"Last day: {task.title}", f"{plain}: last day")

    def season_event(self, day: SeasonDay, place: int) -> Event:
        """A day of the season; with its time where one is known."""
        known = "" if day.published else " (predicted)"
        title, plain = f"{capitalised(day.event.value)}{known}", f"Plan, day {place}"
        event = self.event(f"season/{day.event.name}", title, plain, day.day, day.day)
        if day.time is not None:
            for name in ("dtstart", "dtend"):
                del event[name]
            event.add("dtstart", datetime.combine(day.day, day.time, EASTERN))
            event.add("duration", timedelta(minutes=15))
        event.add("transp", "TRANSPARENT")
        return event

    def event(self, key: str, title: str, plain: str, first: date, last: date, says: str = "") -> Event:
        """An all-day event from `first` to `last`, both inclusive; `plain` is its title where discretion is asked."""
        event = Event()
        event.add("uid", str(uuid5(NAMESPACE_URL, f"bedside/{self._identity}/{key}")))
        event.add("dtstamp", datetime.combine(self._as_of, time(), UTC))
        event.add("sequence", self._as_of.toordinal())
        event.add("summary", plain if self._discreet else without_code_marks(printable(title)))
        event.add("dtstart", first)
        event.add("dtend", last + _ONE_DAY)
        event.add("class", "PRIVATE")
        if says and not self._discreet:
            event.add("description", without_code_marks(printable(says)))
        return event

    def _last_day(self, task: Task, title: str, plain: str) -> Event:
        event = self.event(f"{task.key}/last-day", title, plain, task.latest_finish, task.latest_finish)
        event.add("transp", "TRANSPARENT")
        if task.slips and not self._discreet:
            event.add("description", without_code_marks(printable(f"If late: {task.slips}")))
        for before in ALARMS:
            if task.latest_finish - before > self._as_of:
                alarm = Alarm()
                alarm.add("action", "DISPLAY")
                alarm.add("trigger", _MORNING - before)
                alarm.add("description", plain if self._discreet else without_code_marks(printable(title)))
                event.add_component(alarm)
        return event


def _description(task: Task) -> str:
    parts = [
        task.why,
        f"Last day: {in_short(task.latest_finish)}.",
        f"Cost: {dollars(task.cost)}." if task.cost is not None and task.cost.high else "",
        f"Your part: {hours(task.hours)}." if task.hours else "",
        "Check your status first: ask an immigration lawyer." if task.check_status_first else "",
    ]
    return " ".join(part for part in parts if part)
