"""The warning signs of a place, each with why it is one and the question that clears it up."""

from __future__ import annotations

from typing import NamedTuple

from bedside.applicant.parts.experience import Contact, Setting
from bedside.applicant.parts.opportunities import Opportunity
from bedside.applicant.parts.shape import Answer
from bedside.clinical.results import Sign, WarningSign
from bedside.evidence.library import Evidence


class _Kind(NamedTuple):
    """What is asked about one field of the dossier."""

    title: str
    why: str
    ask: str
    figures: tuple[str, ...] = ()


_KINDS = {
    "guarantees_a_letter": _Kind(
        "A letter is promised before anyone has met you",
        "A letter that is for sale says nothing about you, and readers know the places that sell them.",
        "Who writes letters, and after how many weeks of working together?",
        ("clinic.warning.promises", "clinic.observership.listings-with-letter"),
    ),
    "guarantees_a_match": _Kind(
        "A match or an interview is promised",
        "Nobody outside a program can promise either.",
        "What exactly is promised, and by whom in which program?",
        ("clinic.warning.promises",),
    ),
    "hides_the_physician": _Kind(
        "The physician's name is kept back until you pay",
        "Without a name you cannot look up the specialty, the hospital, or whether anyone trained there.",
        "Who would I be with, and at which hospital? I would like to look it up before I decide.",
        ("clinic.warning.physician-hidden",),
    ),
    "template_letters": _Kind(
        "Letters come from a template",
        "The same sentences in many files make each of them worth less.",
        "Does the physician write each letter themselves?",
        ("clinic.warning.template-letters",),
    ),
    "hands_on_without_licence": _Kind(
        "Hands-on work is offered to someone without a US licence",
        "State law, the hospital's insurance and your status may all forbid it, and it is your name that stands on it.",
        "What may I do there, under whose licence, and may I have that in writing from the hospital?",
        ("licence.board.any-state", "status.b1.observe-only"),
    ),
    "only_remote": _Kind(
        "It is by video only, and called US clinical experience",
        "Many programs do not count it, because nobody saw you beside a patient.",
        "How many days are spent in the clinic itself?",
        ("clinic.warning.remote",),
    ),
    "asks_for_all_money_first": _Kind(
        "All of it is due at once, with nothing back",
        "Plans change; a place that is sure of its offer can hold it with a part.",
        "What is due when, and what comes back if I have to cancel?",
        ("clinic.observership.not-for-profit",),
    ),
    "cannot_be_found": _Kind(
        "The hospital's own pages know nothing of it",
        "Listings grow old quickly, and some never were true.",
        "Could you send me the page of the hospital on which this is described?",
        ("clinic.observership.listings-not-found",),
    ),
}
HANDS_ON = "hands_on_without_licence"
_SIGNS = {Answer.YES: Sign.THERE, Answer.NO: Sign.NOT_THERE, Answer.UNKNOWN: Sign.NOT_ASKED}


def warning_signs(place: Opportunity, is_unlicensed: bool, evidence: Evidence) -> tuple[WarningSign, ...]:
    """Every sign with whether it is there, those that are there first, then those nobody asked about.

    A place whose contact is hands-on shows the sign of hands-on work to whoever has no US licence, said or not.
    """
    order = (Sign.THERE, Sign.NOT_ASKED, Sign.NOT_THERE)
    signs = [
        WarningSign(
            name=name,
            title=kind.title,
            sign=_sign(name, place, is_unlicensed),
            why=kind.why,
            ask=kind.ask,
            because=evidence.cite(*kind.figures),
        )
        for name, kind in _KINDS.items()
    ]
    return tuple(sorted(signs, key=lambda sign: order.index(sign.sign)))


def _sign(name: str, place: Opportunity, is_unlicensed: bool) -> Sign:
    if name == HANDS_ON and is_unlicensed and place.contact is Contact.HANDS_ON:
        return Sign.THERE
    if name == "only_remote" and place.setting is Setting.REMOTE and place.warning_signs.only_remote is Answer.UNKNOWN:
        return Sign.THERE
    return _SIGNS[getattr(place.warning_signs, name)]
