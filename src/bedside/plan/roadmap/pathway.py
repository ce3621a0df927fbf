"""Which Pathway is likely, and in which Pathway season: ECFMG decides both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.applicant.parts.shape import Answer
from bedside.calendar.months import add_years
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import Reason, cited
from bedside.plan.situation import Situation


@dataclass(frozen=True, slots=True)
class Route:
    """A Pathway to ask about; `encounters` where physicians have to rate patient encounters."""

    name: str
    says: str
    encounters: bool
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PathwaySeason:
    """When applications can be made: both days inclusive, `closes` None where it is not announced."""

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


def pathway_season(situation: Situation, days_needed: int) -> PathwaySeason:
    """The running Pathway season where there is time left in it; else the next one, from its usual opening.

    1. A deadline that is known and at least `days_needed` away is used.
    2. Otherwise applications are planned from the day in the year on which they last opened.
    """
    for figure in situation.evidence.starting_with("ecfmg.pathway."):
        day = figure.value
        if not figure.name.endswith(".deadline") or not isinstance(day, date):
            continue
        if day >= situation.as_of + timedelta(days=days_needed):
            says = f"Applications of this Pathway season close on {day_in_words(day)}."
            return PathwaySeason(None, day, says, (cited(figure),))
    opened = [
        figure
        for figure in situation.evidence.starting_with("ecfmg.pathway.")
        if figure.name.endswith(".opened") and isinstance(figure.value, date)
    ]
    if not opened:
        return PathwaySeason(None, None, "The dates of the next Pathway season are not known.", ())
    latest = max(opened, key=lambda figure: str(figure.value))
    assert isinstance(latest.value, date)  # filtered above
    opens = latest.value
    while opens < situation.as_of:
        opens = add_years(opens, 1)
    says = f"The next Pathway season is expected about {day_in_words(opens)}, a guess from the last one."
    return PathwaySeason(opens, None, says, (cited(latest),))


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
