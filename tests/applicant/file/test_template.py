"""The template needs three answers, names every key there is, and its examples are a dossier without mistakes."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bedside.applicant.dossier import Dossier
from bedside.applicant.fields import fields_of
from bedside.applicant.file.parsing import content_in, parse_dossier
from bedside.applicant.file.template import template_text, write_template
from bedside.applicant.file.writing import update_dossier
from bedside.applicant.mistakes import DossierMistakes, DossierNotWritten
from bedside.applicant.parts.shape import Part

AS_OF = date(2026, 11, 22)
NEEDED = ("identity.name", "medical_school.country", "medical_school.graduated")


def filled_in() -> str:
    text = template_text()
    for key, answer in (("name", "Łukasz"), ("country", "Poland"), ("graduated", "2018-06")):
        text = re.sub(rf"^  {key}:$", f"  {key}: {answer}", text, count=1, flags=re.MULTILINE)
    return text


def with_examples(text: str) -> str:
    """The template with the # of every example line taken away."""
    return re.sub(r"^#(?=  )", "", text, flags=re.MULTILINE)


def test_the_template_lacks_three_answers_and_nothing_else() -> None:
    with pytest.raises(DossierMistakes) as refused:
        parse_dossier(template_text(), "t.yaml", AS_OF)
    assert tuple(mistake.field for mistake in refused.value.mistakes) == NEEDED
    assert {mistake.what for mistake in refused.value.mistakes} == {"This is empty."}


def test_the_template_passes_when_the_three_are_filled_in() -> None:
    assert parse_dossier(filled_in(), "t.yaml", AS_OF).warnings == ()


def test_the_examples_in_the_template_are_a_dossier_without_mistakes_or_warnings() -> None:
    read = parse_dossier(with_examples(filled_in()), "t.yaml", AS_OF)
    assert read.warnings == ()
    assert len(read.dossier.experiences) == 2


def keys_in(content: object) -> Iterator[str]:
    if isinstance(content, dict):
        yield from content
    for inside in content.values() if isinstance(content, dict) else content if isinstance(content, list) else ():
        yield from keys_in(inside)


def keys_of(part: type[Part]) -> Iterator[str]:
    for key, shape in fields_of(part).items():
        yield key
        yield from keys_of(shape.part) if shape.part is not None else ()


def test_the_template_names_every_key_of_a_dossier() -> None:
    named = set(keys_in(content_in(with_examples(template_text()), "t.yaml").data))
    assert named - {"reading.gap.short-over"} == set(keys_of(Dossier))


def test_the_template_names_every_word_of_every_closed_list() -> None:
    text = re.sub(r"\s*\n#?\s*", " ", template_text())
    words = {word for shape in all_shapes(Dossier) for word in shape}
    assert {word for word in words if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)} == set()


def all_shapes(part: type[Part]) -> Iterator[tuple[str, ...]]:
    for shape in fields_of(part).values():
        yield shape.allowed
        yield from all_shapes(shape.part) if shape.part is not None else ()


def test_the_template_is_written_for_its_owner_only_and_never_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    write_template(path)
    assert (stat.S_IMODE(path.stat().st_mode), path.read_text()) == (0o600, template_text())
    path.write_text("mine")
    with pytest.raises(DossierNotWritten, match="is there already"):
        write_template(path)
    assert path.read_text() == "mine"


def test_a_change_to_the_template_keeps_all_of_its_comments(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text(filled_in())
    update_dossier(
        path,
        {
            "exams[]": {"exam": "Step 1", "result": "passed"},
            "target.specialties": ["Neurology"],
            "decision.kind": "done trying",
            "constraints.money.available": 5000,
        },
        AS_OF,
    )
    added = (
        "exams:\n  - exam: Step 1\n    result: passed\n",
        "target:\n  specialties:\n    - Neurology\n",
        "decision:\n  kind: done trying\n",
        "constraints:\n  money:\n    available: 5000\n",
    )
    expected = filled_in()
    for lines in added:
        key = lines.partition("\n")[0]
        expected = expected.replace(f"\n{key}\n", f"\n{lines}", 1)
    assert path.read_text() == expected
