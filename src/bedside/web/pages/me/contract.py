"""The forms of the decision and the stop contract: which there are, and what each of them sends to be saved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bedside.applicant.parts.partial_date import read_day
from bedside.evidence.citing import day_in_words
from bedside.plan.results import StopContractResult
from bedside.web.forms.reading import Read, merged
from bedside.web.forms.slots import About

DECIDE, WRITE, SIGN, CHANGE, FILL_IN = "decide", "write", "sign", "change", "fill-in"
CONTRACT = ("stop_contract",)
TERMS = ("cycles", "year", "alternative")
SLOTS = ("cycles", "upgrades", "year", "alternative")

SAID = {
    DECIDE: "Wrote the decision",
    WRITE: "Wrote the stop contract",
    SIGN: "Signed the stop contract",
    CHANGE: "Asked for a change of the stop contract",
    FILL_IN: "Filled in what was blank in the stop contract",
}
NOTHING_CHANGES = "Say what is to change: the number of cycles, the last Match, or what you turn to then."
NEEDS_A_DAY = "Write the day on which you sign it."
NOT_YET_COME = "This day has not come yet. Sign it on the day itself."


def about_of(which: str, contract: Mapping[str, Any]) -> About | None:
    """What a form is about; None where there is no such form. `contract` is the stop contract as plain content."""
    return {
        DECIDE: About(("decision",)),
        WRITE: About(CONTRACT, SLOTS, ("trusted_reader",)),
        SIGN: About(CONTRACT, ("signed",)),
        CHANGE: About((*CONTRACT, "changes", len(contract.get("changes") or ())), (*TERMS, "why")),
        FILL_IN: About(CONTRACT, blanks_of(contract), ("trusted_reader",)),
    }.get(which)


def blanks_of(contract: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of a signed contract that may still be filled in."""
    reader = contract.get("trusted_reader") or {}
    upgrades = () if contract.get("upgrades") else ("upgrades",)
    return upgrades if reader.get("told_on") else (*upgrades, "trusted_reader")


def wrong_beside(which: str, read: Read, as_of: date) -> dict[str, tuple[str, ...]]:
    """What is wrong with a form beyond what each of its fields says, by the name of the field."""
    if which == CHANGE and not any(key in read.content for key in TERMS):
        return {"cycles": (NOTHING_CHANGES,)}
    if which == SIGN and "signed" not in read.wrong:
        signed = read.content.get("signed")
        if signed is None:
            return {"signed": (NEEDS_A_DAY,)}
        return {"signed": (NOT_YET_COME,)} if read_day(signed) > as_of else {}
    return {}


def value_of(which: str, about: About, read: Read, before: Mapping[str, Any] | None, as_of: date) -> dict[str, Any]:
    """The plain content to save; a change is asked for on the day it is sent, whatever else was sent."""
    if which == CHANGE:
        return {"asked": as_of.isoformat(), **read.content}
    return merged(about, read.content, before)


def says_when(contract: StopContractResult, takes_effect: date) -> str:
    """What asking for a change today would come to."""
    day = day_in_words(takes_effect)
    if contract.stop_day is not None and takes_effect > contract.stop_day:
        stop = day_in_words(contract.stop_day)
        return f"A change asked for today would count from {day}, after your stop day, {stop}: it comes too late."
    return f"A change asked for today counts from {day}. Until then the terms above hold, and nothing makes it earlier."
