"""The seasons: history predicted without its published days, order and weekdays for every year to come."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.calendar.season import Event, Season, Service
from bedside.calendar.seasons import event_key, predicted_season, season, service_for
from bedside.evidence.figure import PublishedDay
from bedside.evidence.library import Evidence, load_evidence
from bedside.evidence.mistakes import BrokenEvidence

EVIDENCE = load_evidence()
EVENTS = {event_key(event): event for event in Event}
SERVICES = {"eras": Service.ERAS, "residencycas": Service.RESIDENCY_CAS, "nrmp": Service.ERAS}
PUBLISHED = [figure for figure in EVIDENCE if isinstance(figure, PublishedDay)]
OF_AN_EVENT = [figure for figure in PUBLISHED if figure.name.split(".")[-1] in EVENTS]
BEFORE_THE_RULE = {"season.2023.eras.season-opens"}
"""Published days of years for which no rule claims to hold."""

MONDAY, WEDNESDAY, THURSDAY, FRIDAY = 0, 2, 3, 4
match_years = st.integers(2024, 2060)
services = st.sampled_from(Service)


def predicted(name: str) -> date | None:
    """What the rules alone give for the event of a published figure."""
    _, year, owner, key = name.split(".")
    found = predicted_season(int(year), SERVICES[owner], EVIDENCE).find(EVENTS[key])
    return None if found is None else found.day


@pytest.mark.parametrize("figure", OF_AN_EVENT, ids=lambda figure: figure.name)
def test_history_is_predicted_without_its_published_day(figure: PublishedDay) -> None:
    assert predicted(figure.name) == (None if figure.name in BEFORE_THE_RULE else figure.value)


def test_history_holds_every_event_of_the_matches_2024_to_2026() -> None:
    known = {(figure.name.split(".")[1], figure.name.split(".")[-1]) for figure in OF_AN_EVENT}
    missing = {(year, key) for year in ("2024", "2025", "2026") for key in EVENTS} - known
    assert missing == {
        *((year, "training-starts") for year in ("2024", "2025", "2026")),
        *((year, "soap-ends") for year in ("2024", "2025")),
        ("2025", "ranking-opens"),
        ("2025", "rank-list-deadline"),
    }


def test_the_season_of_the_2028_match_is_predicted() -> None:
    days = {day.event: day.day for day in season(2028, Service.ERAS, EVIDENCE).days}
    assert days == {
        Event.SEASON_OPENS: date(2027, 6, 2),
        Event.SUBMISSION_OPENS: date(2027, 9, 1),
        Event.REGISTRATION_OPENS: date(2027, 9, 15),
        Event.FILES_OPENED: date(2027, 9, 22),
        Event.REGISTRATION_DEADLINE: date(2028, 1, 31),
        Event.RANKING_OPENS: date(2028, 2, 1),
        Event.RANK_LIST_DEADLINE: date(2028, 3, 1),
        Event.MATCH_WEEK: date(2028, 3, 13),
        Event.SOAP_ENDS: date(2028, 3, 16),
        Event.MATCH_DAY: date(2028, 3, 17),
        Event.SEASON_ENDS: date(2028, 5, 31),
        Event.TRAINING_STARTS: date(2028, 7, 1),
    }


def test_the_registration_deadline_of_2027_falls_on_the_friday_before_a_sunday() -> None:
    assert season(2027, Service.ERAS, EVIDENCE).on(Event.REGISTRATION_DEADLINE) == date(2027, 1, 29)


def test_a_published_day_wins_over_its_prediction() -> None:
    day = season(2026, Service.ERAS, EVIDENCE).find(Event.REGISTRATION_DEADLINE)
    assert day is not None
    assert (day.day, day.time, day.published) == (date(2026, 1, 30), time(23, 59), True)
    assert [reason.figure.name for reason in day.because if reason.figure] == ["season.2026.nrmp.registration-deadline"]


def test_a_prediction_carries_its_rule() -> None:
    day = season(2028, Service.ERAS, EVIDENCE).find(Event.RANK_LIST_DEADLINE)
    assert day is not None
    assert (day.published, day.time) == (False, time(21, 0))
    assert [reason.figure.name for reason in day.because if reason.figure] == ["season.rule.rank-list-deadline"]


def test_a_day_is_counted_from_the_published_day_where_there_is_one() -> None:
    moved = PublishedDay(
        **{
            **{key: getattr(PUBLISHED[0], key) for key in ("unit", "source", "reliability")},
            "name": "season.2028.nrmp.match-day",
            "says": "Match Day 2028 is 24 March 2028.",
            "value": date(2028, 3, 24),
        }
    )
    evidence = Evidence({one.key: one for one in EVIDENCE.sources}, {one.name: one for one in (*EVIDENCE, moved)})
    assert season(2028, Service.ERAS, evidence).on(Event.RANK_LIST_DEADLINE) == date(2028, 3, 8)


def test_residencycas_opens_its_files_on_the_first_of_october() -> None:
    found = season(2028, Service.RESIDENCY_CAS, EVIDENCE)
    assert (found.on(Event.FILES_OPENED), found.unknown) == (date(2027, 10, 1), (Event.SEASON_ENDS,))


def test_an_unknown_day_is_missing_and_named() -> None:
    found = season(2028, Service.RESIDENCY_CAS, EVIDENCE)
    assert found.find(Event.SEASON_ENDS) is None
    with pytest.raises(KeyError, match="season ends"):
        found.on(Event.SEASON_ENDS)


@pytest.mark.parametrize("year", [2021, 2022])
def test_between_two_rules_for_the_rank_list_deadline_nothing_is_predicted(year: int) -> None:
    assert Event.RANK_LIST_DEADLINE in season(year, Service.ERAS, EVIDENCE).unknown


def test_a_rule_that_cannot_be_read_is_named() -> None:
    broken = replace(EVIDENCE.rule("season.rule.match-day"), value="some time in march")
    evidence = Evidence(
        {one.key: one for one in EVIDENCE.sources}, {**{one.name: one for one in EVIDENCE}, broken.name: broken}
    )
    with pytest.raises(BrokenEvidence, match=re.escape("season.rule.match-day")):
        season(2028, Service.ERAS, evidence)


@pytest.mark.parametrize(
    ("specialty", "match_year", "service"),
    [
        ("internal-medicine", 2028, Service.ERAS),
        ("obstetrics-and-gynecology", 2024, Service.ERAS),
        ("obstetrics-and-gynecology", 2025, Service.RESIDENCY_CAS),
        ("emergency-medicine", 2025, Service.ERAS),
        ("emergency-medicine", 2026, Service.RESIDENCY_CAS),
        ("emergency-medicine", 2028, Service.RESIDENCY_CAS),
        ("ophthalmology", 2028, None),
        ("urology", 2028, None),
    ],
)
def test_a_specialty_has_its_service(specialty: str, match_year: int, service: Service | None) -> None:
    found, because = service_for(specialty, match_year, EVIDENCE)
    assert found is service
    assert because.figure is not None


@given(match_years, services)
def test_the_days_of_a_season_are_in_order(match_year: int, service: Service) -> None:
    days = season(match_year, service, EVIDENCE).days
    assert [day.event for day in days] == [event for event in Event if event in {day.event for day in days}]
    assert all(earlier.day < later.day for earlier, later in pairwise(days))


@given(match_years)
def test_every_day_falls_on_its_weekday(match_year: int) -> None:
    found = season(match_year, Service.ERAS, EVIDENCE)
    weekdays = {
        Event.SEASON_OPENS: WEDNESDAY,
        Event.SUBMISSION_OPENS: WEDNESDAY,
        Event.FILES_OPENED: WEDNESDAY,
        Event.RANK_LIST_DEADLINE: WEDNESDAY,
        Event.MATCH_WEEK: MONDAY,
        Event.SOAP_ENDS: THURSDAY,
        Event.MATCH_DAY: FRIDAY,
    }
    assert {event: found.on(event).weekday() for event in weekdays} == weekdays


@given(match_years)
def test_the_nrmp_never_opens_or_closes_on_a_weekend(match_year: int) -> None:
    found = season(match_year, Service.ERAS, EVIDENCE)
    events = (Event.REGISTRATION_OPENS, Event.REGISTRATION_DEADLINE, Event.RANKING_OPENS)
    assert [found.on(event).weekday() for event in events if found.on(event).weekday() > FRIDAY] == []


@given(match_years, services)
def test_a_season_runs_from_june_to_july(match_year: int, service: Service) -> None:
    found: Season = season(match_year, service, EVIDENCE)
    assert (found.days[0].day.year, found.days[-1].day) == (match_year - 1, date(match_year, 7, 1))


@given(match_years, services)
def test_every_day_has_a_reason_and_every_event_is_known_or_named_unknown(match_year: int, service: Service) -> None:
    found = season(match_year, service, EVIDENCE)
    assert {*(day.event for day in found.days), *found.unknown} == set(Event)
    assert all(day.because for day in found.days)
