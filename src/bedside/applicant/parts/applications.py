"""Programs of one season: which the applicant applies to, how each stands, and its place on the rank order list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import BeforeValidator, Field

from bedside.applicant.parts.decision import MatchYear
from bedside.applicant.parts.partial_date import Day
from bedside.applicant.parts.shape import Name, Part, Text, Word, refuse_a_truth_value


class ApplicationState(Word):
    """How an application stands."""

    PLANNED = "planned"
    APPLIED = "applied"
    INVITED = "invited"
    INTERVIEWED = "interviewed"
    REFUSED = "refused"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether something may still come of it."""
        return self not in (ApplicationState.REFUSED, ApplicationState.DECLINED, ApplicationState.WITHDRAWN)

    @property
    def has_an_interview(self) -> bool:
        """Whether there is an interview, past or to come."""
        return self in (ApplicationState.INVITED, ApplicationState.INTERVIEWED)


class SignalSent(Word):
    """How an application is marked. Where a specialty has one kind of signal only, silver and gold are the same."""

    NONE = "none"
    SILVER = "silver"
    GOLD = "gold"


class Application(Part):
    """One program of a season. Programs without a place are not on the rank order list."""

    program: Name = Field(
        description="The program, by its key in the directory or by a name of your own.", examples=["1402500001"]
    )
    name: Name | None = Field(
        None, description="What you call it, where the program stands as a key.", examples=["Lakeview Hospital"]
    )
    track: Name | None = Field(
        None,
        description="The NRMP code of the track you rank, where the program has several.",
        examples=["1234140C0"],
    )
    specialty: Name | None = Field(
        None,
        description="Its specialty; the directory tells it where the program is found there.",
        examples=["Internal Medicine"],
    )
    match_year: MatchYear | None = Field(
        None, description="The Match it is for; left out, the one you aim at.", examples=[2028]
    )
    signal: SignalSent | None = Field(None, description="The signal you send with it.", examples=["gold"])
    state: ApplicationState = Field(ApplicationState.PLANNED, description="How it stands.", examples=["invited"])
    applied: Day | None = Field(None, description="The day you applied.", examples=["2026-09-24"])
    invited: Day | None = Field(None, description="The day the invitation came.", examples=["2026-10-20"])
    interview: Day | None = Field(None, description="The day of the interview.", examples=["2026-12-04"])
    rank: Annotated[int, Field(ge=1, le=300), BeforeValidator(refuse_a_truth_value)] | None = Field(
        None, description="Its place on your rank order list; 1 is the program you want most.", examples=[1]
    )
    note: Text | None = Field(None, description="Anything else, in your words.", examples=["Two residents from Peru."])


def in_the_season(applications: Iterable[Application], match_year: int) -> tuple[tuple[int, Application], ...]:
    """The applications of one Match with their places in the file; one without a year is of any."""
    numbered = enumerate(applications)
    return tuple((at, one) for at, one in numbered if one.match_year in (None, match_year))


def interviews_in_hand(applications: Iterable[Application], match_year: int) -> int:
    """How many applications of one Match have an interview, past or to come."""
    return sum(one.state.has_an_interview for _, one in in_the_season(applications, match_year))
