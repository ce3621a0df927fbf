"""From what was typed into a form back to the plain content of its part, or what is wrong with it, all at once.

What was not touched stays exactly as it was, down to the way it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bedside.applicant.fields import Entry, FieldShape, shape_at
from bedside.applicant.file.editing import with_change
from bedside.applicant.mistakes import Path
from bedside.applicant.parts.shape import Unreadable
from bedside.web.forms.dates import date_as_shown, month_and_day_as_shown, read_date, read_day, read_month_and_day
from bedside.web.forms.numbers import number_as_shown, read_number, read_whole_number
from bedside.web.forms.slots import MOST_ROWS, About, Slot, Typed, row_lists, slots_of, value_at


@dataclass(frozen=True)
class Answers:
    """What was typed, by the names of the fields, with the empty rows of lists left out."""

    typed: Mapping[str, list[str]] = field(default_factory=dict)

    def getlist(self, key: str) -> list[str]:
        """Everything that was sent under a name, in order."""
        return self.typed.get(key, [])

    def __iter__(self) -> Iterator[str]:
        return iter(self.typed)


@dataclass(frozen=True)
class Read:
    """What was read: the plain content of the part, without what is empty and without what is wrong.

    `wrong` has sentences by the name of the field; `answers` is what was typed, to show it again.
    """

    content: dict[str, Any]
    wrong: Mapping[str, tuple[str, ...]]
    answers: Answers


def read_part(about: About, typed: Typed, before: Mapping[str, Any] | None) -> Read:
    """Read a form; `before` is the content of the part as it is saved, None where there is none yet.

    Keys the form does not ask for are not in the content read: `merged` puts them beside it.
    """
    answers, rows = _without_empty_rows(about, typed)
    content: dict[str, Any] = {
        shape.key: [{} for _ in range(rows[shape.key])] for shape in row_lists(about) if shape.part and rows[shape.key]
    }
    wrong: dict[str, tuple[str, ...]] = {}
    slots = list(slots_of(about, rows))
    for slot in slots:
        try:
            value = _read(slot, answers.getlist(slot.name), value_at(before, slot.steps))
        except Unreadable as refused:
            wrong[slot.name] = (f"{refused.what}. {refused.how_to_fix}.",)
            continue
        if value is not None and value != slot.shape.default:
            content = _with(content, slot.steps, value)
    for slot in slots:
        if _is_missing(slot, content, wrong) and _is_begun(about, slot, content, wrong):
            wrong[slot.name] = ("This is needed before it can be saved.",)
    return Read(content, wrong, answers)


def merged(about: About, read: Mapping[str, Any], before: Mapping[str, Any] | None) -> dict[str, Any]:
    """The whole part with what was read in it; what the form did not ask for stays as it was."""
    own = set(own_keys(about))
    kept = {key: value for key, value in (before or {}).items() if key not in own}
    return {**kept, **read}


def own_keys(about: About) -> tuple[str, ...]:
    """The keys of the part that the form asks for."""
    rows = {shape.key: 1 for shape in row_lists(about)}
    return tuple(dict.fromkeys(str(slot.steps[0]) for slot in slots_of(about, rows)))


def own_content(about: About, content: Mapping[str, Any] | None) -> dict[str, Any]:
    """What the form shows of the content of its part."""
    own = set(own_keys(about))
    return {key: value for key, value in (content or {}).items() if key in own}


def as_shown(shape: FieldShape, value: Any) -> str:
    """A value of the dossier as a field shows it, and as it is read back from there."""
    if value is None:
        return ""
    if shape.is_list and isinstance(value, list | tuple):
        lines = "\n".join(str(one) for one in value)
        return f"{lines}\n" if len(value) == 1 and "," in lines else lines
    if shape.entry in (Entry.DAY, Entry.DATE):
        return date_as_shown(value)
    if shape.entry is Entry.MONTH_AND_DAY:
        return month_and_day_as_shown(value)
    return number_as_shown(value) if isinstance(value, int | float) else str(value)


def _read(slot: Slot, sent: list[str], before: Any) -> Any:
    shape = slot.shape
    if shape.is_list and shape.entry is Entry.WORD:
        chosen = [word for word in sent if word] or None
        return before if before and chosen and set(before) == set(chosen) else chosen
    written = sent[0].replace("\r\n", "\n").replace("\r", "\n") if sent else ""
    is_a_row = isinstance(slot.steps[-1], int)
    if before is not None and not is_a_row and written == as_shown(shape, before):
        return before
    if not written.strip():
        return None
    if shape.is_list and not is_a_row:
        return _names(written)
    reader = _READERS.get(shape.entry)
    return reader(written, shape) if reader else written.strip()


_READERS: Mapping[Entry, Callable[[str, FieldShape], Any]] = {
    Entry.DATE: lambda text, shape: read_date(text, shape.also),
    Entry.DAY: lambda text, _: read_day(text),
    Entry.MONTH_AND_DAY: lambda text, _: read_month_and_day(text),
    Entry.NUMBER: lambda text, _: read_number(text),
    Entry.WHOLE_NUMBER: lambda text, _: read_whole_number(text),
}


def _names(written: str) -> list[str] | None:
    """Names on lines; where all stand on one line, with commas between."""
    pieces = written.split("\n") if "\n" in written else written.split(",")
    return [name.strip() for name in pieces if name.strip()] or None


def _is_missing(slot: Slot, content: Mapping[str, Any], wrong: Mapping[str, Any]) -> bool:
    return slot.shape.is_required and slot.name not in wrong and value_at(content, slot.steps) is None


def _is_begun(about: About, slot: Slot, content: Mapping[str, Any], wrong: Mapping[str, Any]) -> bool:
    """Whether anything of the part around a slot was typed: what was never begun, and may wait, needs nothing."""
    around = slot.steps[:-1]
    shape = shape_at(about.path)
    if not around and shape is not None and shape.is_required:
        return True
    prefix = ".".join(str(step) for step in around)
    return bool(value_at(content, around)) or any(name.startswith(prefix) for name in wrong)


def _with(content: dict[str, Any], steps: Path, value: Any) -> dict[str, Any]:
    changed = with_change(content, steps, value)
    assert isinstance(changed, dict)  # steps are never empty
    return changed


def _without_empty_rows(about: About, typed: Typed) -> tuple[Answers, dict[str, int]]:
    """What was typed with the rows of each list numbered anew, those left empty left out; and how many there are."""
    lists = {shape.key for shape in row_lists(about)}
    answers: dict[str, list[str]] = {}
    rows: dict[str, list[str]] = {key: _rows_typed(key, typed) for key in lists}
    for name in typed:
        key, _, rest = str(name).partition(".")
        number, dot, within = rest.partition(".")
        if key not in lists:
            answers[name] = [str(one) for one in typed.getlist(name)]
        elif number in rows[key]:
            answers[f"{key}.{rows[key].index(number)}{dot}{within}"] = [str(one) for one in typed.getlist(name)]
    return Answers(answers), {key: len(numbers) for key, numbers in rows.items()}


def _rows_typed(key: str, typed: Typed) -> list[str]:
    """The numbers of the rows of a list in which something was typed, in order."""
    numbers = {
        name.split(".")[1]
        for name in map(str, typed)
        if name.startswith(f"{key}.") and any(str(one).strip() for one in typed.getlist(name))
    }
    return sorted((number for number in numbers if number.isdecimal() and int(number) <= MOST_ROWS), key=int)
