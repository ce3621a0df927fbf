"""Every field of the dossier has a plain question or label, and every question is about a field there is."""

from __future__ import annotations

import pytest

from bedside.applicant.dossier import Dossier
from bedside.applicant.fields import Entry, fields_of, shape_at
from bedside.applicant.parts.shape import Part
from bedside.applicant.questions import _every_part, part_about, question_about

WITHOUT = {("schema_version",)}


def every_field(part: type[Part] = Dossier, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for key, shape in fields_of(part).items():
        if shape.part is not None:
            found += every_field(shape.part, (*before, key))
        elif shape.entry is not Entry.NUMBERS_BY_NAME:
            found.append((*before, key))
    return [path for path in found if path not in WITHOUT]


@pytest.mark.parametrize("path", every_field(), ids=".".join)
def test_a_field_has_a_plain_question_or_label(path: tuple[str, ...]) -> None:
    assert question_about(path).asks[:1].isupper()
    assert "_" not in question_about(path).asks


def test_a_field_nobody_asks_about_is_said_by_its_path() -> None:
    with pytest.raises(KeyError, match=r"identity\.shoe_size"):
        question_about(("identity", "shoe_size"))


def test_the_entry_of_a_list_is_asked_about_as_its_list_is() -> None:
    assert part_about(("experiences", 3, "progression", 0)).title == "A change over time"


def test_what_is_said_more_plainly_is_a_word_of_the_list() -> None:
    for part in _every_part().values():
        for question in (*part.questions, *part.more):
            shape = shape_at((*part.path, question.key))
            assert shape is not None
            assert set(question.words) <= set(shape.allowed)


def test_a_label_is_a_question_or_a_name_and_its_reason_a_sentence() -> None:
    for part in _every_part().values():
        for question in (*part.questions, *part.more):
            assert question.asks[-1] not in ".:"
            assert question.why == "" or question.why.endswith(".")
