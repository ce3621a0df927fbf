"""Saving one form: what was typed is saved, or shown again with what is wrong, or beside what was saved meanwhile.

1. Find the entry where it is now: another window may have added or removed some before it.
2. Where what the form showed is no longer what is saved, show both and save nothing.
3. Read what was typed; where something is wrong, say all of it at once, the checks of the whole dossier included.
4. Save on top of whatever else was saved meanwhile, and begin again where another save came between.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bedside.applicant.file.parsing import parse_content
from bedside.applicant.mistakes import DossierMistakes, Mistake
from bedside.web.forms.chapters import Section
from bedside.web.forms.form import Form, form_for
from bedside.web.forms.plain_words import in_plain_words
from bedside.web.forms.reading import Read, merged, own_content, read_part
from bedside.web.forms.slots import About, Typed
from bedside.web.forms.summaries import entry_in_words
from bedside.web.store.changes import (
    REMOVED,
    Change,
    PartChangedMeanwhile,
    content_with,
    fingerprint,
    make_change,
    part_of,
)
from bedside.web.store.dossiers import NAME_OF_FILE, Opened

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent: its entry (None for a new one, or where there are none), and what it was based on.

    `beside` are the fingerprints of the other entries when the form was shown.
    """

    section: Section
    index: int | None
    base: str
    typed: Typed
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """It is saved: the dossier as it is now, the number of the entry, and whether anything was changed."""

    now: Opened
    index: int | None
    changed: bool


@dataclass(frozen=True, slots=True)
class NotSaved:
    """Nothing was saved: the form with what was typed, and what stands in the way.

    `index` is where the entry is now, None for one that is new or is no longer there. Where `is_changed`, what is
    saved was changed in another window, and the form shows both; where `is_gone`, the entry was removed there, and
    saving would add it again.
    """

    now: Opened
    form: Form
    index: int | None
    is_changed: bool = False
    is_gone: bool = False
    is_empty: bool = False


def save_form(opened: Opened, sent: Sent, as_of: date, now: datetime) -> Saved | NotSaved:
    """Save a form, or say why not; nothing that was typed is lost."""
    for _ in range(_TRIES):
        try:
            return _save(opened, sent, as_of, now)
        except PartChangedMeanwhile as changed:
            opened = changed.now
    return _save(opened, sent, as_of, now)


def remove(opened: Opened, sent: Sent, as_of: date, now: datetime) -> Opened | None:
    """Remove an entry, or empty a part; None where it is not what the form showed, and nothing was removed.

    Raises DossierMistakes where the dossier cannot be without it.
    """
    section = sent.section
    index = _place(section.entries(opened.content), sent) if section.is_list else None
    path = section.about(index).path
    content = part_of(opened.content, path)
    if (section.is_list and index is None) or fingerprint(content) != sent.base or content is None:
        return None
    what = f"Removed {_name(section, content)}"
    try:
        return make_change(opened, Change(path, REMOVED, sent.base, what), as_of, now)
    except PartChangedMeanwhile:
        return None


def _save(opened: Opened, sent: Sent, as_of: date, now: datetime) -> Saved | NotSaved:
    section = sent.section
    entries = section.entries(opened.content)
    is_new = section.is_list and sent.index is None
    index = _place(entries, sent) if section.is_list and not is_new else None
    is_gone = section.is_list and not is_new and index is None
    about = section.about(len(entries) if section.is_list and index is None else index)
    before = part_of(opened.content, about.path)
    read = read_part(about, sent.typed, before)
    if is_gone:
        return NotSaved(opened, _shown(opened, about, None, read), None, is_gone=True)
    value = _value(section, about, read, before)
    path = section.change_path(about)
    saved = part_of(opened.content, path)
    is_same = not read.wrong and (value == saved or (saved is None and (value is REMOVED or not value)))
    if fingerprint(own_content(about, before)) != sent.base and not is_same:
        form = form_for(about, before, typed=read.answers, wrong=read.wrong, shows_theirs=True)
        return NotSaved(opened, form, index, is_changed=True)
    if read.wrong:
        mistakes, warnings = _checked(opened, section, about, value, as_of)
        untold = [one for one in mistakes if not _is_told(one, about, read)]
        return NotSaved(opened, _shown(opened, about, before, read, untold, warnings), index)
    if is_same:
        return _unchanged(opened, about, read, index, is_new)
    if is_new and (sent_before := _sent_before(entries, value, sent.beside)) is not None:
        return Saved(opened, sent_before, changed=False)
    try:
        change = Change(path, value, fingerprint(saved), _what(section, value, is_new))
        after = make_change(opened, change, as_of, now)
    except DossierMistakes as refused:
        return NotSaved(opened, _shown(opened, about, before, read, refused.mistakes, refused.warnings), index)
    return Saved(after, len(entries) if is_new else index, changed=True)


def _sent_before(entries: Sequence[Any], value: Any, beside: Sequence[str]) -> int | None:
    """Where the same form added this entry a moment ago, as after a double click; None where it did not.

    An entry that stood there when the form was shown is another one, however alike it is.
    """
    left = list(beside)
    for place, one in enumerate(entries):
        if fingerprint(one) in left:
            left.remove(fingerprint(one))
        elif one == value:
            return place
    return None


def _unchanged(opened: Opened, about: About, read: Read, index: int | None, is_new: bool) -> Saved | NotSaved:
    if is_new:
        return NotSaved(opened, _shown(opened, about, None, read), None, is_empty=True)
    return Saved(opened, index, changed=False)


def _value(section: Section, about: About, read: Read, before: Any) -> Any:
    """What to save: the part with what was typed; REMOVED where nothing is left of it."""
    if len(section.keys) == 1:
        return read.content.get(section.keys[0], REMOVED)
    whole = merged(about, read.content, before)
    return whole if whole or section.is_list else REMOVED


def _shown(
    opened: Opened,
    about: About,
    before: Any,
    read: Read,
    mistakes: Sequence[Mistake] = (),
    warnings: Sequence[Mistake] = (),
) -> Form:
    mistakes, warnings = in_plain_words(mistakes, opened.content), in_plain_words(warnings, opened.content)
    return form_for(about, before, typed=read.answers, wrong=read.wrong, mistakes=mistakes, warnings=warnings)


def _checked(
    opened: Opened, section: Section, about: About, value: Any, as_of: date
) -> tuple[tuple[Mistake, ...], tuple[Mistake, ...]]:
    """What else is wrong besides what could not be read, so that all of it is said at once."""
    content = (
        content_with(opened.content, section.change_path(about), value) if value is not REMOVED else opened.content
    )
    try:
        parse_content(content, NAME_OF_FILE, as_of)
    except DossierMistakes as refused:
        return refused.mistakes, refused.warnings
    return (), ()


def _is_told(mistake: Mistake, about: About, read: Read) -> bool:
    """Whether a mistake is about a field of which the form says already what is wrong with it."""
    form = form_for(about, None, typed=read.answers, wrong=read.wrong)
    return any(field.wrong and mistake.field == field.path for field in form.fields)


def _place(entries: Sequence[Any], sent: Sent) -> int | None:
    """Where the entry of a form is now; None where it is gone.

    It is the one with the content the form showed. Without such a one it is that at its number, unless that is
    another entry the form stood beside, or has too little in common with what was typed to be the same.
    """
    same = [number for number, entry in enumerate(entries) if fingerprint(entry) == sent.base]
    if sent.index in same:
        return sent.index
    if same:
        return same[0]
    if sent.index is None or not 0 <= sent.index < len(entries):
        return None
    there = entries[sent.index]
    is_another = fingerprint(there) in sent.beside
    return None if is_another or not _is_alike(there, sent) else sent.index


def _is_alike(entry: Mapping[str, Any], sent: Sent) -> bool:
    typed = read_part(sent.section.about(sent.index), sent.typed, entry).content
    keys = {*entry, *typed}
    return 2 * len([key for key in keys if entry.get(key) == typed.get(key)]) >= len(keys)


def _what(section: Section, value: Any, is_new: bool) -> str:
    if value is REMOVED:
        return f"Emptied {section.title}"
    return f"{'Added' if is_new else 'Changed'} {_name(section, value)}"


def _name(section: Section, content: Any) -> str:
    return f"“{entry_in_words(section.path, content)[0]}”" if section.is_list else section.title
