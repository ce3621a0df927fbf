"""The changes there are, by key, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bedside.evidence.library import Evidence
from bedside.evidence.specialties import find_specialty, nearest_specialties
from bedside.plan.what_if import certifying_exams, clinic, lists, seasons, status, step_3
from bedside.plan.what_if.ground import Ground
from bedside.plan.what_if.mistakes import WhatIfMistake
from bedside.plan.what_if.results import Answer
from bedside.plan.what_if.world import Alters, Turns, surely
from bedside.standing.specialties import MORE_POSSIBLE

Asking = Callable[[Ground, float | None], Answer | str]
Turning = Callable[[Ground, float | None], Turns]

SPECIALTY = "specialty"
_MOST = 1000  # programs, days or months that can be asked about
_FIRST_TO_ADD = "family-medicine"
_ADDED_UNASKED = 2


@dataclass(frozen=True, slots=True)
class Change:
    """A change that can be asked for: what it is, and the number it takes, such as 40 programs (None for none).

    `turns` is how the world differs with it, for a change that can be made together with others.
    """

    says: str
    ask: Asking
    amount: tuple[str, float] | None = None
    turns: Turning | None = None


def _surely(alters: Callable[[Ground, float | None], Alters]) -> Turning:
    return lambda ground, amount: surely(alters(ground, amount))


CHANGES: dict[str, Change] = {
    "signals": Change("Use the signals there are.", lists.signals),
    "more-programs": Change(
        "Apply to more programs.", lists.more_programs, ("programs", 1), _surely(lists.with_more_programs)
    ),
    "interviews": Change(
        "Keep more days for interviews.", lists.interview_days, ("days", 1), _surely(lists.with_more_days)
    ),
    "us-clinical": Change(
        "More months of US clinical experience.", clinic.us_clinical, ("months", 0.1), _surely(clinic.with_more_months)
    ),
    "letter": Change("One more clinical letter.", clinic.letter, turns=_surely(clinic.with_a_letter)),
    "story": Change("A clearer story.", clinic.story),
    "step-1": Change("Step 1 taken.", certifying_exams.step_1),
    "step-2-ck": Change("Step 2 CK: a score, or the exam taken.", certifying_exams.step_2_ck, ("points", 1)),
    "step-3": Change("Step 3 passed.", step_3.step_3, turns=step_3.with_step_3),
    "wait": Change("Wait a season.", seasons.wait),
    "no-visa": Change("Needing no visa; information, and no move.", status.no_visa),
}
"""Every change by its key but one more specialty, which is asked for as `specialty=NAME`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One change as it is asked for: its key, its number where one is given, and for a specialty its key."""

    key: str
    amount: float | None = None
    specialty: str = ""

    def answer(self, ground: Ground) -> Answer | str:
        """The answer, or the sentence why it does not arise."""
        if self.key == SPECIALTY:
            return lists.specialty(ground, self.specialty)
        return CHANGES[self.key].ask(ground, self.amount)

    def turns(self, ground: Ground) -> Turns | None:
        """How the world differs with it; None for what cannot be made together with others."""
        if self.key == SPECIALTY:
            return surely(lists.with_specialty(ground, self.specialty))
        turning = CHANGES[self.key].turns
        return turning(ground, self.amount) if turning else None


def read_changes(words: Sequence[str], evidence: Evidence) -> tuple[Asked, ...]:
    """Changes as they are written: `wait`, `more-programs=20`, `specialty=family medicine`; several with commas.

    Raises WhatIfMistake with a sentence for each that cannot be read.
    """
    read = [_read(one.strip(), evidence) for several in words for one in several.split(",")]
    mistakes = [one for one in read if isinstance(one, str)]
    if mistakes:
        raise WhatIfMistake(mistakes)
    return tuple(dict.fromkeys(one for one in read if isinstance(one, Asked)))


def every_change(ground: Ground) -> tuple[Asked, ...]:
    """Every change, with up to two specialties that are more possible and not aimed at yet, family medicine first."""
    here = {one.specialty for one in ground.world.programs}
    found = [
        figure.name.rsplit(".", 1)[1]
        for figure in ground.evidence.starting_with("article.tier.")
        if figure.value == MORE_POSSIBLE
    ]
    open_ones = {key: len(lists.candidates_in(ground, key)) for key in found if key not in here}
    able = [key for key, count in open_ones.items() if count]
    able.sort(key=lambda key: (key != _FIRST_TO_ADD, -open_ones[key], key))
    added = [Asked(SPECIALTY, specialty=key) for key in able[:_ADDED_UNASKED]]
    keys = list(CHANGES)
    at = keys.index("interviews")
    return (*(Asked(key) for key in keys[:at]), *added, *(Asked(key) for key in keys[at:]))


def _read(words: str, evidence: Evidence) -> Asked | str:
    key, equals, value = (part.strip() for part in words.partition("="))
    if key == SPECIALTY:
        return _specialty(value, evidence)
    if key not in CHANGES:
        return f"“{words}” is no change Bedside knows. There are: {', '.join((*CHANGES, f'{SPECIALTY}=NAME'))}."
    amount = CHANGES[key].amount
    if not equals:
        return Asked(key)
    if amount is None:
        return f"“{words}”: {key} takes no number. Write {key} alone."
    most = evidence.number("reading.usmle-score-highest") if amount[0] == "points" else _MOST
    return _number(key, value, *amount, most)


def _number(key: str, value: str, unit: str, least: float, most: float) -> Asked | str:
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    whole = unit not in ("months",)
    if not least <= number <= most or (whole and number != int(number)):
        return f"“{key}={value}” needs a number of {unit} after the sign, such as {key}={_example(unit)}."
    return Asked(key, number)


def _example(unit: str) -> str:
    return {"programs": "40", "days": "5", "months": "2", "points": "245"}[unit]


def _specialty(words: str, evidence: Evidence) -> Asked | str:
    found = find_specialty(words, evidence) if words else None
    if found is not None:
        return Asked(SPECIALTY, specialty=found.key)
    if not words:
        return f"“{SPECIALTY}” needs a name after the sign, such as {SPECIALTY}=family medicine."
    nearest: Iterator[str] = (one.name for one in nearest_specialties(words, evidence))
    return f"“{words}” is no specialty Bedside knows. The nearest are: {', '.join(nearest)}."
