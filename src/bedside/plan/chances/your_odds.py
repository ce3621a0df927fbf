"""The odds of a dossier: which programs they are for, and how that list came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.evidence.specialties import all_specialties, find_specialty, specialties_named, specialty_name
from bedside.odds.applicant import group_of
from bedside.odds.chances import Applicant
from bedside.odds.odds import odds
from bedside.odds.readings import APPLICATIONS, reading
from bedside.odds.results import Odds
from bedside.odds.signals import Signal
from bedside.plan.chances.as_programs_see_you import as_programs_see_you
from bedside.plan.wording import listed as listed_in_words
from bedside.programs.directory import Directory
from bedside.programs.eligibility.results import VerdictKind
from bedside.programs.program import Listed
from bedside.programs.search import Judged, Search, Sort, find_judged
from bedside.programs.targeting_facts import state_shares
from bedside.standing.season import choose_season, has_own_match

_OPEN = (VerdictKind.ELIGIBLE, VerdictKind.ALMOST, VerdictKind.ASK, VerdictKind.UNKNOWN)
NO_SPECIALTY = (
    "Your file names no specialty that is known{says}. Chances differ so much between specialties that none is told "
    "without one: name it under `target.specialties`."
)
_BEST_FIRST = (*_OPEN, VerdictKind.NOT)


@dataclass(frozen=True, slots=True)
class ChosenPrograms:
    """The programs a chance is told for; `applied` may name keys that are not in the directory.

    `says` are sentences about how the list came about, and about what was left out.
    """

    listed: tuple[Listed, ...]
    applied: tuple[str, ...]
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class YourOdds:
    """The odds of one dossier for the Match of `match_year`, and the programs they are for.

    `signals` holds the programs that get one, by key.
    """

    as_of: date
    match_year: int
    chosen: ChosenPrograms
    odds: Odds
    signals: Mapping[str, Signal] = field(default_factory=dict)


def applicant_of(dossier: Dossier, as_of: date, evidence: Evidence, ties: Collection[str] = frozenset()) -> Applicant:
    """The applicant of a dossier as the odds need it; `ties` are two letters of states the applicant has named."""
    chosen, _ = choose_season(dossier, as_of, evidence)
    seen = as_programs_see_you(dossier, as_of, evidence)
    return Applicant(seen, group_of(dossier), chosen.match_year, frozenset(ties))


def your_odds(
    applicant: Applicant,
    directory: Directory,
    chosen: ChosenPrograms,
    dossier: Dossier,
    evidence: Evidence,
    signals: Mapping[str, Signal] | None = None,
) -> YourOdds:
    """The odds of applying to the chosen programs; one whose key is not among the `signals` gets none.

    A program that gets a signal and is not among the chosen ones is added, and that is said.
    """
    own = evidence.with_readings(dossier.readings)
    sent = {key: one for key, one in (signals or {}).items() if one is not Signal.NONE}
    chosen = _with_signalled(chosen, directory, sent)
    chosen = _in_the_main_match(chosen, applicant.season, own)
    applied = {key: sent.get(key, Signal.NONE) for key in chosen.applied}
    found = odds(applicant, chosen.listed, applied, own, shares=state_shares(directory.state_results))
    return YourOdds(applicant.asker.as_of, applicant.season, chosen, found, sent)


def _with_signalled(chosen: ChosenPrograms, directory: Directory, signals: Collection[str]) -> ChosenPrograms:
    there = {one.key for one in chosen.listed}
    added = tuple(directory.one(key) for key in signals if key not in there and key in directory)
    if not added:
        return chosen
    says = f"Added, because you give it a signal: {'; '.join(f'{one.name} ({one.key})' for one in added)}."
    applied = (*chosen.applied, *(one.key for one in added))
    return ChosenPrograms((*chosen.listed, *added), applied, (*chosen.says, says))


def _in_the_main_match(chosen: ChosenPrograms, match_year: int, evidence: Evidence) -> ChosenPrograms:
    """Without the programs whose specialty has a match of its own, of which the odds know nothing."""
    left_out = _with_own_match({one.specialty for one in chosen.listed}, match_year, evidence)
    if not left_out:
        return chosen
    out = {one.key for one in chosen.listed if one.specialty in left_out}
    listed = tuple(one for one in chosen.listed if one.key not in out)
    applied = tuple(key for key in chosen.applied if key not in out)
    return ChosenPrograms(listed, applied, (*chosen.says, _own_match_in_words(left_out, evidence)))


def _with_own_match(keys: Collection[str], match_year: int, evidence: Evidence) -> tuple[str, ...]:
    """Those of the specialties that have a match of their own, in the order of their keys."""
    return tuple(key for key in sorted(keys) if has_own_match(key, match_year, evidence))


def _own_match_in_words(keys: Sequence[str], evidence: Evidence) -> str:
    names = listed_in_words([specialty_name(key, evidence) for key in keys])
    if len(keys) == 1:
        return f"{names} has a match of its own, which the odds do not know, so its programs are left out."
    return f"{names} have matches of their own, which the odds do not know, so their programs are left out."


def programs_named(directory: Directory, keys: Collection[str]) -> ChosenPrograms:
    """The programs with these keys, each once."""
    wanted = tuple(dict.fromkeys(keys))
    listed = tuple(directory.one(key) for key in wanted if key in directory)
    return ChosenPrograms(listed, wanted, ("The programs you named.",))


def programs_searched(
    directory: Directory, applicant: Applicant, dossier: Dossier, search: Search, most: int | None, evidence: Evidence
) -> ChosenPrograms:
    """The programs that answer to a search, at most `most`.

    1. Without a specialty in the search, those aimed at are meant. Where none of them is known there is no program, and
       what is missing is said. A specialty with a match of its own is left out, and that is said too.
    2. Without a verdict in the search, programs with a limit that is not met are left out; where nothing else is
       left, they are taken, and that is said.
    3. Of what remains, the first ones as the search sorts; by verdict, specialties take turns. Without `most`, as many
       as the dossier plans, or as stand behind the published lists.
    """
    wanted = search.specialties or specialties_named(dossier.target.specialties, evidence)
    left_out = _with_own_match(wanted, applicant.season, evidence)
    before = () if search.specialties else tuple(_not_known(dossier, evidence))
    before = (*before, *((_own_match_in_words(left_out, evidence),) if left_out else ()))
    search = replace(search, specialties=tuple(key for key in wanted if key not in left_out))
    if not search.specialties:
        return ChosenPrograms((), (), before)
    judged = find_judged(directory, search, applicant.asker)
    open_ones = tuple(one for one in judged if search.verdicts or one.verdict.kind in _OPEN)
    most = most or planned_count(dossier, evidence)
    ordered = open_ones or judged
    listed = tuple(one.listed for one in (_in_turns(ordered) if search.sort is Sort.VERDICT else ordered)[:most])
    says = tuple(_how_chosen(search, judged, open_ones, len(listed), directory, evidence))
    return ChosenPrograms(listed, tuple(one.key for one in listed), (*before, *says))


def candidates_for(
    directory: Directory, applicant: Applicant, dossier: Dossier, search: Search, evidence: Evidence
) -> ChosenPrograms:
    """All programs that answer to a search: what a best list is chosen from."""
    return programs_searched(directory, applicant, dossier, search, max(1, len(directory)), evidence)


def planned_count(dossier: Dossier, evidence: Evidence) -> int:
    """How many programs the dossier plans, or else as many as stand behind the published lists."""
    own = evidence.with_readings(dossier.readings)
    return dossier.target.programs_planned or int(reading(APPLICATIONS, own))


def _in_turns(judged: tuple[Judged, ...]) -> tuple[Judged, ...]:
    """One of each specialty at a time, those with the best verdict first, so that a cut takes no specialty alone."""
    seen: Counter[str] = Counter()
    turns = {}
    by_verdict = sorted(range(len(judged)), key=lambda at: _BEST_FIRST.index(judged[at].verdict.kind))
    for at in by_verdict:
        turns[at] = seen[judged[at].listed.specialty]
        seen[judged[at].listed.specialty] += 1
    return tuple(judged[at] for at in sorted(by_verdict, key=turns.__getitem__))


def _not_known(dossier: Dossier, evidence: Evidence) -> Iterator[str]:
    """That the file names no specialty, or one that is not known."""
    unknown = [f"“{words}”" for words in dossier.target.specialties if find_specialty(words, evidence) is None]
    if len(unknown) == len(dossier.target.specialties):
        says = f" (it says {listed_in_words(unknown)})" if unknown else ""
        yield NO_SPECIALTY.format(says=says)
    elif unknown:
        yield f"{listed_in_words(unknown)} in your file: no specialty of that name is known, so it is left out."


def _how_chosen(
    search: Search,
    judged: tuple[Judged, ...],
    open_ones: tuple[Judged, ...],
    taken: int,
    directory: Directory,
    evidence: Evidence,
) -> Iterator[str]:
    if not judged:
        yield _nothing_found(search, directory, evidence)
        return
    if not open_ones:
        yield (
            f"Each of the {len(judged):,} programs that answer has a limit your file does not meet as it stands. "
            "What follows is for those programs; ask one before you count on it."
        )
    elif len(open_ones) < len(judged):
        yield f"Left out: {len(judged) - len(open_ones):,} with a limit your file does not meet as it stands."
    found = len(open_ones or judged)
    if taken < found:
        turns = ", each specialty in turn" if search.sort is Sort.VERDICT else ""
        yield (
            f"{taken:,} of the {found:,} programs that answer, in the order of the list{turns}. They are not chosen by "
            "their chances, as the best list is."
        )


def _nothing_found(search: Search, directory: Directory, evidence: Evidence) -> str:
    there = {one.specialty for one in directory}
    if not there:
        return "The directory is empty: add the national list, and the chances appear here."
    if search.specialties and not set(search.specialties) & there:
        names = {one.key: one.name for one in all_specialties(evidence)}
        wanted, held = (", ".join(sorted(names.get(key, key) for key in keys)) for keys in (search.specialties, there))
        return f"The directory holds no program of {wanted}; it holds programs of {held}."
    return "No program answers to what was asked for. Leave out one of the conditions."
