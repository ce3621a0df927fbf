"""What the pages of the section Me show: cards, lists of entries, and forms with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bedside.applicant.activity_map import activity_map
from bedside.applicant.completeness import StillEmpty, still_empty
from bedside.applicant.mistakes import Mistake
from bedside.applicant.questions import part_about, question_about
from bedside.documents.blocks import Chart
from bedside.documents.charts.over_time.activity import activity_chart
from bedside.documents.wording import lowered
from bedside.web.forms.chapters import CHAPTERS, Chapter, Section
from bedside.web.forms.form import Form, form_for, says
from bedside.web.forms.plain_words import in_plain_words
from bedside.web.forms.saving import NotSaved
from bedside.web.forms.summaries import chapter_in_words, entry_in_words, in_order_of_time
from bedside.web.frame.places import chapter_of, place_of_entry
from bedside.web.frame.theme import ON_PAGE
from bedside.web.store.changes import fingerprint, part_of
from bedside.web.store.dossiers import Opened


@dataclass(frozen=True, slots=True)
class Shown:
    """One form with what stands around it; `form` is None where the row of an entry is closed.

    `slot` is the id of the row or card: it stays the same on the page while entries come and go. `beside` are the
    fingerprints of the other entries.
    """

    section: Section
    index: int | None
    slot: str
    base: str
    form: Form | None = None
    title: str = ""
    details: str = ""
    to_look_at: int = 0
    told: str = ""
    is_open: bool = False
    is_new: bool = False
    is_changed: bool = False
    is_gone: bool = False
    is_empty: bool = False
    can_be_removed: bool = False
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A section of a chapter with its forms: one, or one for each entry and one to add."""

    section: Section
    shown: tuple[Shown, ...]
    new: Shown | None


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is still empty: in words, why it matters, and where it is filled in."""

    what: str
    why: str
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    """A chapter on the first page of the section."""

    chapter: Chapter
    holds: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """Something that may be right and should be looked at again."""

    about: str
    says: str
    url: str


def card(chapter: Chapter, opened: Opened) -> Card:
    """A chapter as a card."""
    return Card(chapter, chapter_in_words(chapter, opened.content), still_empty_in(chapter, opened))


def still_empty_in(chapter: Chapter, opened: Opened) -> tuple[Missing, ...]:
    """What a chapter does not say yet, and why that matters."""
    found = (one for one in still_empty(opened.dossier) if chapter_of(one.field) == chapter.slug)
    return tuple(_missing(one, opened) for one in found)


def _missing(empty: StillEmpty, opened: Opened) -> Missing:
    """What is missing in a list is said of the first entry it is missing in, one in the United States if any."""
    part, is_of_a_list, key = empty.field.partition("[].")
    entries: list[Any] = (part_of(opened.content, (part,)) or []) if is_of_a_list else []
    lacking = [number for number, entry in enumerate(entries) if entry.get(key) is None]
    if not lacking:
        return Missing(name_of_field(empty.field), empty.why, place_of_entry(opened, empty.field) or "")
    first = min(lacking, key=lambda number: "country" in entries[number])
    name = entry_in_words((part, first), entries[first])[0]
    what = f"{name}: {lowered(question_about((part, key)).asks)}"
    return Missing(what, empty.why, place_of_entry(opened, f"{part}[{first}].{key}") or "")


def to_look_at(opened: Opened) -> list[ToLookAt]:
    """Every caution about the dossier, each with the form it is about."""
    return [
        ToLookAt(_about(one.field, opened), says(one), place_of_entry(opened, one.field) or "")
        for one in in_plain_words(opened.warnings, opened.content)
    ]


def activity_picture(opened: Opened, as_of: date) -> Chart | None:
    """The activity map."""
    return activity_chart(activity_map(opened.dossier, as_of), ON_PAGE)


def neighbours(chapter: Chapter) -> tuple[Chapter | None, Chapter | None]:
    """The chapters before and after one."""
    place = CHAPTERS.index(chapter)
    return (CHAPTERS[place - 1] if place else None, CHAPTERS[place + 1] if place + 1 < len(CHAPTERS) else None)


def groups(chapter: Chapter, opened: Opened, wanted: Shown | None) -> list[Group]:
    """Every section of a chapter; the form `wanted` stands in the place of its own."""
    return [
        _group(section, opened, wanted if wanted and wanted.section == section else None)
        for section in chapter.sections
    ]


def shown(
    section: Section, opened: Opened, index: int | None, slot: str = "", told: str = "", is_open: bool = False
) -> Shown:
    """The form of a section as it is saved; of a list, that of the entry at `index`."""
    if section.is_list and not _is_there(section, opened, index):
        return new_entry(section, opened)
    about = section.about(index)
    content = part_of(opened.content, about.path)
    slot = slot or slot_of(section, index)
    form = form_for(about, content, id=slot, warnings=in_plain_words(_warnings(opened, section, index), opened.content))
    return _around(Shown(section, index, slot, form.base, form, told=told, is_open=is_open), opened)


def shown_again(section: Section, answer: NotSaved, slot: str) -> Shown:
    """The form with what was typed, and what stands in the way of saving it."""
    form = answer.form
    is_new = section.is_list and answer.index is None
    made = Shown(
        section,
        answer.index,
        slot,
        form.base,
        form_with_id(form, slot),
        is_open=True,
        is_new=is_new,
        is_changed=answer.is_changed,
        is_gone=answer.is_gone,
        is_empty=answer.is_empty,
    )
    return _around(made, answer.now)


def new_entry(section: Section, opened: Opened, is_open: bool = False) -> Shown:
    """The empty form that adds an entry."""
    about = section.about(len(section.entries(opened.content)))
    slot = slot_of(section, None)
    form = form_for(about, None, id=slot)
    return _around(Shown(section, None, slot, "", form, is_new=True, is_open=is_open), opened)


def opened_entry(chapter: Chapter, opened: Opened, asked: Mapping[str, str]) -> Shown | None:
    """The entry that `open=experiences-3` asks for, found again by `base` where its number has changed."""
    name, _, number = asked.get("open", "").rpartition("-")
    section = next((section for section in chapter.sections if section.is_list and section.anchor == name), None)
    if section is None:
        return None
    if number == "new":
        return new_entry(section, opened, is_open=True)
    index = int(number) if number.isdecimal() and len(number) < 6 else -1
    same = [
        place for place, entry in enumerate(section.entries(opened.content)) if fingerprint(entry) == asked.get("base")
    ]
    index = index if index in same or not same else same[0]
    if not _is_there(section, opened, index):
        return None
    slot = slot_sent(section, asked.get("slot", ""), index)
    return shown(section, opened, index, slot=slot, is_open=True)


def slot_sent(section: Section, slot: str, index: int | None) -> str:
    """The id a browser says a form stands under, where it can be one of this section."""
    is_one = re.fullmatch(rf"{re.escape(section.anchor)}(-[a-z0-9]{{1,20}})?", slot)
    return slot if is_one else slot_of(section, index)


def slot_of(section: Section, index: int | None) -> str:
    """The id of the row or card of a form: `experiences-3`, `experiences-new`, `status`."""
    if not section.is_list:
        return section.anchor
    return f"{section.anchor}-{'new' if index is None else index}"


def name_of_field(field: str) -> str:
    """A field of the dossier in words: its question, or the title of its part."""
    path = tuple(step for step in field.replace("[]", "").split(".") if step)
    try:
        return question_about(path).asks if len(path) > 1 else part_about(path).title
    except KeyError:
        return part_about(path).title


def form_with_id(form: Form, id: str) -> Form:
    """The same form under another id, where it stands in a row that has one already."""

    def renamed(old: str) -> str:
        return f"{id}{old.removeprefix(form.id)}"

    return replace(
        form,
        id=id,
        asked=tuple(replace(field, id=renamed(field.id)) for field in form.asked),
        more=tuple(replace(field, id=renamed(field.id)) for field in form.more),
    )


def _group(section: Section, opened: Opened, wanted: Shown | None) -> Group:
    if not section.is_list:
        return Group(section, (wanted or shown(section, opened, None),), None)
    entries = in_order_of_time(section.entries(opened.content))
    rows = [wanted if wanted and wanted.index == index else _row(section, opened, index) for index, _ in entries]
    is_new = wanted is not None and wanted.index is None
    return Group(section, tuple(rows), wanted if is_new else new_entry(section, opened))


def _row(section: Section, opened: Opened, index: int) -> Shown:
    entry = section.entries(opened.content)[index]
    return _around(Shown(section, index, slot_of(section, index), fingerprint(entry)), opened)


def _around(made: Shown, opened: Opened) -> Shown:
    section = made.section
    entries = section.entries(opened.content) if section.is_list else []
    entry = entries[made.index] if made.index is not None and made.index < len(entries) else None
    title, details = entry_in_words((*section.path, 0), entry) if entry is not None else ("", "")
    content = entry if section.is_list else part_of(opened.content, section.path) if section.path else None
    return replace(
        made,
        title=title,
        details=details,
        to_look_at=len(_warnings(opened, section, made.index)) if entry is not None else 0,
        can_be_removed=content is not None and (section.is_list or section.may_be_emptied),
        beside=" ".join(fingerprint(one) for place, one in enumerate(entries) if place != made.index)
        if made.form
        else "",
    )


def _is_there(section: Section, opened: Opened, index: int | None) -> bool:
    return index is not None and 0 <= index < len(section.entries(opened.content))


def _warnings(opened: Opened, section: Section, index: int | None) -> tuple[Mistake, ...]:
    around = section.about(index).path
    name = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in around).lstrip(".")
    return tuple(
        one for one in opened.warnings if name and (one.field == name or one.field.startswith((f"{name}.", f"{name}[")))
    )


def _about(field: str, opened: Opened) -> str:
    """What a caution is about, in words: the entry or the part."""
    name, _, rest = field.partition("[")
    number = rest.partition("]")[0]
    section = next((one for chapter in CHAPTERS for one in chapter.sections if one.name == name and one.is_list), None)
    if section is not None and number.isdecimal() and int(number) < len(section.entries(opened.content)):
        title, details = entry_in_words(section.path, section.entries(opened.content)[int(number)])
        return f"{title} ({details})" if details else title
    return name_of_field(name.split(".")[0])
