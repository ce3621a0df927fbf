"""Changes of the list alone: its signals, more programs, one more specialty, more days for interviews."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from bedside.evidence.specialties import find_specialty, specialty_name
from bedside.odds.notes import borrowed_in_words
from bedside.odds.signals import Signal, signal_limits
from bedside.plan.chances.your_list import WORKING_DAYS, days_for_an_interview
from bedside.plan.chances.your_odds import candidates_for
from bedside.plan.what_if.costs import of_a_statement
from bedside.plan.what_if.ground import Ground
from bedside.plan.what_if.results import Answer, Basis
from bedside.plan.what_if.wording import programs
from bedside.plan.what_if.world import Alters, Found, without_signals
from bedside.plan.wording import counted, listed
from bedside.programs.program import Listed
from bedside.programs.search import Search, Sort
from bedside.targeting.program_list.fees import unpriced

MORE_PROGRAMS, MORE_DAYS = "reading.what-if.more-programs", "reading.what-if.more-interview-days"
UNDER_WAY = "Programs have opened the files of this season already; the figures are of those who had applied by then."
_INTERVIEWS = (WORKING_DAYS, MORE_DAYS, "nrmp.ranks-included", "effects.file.spread")
_SIGNALS = ("effects.signal.us-graduates", "effects.signal.surgery-crowd")


def signals(ground: Ground, amount: float | None) -> Answer | str:
    """What the signals of the list are worth: beside the best list that sends none."""
    del amount
    sent = [one for one in ground.base.applied.values() if one is not Signal.NONE]
    if not sent:
        return "No signals are known for these specialties, or no program here takes them."
    without = without_signals(ground.world)
    answer = Answer(
        key="signals",
        title="Your signals, which the chance counts already",
        says=f"The best list sends {_kinds(ground)} signals; the chance before is that of the best list without any.",
        basis=Basis.ASSOCIATION,
        dollars=ground.fees(ground.base, without),
        months=0.0,
        is_move=False,
        because=ground.evidence.cite(*_SIGNALS),
        notes=(
            "What a signal does was measured on graduates of US schools; for IMGs it was not.",
            "The best list sends them, so this is no further gain: it is what would be lost without them.",
        ),
    )
    return ground.told(answer, ground.base, against=without)


def more_programs(ground: Ground, amount: float | None) -> Answer | str:
    """The best list with so many more programs, whatever they cost."""
    more, world, now = _more(ground, amount), ground.world, len(ground.base.applied)
    if len(world.programs) <= now:
        return "Every program there is to choose from is on the list already."
    found = ground.found(with_more_programs(ground, amount))
    added = len(found.applied) - now
    if added <= 0:
        return "Your other limits leave no room for more programs: the days for interviews, the mix or the places."
    because = ground.evidence.cite("effects.file.spread", "reading.odds.applications", MORE_PROGRAMS)
    fewer = (f"There are {added} more to choose from, not {more}.",) if added < more else ()
    over = world.wanted.budget is not None and found.dollars > world.wanted.budget
    beyond = (f"It goes beyond your budget of ${world.wanted.budget:,.0f}.",) if over else ()
    answer = Answer(
        key="more-programs",
        title=f"{counted(added, 'more program')}",
        says=f"From {now} to {programs(len(found.applied))}, chosen anew.",
        basis=Basis.LIST,
        dollars=ground.fees(found),
        months=0.0,
        in_time=not ground.is_under_way,
        because=because,
        notes=(*_late(ground), *fewer, *beyond, "Each further program adds less, because the same file is read again."),
    )
    return ground.told(answer, found)


def with_more_programs(ground: Ground, amount: float | None) -> Alters:
    """So many more programs on the list than there are now, whatever they cost."""
    count = len(ground.base.applied) + _more(ground, amount)
    return lambda world: world.within(count=count, budget=None)


def _kinds(ground: Ground) -> str:
    """How many signals of each kind are sent; plain ones are those of a specialty with one kind."""
    season, evidence = ground.applicant.season, ground.evidence
    here = {one.key: one.specialty for one in ground.world.programs}
    has_kinds = {key: signal_limits(key, season, evidence).has_kinds for key in set(here.values())}
    sent = Counter(
        one.name.lower() if has_kinds[here[key]] else "plain"
        for key, one in ground.base.applied.items()
        if one is not Signal.NONE
    )
    return listed([f"{sent[kind]} {kind}" for kind in ("gold", "silver", "plain") if sent[kind]])


def _more(ground: Ground, amount: float | None) -> int:
    return int(amount or ground.evidence.number(MORE_PROGRAMS))


def interview_days(ground: Ground, amount: float | None) -> Answer | str:
    """More days kept for interviews, where the days that are kept hold the list back."""
    more = _more_days(ground, amount)
    room, each = ground.world.wanted.interview_days, days_for_an_interview(ground.evidence)
    leave = ground.dossier.constraints.paid_leave
    if room is None and leave and leave.kept_for_interviews == 0:
        return "You keep no paid day for interviews, and the list is made as if enough were kept: more change nothing."
    if room is None:
        return "Your file sets no number of days for interviews, so more of them change nothing here."
    days = room * each
    found = ground.found(with_more_days(ground, amount))
    constraints = ground.dossier.constraints
    pay = constraints.money.pay_per_day if constraints.money else None
    idle = " The days you keep do not hold this list back." if found.applied == ground.base.applied else ""
    unpaid = f"Without paid leave they would cost you ${more * pay:,.0f} of pay." if pay else ""
    answer = Answer(
        key="interviews",
        title=f"Keep {counted(more, 'more day')} for interviews",
        says=f"From {days:g} to {counted(days + more, 'day')}; each interview takes about {_working_days(each)}.{idle}",
        basis=Basis.LIST,
        dollars=ground.fees(found),
        months=0.0,
        because=ground.evidence.cite(*_INTERVIEWS),
        notes=tuple(one for one in (unpaid, "Ranks beyond those that registration includes are in the fees.") if one),
    )
    return ground.told(answer, found)


def with_more_days(ground: Ground, amount: float | None) -> Alters:
    """Room for the interviews of so many more days."""
    more = _more_days(ground, amount) / days_for_an_interview(ground.evidence)
    return lambda world: world.within(interview_days=(world.wanted.interview_days or 0.0) + more)


def _more_days(ground: Ground, amount: float | None) -> float:
    return amount or ground.evidence.number(MORE_DAYS)


def _working_days(number: float) -> str:
    return "one" if number == 1 else counted(number, "working day")


def specialty(ground: Ground, key: str) -> Answer | str:
    """The same list opened to one more specialty: how many of each is chosen anew, within the same limits."""
    name = specialty_name(key, ground.evidence)
    here = {one.specialty for one in ground.world.programs}
    if key in here:
        return f"{name} is among the specialties of your list already."
    added = candidates_in(ground, key)
    if not added:
        return f"The directory holds no program of {name} that is open to you."
    found = ground.found(with_specialty(ground, key))
    months, because = of_a_statement(ground.evidence)
    of_it = _in_specialty(found, {one.key for one in added})
    free = not unpriced([key], ground.applicant.season, ground.evidence)
    tier = f"article.tier.{key}"
    names = (tier, f"interview-rates.rate.{key}.non-us-img", f"nrmp.charting.2026.{key}.matched.people")
    because = (*because, *ground.evidence.cite(*(name for name in names if name in ground.evidence)))
    notes = (
        *_late(ground),
        "The chance is of a match in any of the specialties: weigh for yourself what each is worth to you.",
        "A second specialty wants its own statement, and letters that fit it.",
        *((borrowed_in_words(key, ground.evidence),) if _is_borrowed(found, key) else ()),
    )
    answer = Answer(
        key=f"specialty={key}",
        title=f"Add {name}",
        says=f"{of_it} of {programs(len(found.applied))} would be in {name}, within the same limits.",
        basis=Basis.LIST,
        dollars=ground.fees(found) if free else None,
        months=months,
        in_time=not ground.is_under_way and months <= ground.asker.months_left,
        opens=tuple(sorted(one.key for one in added)),
        because=because,
        notes=notes if free else (*notes, f"What applying in {name} costs is not known."),
    )
    return ground.told(answer, found)


def with_specialty(ground: Ground, key: str) -> Alters:
    """The programs of one more specialty to choose from too."""
    added = candidates_in(ground, key)
    return lambda world: world.among((*world.programs, *added))


def candidates_in(ground: Ground, key: str) -> tuple[Listed, ...]:
    """Programs of another specialty that are open, under the other conditions of the search."""
    search = replace(ground.search or Search(sort=Sort.VERDICT), specialties=(key,))
    if find_specialty(key, ground.evidence) is None:
        return ()
    return candidates_for(ground.directory, ground.applicant, ground.dossier, search, ground.evidence).listed


def _late(ground: Ground) -> tuple[str, ...]:
    return (UNDER_WAY,) if ground.is_under_way else ()


def _is_borrowed(found: Found, key: str) -> bool:
    within = found.chances.counted.within
    return key in within and within[key].parameters.is_borrowed


def _in_specialty(found: Found, keys: set[str]) -> int:
    return sum(key in keys for key in found.applied)
