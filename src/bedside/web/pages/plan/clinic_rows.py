"""Places as the section Clinic shows them: what is compared, the signs, and the form for what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bedside.applicant.mistakes import Mistake
from bedside.clinical.results import Clinic, Compared, WarningSign
from bedside.documents.content.clinical.places import cost_of, leave_of, when_of
from bedside.web.forms.form import Form, form_for
from bedside.web.forms.plain_words import in_plain_words
from bedside.web.forms.reading import Answers
from bedside.web.forms.slots import About
from bedside.web.store.changes import fingerprint, part_of
from bedside.web.store.dossiers import Opened

_ASKED = ("state", "contact", "letter", "trains_residents")


@dataclass(frozen=True)
class NotSaved:
    """What was typed about one place and not saved, and why; `is_changed` is whether another window was first."""

    index: int
    typed: Answers
    wrong: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mistakes: Iterable[Mistake] = ()
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place: what is compared of it in words, its signs, and the form that answers them with its `base`."""

    index: int
    place: Compared
    when: str
    cost: str
    leave: str
    there: tuple[WarningSign, ...]
    not_asked: tuple[WarningSign, ...]
    not_there: int
    form: Form
    base: str
    is_changed: bool
    is_open: bool


def about_asking(index: int) -> About:
    """The form for what a place answers: how far it is, contact, letters, its warning signs, and what is confirmed."""
    return About(("opportunities", index), keys=_ASKED, inside=("warning_signs", "confirmations"))


def place_rows(clinic: Clinic, opened: Opened, not_saved: NotSaved | None) -> list[PlaceRow]:
    """Every place, with what was typed and not saved in the form of its own."""
    return [
        _row(index, place, opened, not_saved if not_saved and not_saved.index == index else None)
        for index, place in enumerate(clinic.comparison.places)
    ]


def _row(index: int, place: Compared, opened: Opened, not_saved: NotSaved | None) -> PlaceRow:
    content = part_of(opened.content, ("opportunities", index))
    form = form_for(
        about_asking(index),
        content,
        id=f"ask-{index}",
        typed=not_saved.typed if not_saved else None,
        wrong=not_saved.wrong if not_saved else None,
        mistakes=in_plain_words(tuple(not_saved.mistakes), opened.content) if not_saved else (),
        shows_theirs=bool(not_saved and not_saved.is_changed),
    )
    return PlaceRow(
        index=index,
        place=place,
        when=when_of(place),
        cost=cost_of(place),
        leave=leave_of(place),
        there=place.signs_there,
        not_asked=place.signs_not_asked,
        not_there=len(place.signs) - len(place.signs_there) - len(place.signs_not_asked),
        form=form,
        base=fingerprint(content),
        is_changed=bool(not_saved and not_saved.is_changed),
        is_open=not_saved is not None,
    )
