"""The whole story of a dossier: the arc, every draft as it was read, and one story over all texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.story.arc import ArcResult, arc
from bedside.story.drafts.results import Review
from bedside.story.drafts.review import review
from bedside.story.told.consistency import OneStory, one_story


@dataclass(frozen=True, slots=True)
class Story:
    """The arc, the drafts of the file in their order, each as it was read, and what all of them tell together."""

    as_of: date
    arc: ArcResult
    reviews: tuple[Review, ...]
    one_story: OneStory


def told(dossier: Dossier, as_of: date, evidence: Evidence) -> Story:
    """The story as it stands on `as_of`."""
    reviews = tuple(
        review(draft.text, draft.place, dossier, as_of, evidence, number) for number, draft in enumerate(dossier.drafts)
    )
    return Story(as_of, arc(dossier, as_of), reviews, one_story(dossier, as_of))
