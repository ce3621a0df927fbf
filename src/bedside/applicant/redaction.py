"""A dossier as it may be shown to someone else: without the names in it, without the scores, or without both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from bedside.applicant.dossier import Dossier
from bedside.applicant.hidden_words import HiddenName, HiddenNames, bare, folded, without_scores
from bedside.applicant.letter_keys import ticks_of_letters_renamed
from bedside.applicant.parts.experience import Experience, Setting
from bedside.applicant.parts.shape import Part, Word

APPLICANT, SCHOOL, READER = "The applicant", "A medical school", "Trusted reader"
ASKED, PROGRAM = "Person asked", "Program"

_PLACES = {
    Setting.HOSPITAL: "Hospital",
    Setting.CLINIC: "Clinic",
    Setting.COMMUNITY: "Community",
    Setting.UNIVERSITY: "University",
}
_ELSEWHERE = "Organization"
_NO_WORDS = frozenset({"start", "end", "expires", "renews"})
"""Fields whose text is a date or a word that stands for one."""

_WITH_A_MEANING = frozenset({"country", "citizenships", "specialty", "specialties", "pathway"})
"""Fields that results are read from: there a name is left where it is the whole of the field, as it then means that."""

AnyPart = TypeVar("AnyPart", bound=Part)


def redacted(dossier: Dossier, hides_names: bool, hides_scores: bool) -> Dossier:
    """The dossier without what is hidden; everything computed from it can hold none of it either.

    1. Names of the applicant, the medical school, supervisors, letter writers, places of work, programs applied to and
       the trusted reader become words such as “Letter writer 1”, also where they stand inside other texts. The same
       name always becomes the same words. Notes are left out: they are for the applicant alone.
    2. Scores of examinations are left out, and masked inside texts. Results of attempts stay.

    Only names that have a field of their own are known; one that stands nowhere but in a sentence stays in it.
    """
    scores = [exam.score for exam in dossier.exams if exam.score is not None]
    if hides_scores:
        shown = _each_text(dossier, lambda text, field: without_scores(text, scores))
        exams = tuple(exam.model_copy(update={"score": None}) for exam in shown.exams)
        ticks = _with(shown.ticked_off, dossier.ticked_off, lambda one: {"task": one.task})  # the key of a task
        dossier = shown.model_copy(update={"exams": exams, "ticked_off": ticks})
    return _without_names(dossier) if hides_names else dossier


def names_in(dossier: Dossier) -> tuple[HiddenName, ...]:
    """Every name that has a field of its own, each with the words that are said instead of it."""
    labels: dict[str, str] = {}
    return tuple(_named(dossier, labels))


def _named(dossier: Dossier, labels: dict[str, str]) -> Iterator[HiddenName]:
    """The applicant first and letter writers before supervisors, so that one who is both is the letter writer."""

    def person(written: str, instead: str, numbered: bool = True) -> HiddenName:
        return HiddenName(written, _label(folded(bare(written)), instead, numbered, labels), True)

    yield person(dossier.identity.name, APPLICANT, numbered=False)
    for letter in dossier.letters:
        yield person(letter.writer, "Letter writer")
    beside = (*(one.supervisor for one in dossier.experiences), *(one.supervisor for one in dossier.bookings))
    for supervisor in beside:
        if supervisor is not None:
            yield person(supervisor, "Supervisor")
    contract = dossier.stop_contract
    if contract is not None and contract.trusted_reader is not None:
        yield person(contract.trusted_reader.name, READER, numbered=False)
    if dossier.medical_school.name is not None:
        school = dossier.medical_school.name
        yield HiddenName(school, _label(folded(school), SCHOOL, False, labels), False)
    for asked in dossier.outreach:
        yield person(asked.to, ASKED)
    for applied in dossier.applications:
        label = _label(folded(applied.program), PROGRAM, True, labels)
        yield from (HiddenName(name, label, False) for name in (applied.program, applied.name) if name)
    places = [(one.organization, one.setting) for one in dossier.experiences]
    places += [(one.organization, one.setting) for one in dossier.opportunities]
    places += [(one.to.partition(",")[2].strip() or None, None) for one in dossier.outreach]
    for organization, setting in places:
        if organization is not None:
            where = _PLACES.get(setting, _ELSEWHERE) if setting else _ELSEWHERE
            yield HiddenName(organization, _label(folded(organization), where, True, labels), False)


def _label(name: str, instead: str, numbered: bool, labels: dict[str, str]) -> str:
    if name not in labels:
        number = 1 + sum(1 for label in labels.values() if label.rsplit(" ", 1)[0] == instead)
        labels[name] = f"{instead} {number}" if numbered else instead
    return labels[name]


def _without_names(dossier: Dossier) -> Dossier:
    names = names_in(dossier)
    said_instead = {name.written: name.instead for name in names}
    hidden = HiddenNames(names)

    def shown(text: str, field: str) -> str:
        return text if field in _WITH_A_MEANING and hidden.is_one(text) else hidden.replaced_in(text)

    named = _named_otherwise(_each_text(_without_notes(dossier), shown), dossier, said_instead)
    ticks = tuple(one.model_copy(update={"note": None}) for one in dossier.ticked_off)
    ticks = ticks_of_letters_renamed(ticks, dossier.letters, named.letters)
    ticks = tuple(one.model_copy(update={"task": shown(one.task, "task")}) for one in ticks)
    return named.model_copy(update={"ticked_off": ticks})


def _named_otherwise(shown: Dossier, dossier: Dossier, instead: dict[str, str]) -> Dossier:
    """The fields that hold a name alone: whatever its form, nothing of it stays."""

    def own(written: str | None) -> str | None:
        return None if written is None else instead[written]

    contract = shown.stop_contract
    if dossier.stop_contract and dossier.stop_contract.trusted_reader and contract and contract.trusted_reader:
        name = own(dossier.stop_contract.trusted_reader.name)
        reader = contract.trusted_reader.model_copy(update={"name": name})
        contract = contract.model_copy(update={"trusted_reader": reader})
    return shown.model_copy(
        update={
            "identity": shown.identity.model_copy(update={"name": own(dossier.identity.name)}),
            "medical_school": shown.medical_school.model_copy(update={"name": own(dossier.medical_school.name)}),
            "letters": _with(shown.letters, dossier.letters, lambda one: {"writer": own(one.writer)}),
            "experiences": _with(shown.experiences, dossier.experiences, lambda one: _of_experience(one, own)),
            "bookings": _with(shown.bookings, dossier.bookings, lambda one: {"supervisor": own(one.supervisor)}),
            "opportunities": _with(
                shown.opportunities, dossier.opportunities, lambda one: {"organization": own(one.organization)}
            ),
            "outreach": _with(shown.outreach, dossier.outreach, lambda one: {"to": own(one.to)}),
            "applications": _with(
                shown.applications,
                dossier.applications,
                lambda one: {"program": own(one.program), "name": None, "track": None},
            ),
            "stop_contract": contract,
        }
    )


def _of_experience(one: Experience, own: Callable[[str | None], str | None]) -> dict[str, Any]:
    return {"supervisor": own(one.supervisor), "organization": own(one.organization)}


def _with(
    shown: tuple[AnyPart, ...], before: tuple[AnyPart, ...], values: Callable[[AnyPart], dict[str, Any]]
) -> tuple[AnyPart, ...]:
    return tuple(one.model_copy(update=values(as_it_was)) for one, as_it_was in zip(shown, before, strict=True))


def _without_notes(part: AnyPart) -> AnyPart:
    return _changed(part, lambda field, value: None if field == "note" else _walked(value, _without_notes))


def _each_text(part: AnyPart, change: Callable[[str, str], str]) -> AnyPart:
    """The part with every free text of it changed; words of a closed list and dates stay."""

    def changed(field: str, value: Any) -> Any:
        if field in _NO_WORDS or isinstance(value, Word):
            return value
        if isinstance(value, str):
            return change(value, field)
        if isinstance(value, tuple):
            return tuple(changed(field, one) for one in value)
        return _walked(value, lambda inner: _each_text(inner, change))

    return _changed(part, changed)


def _walked(value: Any, step: Callable[[Any], Any]) -> Any:
    if isinstance(value, tuple):
        return tuple(_walked(one, step) for one in value)
    return step(value) if isinstance(value, Part) else value


def _changed(part: AnyPart, change: Callable[[str, Any], Any]) -> AnyPart:
    return part.model_copy(update={field: change(field, getattr(part, field)) for field in type(part).model_fields})
