"""One applicant's rank order list: chance by place, the effect of its order and of one program more or less.

1. Programs with a place are the list; without any place, those with an interview, in the order of the file.
2. The interviews say how the file is read (`odds.given_interviews`), and with it how a rank fares.
3. A rank leads to a match with the chance of its specialty: nothing is published that tells one program of a specialty
   from another once it has interviewed. The list is gone down from the top (`ladder`).
4. The Match is proof against strategy: what programs would take the applicant does not hang on the applicant's own
   order, so the chance of a match is the same in every order, and the true order gives the best of what there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.evidence.specialties import specialty_name
from bedside.odds.chances import Applicant
from bedside.odds.given_interviews import RankScenarios
from bedside.odds.notes import borrowed_in_words
from bedside.odds.readings import LEANING, reading
from bedside.odds.results import Estimate
from bedside.programs.directory import Directory
from bedside.season.asked import NOTHING, Asked, Found, find_asked
from bedside.season.entries import entries_of, in_their_order, match_of_the_list
from bedside.season.interviews import Season, counted_season, scenarios_of
from bedside.season.ladder import Ladder
from bedside.season.results import Change, Entry, OrderTried, Place, RankOrderList
from bedside.season.what_to_know import (
    Binding,
    if_there_is_no_match,
    interviews_to_come,
    list_days,
    list_rules,
    track_notes,
)

YOURS, TURNED, TRIED = "Your order", "The same turned round", "The order you ask for"
NO_PLACES = "You have given no places yet, so those with an interview stand in the order of your file."
IN_THE_ORDER_ASKED = "In the order you ask for. Your file keeps its own."
NO_INTERVIEW = (
    "No program in your file has an interview yet. A chance by place can be told from the first one on; until then the "
    "odds of the whole season are on the page of the odds."
)
MOST_NAMED = 3
SAME = (
    "An interview is taken to become a rank there. Programs of one specialty count alike: nothing published tells them "
    "apart once they have interviewed you."
)
NO_WORD = (
    "A program without an answer yet counts as one that did not invite you. Each invitation that comes raises this."
)
LEANS = (
    "There is no single number, because it matters here whether your score, visa and years explain your interviews. "
    "The range holds both ways."
)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The list as it is counted: its entries, and of those that count the specialty."""

    shown: tuple[Entry, ...]
    specialty: dict[Entry, str]

    @property
    def specialties(self) -> list[str]:
        return self.of(self.shown)

    def of(self, entries: Sequence[Entry]) -> list[str]:
        """The specialties of those that count, in this order."""
        return [self.specialty[one] for one in entries if one in self.specialty]


def rank_order_list(
    applicant: Applicant,
    dossier: Dossier,
    directory: Directory,
    as_of: date,
    evidence: Evidence,
    asked: Asked = NOTHING,
    binding: Binding | None = None,
) -> RankOrderList:
    """The list of a dossier, and what is asked besides. Raises SeasonMistake for a program that is not on it.

    `binding` is the stop contract as it binds today.
    """
    evidence = evidence.with_readings(dossier.readings)
    match_year = match_of_the_list(dossier, as_of, evidence)
    entries = entries_of(dossier, match_year, as_of, directory, evidence)
    own = in_their_order(entries) or tuple(one for one in entries if one.state.has_an_interview)
    off = tuple(one for one in entries if one.state.has_an_interview and one not in own)
    wanted = find_asked(asked, own, off)
    season = counted_season(entries, dossier, match_year, directory, evidence)
    shown = wanted.order or own
    counted = _Counted(shown, dict(_that_count((*shown, *off), season)))
    scenarios = scenarios_of(season, applicant, match_year, directory, evidence)
    ladder = Ladder(scenarios)
    has_any = bool(counted.specialties)
    leans = has_any and 100 * ladder.leans(counted.specialties) >= reading(LEANING, evidence)
    match = ladder.match(counted.specialties) if has_any else None
    return RankOrderList(
        as_of=as_of,
        match_year=match_year,
        says=tuple(_says(entries, own, wanted, counted)),
        places=tuple(_places(counted, season, ladder, directory, evidence)),
        match=match,
        no_match=ladder.no_match(counted.specialties) if has_any else None,
        headline=None if match is None or leans else match.middle,
        by_specialty=tuple(_by_specialty(counted, ladder)),
        off_the_list=off,
        orders=tuple(_orders(season, own, wanted, ladder)) if has_any else (),
        changes=tuple(_changes(counted, season, off, wanted, ladder)),
        interviews=season.interviews,
        applied=len(season.applied),
        days=list_days(match_year, as_of, evidence),
        rules=list_rules(len(counted.shown), evidence),
        then=if_there_is_no_match(match_year, binding, evidence),
        missing=tuple(_missing(entries, counted)),
        notes=tuple(_notes(counted, season, scenarios, leans, as_of, evidence)) if has_any else (),
        because=(*season.because, *scenarios.because, *(evidence.cite(LEANING) if leans else ())) if has_any else (),
    )


def _that_count(entries: Sequence[Entry], season: Season) -> Iterator[tuple[Entry, str]]:
    """Those with an interview and a specialty; of the tracks of one program the one that stands first."""
    seen: set[tuple[str, str]] = set()
    for one in entries:
        specialty = season.specialties[one]
        program = _program(one, specialty or "")
        if specialty is not None and one.state.has_an_interview and program not in seen:
            seen.add(program)
            yield one, specialty


def _program(one: Entry, specialty: str) -> tuple[str, str]:
    """What the tracks of one program have in common."""
    return one.key or one.program.casefold(), specialty


def _says(entries: Sequence[Entry], own: Sequence[Entry], wanted: Found, counted: _Counted) -> Iterator[str]:
    if wanted.order:
        yield IN_THE_ORDER_ASKED
    elif own and all(one.rank is None for one in own):
        yield NO_PLACES
    if not any(one.state.has_an_interview for one in entries):
        yield NO_INTERVIEW
    for one in (*wanted.without, *wanted.having):
        if one not in counted.specialty:
            yield f"{one.title} ({one.path}) is not counted, so with or without it the chances are the same."


def _places(
    counted: _Counted, season: Season, ladder: Ladder, directory: Directory, evidence: Evidence
) -> Iterator[Place]:
    here = iter(ladder.at_each(counted.specialties))
    so_far = iter(ladder.up_to_each(counted.specialties))
    whole = tuple(counted.specialties)
    lost = cache(lambda fewer: ladder.difference(fewer, whole))
    for place, one in enumerate(counted.shown, 1):
        known = list(track_notes(one, directory, evidence))
        counts = one in counted.specialty
        yield Place(
            place=place,
            entry=one,
            here=next(here) if counts else None,
            so_far=next(so_far) if counts else None,
            adds=lost(tuple(sorted(_fewer(counted, one, season)))) if counts else None,
            notes=(
                *_why_not_counted(one, counted),
                *_taken_for(one, counted, evidence),
                *(said.says for said in known),
            ),
            because=tuple(reason for said in known for reason in said.because),
        )


def _fewer(counted: _Counted, without: Entry, season: Season) -> list[str]:
    """The specialties that count without an entry; another track of its program counts in its stead."""
    return [specialty for _, specialty in _that_count([one for one in counted.shown if one is not without], season)]


def _taken_for(one: Entry, counted: _Counted, evidence: Evidence) -> Iterator[str]:
    if one.specialty is None and one in counted.specialty:
        name = specialty_name(counted.specialty[one], evidence)
        yield f"Its specialty is not known. It is taken for {name}, the first you aim at, until you write `specialty`."


def _why_not_counted(one: Entry, counted: _Counted) -> Iterator[str]:
    if one in counted.specialty:
        return
    if not one.state.has_an_interview:
        yield f"It stands as {one.state}, so no chance is told: programs rank hardly anyone they have not interviewed."
    elif one.specialty is None and not any(other.program == one.program for other in counted.specialty):
        yield "Its specialty is not known, so no chance is told. Write `specialty`, or its key in the directory."
    else:
        yield "Another track of a program further up. How the two go together is not known, so it is not counted apart."


def _by_specialty(counted: _Counted, ladder: Ladder) -> Iterator[tuple[str, Estimate]]:
    order = counted.specialties
    for specialty in dict.fromkeys(order):
        yield specialty, ladder.at_any_of(order, [at for at, one in enumerate(order) if one == specialty])


def _orders(season: Season, own: Sequence[Entry], wanted: Found, ladder: Ladder) -> Iterator[OrderTried]:
    mine = [_program(*one) for one in _that_count(own, season)]
    tried = [(YOURS, own), (TURNED, own[::-1])] if len(mine) > 1 else [(YOURS, own)]
    if wanted.order:
        tried.append((TRIED, wanted.order))
    for title, order in tried:
        counting = tuple(_that_count(order, season))
        programs, specialties = [_program(*one) for one in counting], [specialty for _, specialty in counting]
        yield OrderTried(
            title=title,
            order=tuple(one.title for one, _ in counting),
            match=ladder.match(specialties),
            first=ladder.at_any_of(specialties, [programs.index(mine[0])]),
            first_three=ladder.at_any_of(specialties, [programs.index(one) for one in mine[:3]]),
        )


def _changes(
    counted: _Counted, season: Season, off: Sequence[Entry], wanted: Found, ladder: Ladder
) -> Iterator[Change]:
    """Those asked for; without any, every interview that has no place."""
    before = counted.specialties
    for one in wanted.without:
        if one in counted.specialty:
            yield _change(f"Without {one.title}", one, before, _fewer(counted, one, season), ladder)
    for one in wanted.having or (() if wanted.without else off):
        if one in counted.specialty and one not in counted.shown:
            yield _change(f"With {one.title}", one, before, [*before, counted.specialty[one]], ladder)


def _change(says: str, one: Entry, before: list[str], after: list[str], ladder: Ladder) -> Change:
    return Change(says, one, ladder.match(before), ladder.match(after), ladder.difference(before, after))


def _missing(entries: Sequence[Entry], counted: _Counted) -> Iterator[str]:
    if not entries:
        yield "The programs you apply to. Put each under `applications`, with its state and, once you rank, its place."
    unknown = [one.title for one in counted.shown if one.key is None and one.state.has_an_interview]
    if unknown:
        more = f" and {len(unknown) - MOST_NAMED} more" if len(unknown) > MOST_NAMED else ""
        named = ", ".join(unknown[:MOST_NAMED])
        yield f"The key in the directory of {named}{more}. With it, what is known of the program counts."


def _notes(
    counted: _Counted, season: Season, scenarios: RankScenarios, leans: bool, as_of: date, evidence: Evidence
) -> Iterator[str]:
    yield SAME
    if season.says:
        yield season.says
    if any(not one.is_invited for one in season.applied):
        yield NO_WORD
    if leans:
        yield LEANS
    for key in sorted(scenarios.borrowed & set(counted.specialties)):
        yield borrowed_in_words(key, evidence)
    yield from interviews_to_come(list(counted.specialty), as_of)
