"""Which draft tells about which experience: by its title, by its place where that is clear, or by both."""

from __future__ import annotations

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace, DraftText
from bedside.applicant.parts.experience import Experience


def draft_about(dossier: Dossier, one: Experience, place: DraftPlace) -> tuple[int, DraftText] | None:
    """The draft for a place that tells about an experience, with its number; None where there is none.

    What both name wins over the title alone, and the title over the organization; a name that two experiences
    share points at neither of them.
    """
    for names in (_names_of_both(one), (one.title,), (one.organization,)):
        wanted = {name.casefold() for name in names if name and _is_of_one(name, dossier)}
        for number, draft in enumerate(dossier.drafts):
            if draft.place is place and (draft.about or "").casefold() in wanted:
                return number, draft
    return None


def name_for_drafts(dossier: Dossier, one: Experience) -> str:
    """The name by which a new draft about an experience is found again."""
    if _is_of_one(one.title, dossier) or not one.organization:
        return one.title
    return f"{one.title}, {one.organization}"


def _names_of_both(one: Experience) -> tuple[str, ...]:
    if not one.organization:
        return ()
    return tuple(f"{one.title}{between}{one.organization}" for between in (", ", " at ", " - ", " – "))


def _is_of_one(name: str, dossier: Dossier) -> bool:
    lowered = name.casefold()
    named = [
        one for one in dossier.experiences if lowered in ((one.title).casefold(), (one.organization or "").casefold())
    ]
    return len(named) <= 1
