"""How old what ended on a day will be when programs open files, also where the day is not known exactly."""

from __future__ import annotations

from datetime import date

from bedside.applicant.parts.partial_date import PartialDate
from bedside.calendar.months import months_between
from bedside.evidence.library import Evidence

RECENCY = "article.recency.us-clinical-ideal"

_AFTER = "It would end after files are opened. It can be told as going on or planned, and no letter comes in time."


def months_old(last_day: date, files_opened: date) -> float:
    """Months from a day to the day files are opened; below zero for a day after it."""
    if last_day <= files_opened:
        return round(months_between(last_day, files_opened), 1)
    return -round(months_between(files_opened, last_day), 1)


def recency(end: PartialDate | None, files_opened: date, evidence: Evidence) -> tuple[float | None, bool | None, str]:
    """Months since the last day (the fewest it can be), whether that is recent, and both in words.

    Where only the month or the year is known, it is recent, or is not, only if that holds of every day it can be.
    """
    if end is None:
        return None, None, "Its last day is not in your file yet, so how recent it will be is not known."
    window, latest = evidence.find(RECENCY), evidence.number(RECENCY)
    fewest, most = months_old(end.latest, files_opened), months_old(end.earliest, files_opened)
    verdicts = {0 <= months <= latest for months in (fewest, most)}
    recent = verdicts.pop() if len(verdicts) == 1 else None
    if fewest == most or most < 0:
        return fewest, recent, _says(fewest, window.interval.low if window.interval else 0, latest)
    if fewest < 0:
        return fewest, None, "It may end before or after files are opened: its last day decides."
    if recent is None:
        says = f"Between {fewest:g} and {most:g} months old when files are opened: its last day decides."
        return fewest, None, f"{says} Up to {latest:g} is recent."
    return fewest, recent, _says(fewest, most if recent else 0, latest, f"Between {fewest:g} and {most:g}")


def _says(months: float, ideal: float, latest: float, how_many: str = "") -> str:
    if months < 0:
        return _AFTER
    says = f"{how_many or format(months, 'g')} months old when files are opened"
    if months <= ideal:
        return f"{says}."
    if months <= latest:
        return f"{says}: still within {latest:g}, and towards their end."
    return f"{says}, which is more than {latest:g}."
