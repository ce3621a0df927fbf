"""Step 3 as a rule: which programs ask for it, which can take you on an H-1B only, and what a failure would cost."""

from __future__ import annotations

from dataclasses import dataclass

from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.shape import Answer as Told
from bedside.calendar.months import months_between
from bedside.calendar.season import Event
from bedside.evidence.reason import Reason
from bedside.plan.what_if.costs import Cost, of_an_exam
from bedside.plan.what_if.exams import after_a_failure, certificate_first, is_passed, pass_rate, why_closed
from bedside.plan.what_if.ground import OPENED, Ground, changed, mixed
from bedside.plan.what_if.results import Answer, Basis, Possibility
from bedside.plan.what_if.wording import if_it_helped, programs
from bedside.plan.what_if.world import Found, Turns, World
from bedside.programs.eligibility.judging import judge_all
from bedside.programs.eligibility.visa_needed import H1B
from bedside.standing.season import choose_season

NEEDED = "step-3.needed"
_DAYS, _WEEKS = "reading.task.step3.study.days", ("usmle.step3.permit-weeks", "usmle.step3.result-weeks")
_AS_STEP_1 = "No figure tells what a failed Step 3 goes with, so it is counted as a failed Step 1 is, by limits too."
_LICENCE = "A state licence or permit may ask for it as well; look that up with the board of the state."


@dataclass(frozen=True, slots=True, eq=False)
class _Ways:
    """Without it, passed, and failed; `only_h1b` counts the programs that can take you on an H-1B alone."""

    without: Found
    passed: Found
    failed: Found
    only_h1b: int


def step_3(ground: Ground, amount: float | None) -> Answer | str:
    """Step 3 passed: it counts by the limits it opens and by nothing else.

    1. Without it, a program that asks for it is closed, and so is one that can take you on an H-1B only, because the
       petition needs it.
    2. Passed, both are open; that a program merely prefers it adds nothing.
    3. Failed, with the published share who fail: neither opens, and the attempt counts.
    Where no program hangs on it, it stands with what nobody has measured.
    """
    del amount
    if ground.asker.step_3 is Told.YES or is_passed(ground, ExamName.STEP_3):
        return "Step 3 is passed already."
    closed = why_closed(ground, ExamName.STEP_3)
    if closed:
        return closed
    rate, published = pass_rate(ground, ExamName.STEP_3)
    cost = of_an_exam("fee.step3", ground.applicant.season, _DAYS, _WEEKS, ground.evidence)
    ways = _ways(ground)
    opens = tuple(sorted(ways.without.refused - ways.passed.refused))
    opened = len(opens)
    if not opened:
        return _not_measured(ground, cost, published, ways)
    match = mixed([(rate, ways.passed.match), (1 - rate, ways.failed.match)])
    by, day = _has_to_count_by(ground, ways, opened)
    late = f"It takes about {cost.months:.0f} months and would have to be passed {day}."
    answer = Answer(
        key="step-3",
        title="Step 3 passed",
        says=f"By rule: {_what_hangs_on_it(opened, ways.only_h1b)}.",
        basis=Basis.RULE,
        in_time=cost.months <= by,
        opens=opens,
        possibilities=_possibilities(ground, rate, ways),
        because=(*_rules(ground, ways), published),
        notes=(
            *((late,) if cost.months > by else ()),
            *certificate_first(ground),
            *((_counts_h1b(ways.only_h1b),) if ways.only_h1b else ()),
            _AS_STEP_1,
            _LICENCE,
            f"What passing does besides: {_lowered(if_it_helped(ground)[1])}",
        ),
    )
    return cost.on(ground.told(answer, ways.passed, match, ways.without))


def _ways(ground: Ground) -> _Ways:
    turns = with_step_3(ground, None)
    (_, passed), (_, failed) = turns.ways
    return _Ways(ground.found(turns.instead), ground.found(passed), ground.found(failed), len(_only_h1b(ground.world)))


def with_step_3(ground: Ground, amount: float | None) -> Turns:
    """Step 3 passed or failed, held against the world in which no program that can take you on an H-1B only does."""
    del amount
    rate, _ = pass_rate(ground, ExamName.STEP_3)
    attempts = after_a_failure(ground, ExamName.STEP_3)
    return Turns(((rate, _opened), (1 - rate, lambda world: _shut(world).seen_with(attempts=attempts))), _shut)


def _opened(world: World) -> World:
    """Passed: nothing hangs on it any more."""
    if not any(NEEDED in one.values for one in world.programs):
        return world
    return world.among(changed(world.programs, lambda one: NEEDED in one.values, NEEDED, None))


def _shut(world: World) -> World:
    """Without it, what can take you on an H-1B only is closed."""
    hang = _only_h1b(world)
    return world.among(changed(world.programs, lambda one: one.key in hang, H1B, False)) if hang else world


def _only_h1b(world: World) -> frozenset[str]:
    """The programs whose way in is an H-1B alone, as their verdict notes it."""
    verdicts = judge_all(world.programs, world.applicant.asker)
    return frozenset(
        one.key
        for one, verdict in zip(world.programs, verdicts, strict=True)
        if any(note.fields == (H1B,) for note in verdict.notes)
    )


def _not_measured(ground: Ground, cost: Cost, published: Reason, ways: _Ways) -> Answer:
    match, says, because = if_it_helped(ground)
    failed = ground.chance(ways.failed.match)
    answer = Answer(
        key="step-3",
        title="Step 3 passed",
        says=f"No program here is known to hang on it. {says}",
        basis=Basis.UNMEASURED,
        possibilities=(Possibility("Failed, with the attempt in your file", failed),),
        because=(*because, *ground.evidence.cite("status.h1b.needs-step3", "licence.fsmb-list"), published),
        notes=(*certificate_first(ground), *_if_on_an_h1b(ground), _AS_STEP_1, _LICENCE),
    )
    return cost.on(ground.told(answer, ground.base, match))


def _if_on_an_h1b(ground: Ground) -> tuple[str, ...]:
    need = ground.asker.visa
    if need.needed is Told.NO or need.would_take[H1B] is Told.NO:
        return ()
    return ("An H-1B for residency needs Step 3 first; where a program sponsors nothing else, it hangs on it.",)


def _possibilities(ground: Ground, rate: float, ways: _Ways) -> tuple[Possibility, ...]:
    percent = round(100 * rate)
    return (
        Possibility(f"Passed, as {percent} in 100 do", ground.chance(ways.passed.match)),
        Possibility(f"Failed, as {100 - percent} in 100 do", ground.chance(ways.failed.match)),
    )


def _has_to_count_by(ground: Ground, ways: _Ways, opened: int) -> tuple[float, str]:
    """How many months are left: until programs open files, or until ranks are due where only an H-1B hangs on it."""
    if opened > ways.only_h1b:
        return ground.asker.months_left, "before programs open files"
    season, _ = choose_season(ground.dossier, ground.as_of, ground.evidence)
    ranks = season.find(Event.RANK_LIST_DEADLINE)
    if ranks is None:
        return ground.asker.months_left, "before programs open files"
    return months_between(ground.as_of, ranks.day), "before rank order lists are due"


def _what_hangs_on_it(opened: int, only_h1b: int) -> str:
    asks = opened - only_h1b
    parts = [f"{programs(asks)} that ask for it would be open"] * (asks > 0)
    parts += [f"{programs(only_h1b)} can take you on an H-1B only, and its petition needs Step 3"] * (only_h1b > 0)
    return "; ".join(parts)


def _counts_h1b(count: int) -> str:
    return (
        f"The chance before leaves out the {programs(count)} that can take you on an H-1B only; the odds count them, "
        "because Step 3 may still come before the petition. Ask an immigration lawyer about your own case."
    )


def _rules(ground: Ground, ways: _Ways) -> tuple[Reason, ...]:
    names = (
        *(("status.h1b.needs-step3",) if ways.only_h1b else ()),
        "usmle.step3.needs-certification",
        "licence.fsmb-list",
        *OPENED,
    )
    return ground.evidence.cite(*names)


def _lowered(says: str) -> str:
    return f"{says[:1].lower()}{says[1:]}"
