"""What is said of the applicant's wishes: what in them cannot be read, and which of them change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from bedside.evidence.library import Evidence
from bedside.evidence.specialties import specialty_name
from bedside.targeting.portfolio.statement.mistakes import PortfolioMistake
from bedside.targeting.program_list.fees import unpriced
from bedside.targeting.program_list.prepared import Prepared
from bedside.targeting.program_list.problem import TYPES, Wanted

MOST_PREFERENCES = 3
_NEAR = 1e-6


def check(wanted: Wanted, ready: Prepared) -> None:
    """Raises PortfolioMistake with a sentence for everything in the wishes that cannot be read."""
    sentences = (*_mix(wanted), *_places(wanted), *_preferences(wanted, ready.evidence), *_numbers(wanted))
    if sentences:
        raise PortfolioMistake(sentences)


def notes_of(ready: Prepared, wanted: Wanted) -> tuple[str, ...]:
    """What the total leaves out, and which wishes change nothing."""
    return (*_not_in_the_fees(ready), *_changes_nothing(ready, wanted))


def _mix(wanted: Wanted) -> Iterator[str]:
    if wanted.mix is None:
        return
    fits = len(wanted.mix) == len(TYPES) and all(isfinite(one) and one >= 0 for one in wanted.mix)
    if not fits or abs(sum(wanted.mix) - 1) > _NEAR:
        yield f"A mix is {len(TYPES)} shares, none below 0, that sum to 100 in 100: of {', '.join(TYPES)} programs."


def _places(wanted: Wanted) -> Iterator[str]:
    if not 0 <= wanted.least_share <= 1:
        yield f"The least share of the list in some states is from 0 to 1, and is {wanted.least_share:g}."


def _preferences(wanted: Wanted, evidence: Evidence) -> Iterator[str]:
    if len(wanted.preferences) > MOST_PREFERENCES:
        yield f"Say what a match is worth for at most {MOST_PREFERENCES} specialties; there are more."
    for key, worth in wanted.preferences.items():
        if not 0 <= worth <= 1:
            yield f"What a match in {specialty_name(key, evidence)} is worth lies between 0 and 1, and is {worth:g}."


def _numbers(wanted: Wanted) -> Iterator[str]:
    amounts = (("budget", wanted.budget), ("number of programs", wanted.count), ("days", wanted.interview_days))
    for title, amount in amounts:
        if amount is not None and not (isfinite(amount) and amount >= 0):
            yield f"The {title} has to be 0 or more, and is {amount:g}; leave it out for no limit."
    for key, most in wanted.counts.items():
        if most < 0:
            yield f"The most programs of {key} has to be 0 or more, and is {most}."


def _not_in_the_fees(ready: Prepared) -> Iterator[str]:
    """What the total leaves out because nobody tells it."""
    for key in unpriced(list(ready.found.within), ready.applicant.season, ready.evidence):
        name = specialty_name(key, ready.evidence)
        yield f"What applying in {name} costs is not known. It is not in the fees, and no budget keeps it within."


def _changes_nothing(ready: Prepared, wanted: Wanted) -> Iterator[str]:
    there = set(ready.found.within)
    for key in sorted((set(wanted.counts) | set(wanted.preferences)) - there):
        title = specialty_name(key, ready.evidence)
        yield f"No program of {title} is among those to choose from; what you say of it waits."
    for key in sorted(one for one in there if wanted.preferences.get(one) == 0):
        pinned = any(one.key in wanted.pinned_in for one in ready.programs if one.specialty == key)
        but = " but for those you put on the list" if pinned else ""
        title = specialty_name(key, ready.evidence)
        yield f"A match in {title} is worth nothing to you, so none of its programs is chosen{but}."
    unknown = sorted((wanted.pinned_in | wanted.pinned_out) - {one.key for one in ready.programs})
    if unknown:
        yield f"Not among the programs to choose from: {', '.join(unknown)}."
