"""What asks for a look at the status first, and what hands-on work of a graduate needs before it may be planned."""

from __future__ import annotations

from datetime import date

from bedside.applicant.checks.timeline import is_licensed_in_the_us
from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.experience import Booking, Contact
from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.opportunities import Opportunity, OpportunityKind, has_all_three_confirmations
from bedside.applicant.parts.shape import Answer

_FREE_TO_WORK = (StatusKind.CITIZEN, StatusKind.PERMANENT_RESIDENT, StatusKind.ASYLEE_OR_REFUGEE)
_RULES = {
    StatusKind.H1B: ("status.h1b.outside-work", "status.h1b.leave-and-hours"),
    StatusKind.F1_STUDENT: ("status.f1.volunteering",),
    StatusKind.F1_OPT: ("status.opt.volunteering-counts-from-hours",),
    StatusKind.F1_STEM_OPT: ("status.stem-opt.unpaid-does-not-count",),
    StatusKind.H4: ("status.h4.volunteering",),
    StatusKind.EMPLOYMENT_AUTHORIZATION: ("status.with-ead.volunteering",),
    StatusKind.H4_WITH_EAD: ("status.with-ead.volunteering",),
    StatusKind.J2_WITH_EAD: ("status.with-ead.volunteering",),
    StatusKind.OTHER: ("status.b1.observe-only",),
}


def hangs_on_status(dossier: Dossier) -> bool:
    """Whether unpaid clinical time, leave or other shifts want a look at the status first; also where none is told."""
    return dossier.status is None or dossier.status.kind not in _FREE_TO_WORK


def rules_of_status(dossier: Dossier) -> tuple[str, ...]:
    """The figures that say what is published about unpaid work, leave or volunteering on the applicant's status."""
    return _RULES.get(dossier.status.kind, ()) if dossier.status else ()


def is_unlicensed_graduate(dossier: Dossier, day: date | None, as_of: date) -> bool:
    """Whether on that day (today where none is known) the applicant has graduated and is told of no US licence."""
    day = day or as_of
    return day > dossier.medical_school.graduated.latest and not is_licensed_in_the_us(dossier.licences, day)


def is_unsure_hands_on(booking: Booking, dossier: Dossier, as_of: date) -> bool:
    """Whether a booking is hands-on work of a graduate without a US licence that is not confirmed by all three."""
    return (
        booking.contact is Contact.HANDS_ON
        and is_unlicensed_graduate(dossier, booking.start.earliest, as_of)
        and not has_all_three_confirmations(dossier.opportunities, booking)
    )


def still_to_confirm(place: Opportunity, is_unlicensed: bool) -> tuple[str, ...]:
    """Who has not yet said yes to hands-on work at a place; empty where it is none, or all three have.

    What an externship without a word about contact would be is not known, and is taken for hands-on work.
    """
    sold_as_such = place.warning_signs.hands_on_without_licence is Answer.YES
    unknown = place.kind is OpportunityKind.EXTERNSHIP and place.contact is None
    if not (place.contact is Contact.HANDS_ON or sold_as_such or unknown) or not is_unlicensed:
        return ()
    confirmed = place.confirmations
    answers = (
        ("the site in writing", confirmed.site),
        ("the state's board", confirmed.state_law),
        ("a lawyer or your school about your status", confirmed.status),
    )
    return tuple(who for who, answer in answers if answer is not Answer.YES)
