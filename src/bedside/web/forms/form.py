"""The forms about parts of a dossier, made from its shape and its questions.

`form_for(About(("decision",)), content)` has the fields of a part to show: `asked` ones, and `more` under a fold.
`read_part(about, request.POST, before)` (in `reading`) reads them back: content, or sentences by the name of a field.
A page then calls `make_change` with `merged(about, read.content, before)`. What is wrong is shown by making the form
again with `typed=read.answers`, `wrong=read.wrong`, and the mistakes a save raised: each stands under its field, those
about other parts in `elsewhere`. In a template: `{% include "forms/_form_fields.html" with form=form %}` inside
<form>, which also carries the hidden fields `base` and what the page itself needs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bedside.applicant.fields import Entry, FieldShape
from bedside.applicant.mistakes import Mistake, field_name
from bedside.applicant.questions import part_about
from bedside.documents.wording import lowered
from bedside.web.forms.fields import MOST_AT_ONCE, Choice, Field
from bedside.web.forms.reading import Answers, as_shown, own_content
from bedside.web.forms.slots import About, Slot, row_lists, slots_of, value_at
from bedside.web.store.changes import fingerprint

NOT_SAID, CHOOSE = "Not said", "Choose one"
_EMPTY_ROWS = 1


@dataclass(frozen=True, slots=True)
class Form:
    """A form to show: its fields, what is wrong with the part as a whole, and what is wrong elsewhere.

    `base` is the fingerprint of what the form shows of the saved content.
    """

    about: About
    id: str
    base: str
    asked: tuple[Field, ...]
    more: tuple[Field, ...]
    wrong: tuple[str, ...] = ()
    look_again: tuple[str, ...] = ()
    elsewhere: tuple[Mistake, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field."""
        return (*self.asked, *self.more)

    @property
    def count_wrong(self) -> int:
        """How many things have to be put right before it can be saved."""
        return len(self.wrong) + len(self.elsewhere) + sum(len(field.wrong) for field in self.fields)

    @property
    def opens_more(self) -> bool:
        """Whether what is folded away has to be seen: something in it is wrong, or differs from what was saved."""
        return any(field.wrong or field.look_again or field.theirs is not None for field in self.more)


def form_for(
    about: About,
    content: Mapping[str, Any] | None,
    *,
    id: str = "",
    typed: Answers | None = None,
    wrong: Mapping[str, tuple[str, ...]] | None = None,
    mistakes: Iterable[Mistake] = (),
    warnings: Iterable[Mistake] = (),
    shows_theirs: bool = False,
) -> Form:
    """The form about a part with `content`, None where there is none yet.

    With `typed` it shows what was typed instead; with `shows_theirs` also, where that differs, what is saved.
    """
    id = id or field_name(about.path).replace("[", "-").replace("]", "").replace(".", "-")
    maker = _Maker(about, content, id, typed, shows_theirs)
    placed, over, elsewhere = _by_field(about, maker, mistakes)
    again, again_over, _ = _by_field(about, maker, warnings)
    for name, sentences in (wrong or {}).items():
        placed[name] = sentences
    slots = maker.slots()
    made = [(slot, maker.field(slot, placed.get(slot.name, ()), again.get(slot.name, ()))) for slot in slots]
    return Form(
        about=about,
        id=id,
        base=fingerprint(own_content(about, content)),
        asked=tuple(field for slot, field in made if not slot.is_more),
        more=tuple(field for slot, field in made if slot.is_more),
        wrong=tuple(sentence for one in over for sentence in one),
        look_again=tuple(sentence for one in again_over for sentence in one),
        elsewhere=tuple(elsewhere),
    )


def says(mistake: Mistake) -> str:
    """A mistake in one breath: what, and how to put it right."""
    return f"{mistake.what} {mistake.how_to_fix}".rstrip()


@dataclass(frozen=True, slots=True)
class _Maker:
    about: About
    content: Mapping[str, Any] | None
    id: str
    typed: Answers | None
    shows_theirs: bool

    def slots(self) -> list[Slot]:
        """Every slot, with an empty row after those of each list."""
        rows = {shape.key: self._rows(shape.key) + _EMPTY_ROWS for shape in row_lists(self.about)}
        return list(slots_of(self.about, rows))

    def field(self, slot: Slot, wrong: tuple[str, ...], look_again: tuple[str, ...]) -> Field:
        """One slot as a field; a question that hangs on another answer is shown where it has one of its own."""
        shape, question = slot.shape, slot.question
        saved = value_at(self.content, slot.steps)
        shown = self._shown(slot, saved)
        theirs = self._theirs(slot, saved)
        hangs_on_others = bool(question.when) and not any((*shown, *wrong, *look_again, theirs))
        return Field(
            name=slot.name,
            id=f"{self.id}-{slot.name.replace('.', '-').replace('_', '-')}",
            label=_label(self.about, slot),
            kind=_kind(shape, slot),
            value=shown[0] if shown else "",
            help="" if _is_a_later_row(slot) else question.why,
            choices=_choices(slot, shown),
            placeholder=_placeholder(shape),
            required=shape.is_required and len(slot.steps) == 1,
            wrong=wrong,
            look_again=look_again,
            asked_when=json.dumps(question.when) if hangs_on_others else "",
            theirs=theirs,
            path=field_name((*self.about.path, *slot.steps)),
        )

    def _rows(self, key: str) -> int:
        saved = value_at(self.content, (key,)) or []
        if self.typed is None:
            return len(saved)
        numbers = [int(name.split(".")[1]) + 1 for name in self.typed if name.startswith(f"{key}.")]
        return max(numbers, default=0)

    def _shown(self, slot: Slot, saved: Any) -> list[str]:
        if self.typed is not None:
            return self.typed.getlist(slot.name)
        return _words_of(slot, saved, self.content)

    def _theirs(self, slot: Slot, saved: Any) -> str | None:
        if not self.shows_theirs or self.typed is None:
            return None
        before = _words_of(slot, saved, self.content)
        mine = [word.replace("\r\n", "\n").strip() for word in self.typed.getlist(slot.name) if word.strip()]
        if mine == [word.strip() for word in before if word.strip()]:
            return None
        is_chosen = slot.shape.entry is Entry.WORD
        return ", ".join(slot.question.in_words(word) if is_chosen else word for word in before if word)


def _words_of(slot: Slot, saved: Any, content: Any) -> list[str]:
    """What a field shows of a saved value: the default where nothing is said."""
    shape = slot.shape
    if saved is None and shape.default is not None and shape.entry is not Entry.PART and not shape.is_list:
        is_begun = content is not None or shape.entry in (Entry.WORD, Entry.NAME)
        saved = str(shape.default) if isinstance(shape.default, str) else shape.default if is_begun else None
    if shape.is_list and shape.entry is Entry.WORD:
        return [str(word) for word in saved or ()]
    if isinstance(slot.steps[-1], int):
        return [str(saved or "")]
    return [as_shown(shape, saved)] if saved is not None else []


def _label(about: About, slot: Slot) -> str:
    """The question; in rows with the title of the list before it, so that each row says what it belongs to."""
    row = next((step for step in slot.steps if isinstance(step, int)), None)
    asks = slot.question.asks
    if row is None:
        return asks
    if isinstance(slot.steps[-1], int):
        return asks if row == 0 else "And another?"
    title = part_about((*about.path, slot.steps[0])).title
    return f"{title}: {lowered(asks)}" if row == 0 else f"And another: {lowered(asks)}"


def _is_a_later_row(slot: Slot) -> bool:
    return any(isinstance(step, int) and step > 0 for step in slot.steps)


def _kind(shape: FieldShape, slot: Slot) -> str:
    if shape.entry is Entry.WORD:
        return "choices" if shape.is_list else "choice"
    if shape.is_list and not isinstance(slot.steps[-1], int):
        return "lines"
    return _KINDS.get(shape.entry, "line")


_KINDS = {
    Entry.TEXT: "long",
    Entry.DAY: "date",
    Entry.DATE: "date",
    Entry.MONTH_AND_DAY: "date",
    Entry.NUMBER: "number",
    Entry.WHOLE_NUMBER: "number",
}


def _choices(slot: Slot, shown: list[str]) -> tuple[Choice, ...]:
    shape = slot.shape
    if shape.entry is not Entry.WORD:
        return ()
    words = [Choice(word, slot.question.in_words(word), word in shown) for word in shape.allowed]
    if shape.is_list or shape.default is not None:
        return tuple(words)
    is_open = not any(choice.chosen for choice in words)
    if not shape.is_required:
        return (*words, Choice("", NOT_SAID, is_open))
    return (Choice("", CHOOSE, is_open), *words) if len(words) > MOST_AT_ONCE else tuple(words)


def _placeholder(shape: FieldShape) -> str:
    if shape.entry is Entry.DATE:
        also = f" or {shape.also[0]}" if shape.also else ""
        return f"June 2018{also}"
    return {Entry.DAY: "14 June 2018", Entry.MONTH_AND_DAY: "1 July"}.get(shape.entry, "")


def _by_field(
    about: About, maker: _Maker, mistakes: Iterable[Mistake]
) -> tuple[dict[str, tuple[str, ...]], list[tuple[str, ...]], list[Mistake]]:
    """The sentences by field; those about the part as a whole; and the mistakes in other parts."""
    names = {field_name((*about.path, *slot.steps)): slot.name for slot in maker.slots()}
    around = field_name(about.path)
    placed: dict[str, tuple[str, ...]] = {}
    over: list[tuple[str, ...]] = []
    elsewhere: list[Mistake] = []
    for mistake in mistakes:
        name = next((name for path, name in names.items() if _is_within(mistake.field, path)), None)
        if name is not None:
            placed[name] = (*placed.get(name, ()), says(mistake))
        elif around and _is_within(mistake.field, around):
            over.append((says(mistake),))
        else:
            elsewhere.append(mistake)
    return placed, over, elsewhere


def _is_within(field: str, path: str) -> bool:
    return field == path or field.startswith((f"{path}.", f"{path}["))
