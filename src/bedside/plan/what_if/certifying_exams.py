"""Step 1 and Step 2 CK: what a score would do, and what it takes that one is not passed yet."""

from __future__ import annotations

from dataclasses import replace

from bedside.applicant.parts.examinations import ExamName
from bedside.odds.results import Estimate
from bedside.plan.chances.as_programs_see_you import as_programs_see_you
from bedside.plan.what_if.costs import of_an_exam
from bedside.plan.what_if.exams import after_a_failure, after_a_pass, is_passed, pass_rate, why_closed
from bedside.plan.what_if.ground import Ground, changed, mixed
from bedside.plan.what_if.results import Answer, Basis, Possibility
from bedside.plan.what_if.world import ByDraw, World
from bedside.programs.eligibility.examinations_held import Score, step_2_ck_held

SCORES = (220, 230, 240, 250, 260)
"""Scores to look at: steps of a scale, and no figures."""

PREFERRED_SCORE = "step-2-ck.preferred"
_FEES = {ExamName.STEP_1: "fee.usmle.step1", ExamName.STEP_2_CK: "fee.usmle.step2ck"}
_DAYS = {ExamName.STEP_1: "reading.task.exam.step-1.days", ExamName.STEP_2_CK: "reading.task.exam.step-2-ck.days"}
_RESULT = ("reading.exam-result-weeks",)
_RULE = "ecfmg.verified-by-rank-deadline"


def step_1(ground: Ground, amount: float | None) -> Answer | str:
    """Step 1, where the file says that it is not passed."""
    del amount
    if is_passed(ground, ExamName.STEP_1):
        return "Step 1 is passed already, and a pass cannot be taken again."
    said = any(one.exam is ExamName.STEP_1 for one in ground.dossier.exams)
    if not said and ExamName.STEP_1 not in ground.dossier.exams_not_taken:
        return "Your file does not say how Step 1 stands."
    return why_closed(ground, ExamName.STEP_1) or _taken(ground, ExamName.STEP_1)


def step_2_ck(ground: Ground, amount: float | None) -> Answer | str:
    """Step 2 CK: what a score would do where none is told; what sitting it brings where it is not passed."""
    held = step_2_ck_held(ground.dossier, ground.as_of)
    if held.score is not None:
        return f"Step 2 CK is passed with {held.score}, and a pass cannot be taken again."
    if held.is_passed is False:
        closed = why_closed(ground, ExamName.STEP_2_CK)
        return closed or _saying_so(_taken(ground, ExamName.STEP_2_CK), amount)
    return _scores(ground, held, (int(amount),) if amount else SCORES)


def _saying_so(taken: Answer, amount: float | None) -> Answer:
    """With the sentence that a score asked about is not counted, where one was."""
    if not amount:
        return taken
    not_counted = f"The score of {amount:g} you ask about is not counted: a pass with any usual score is."
    return replace(taken, notes=(*taken.notes, not_counted))


def _scores(ground: Ground, held: Score, scores: tuple[int, ...]) -> Answer:
    """What each of some scores would do; telling one is no move, it only makes the answer narrower."""
    chances = [(score, _with_score(ground, held, score)) for score in scores]
    last = chances[-1][1]
    answer = Answer(
        key="step-2-ck",
        title="What your Step 2 CK score would do",
        says="Your file tells no score, so every usual one is counted in. With a score, this is what you would see.",
        basis=Basis.ASSOCIATION,
        is_move=False,
        possibilities=tuple(Possibility(f"Step 2 CK of {score}", ground.chance(match)) for score, match in chances),
        because=ground.evidence.cite("usmle.passed-step-cannot-be-retaken"),
        notes=(
            "People with higher scores differ in other ways too, and a limit that a program sets is in part counted "
            "twice.",
        ),
    )
    told = ground.told(answer, ground.base, last)
    return told if len(chances) == 1 else replace(told, after=None, gain=None)


def _with_score(ground: Ground, held: Score, score: int) -> ByDraw:
    told = replace(held, is_passed=True, score=score)
    return ground.found(lambda world: _without_preferences(world.seen_with(step_2_ck=told))).match


def _without_preferences(world: World) -> World:
    """The programs without what they prefer in a score: nobody has measured what a preference does."""
    return world.among(changed(world.programs, lambda one: PREFERRED_SCORE in one.values, PREFERRED_SCORE, None))


def _taken(ground: Ground, name: ExamName) -> Answer:
    """An exam that certification needs: passed or failed, each with its published share.

    1. Without a pass no rank counts, by rule; so there is no chance to tell before, and none after a failure.
    2. Passed, the attempt counts. Every other answer takes this pass as given.
    3. Failed, the next season is shown, with one more attempt in the file.
    """
    rate, published = pass_rate(ground, name)
    attempts = after_a_pass(ground, name)
    passed = ground.found(lambda world: world.seen_with(attempts=attempts))
    match = mixed([(rate, passed.match), (1 - rate, ground.nothing)])
    cost = of_an_exam(_FEES[name], ground.applicant.season, _DAYS[name], _RESULT, ground.evidence)
    percent = round(100 * rate)
    answer = Answer(
        key="step-1" if name is ExamName.STEP_1 else "step-2-ck",
        title=f"{name} taken",
        says=(
            "Without a pass no rank of yours counts, by rule; every other chance here takes that pass as given. This "
            "one counts that it may be failed."
        ),
        basis=Basis.RULE,
        in_time=cost.months <= ground.asker.months_left,
        possibilities=(
            Possibility(f"Passed, as {percent} in 100 do", ground.chance(passed.match)),
            Possibility(f"Failed, as {100 - percent} in 100 do: no rank counts in this season", None),
            Possibility("Failed now, passed later, and applied one season later", _a_season_later(ground, name)),
        ),
        because=(*ground.evidence.cite(_RULE), published),
        notes=("It stands in no order, because everything else needs it first.",),
    )
    return cost.on(replace(ground.told(answer, passed, match), before=None, gain=None))


def _a_season_later(ground: Ground, name: ExamName) -> Estimate:
    later = as_programs_see_you(ground.dossier, ground.as_of, ground.evidence, seasons_later=1)
    later = replace(later, attempts=after_a_failure(ground, name))
    applicant = replace(ground.applicant, asker=later, season=ground.applicant.season + 1)
    return ground.chance(ground.found(lambda world: world.of(applicant)).match)
