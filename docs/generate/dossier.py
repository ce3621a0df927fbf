"""The page of the dossier and its JSON Schema, from the shape of the dossier itself."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from pathlib import Path

from bedside.applicant.dossier import SCHEMA_VERSION, Dossier
from bedside.applicant.fields import FieldShape, fields_of
from bedside.applicant.file.reading import json_schema
from bedside.applicant.file.rendering import one_line_yaml
from bedside.applicant.parts.shape import Part

OPENING = f"""# The dossier, key by key

One file, in YAML (or in JSON, where its name ends in `.json`), version {SCHEMA_VERSION} of the format.
[How to write it](../how-to/write-a-dossier.md) is a page of its own, and so is
[why it is as it is](../explanation/dossier.md). `bedside new --template` writes a file with all of these keys and an
example for each; [`dossier.schema.json`](dossier.schema.json) is the same for editors and other programs.

- **Needed** keys have to be there where their part is there; all others may wait. An empty place means unknown.
- A **day** is written 2026-05-31. Where a month (2026-05) or a year (2026) will do, the page says so.
- Capitals, spaces and hyphens in the words of a closed list are forgiven. `yes` and `no` may be `true` and `false`.
- Text keeps its letters and accents; a value with a colon, or that begins with a sign, goes in quotes.
"""


def generate() -> dict[Path, str]:
    """The page of every key, and the JSON Schema."""
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=2)
    return {
        Path("docs/reference/dossier.md"): "\n".join([OPENING, *_sections(Dossier, "")]),
        Path("docs/reference/dossier.schema.json"): schema + "\n",
    }


def _sections(part: type[Part], path: str) -> Iterator[str]:
    """The section of a part, followed by those of the parts inside it."""
    shapes = fields_of(part).values()
    yield f"## {f'`{path}`' if path else 'At the top'}\n"
    yield f"{inspect.cleandoc(part.__doc__ or '')}\n"
    yield "| key | meaning | takes | example |\n|---|---|---|---|"
    for shape in shapes:
        yield _row(shape)
    yield ""
    for shape in shapes:
        if shape.part is not None:
            yield from _sections(shape.part, f"{path}.{shape.key}".lstrip(".") + ("[]" if shape.is_list else ""))


def _row(shape: FieldShape) -> str:
    key = f"`{shape.key}`{' (needed)' if shape.is_required else ''}"
    return f"| {key} | {_in_a_cell(shape.description)} | {_takes(shape)} | {_example(shape)} |"


def _takes(shape: FieldShape) -> str:
    if shape.part is not None:
        return "a list of entries" if shape.is_list else "keys of its own"
    words = ", ".join(f"`{word}`" for word in shape.allowed)
    takes = f"one of {words}" if words else shape.takes
    default = f"; `{shape.default}` where it is left out" if isinstance(shape.default, str | int) else ""
    return _in_a_cell(f"{'a list, each ' if shape.is_list else ''}{takes}{default}")


def _example(shape: FieldShape) -> str:
    return "" if shape.example is None else f"`{_in_a_cell(one_line_yaml(shape.example))}`"


def _in_a_cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
