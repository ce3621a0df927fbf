"""Which Pathway is likely, and in which Pathway season: ECFMG decides both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.applicant.parts.shape import Answer
from bedside.calendar.months import add_years
from bedside.evidence.citing import day_in_words
from bedside.evidence.figure import Figure
from bedside.evidence.reason import Reason, cited
from bedside.plan.roadmap.diary.draft import Draft
from bedside.plan.roadmap.tasks.certificate.beforehand import finish_beforehand
from bedside.plan.situation import Situation

YEARS_AHEAD = 6
"""How many Pathway seasons are looked at, from that of this year on."""


@dataclass(frozen=True, slots=True)
class Route:
    """A Pathway to ask about; `encounters` where physicians have to rate patient encounters."""

    name: str
    says: str
    encounters: bool
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PathwaySeason:
    """When applications can be made, both days inclusive: `opens` None where that is past, `closes` where it is not
    known; `says` tells what is only predicted."""

    opens: date | None
    closes: date | None
    says: str
    because: tuple[Reason, ...]


def pathway_route(situation: Situation) -> Route:
    """The Pathway the applicant wrote down; else the first that the file allows; ECFMG has the last word."""
    certificate = situation.dossier.certificate
    if certificate is not None and certificate.pathway:
        because = situation.entry("certificate.pathway", f"You wrote down {certificate.pathway}.")
        return Route(certificate.pathway, "As in your file.", "6" in certificate.pathway, because)
    failed_cs = any(one.result is ExamResult.FAILED for _, one in situation.attempts(ExamName.STEP_2_CS))
    if failed_cs:
        return _route_6(situation, "ecfmg.pathway.cs-failure-needs-6")
    if _has_recent_licence(situation):
        because = situation.because("ecfmg.pathway.1.licence", "ecfmg.pathway.1.licence-on-or-after")
        return Route("Pathway 1", "Your licence may open it; ask ECFMG whether it does.", False, because)
    since = situation.evidence.find("ecfmg.pathway.3-5.graduated-on-or-after")
    if isinstance(since.value, date) and situation.dossier.medical_school.graduated.earliest >= since.value:
        says = "Your graduation may be recent enough for Pathway 3, 4 or 5; ask ECFMG and your school."
        return Route("a Pathway (3, 4 or 5)", says, False, (cited(since),))
    return _route_6(situation, "ecfmg.pathway.6.for-whom")


def pathway_season(situation: Situation, application: Draft, before: tuple[Draft, ...] = ()) -> PathwaySeason:
    """The first Pathway season in which the application can be made, once what it waits for (`before`) is done.

    1. A season that closes too early for that is passed over: nothing can be applied for between two seasons.
    2. Days that are not published are predicted from the last ones that are, and said to be predicted.
    """
    seasons = [_season(situation, situation.as_of.year + ahead) for ahead in range(YEARS_AHEAD)]
    found = [one for one in seasons if one is not None and (one.closes is None or one.closes >= situation.as_of)]
    for one in found:
        tried = replace(application, not_before=one.opens, due=one.closes)
        finish = finish_beforehand(situation, (*before, tried), tried.key)
        if finish is None or one.closes is None or finish <= one.closes:
            return one
    return found[-1] if found else PathwaySeason(None, None, "The dates of the next Pathway season are not known.", ())


def _season(situation: Situation, year: int) -> PathwaySeason | None:
    """The Pathway season of a year, published or predicted; `opens` only where that day is still to come."""
    opened, closed = _told(situation, year, ("opened",)), _told(situation, year, ("deadline", "closed"))
    if opened is None or closed is None:
        return None
    opens, closes = _in_season(opened, year), _in_season(closed, year)
    ahead = opens > situation.as_of
    if _year(closed) == year and (_year(opened) == year or not ahead):
        says = f"Applications of this Pathway season close on {day_in_words(closes)}."
        return PathwaySeason(opens if ahead else None, closes, says, (cited(closed),))
    last = f"last time it opened on {day_in_words(_day(opened))}, so {day_in_words(opens)} is predicted"
    ends = "is published" if _year(closed) == year else "is predicted too"
    says = (
        f"When the {year} Pathway season opens is not published; {last}. Its last day, {day_in_words(closes)}, {ends}."
    )
    return PathwaySeason(opens if ahead else None, closes, says, (cited(opened), cited(closed)))


def _told(situation: Situation, year: int, words: tuple[str, ...]) -> Figure | None:
    """The day of this season that a source tells; else that of the last season told; None where none is."""
    told = [
        figure
        for figure in situation.evidence.starting_with("ecfmg.pathway.")
        if figure.name.rpartition(".")[2] in words and isinstance(figure.value, date)
    ]
    own = [figure for figure in told if _year(figure) == year]
    return max(own or told, key=_day, default=None)


def _in_season(figure: Figure, year: int) -> date:
    return add_years(_day(figure), year - _year(figure))


def _year(figure: Figure) -> int:
    return int(figure.name.split(".")[2])


def _day(figure: Figure) -> date:
    assert isinstance(figure.value, date)  # only days are told
    return figure.value


def _route_6(situation: Situation, why: str) -> Route:
    says = "By your file this is the likely route; ask ECFMG."
    return Route("Pathway 6", says, True, situation.because(why, "ecfmg.pathway.6.encounters"))


def _has_recent_licence(situation: Situation) -> bool:
    since = situation.evidence.find("ecfmg.pathway.1.licence-on-or-after").value
    assert isinstance(since, date)  # the unit of this figure is a date
    return any(
        licence.unsupervised is Answer.YES
        and licence.disciplinary_action is not Answer.YES
        and licence.end is not None
        and (isinstance(licence.end, str) or licence.end.latest >= since)
        for licence in situation.dossier.licences
    )
