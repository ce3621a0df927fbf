"""Every field of the dossier is described, has an example that can be used, and is in the JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from bedside.applicant.dossier import Dossier
from bedside.applicant.fields import FieldShape, fields_of, part_at, shape_at
from bedside.applicant.file.reading import json_schema
from bedside.applicant.parts.shape import Part


def every_field(part: type[Part] = Dossier, before: str = "") -> Iterator[tuple[str, type[Part], FieldShape]]:
    for key, shape in fields_of(part).items():
        yield f"{before}{key}", part, shape
        if shape.part is not None:
            yield from every_field(shape.part, f"{before}{key}.")


FIELDS = list(every_field())
every = pytest.mark.parametrize(("part", "shape"), [entry[1:] for entry in FIELDS], ids=[entry[0] for entry in FIELDS])


@every
def test_a_field_is_described_in_a_sentence(part: type[Part], shape: FieldShape) -> None:
    assert shape.description.endswith(".")
    assert shape.description[:1].isupper()


@every
def test_the_example_of_a_field_can_be_used(part: type[Part], shape: FieldShape) -> None:
    if shape.part is not None:
        assert shape.example is None
        return
    assert shape.example is not None
    assert complaints_about(part, shape) == []


def complaints_about(part: type[Part], shape: FieldShape) -> list[Any]:
    try:
        part.model_validate({shape.key: shape.example})
    except ValidationError as error:
        return [complaint for complaint in error.errors() if complaint["loc"][0] == shape.key]
    return []


def test_a_path_leads_to_the_shape_of_its_field() -> None:
    shape = shape_at(("experiences", 2, "progression", 0, "date"))
    assert shape is not None
    assert (shape.key, shape.takes) == ("date", "a day (2026-05-31), a month (2026-05) or a year (2026)")
    assert shape_at(("experiences", 2, "nothing")) is None
    assert part_at(()) is Dossier


def test_the_schema_names_every_part_and_lets_what_may_wait_be_empty() -> None:
    schema = json_schema()
    parts: dict[str, Any] = {"Dossier": schema, **schema["$defs"]}
    for _, part, shape in FIELDS:
        written = parts[part.__name__]["properties"][shape.key]
        may_be_empty = {"type": "null"} in written.get("anyOf", [])
        assert may_be_empty == (not shape.is_required)
        assert written["description"] == shape.description
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["schema_version", "identity", "medical_school"]
