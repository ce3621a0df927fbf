"""The sentences beside the odds: what the applicant could tell, and what to know about the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bedside.evidence.library import Evidence
from bedside.evidence.specialties import specialty_name
from bedside.odds.chances import Chances
from bedside.odds.readings import beyond_meaning
from bedside.odds.results import SpecialtyOdds
from bedside.odds.signals import Signal, SignalLimits
from bedside.programs.eligibility.asker import Asker

_EMPTY = "No program is on the list yet. Choose programs, and the chances for that list appear here."
_BORROWED = "{title}: borrowed. No table of it is published, so the numbers come from specialties that have one."
_RATES_DRAWN_IN = (
    "A program's published interview rate counts only in part, and is drawn towards the average of its specialty: it "
    "is of one season, and of people who chose that program."
)
_OVER = "A Match still to come: that of {year} is over. Leave `target.match_year` out, or write a later year."
_NO_SCORE = "Your Step 2 CK score. With it the range becomes narrower."
_NO_ATTEMPTS = "How you stand at {steps}. Until you tell it, no attempt is taken to have failed."
_NOT_PASSED = "A passed Step 2 CK. The chances suppose one by the time programs look, with any usual score."
_NO_VISA = "Whether you need a visa to train. With it the range becomes narrower."


def what_is_missing(asker: Asker, keys: Sequence[str], applied: Mapping[str, Signal]) -> Iterator[str]:
    """What the applicant could tell, so that there is an answer or a narrower one; `keys` are those counted."""
    if not keys:
        yield _EMPTY
    unknown = sorted(set(applied) - set(keys))
    if unknown:
        yield f"Not in the directory, so not counted: {', '.join(unknown)}."
    if asker.training_starts <= asker.as_of:
        yield _OVER.format(year=asker.training_starts.year)
    if asker.attempts.not_told:
        yield _NO_ATTEMPTS.format(steps=_and(asker.attempts.not_told))
    if asker.step_2_ck.is_passed is False:
        yield _NOT_PASSED
    elif asker.step_2_ck.score is None:
        yield _NO_SCORE
    if asker.visa.needed.value == "unknown":
        yield _NO_VISA


def what_to_know(
    specialties: tuple[SpecialtyOdds, ...], found: Chances, applied: Mapping[str, Signal], evidence: Evidence
) -> Iterator[str]:
    """What to know about the answer, specialty by specialty."""
    yield from beyond_meaning(evidence)
    is_signalled = any(applied[key] is not Signal.NONE for key in found.keys)
    if is_signalled:
        yield "What a signal does was measured on graduates of US schools; for IMGs it was not."
    if any(found.has_rate):
        yield _RATES_DRAWN_IN
    for one in specialties:
        title = specialty_name(one.specialty, evidence)
        if one.is_borrowed:
            yield borrowed_in_words(one.specialty, evidence)
        if one.refused:
            yield (
                f"{title}: {one.refused} of {one.programs} programs have a limit that your file does not meet as it "
                "stands. They add about nothing."
            )
        yield from _on_signals(title, found, one.specialty, applied) if is_signalled else ()
        if one.with_rate < one.programs:
            yield (
                f"{title}: {one.programs - one.with_rate} of {one.programs} programs tell no interview rate of their "
                "own, so each counts as a random one of its specialty."
            )


def borrowed_in_words(specialty: str, evidence: Evidence) -> str:
    """That the numbers of a specialty come from others."""
    return _BORROWED.format(title=specialty_name(specialty, evidence))


def _on_signals(title: str, found: Chances, specialty: str, applied: Mapping[str, Signal]) -> Iterator[str]:
    """Where signals change nothing, and where there are more of them than may be sent."""
    limits = found.within[specialty].limits
    sent = [place for place in found.places(specialty) if applied[found.keys[place]] is not Signal.NONE]
    if sent and limits.total is None:
        yield f"{title}: how many signals may be sent is not known, so signals change nothing here."
    if limits.total is None:
        return
    in_vain = sum(
        bool((found.invited[place, Signal.NONE] == found.invited[place, Signal.GOLD]).all()) for place in sent
    )
    if in_vain:
        yield f"{title}: programs you give a signal and which take none: {in_vain}. It changes nothing there."
    if len(sent) > limits.total:
        yield _too_many(title, len(sent), "", limits.total, limits)
    kinds = [applied[found.keys[place]] for place in sent]
    for kind, most in ((Signal.GOLD, limits.gold), (Signal.SILVER, limits.silver)):
        if most is not None and kinds.count(kind) > most:
            yield _too_many(title, kinds.count(kind), f"{kind.name.lower()} ", most, limits)


def _too_many(title: str, sent: int, kind: str, most: int, limits: SignalLimits) -> str:
    return (
        f"{title}: {sent} {kind}signals are given, and {most} may be sent ({limits.season} Match). All are counted, so "
        "the chances lie too high. Take some back."
    )


def _and(words: Sequence[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last
