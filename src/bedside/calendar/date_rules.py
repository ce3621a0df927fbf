"""The small language in which the evidence says how a day is predicted, and its reading."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from bedside.calendar.season import Event

ORDINALS = ("first", "second", "third", "fourth")
_WEEKDAYS = tuple(name.lower() for name in day_name)
_MONTHS = tuple(name.lower() for name in month_name)
_SATURDAY = 5
_YEAR = r"(?P<year>before the match year|of the match year)"
_AT = r"(?:, at (?P<at>\d\d:\d\d))?"
_WEEKDAY_OF_MONTH = re.compile(
    rf"(?P<ordinal>{'|'.join(ORDINALS)}) (?P<weekday>{'|'.join(_WEEKDAYS)}) of (?P<month>[a-z]+) {_YEAR}{_AT}"
)
_DAY_OF_MONTH = re.compile(
    rf"(?P<day>\d\d?) (?P<month>[a-z]+) {_YEAR}(?:, or the (?P<shift>next weekday|last weekday before it))?{_AT}"
)
_DAYS_FROM = re.compile(rf"(?P<days>\d+) days? (?P<side>before|after) (?P<event>[a-z ]+?){_AT}")


class UnreadableDateRule(ValueError):
    """The text of a rule is not in the language above, or names a day that does not exist."""


class DayNotKnown(LookupError):
    """A rule counts from an event whose day is not known. `event` is that event."""

    def __init__(self, event: Event) -> None:
        self.event = event
        super().__init__(f"the day of “{event}” is not known")


@dataclass(frozen=True, slots=True)
class DateRule:
    """A rule that was read: the words it is made of, and the time of day in Eastern Time if it gives one."""

    kind: re.Pattern[str]
    words: Mapping[str, str | None]
    at: time | None

    @property
    def counts_from(self) -> Event | None:
        """The event whose day the rule counts from; None where it needs no other day."""
        event = self.words.get("event")
        return None if event is None else EVENTS_BY_WORDS[event]

    def day(self, match_year: int, known: Mapping[Event, date]) -> date:
        """The day the rule predicts for the Match in March of `match_year`; raises DayNotKnown."""
        if self.kind is _DAYS_FROM:
            return self._day_counted_from(known)
        year = match_year - 1 if self.words["year"] == "before the match year" else match_year
        month = _MONTHS.index(str(self.words["month"]))
        if self.kind is _WEEKDAY_OF_MONTH:
            weekday = _WEEKDAYS.index(str(self.words["weekday"]))
            return nth_weekday(year, month, ORDINALS.index(str(self.words["ordinal"])), weekday)
        return shifted_to_weekday(date(year, month, int(str(self.words["day"]))), self.words["shift"])

    def _day_counted_from(self, known: Mapping[Event, date]) -> date:
        event = EVENTS_BY_WORDS[str(self.words["event"])]
        if event not in known:
            raise DayNotKnown(event)
        days = timedelta(days=int(str(self.words["days"])))
        return known[event] - days if self.words["side"] == "before" else known[event] + days


def event_words(event: Event) -> str:
    """How a rule names an event: “match day”, “submission opens”."""
    return event.name.lower().replace("_", " ")


EVENTS_BY_WORDS = {event_words(event): event for event in Event}


def read_date_rule(text: str) -> DateRule:
    """Read the text of a rule.

    It is one of these, each with “, at 21:00” behind it where the time of day (Eastern) is known:
    1. “third friday of march of the match year”;
    2. “31 january of the match year”, and “, or the last weekday before it” or “, or the next weekday”;
    3. “16 days before match day”, counted from an event.
    “before the match year” in the place of “of the match year” means the year before the Match.
    Raises UnreadableDateRule for anything else.
    """
    for kind in (_WEEKDAY_OF_MONTH, _DAY_OF_MONTH, _DAYS_FROM):
        match = kind.fullmatch(text)
        if match:
            words = match.groupdict()
            _check(text, words)
            return DateRule(kind, words, time.fromisoformat(words["at"]) if words["at"] else None)
    raise UnreadableDateRule(f"“{text}” is not a rule that predicts a day")


def _check(text: str, words: Mapping[str, str | None]) -> None:
    if words.get("month") is not None and words["month"] not in _MONTHS[1:]:
        raise UnreadableDateRule(f"“{text}”: there is no month “{words['month']}”")
    if words.get("event") is not None and words["event"] not in EVENTS_BY_WORDS:
        raise UnreadableDateRule(f"“{text}”: there is no event “{words['event']}”")
    try:
        if words.get("day") is not None:
            date(2023, _MONTHS.index(str(words["month"])), int(str(words["day"])))
        time.fromisoformat(words["at"] or "00:00")
    except ValueError as problem:
        raise UnreadableDateRule(f"“{text}”: {problem}") from problem


def nth_weekday(year: int, month: int, index: int, weekday: int) -> date:
    """The weekday (0 is Monday) with that index (0 is the first) in a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * index)


def shifted_to_weekday(day: date, shift: str | None) -> date:
    """The day itself where it is no weekend or there is no shift; else the weekday after or before it."""
    step = {None: 0, "next weekday": 1, "last weekday before it": -1}[shift]
    while step and day.weekday() >= _SATURDAY:
        day += timedelta(days=step)
    return day
