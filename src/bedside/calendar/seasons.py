"""The season of any Match: published days where there are any, predicted days with their rule elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bedside.calendar.date_rules import DateRule, UnreadableDateRule, read_date_rule
from bedside.calendar.season import Event, Season, SeasonDay, Service
from bedside.evidence.figure import Figure, PublishedDay, Rule, Unit
from bedside.evidence.library import Evidence
from bedside.evidence.mistakes import BrokenEvidence
from bedside.evidence.reason import Reason, cited

SERVICE_EVENTS = frozenset({Event.SEASON_OPENS, Event.SUBMISSION_OPENS, Event.FILES_OPENED, Event.SEASON_ENDS})
"""The events each application service sets for itself; the others are the NRMP's and hold for all."""

ANY_OTHER_SPECIALTY = "specialty.service.other"


def season(match_year: int, service: Service, evidence: Evidence) -> Season:
    """The season of the Match in March of `match_year`.

    1. Days which were published are taken as they are.
    2. Every other day is predicted by the rule in force, counted from days already known.
    3. What has neither is unknown, and is named in `unknown`.
    Raises BrokenEvidence, naming the figure, for a rule that cannot be read.
    """
    return _season(match_year, service, _published(match_year, service, evidence), evidence)


def predicted_season(match_year: int, service: Service, evidence: Evidence) -> Season:
    """The season as the rules alone predict it, without any published day: to test the rules on history."""
    return _season(match_year, service, {}, evidence)


def predict(rule_text: str, match_year: int, known: Mapping[Event, date]) -> date:
    """The day a rule gives for a Match, counted from the `known` days.

    Raises UnreadableDateRule for a text that is no rule, DayNotKnown where a day it counts from is missing.
    """
    return read_date_rule(rule_text).day(match_year, known)


def service_for(specialty_key: str, match_year: int, evidence: Evidence) -> tuple[Service | None, Reason]:
    """The application service of a specialty in the season of a Match; None where it is neither of the two."""
    name = f"specialty.service.{specialty_key}"
    rule = evidence.rule(name if name in evidence else ANY_OTHER_SPECIALTY)
    if not rule.is_in_force_on(_new_year(match_year)):
        rule = evidence.rule(ANY_OTHER_SPECIALTY)
    found = next((service for service in Service if service == rule.value), None)
    return found, cited(rule)


def event_key(event: Event) -> str:
    """How the names of figures write an event: “match-day”."""
    return event.name.lower().replace("_", "-")


def service_key(service: Service) -> str:
    """How the names of figures write a service: “eras”, “residencycas”."""
    return service.lower()


def _season(match_year: int, service: Service, published: Mapping[Event, SeasonDay], evidence: Evidence) -> Season:
    found = dict(published)
    pending = {
        event: read
        for event in Event
        if event not in found and (read := _rule_for(event, match_year, service, evidence)) is not None
    }
    while ready := {event: read for event, read in pending.items() if read[1].counts_from in (None, *found)}:
        known = {event: day.day for event, day in found.items()}
        for event, (figure, rule) in ready.items():
            found[event] = SeasonDay(event, rule.day(match_year, known), rule.at, False, (cited(figure),))
            del pending[event]
    days = sorted(found.values(), key=lambda day: (day.day, list(Event).index(day.event)))
    return Season(match_year, service, tuple(days), tuple(event for event in Event if event not in found))


def _published(match_year: int, service: Service, evidence: Evidence) -> dict[Event, SeasonDay]:
    found = {}
    for event in Event:
        owner = service_key(service) if event in SERVICE_EVENTS else "nrmp"
        name = f"season.{match_year}.{owner}.{event_key(event)}"
        if name in evidence:
            found[event] = _published_day(event, evidence.find(name))
    return found


def _published_day(event: Event, figure: Figure) -> SeasonDay:
    if not isinstance(figure.value, date):
        raise BrokenEvidence(f"“{figure.name}” is not a day")
    at = figure.at if isinstance(figure, PublishedDay) else None
    return SeasonDay(event, figure.value, at, True, (cited(figure),))


def _rule_for(event: Event, match_year: int, service: Service, evidence: Evidence) -> tuple[Rule, DateRule] | None:
    own = f"{service_key(service)}." if event in SERVICE_EVENTS and service is not Service.ERAS else ""
    prefix = f"season.rule.{own}{event_key(event)}"
    for figure in evidence.starting_with(prefix):
        named = figure.name == prefix or figure.name.startswith(f"{prefix}.")
        if named and isinstance(figure, Rule) and figure.is_in_force_on(_new_year(match_year)):
            return figure, read_rule(figure)
    return None


def read_rule(figure: Figure) -> DateRule:
    """The rule a figure holds; raises BrokenEvidence, naming the figure, where it cannot be read."""
    if figure.unit is not Unit.DATE_RULE:
        raise BrokenEvidence(f"“{figure.name}” is not a rule that predicts a day")
    try:
        return read_date_rule(str(figure.value))
    except UnreadableDateRule as problem:
        raise BrokenEvidence(f"“{figure.name}”: {problem}") from problem


def _new_year(match_year: int) -> date:
    return date(match_year, 1, 1)
