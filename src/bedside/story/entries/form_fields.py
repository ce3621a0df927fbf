"""The single texts of the application beside its experiences, each with what it is for and how much it holds."""

from __future__ import annotations

from dataclasses import dataclass

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace
from bedside.applicant.parts.experience import Kind
from bedside.evidence.figure import Figure
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.story.text.counting import characters
from bedside.story.text.pasted import without_unseen

REGIONS, REGION_ROOM = "myeras.geographic-preferences", "myeras.geographic-explanation-characters"
COUNTED_BY = ("counting.spaces", "counting.code-units", "counting.line-breaks")

_TYPES = {
    Kind.JOB: "work",
    Kind.CLINICAL_PRACTICE: "work",
    Kind.ROTATION: "education-training",
    Kind.STUDY: "education-training",
    Kind.VOLUNTEERING: "volunteer-service-advocacy",
    Kind.RESEARCH: "research",
    Kind.TEACHING: "teaching-mentoring",
}


@dataclass(frozen=True, slots=True)
class FormText:
    """A text as it goes into a field: clean of unseen marks, with the characters it takes and the field holds.

    `most` is None where no limit is known.
    """

    text: str
    characters: int
    most: int | None

    @property
    def over(self) -> int:
        """Characters beyond what the field holds; 0 where it fits or no limit is known."""
        return max(0, self.characters - self.most) if self.most is not None else 0

    @property
    def left(self) -> int | None:
        """Characters still free; None where no limit is known."""
        return None if self.most is None else max(0, self.most - self.characters)


@dataclass(frozen=True, slots=True)
class SingleField:
    """A field there is one of: what it is for, and its text, None where nothing is written."""

    name: str
    title: str
    says: str
    most: int
    text: FormText | None
    entry: str | None
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the form asks about regions and settings."""

    says: str
    because: tuple[Reason, ...]


def form_text(text: str, most: int | None) -> FormText:
    """A text as it goes into a field; what cannot be seen is left out and not counted."""
    clean = without_unseen(text).strip()
    return FormText(clean, characters(clean), most)


def single_fields(dossier: Dossier, evidence: Evidence) -> tuple[SingleField, ...]:
    """The impactful experience and the interruption, as far as they are written."""
    return tuple(
        _single(dossier, evidence, *one)
        for one in (
            (
                DraftPlace.IMPACTFUL,
                "Impactful experience",
                ("myeras.impactful-experience", "myeras.impactful-experience-answered"),
                "myeras.impactful-experience-characters",
            ),
            (
                DraftPlace.INTERRUPTION,
                "Interruption of medical education or training",
                ("myeras.interruption-is-about-training",),
                "myeras.interruption-characters",
            ),
        )
    )


def _single(
    dossier: Dossier, evidence: Evidence, place: DraftPlace, title: str, about: tuple[str, ...], limit: str
) -> SingleField:
    figures = [evidence.find(name) for name in (*about, limit)]
    most = int(evidence.number(limit))
    found = next(((number, draft) for number, draft in enumerate(dossier.drafts) if draft.place is place), None)
    return SingleField(
        name=place.name.lower(),
        title=title,
        says=" ".join(figure.says for figure in figures),
        most=most,
        text=form_text(found[1].text, most) if found else None,
        entry=f"drafts[{found[0]}]" if found else None,
        because=(
            *(cited(figure) for figure in figures),
            *((from_dossier(f"drafts[{found[0]}]", title),) if found else ()),
        ),
    )


def preferences(evidence: Evidence) -> Preferences:
    """What can be said about regions and settings, as far as sources hold it."""
    names = (REGIONS, "myeras.geographic-regions", REGION_ROOM, "myeras.setting-preference")
    figures = [evidence.find(name) for name in names]
    return Preferences(
        says=" ".join(figure.says for figure in figures),
        because=tuple(cited(figure) for figure in figures),
    )


def type_of(kind: Kind, evidence: Evidence) -> Figure:
    """The choice of the form's list of types that an experience of this kind belongs to."""
    return evidence.find(f"myeras.experience-type.{_TYPES.get(kind, 'other-extracurricular-activities-clubs')}")


def choices(evidence: Evidence, which: str) -> tuple[Figure, ...]:
    """The choices of a list of the form: "experience-type", "focus-area" or "key-characteristic"."""
    return evidence.starting_with(f"myeras.{which}.")
