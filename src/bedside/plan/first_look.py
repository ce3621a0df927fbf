"""Three plain answers from little: this season or the next, what can still move, and which day comes next."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import count

from bedside.applicant.dossier import Dossier
from bedside.calendar.season import Event, Season, Service
from bedside.calendar.seasons import season
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.plan.days.coming_days import ComingDay, coming_days, next_deadline
from bedside.plan.plan import make_plan
from bedside.standing.attention import gates_that_need_attention
from bedside.standing.results import Gate, Level, RiskFactor, Row, State
from bedside.standing.season import first_season_in_reach
from bedside.standing.standing import stand

_MOST_DAYS = 6
_KINDS = {"exams-passed": "Exams", "certificate": "Certification"}
_WORTH_A_LINE = ("letters", "volunteering")


@dataclass(frozen=True, slots=True)
class WhichSeason:
    """Which season can still be reached, in a few words and in a sentence or two; `why` says how it was chosen."""

    in_short: str
    says: str
    why: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The three answers. `movable` and `fixed` hold only factors about which something is known.

    `unknown` are those that could move and about which nothing is known yet. `late` counts the tasks of the plan that
    end after their last day. `gates` are not met; `gains` are what a file can still gain whatever it holds now.
    """

    season: WhichSeason
    movable: tuple[RiskFactor, ...]
    fixed: tuple[RiskFactor, ...]
    gates: tuple[Gate, ...]
    gains: tuple[Row, ...]
    days: tuple[ComingDay, ...]
    unknown: tuple[RiskFactor, ...] = ()
    late: int = 0
    next_match: int = 0

    @property
    def what_moves(self) -> tuple[str, ...]:
        """Titles of what can still move: factors that are not low, gates that are not met, and what can be gained."""
        factors = tuple(one.title for one in self.movable if one.files_opened.level is not Level.LOW)
        kinds = {gate.name.partition(".")[0] for gate in self.gates}
        gates = tuple(title for kind, title in _KINDS.items() if kind in kinds)
        return (*gates, *factors, *(row.title for row in self.gains))

    @property
    def deadline(self) -> ComingDay | None:
        """The next day by which something has to be done."""
        return next_deadline(self.days)


def first_look(dossier: Dossier, not_known: Collection[str], as_of: date, evidence: Evidence) -> FirstLook:
    """The answers for a dossier that holds little; `not_known` names factors and gates it cannot say anything about."""
    standing = stand(dossier, as_of, evidence)
    plan = make_plan(dossier, standing, as_of, evidence)
    gates = gates_that_need_attention(standing.gates, as_of)
    known = _known(standing.movable, not_known)
    return FirstLook(
        unknown=tuple(factor for factor in standing.movable if factor not in known),
        late=plan.roadmap.late,
        next_match=plan.roadmap.waiting.match_year,
        season=_which(standing.season, standing.season_because, as_of, evidence),
        movable=known,
        fixed=_known(standing.fixed, not_known),
        gates=tuple(gate for gate in gates if gate.state is State.NOT_MET and gate.name not in not_known),
        gains=tuple(row for row in plan.three_headers.what_my_profile_must_look_like if row.name in _WORTH_A_LINE),
        days=coming_days(standing.season, plan.roadmap.tasks, standing.gates, as_of)[:_MOST_DAYS],
    )


def look_without_a_school(as_of: date, evidence: Evidence) -> FirstLook:
    """What can be said before the year of graduation is known: the calendar alone."""
    year, why = first_season_in_reach(as_of, evidence)
    reached = season(year, Service.ERAS, evidence)
    days = coming_days(reached, (), (), as_of)[:_MOST_DAYS]
    return FirstLook(_which(reached, why, as_of, evidence), (), (), (), (), days)


def _known(factors: tuple[RiskFactor, ...], not_known: Collection[str]) -> tuple[RiskFactor, ...]:
    return tuple(
        factor
        for factor in factors
        if factor.name not in not_known and (factor.today.level, factor.files_opened.level) != (Level.UNKNOWN,) * 2
    )


def _which(reached: Season, why: str, as_of: date, evidence: Evidence) -> WhichSeason:
    under_way = _under_way(as_of, evidence)
    later = reached.match_year - under_way.match_year
    in_short = ("This one", "The next one")[later] if later in (0, 1) else "A later one"
    opened, day = under_way.on(Event.FILES_OPENED), _day(reached, Event.FILES_OPENED)
    says = f"Programs open files for it on {day}. Applications may be submitted from "
    says += f"{_day(reached, Event.SUBMISSION_OPENS)} on."
    if later:
        verb = "opened" if opened <= as_of else "open"
        says += f" For the {under_way.match_year} Match programs {verb} files on {day_in_words(opened)}"
        says += (
            ": what you do from now on comes too late for it."
            if opened <= as_of
            else ", and its applications open too soon to prepare for them."
        )
    because = tuple(
        reason
        for one in (reached, under_way)[: 1 + bool(later)]
        for event in (Event.SUBMISSION_OPENS, Event.FILES_OPENED)
        if (found := one.find(event)) is not None
        for reason in found.because
    )
    return WhichSeason(f"{in_short}: the {reached.match_year} Match", says, why, because)


def _under_way(as_of: date, evidence: Evidence) -> Season:
    """The season of the first Match Day that is not past."""
    years = count(as_of.year)
    return next(one for year in years if (one := season(year, Service.ERAS, evidence)).on(Event.MATCH_DAY) >= as_of)


def _day(one: Season, event: Event) -> str:
    found = one.find(event)
    if found is None:
        return "a day that is not known"
    return f"{day_in_words(found.day)} ({'published' if found.published else 'predicted'})"
