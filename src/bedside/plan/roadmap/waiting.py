"""What shifting by one season costs, and what it gives."""

from __future__ import annotations

from math import isfinite

from bedside.applicant.measures import measure
from bedside.applicant.parts.identity import StatusKind
from bedside.calendar.months import months_between
from bedside.calendar.season import Event, Season
from bedside.evidence.citing import day_in_words
from bedside.plan.decision.decision import signed_terms
from bedside.plan.decision.stop_contract import terms_on
from bedside.plan.money.fees import applications
from bedside.plan.results import Waiting
from bedside.plan.situation import Situation
from bedside.plan.wording import dollars_in_tens
from bedside.standing.risk_factors import graduation_level
from bedside.standing.season import season_of_target


def waiting(situation: Situation) -> Waiting:
    """The next season beside this one: years, months outside the clinic, status clocks, contract, money, time."""
    year = situation.season.match_year + 1
    later = season_of_target(situation.dossier, year, situation.evidence)
    said = (
        _graduation(situation, later),
        _non_clinical(situation, later),
        *_status(situation, later),
        _contract(situation, year),
        _fees(situation),
        _gain(situation, later),
    )
    return Waiting(year, tuple(sentence for sentence in said if sentence))


def _graduation(situation: Situation, later: Season) -> str:
    now = situation.then.years_since_graduation
    then = later.on(Event.FILES_OPENED).year - situation.dossier.medical_school.graduated.year
    before, after = graduation_level(now, situation.evidence), graduation_level(then, situation.evidence)
    change = f", and the level goes from {before} to {after}" if before is not after else f"; the level stays {after}"
    return f"On the day programs open files, {then} years since graduation instead of {now}{change}."


def _non_clinical(situation: Situation, later: Season) -> str:
    now = situation.then.non_clinical_months
    then = measure(
        situation.dossier, later.on(Event.FILES_OPENED), situation.as_of, situation.evidence
    ).non_clinical_months
    added = round(then.high - now.high if isfinite(now.high) else then.low - now.low)
    return f"{added} more months outside the clinic, if your job stays as it is." if added > 0 else ""


def _status(situation: Situation, later: Season) -> list[str]:
    status, start = situation.dossier.status, later.on(Event.TRAINING_STARTS)
    if status is None:
        return []
    said = []
    if status.kind is StatusKind.H1B and status.h1b_years_used is not None:
        counted = status.h1b_years_counted_on or situation.as_of
        used = status.h1b_years_used + months_between(counted, start) / 12
        total = situation.number("status.h1b.years")
        said.append(
            f"If your H-1B goes on, all {total:g} years are used when that training starts. Time abroad may be given "
            "back; ask an immigration lawyer."
            if used >= total
            else f"If your H-1B goes on, about {used:.1f} of {total:g} years are used when that training starts."
        )
    for name, day in (("employment card", status.ead_expires), ("present status", status.valid_until)):
        if day is None or day.earliest >= start:
            continue
        if day.earliest < situation.training_start:
            said.append(f"Your {name} ends {day.on_or_in}: a year more to bridge. Ask an immigration lawyer.")
        else:
            said.append(f"Your {name} ends {day.on_or_in}, before {day_in_words(start)}. Ask an immigration lawyer.")
    return said


def _contract(situation: Situation, year: int) -> str:
    terms = signed_terms(situation)
    if terms is None or year <= terms.year:
        return ""
    asked = _asked_for(situation, year)
    if asked:
        return asked
    days = situation.number("reading.contract-change-delay")
    return (
        f"Your contract ends with the Match of {terms.year}. Shifting needs a change of it, which stays on record and "
        f"takes {days:.0f} days to count."
    )


def _asked_for(situation: Situation, year: int) -> str:
    """The change on record that would let this year in, where it is asked for and not in effect yet."""
    for change in terms_on(situation.dossier, situation.as_of, situation.evidence)[1]:
        later, _ = terms_on(situation.dossier, change.takes_effect, situation.evidence)
        if change.takes_effect > situation.as_of and later is not None and year <= later.year:
            return (
                f"Your contract ends with the Match of {_signed_year(situation)} today. The change you asked for on "
                f"{day_in_words(change.asked)} takes effect on {day_in_words(change.takes_effect)}; from then on the "
                f"Match of {year} lies within it."
            )
    return ""


def _signed_year(situation: Situation) -> int | None:
    terms = signed_terms(situation)
    return terms.year if terms else None


def _fees(situation: Situation) -> str:
    price = applications(situation)
    if price.cost is None:
        return "Fees are paid once, in the season you apply; they have tended to rise."
    about = "at least" if price.partial else "about"
    return f"Application fees ({about} {price.cost}) are paid once, in the season you apply; they have tended to rise."


def _gain(situation: Situation, later: Season) -> str:
    leave = situation.dossier.constraints.paid_leave
    opens = later.find(Event.SUBMISSION_OPENS) or later.find(Event.FILES_OPENED)
    assert opens is not None  # every service has a day on which files are opened
    months = months_between(situation.as_of, opens.day)
    days = f", another {leave.days_per_year:g} days of paid leave" if leave and leave.days_per_year else ""
    money = situation.dossier.constraints.money
    saved = max(0.0, money.saved_per_month) * 12 if money else 0.0
    more = f" and about {dollars_in_tens(saved)} more saved" if saved else ""
    return f"What it gives: {months:.0f} months until submission instead of {_months_now(situation)}{days}{more}."


def _months_now(situation: Situation) -> str:
    return f"{max(0.0, months_between(situation.as_of, situation.submission)):.0f}"
