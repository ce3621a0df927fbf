"""What a program asks for and what can be done: Step 3, US clinical experience, letters."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from bedside.applicant.measuring.stretches import Span
from bedside.applicant.parts.shape import Answer
from bedside.programs.eligibility.asker import Asker, known_months
from bedside.programs.eligibility.results import Criterion, Note, State
from bedside.programs.eligibility.settling import Settled, claimed, settled, together
from bedside.programs.eligibility.words import count, not_reported, whole
from bedside.programs.field import FIELDS, Value
from bedside.programs.program import Listed

HANDS_ON = "us-clinical.hands-on-only"
DEFINITION = "us-clinical.definition"
NEEDED, FROM_US = "letters.needed", "letters.from-us"

STEP_3_ASK = "whether Step 3 has to be passed"
MONTHS_ASK = "how much US clinical experience it asks for, and what counts"
LETTERS_ASK = "how many letters it asks for, and from whom"


def step_3(listed: Listed, asker: Asker, field: str = "step-3.needed") -> Criterion:
    """Step 3, where it is asked for."""
    held = {Answer.YES: State.MET, Answer.NO: State.MISSING, Answer.UNKNOWN: State.NOT_TOLD}[asker.step_3]
    found = settled(listed, field, lambda value: held if value is True else State.MET)
    if found.state is State.NOT_REPORTED:
        return not_reported(field, STEP_3_ASK)
    says = {
        State.MET: "Step 3 is passed." if listed.yes(field) else "Step 3 is not asked for.",
        State.MISSING: "Step 3 has to be passed, and you have not passed it.",
        State.ASK: f"Whether Step 3 has to be passed is open: {found.why}.",
        State.NOT_TOLD: "Step 3 has to be passed; your dossier does not say how it stands.",
    }[found.state]
    return Criterion(
        field,
        FIELDS[field].title,
        found.state,
        says,
        (field,),
        asker.step_3_entries or ("exams",),
        change="Step 3 passed" if found.state is State.MISSING else "",
        find_out=_ask(found, STEP_3_ASK, "whether you have sat Step 3"),
    )


def note_on_step_3(criterion: Criterion, asker: Asker) -> tuple[Note, ...]:
    """That the certificate comes first, for whom Step 3 is missing and the certificate is not known to be there."""
    if criterion.state is not State.MISSING or asker.certified is Answer.YES:
        return ()
    says = "Step 3 can be sat only after ECFMG certification."
    return (Note(says, (criterion.key,), asker.certificate_before_step_3),)


def us_clinical(listed: Listed, asker: Asker, field: str = "us-clinical.months") -> Criterion:
    """Months of US clinical experience, in each way the program may count them.

    1. Hands-on alone where the program says so, everything where it says that watching counts, both where it does
       not say; with and without what was done as a student.
    2. Where the ways come to different things, ask. Months that no longer fit before files are opened are too many
       for this season.
    """
    ways = _ways(listed, asker)
    found = settled(listed, field, lambda value: together(_months(way, float(value), asker) for way in ways))
    if found.state is State.NOT_REPORTED:
        return not_reported(field, MONTHS_ASK)
    asked = " or ".join(dict.fromkeys(count(float(value), "month") for value in claimed(listed, field)))
    what = "hands-on " if listed.yes(HANDS_ON) else ""
    have = known_months(ways[0])
    least = f"At least {asked} of {what}US clinical experience"
    says = {
        State.MET: f"{least}; you have {have}.",
        State.MISSING: f"{least}; you have {have}.",
        State.EXCLUDES: f"{least}; you have {have}, and what is missing no longer fits before files are opened.",
        State.ASK: f"{least}; you have {have}, and it is open which of it counts here"
        + (f": {found.why}." if found.why else "."),
        State.NOT_TOLD: f"{least}; your dossier leaves open how many months you have.",
    }[found.state]
    short = _short(ways, claimed(listed, field)) if found.state is State.MISSING else 0.0
    return Criterion(
        field,
        FIELDS[field].title,
        found.state,
        says,
        (field, HANDS_ON, DEFINITION),
        asker.us_clinical.entries or ("experiences",),
        change=f"{count(short, 'more month')} of {what}US clinical experience" if short else "",
        find_out=_ask(found, MONTHS_ASK, "your US clinical experience in full"),
    )


def letters(listed: Listed, asker: Asker) -> Criterion:
    """Letters in all and from US physicians together: one letter may answer both."""
    held = asker.letters

    def holds(needed: int, from_us: int) -> State:
        if not held.is_told:
            return State.NOT_TOLD if needed or from_us else State.MET
        surely = State.MET if from_us <= held.from_us else State.MISSING
        at_most = State.MET if from_us <= held.from_us_at_most else State.MISSING
        us = together((surely, at_most))
        return us if needed <= held.all else State.MISSING

    found = _settled_letters(listed, holds)
    if found.state is State.NOT_REPORTED:
        return not_reported("letters", LETTERS_ASK, "Letters", (NEEDED, FROM_US))
    short, short_from_us = _letters_short(listed, asker)
    asked = _letters_asked(listed)
    says = {
        State.MET: f"Letters asked for: {asked}; you have {_letters_had(asker)}.",
        State.MISSING: f"Letters asked for: {asked}; you have {_letters_had(asker)}.",
        State.ASK: f"Letters asked for: {asked}; you have {_letters_had(asker)}: "
        f"{found.why or 'ask whether a letter from a researcher counts as one from a physician'}.",
        State.NOT_TOLD: f"Letters asked for: {asked}; your dossier names no letter.",
    }[found.state]
    from_us = f", {'' if short_from_us == short else f'{short_from_us} of them '}from a US physician"
    return Criterion(
        "letters",
        "Letters",
        found.state,
        says,
        (NEEDED, FROM_US),
        held.entries or ("letters",),
        change=count(short, "more letter") + (from_us if short_from_us else "") if found.state is State.MISSING else "",
        find_out=_ask(found, LETTERS_ASK, "which letters you have"),
    )


def _ways(listed: Listed, asker: Asker) -> tuple[Span, ...]:
    """The spans of months in each way that may be meant; the first is the one that is shown."""
    held = asker.us_clinical
    only_hands_on = (held.hands_on, held.hands_on_as_graduate)
    everything = (held.all, held.as_graduate)
    if HANDS_ON in listed.disagreeing or HANDS_ON in listed.unsure or listed.yes(HANDS_ON) is None:
        return (*everything, *only_hands_on)
    return only_hands_on if listed.yes(HANDS_ON) else everything


def _months(held: Span, asked: float, asker: Asker) -> State:
    """Compared to one digit after the point, as they are shown."""
    if round(held.low, 1) >= asked:
        return State.MET
    if round(held.high, 1) >= asked:
        return State.NOT_TOLD
    return State.MISSING if asked - held.high <= asker.months_left else State.EXCLUDES


def _short(ways: tuple[Span, ...], values: tuple[Value, ...]) -> float:
    """Months missing in the most demanding way: so many are enough in every way."""
    return max(round(float(value) - way.low, 1) for value, way in product(values, ways))


def _settled_letters(listed: Listed, holds: Callable[[int, int], State]) -> Settled:
    needed = settled(listed, NEEDED, lambda value: holds(_letters(value), 0))
    from_us = settled(listed, FROM_US, lambda value: holds(0, _letters(value)))
    reported = [one for one in (needed, from_us) if one.state is not State.NOT_REPORTED]
    order = (State.NOT_TOLD, State.MISSING, State.ASK, State.MET)
    return min(reported, key=lambda one: order.index(one.state), default=needed)


def _letters(value: Value) -> int:
    """How many are asked for; False says that the source tells there is no such limit."""
    return 0 if value is False else whole(value)


def _letters_short(listed: Listed, asker: Asker) -> tuple[int, int]:
    """Letters missing in all, and how many of them have to come from the US; the most any claim asks for."""
    most = {field: max((_letters(value) for value in claimed(listed, field)), default=0) for field in (NEEDED, FROM_US)}
    from_us = max(0, most[FROM_US] - asker.letters.from_us)
    return max(from_us, most[NEEDED] - asker.letters.all), from_us


def _letters_asked(listed: Listed) -> str:
    in_all = " or ".join(dict.fromkeys(str(_letters(value)) for value in claimed(listed, NEEDED)))
    from_us = " or ".join(dict.fromkeys(str(_letters(value)) for value in claimed(listed, FROM_US)))
    if in_all and from_us:
        return f"{in_all} in all and {from_us} from US physicians"
    return f"{in_all} in all" if in_all else f"{from_us} from US physicians"


def _letters_had(asker: Asker) -> str:
    return f"{asker.letters.all} in all, {asker.letters.from_us} from US physicians"


def _ask(found: Settled, of_the_program: str, of_you: str) -> str:
    if found.state is State.NOT_TOLD:
        return of_you
    return of_the_program if found.state is State.ASK else ""
