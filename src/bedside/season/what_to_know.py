"""The days and the rules of a rank order list, and what follows where there is no match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bedside.calendar.season import Event, Service
from bedside.calendar.seasons import season
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.reason import from_dossier
from bedside.programs.directory import Directory
from bedside.programs.program import TrackKind
from bedside.season.results import Entry, ListDay, Said

EVENTS = (
    Event.REGISTRATION_DEADLINE,
    Event.RANKING_OPENS,
    Event.RANK_LIST_DEADLINE,
    Event.MATCH_WEEK,
    Event.SOAP_ENDS,
    Event.MATCH_DAY,
    Event.TRAINING_STARTS,
)
_RULES = (
    "nrmp.rank-list.true-order",
    "nrmp.rank-list.binding",
    "nrmp.rank-list.only-interviewed",
    "nrmp.rank-list.certify",
    "ecfmg.verified-by-rank-deadline",
    "not-asked.ranking",
    "nrmp.outside-the-match",
)
_SOAP = (
    "soap.who-may",
    "soap.no-contact-first",
    "soap.applications-maximum",
    "soap.offer-rounds",
    "soap.list-is-private",
)
_INCLUDED, _MOST, _EXTRA = "nrmp.ranks-included", "nrmp.ranks-maximum", "fee.nrmp.extra-rank."


@dataclass(frozen=True, slots=True)
class Binding:
    """The stop contract as it binds today: the last Match, and what is committed to after it."""

    year: int
    alternative: str


def list_days(match_year: int, as_of: date, evidence: Evidence) -> tuple[ListDay, ...]:
    """The days of the season from registration to training, in the order of time."""
    found = season(match_year, Service.ERAS, evidence)
    return tuple(
        ListDay(one.event, one.day, one.time, one.published, one.day < as_of, one.because)
        for one in found.days
        if one.event in EVENTS
    )


def list_rules(places: int, evidence: Evidence) -> tuple[Said, ...]:
    """What holds for every list, and what this one costs."""
    said = tuple(Said(evidence.find(name).says, evidence.cite(name)) for name in _RULES)
    return (*said, *_cost(places, evidence))


def if_there_is_no_match(match_year: int, binding: Binding | None, evidence: Evidence) -> tuple[Said, ...]:
    """What comes after: SOAP with its days and rules, and what the applicant's own contract says."""
    return (*_soap(match_year, evidence), *_contract(match_year, binding))


def track_notes(one: Entry, directory: Directory, evidence: Evidence) -> Iterator[Said]:
    """What the kind of the track means, where the directory knows the tracks of the program."""
    tracks = directory.whole(one.key).tracks if one.key else ()
    meant = [track for track in tracks if one.track is None or track.nrmp_code.casefold() == one.track.casefold()]
    if one.track is None and len(tracks) > 1:
        codes = ", ".join(f"{track.nrmp_code} ({track.kind.name.lower().replace('_', ' ')})" for track in tracks)
        yield Said(f"It has several tracks, and each is a rank of its own: {codes}. Write the `track` you rank.")
    kinds = {track.kind for track in meant}
    if one.track is not None and tracks and not meant:
        yield Said(f"The directory knows no track {one.track} of it. Check the code.")
    if kinds == {TrackKind.ADVANCED}:
        yield Said(evidence.find("nrmp.rank-list.supplemental").says, evidence.cite("nrmp.rank-list.supplemental"))
    if kinds and kinds <= {TrackKind.RESERVED, TrackKind.PRELIMINARY}:
        yield Said(evidence.find("nrmp.position-types").says, evidence.cite("nrmp.position-types"))


def interviews_to_come(entries: Sequence[Entry], as_of: date) -> Iterator[str]:
    """Those on the list whose interview has not been held, and those without a day."""
    coming = [one for one in entries if one.interview is not None and one.interview >= as_of]
    for one in sorted(coming, key=lambda one: (one.interview or as_of, one.at)):
        yield f"{one.title}: the interview is on {day_in_words(one.interview or as_of)}. It is counted as held."


def _cost(places: int, evidence: Evidence) -> Iterator[Said]:
    included, most = int(evidence.number(_INCLUDED)), int(evidence.number(_MOST))
    fees = evidence.starting_with(_EXTRA)
    if places > most:
        yield Said(f"Your list has {places} places, and {most} are the most there can be.", evidence.cite(_MOST))
    elif places > included and fees:
        newest = fees[-1]
        dollars = (places - included) * evidence.number(newest.name)
        yield Said(
            f"{places - included} of your places lie above the {included} that registration covers: ${dollars:,.0f} at "
            f"the price of {newest.name.rsplit('.', 1)[1]}.",
            evidence.cite(_INCLUDED, newest.name, "nrmp.rank-list.extra-ranks-not-refunded"),
        )
    else:
        yield Said(f"Registration covers {included} places; your list has {places}.", evidence.cite(_INCLUDED))


def _soap(match_year: int, evidence: Evidence) -> Iterator[Said]:
    found = season(match_year, Service.ERAS, evidence)
    week, end = found.find(Event.MATCH_WEEK), found.find(Event.SOAP_ENDS)
    if week is not None:
        until = f", and ends on {day_in_words(end.day)}" if end is not None else ""
        because = (*week.because, *(end.because if end else ()))
        yield Said(f"On {day_in_words(week.day)} you learn whether you matched. SOAP begins then{until}.", because)
    yield from (Said(evidence.find(name).says, evidence.cite(name)) for name in _SOAP)


def _contract(match_year: int, binding: Binding | None) -> Iterator[Said]:
    if binding is None:
        yield Said(
            "You have written no stop contract. What you would do then is easier to decide now than in Match Week."
        )
    elif binding.year <= match_year:
        entry = from_dossier("stop_contract.alternative", binding.alternative)
        yield Said(f"Your contract says that this is the last Match, and then: {binding.alternative}", (entry,))
    else:
        entry = from_dossier("stop_contract.year", f"Your contract goes on to the {binding.year} Match.")
        yield Said(f"Your contract allows you to go on, up to the {binding.year} Match.", (entry,))
