"""Changes around clinical work: months of it, one more letter, and a story told better."""

from __future__ import annotations

from dataclasses import replace

from bedside.applicant.measuring.stretches import Span
from bedside.applicant.parts.experience import BookingKind
from bedside.plan.what_if.costs import months_of, of_clinical_months
from bedside.plan.what_if.ground import OPENED, Ground, with_value
from bedside.plan.what_if.results import Answer, Basis
from bedside.plan.what_if.wording import if_it_helped, programs
from bedside.plan.what_if.world import Alters, World
from bedside.plan.wording import counted
from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.judging import judge
from bedside.programs.program import Listed

_MEASURED = ("effects.us-clinical.crowd", "effects.us-clinical.crowd-middle")
MONTHS = "article.plan.us-clinical-months"
PREFERRED_MONTHS = "us-clinical.preferred-months"
_OUT_OF_REACH = 999  # months nobody has, so that a preference stays as unmet as it is
_LEAST_LEAD = "lead.observership-months"


def us_clinical(ground: Ground, amount: float | None) -> Answer | str:
    """More months of observing in US clinics, done before programs open files.

    Observing is no hands-on work, so months that count only as hands-on stay what they are. What a program merely
    prefers adds nothing: nobody has measured what a preference does.
    """
    months = _months(ground, amount)
    asker, held = ground.asker, ground.asker.us_clinical
    found = ground.found(with_more_months(ground, amount))
    cost = of_clinical_months(months, ground.evidence)
    opens = ground.opened_by(found)
    opened = len(opens)
    least_lead = ground.evidence.find(_LEAST_LEAD).interval
    least = months + (least_lead.low if least_lead else ground.evidence.number(_LEAST_LEAD))
    in_time = least <= asker.months_left
    notes = [
        "People with more months differ in other ways too: this is what goes with them, not what they do.",
        "How recent the months are, and whether they are hands-on, is not in the figures; programs look at both.",
        "Leave without pay, travel and rooms come on top.",
    ]
    if opened:
        notes.insert(0, f"{programs(opened)} that ask for months would be open to you: that part is a rule.")
    if any(one.kind is BookingKind.ROTATION and one.end.latest >= ground.as_of for one in ground.dossier.bookings):
        notes.append("What you have booked is not counted yet, neither before nor after.")
    if not in_time:
        opened_in = counted(asker.months_left, "month")
        opening = f"open files in {opened_in}" if asker.months_left else "have opened files already"
        takes = f"It takes at least {counted(least, 'month')}"
        notes.append(f"{takes}, and programs {opening}: it would count for the season after.")
    answer = Answer(
        key="us-clinical",
        title=f"{counted(months, 'more month')} of US clinical experience",
        says=f"From {_span(held.all)} to {_span(held.all + Span(months, months))}, by observing.",
        basis=Basis.ASSOCIATION,
        in_time=in_time,
        opens=opens,
        because=ground.evidence.cite(*_MEASURED, MONTHS, *(OPENED if opened else ())),
        notes=tuple(notes),
    )
    return cost.on(ground.told(answer, found))


def with_more_months(ground: Ground, amount: float | None) -> Alters:
    """So many more months of observing, seen by every program; what one prefers stays as unmet as it is."""
    more = Span(_months(ground, amount), _months(ground, amount))

    def alter(world: World) -> World:
        before, held = world.applicant.asker, world.applicant.asker.us_clinical
        then = world.seen_with(us_clinical=replace(held, all=held.all + more, as_graduate=held.as_graduate + more))
        return then.among(_holding_preferences(world.programs, before, then.applicant.asker))

    return alter


def _months(ground: Ground, amount: float | None) -> float:
    return amount or ground.evidence.number(MONTHS)


def letter(ground: Ground, amount: float | None) -> Answer | str:
    """One more letter from a US physician. It opens programs that ask for one more; what it does besides is unknown."""
    found = ground.found(with_a_letter(ground, amount))
    opens = ground.opened_by(found)
    opened = len(opens)
    note = "A letter asked for from someone who has seen you work with patients costs no money."
    answer = _unmeasured(ground, "letter", "One more clinical letter", "reading.task.letters.another.days", note)
    if not opened:
        return answer
    opening = replace(
        answer,
        says=f"It opens {programs(opened)} that ask for one more letter than you have.",
        basis=Basis.RULE,
        opens=opens,
        because=(*answer.because, *ground.evidence.cite(*OPENED)),
        notes=(*answer.notes, f"What a letter does besides: {answer.says[:1].lower()}{answer.says[1:]}"),
    )
    return ground.told(opening, found)


def with_a_letter(ground: Ground, amount: float | None) -> Alters:
    """One more letter from a US physician, where the file tells its letters."""
    del amount
    held = ground.asker.letters
    more = replace(held, all=held.all + 1, from_us=held.from_us + 1, from_us_at_most=held.from_us_at_most + 1)
    return lambda world: world.seen_with(letters=more if held.is_told else held)


def story(ground: Ground, amount: float | None) -> Answer | str:
    """A better story: nobody has measured what it does."""
    del amount
    note = "It may matter most in an interview, and that is not measured either."
    return _unmeasured(ground, "story", "A clearer story", "reading.task.story.first-draft.days", note)


def _unmeasured(ground: Ground, key: str, title: str, days: str, note: str) -> Answer:
    """What costs no money but so many days, and of which nobody has measured what it does."""
    match, says, because = if_it_helped(ground)
    answer = Answer(
        key=key,
        title=title,
        says=says,
        basis=Basis.UNMEASURED,
        dollars=0.0,
        months=months_of(days, ground.evidence),
        because=(*because, *ground.evidence.cite(days)),
        notes=(note,),
    )
    return ground.told(answer, ground.base, match)


def _holding_preferences(listed: tuple[Listed, ...], before: Asker, after: Asker) -> tuple[Listed, ...]:
    """The programs, with every preference for months that is not met today still not met."""
    return tuple(
        with_value(one, PREFERRED_MONTHS, _OUT_OF_REACH) if _flips(one, before, after) else one for one in listed
    )


def _flips(listed: Listed, before: Asker, after: Asker) -> bool:
    if PREFERRED_MONTHS not in listed.values:
        return False
    unmet = [
        any(one.key == PREFERRED_MONTHS for one in judge(listed, asker).preferences_not_met)
        for asker in (before, after)
    ]
    return unmet == [True, False]


def _span(span: Span) -> str:
    return span.describe("months", "month")
