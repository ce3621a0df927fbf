"""A form that is opened and saved again changes nothing, whatever stands in the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from bedside.applicant.dossier import Dossier
from bedside.applicant.fields import Entry, fields_of
from bedside.applicant.file.editing import with_change
from bedside.applicant.file.rendering import as_written
from bedside.web.forms.form import form_for
from bedside.web.forms.reading import merged, read_part
from bedside.web.forms.slots import About
from bedside.web.store.changes import part_of
from tests.applicant.strategies import dossiers
from tests.web.forms.filled_in import sent

pytestmark = pytest.mark.same_on_any_database

ROOT = Path(__file__).parents[3]
INSIDE = {"experiences": ("progression",), "stop_contract": ("trusted_reader",)}
CASES = [path for path in sorted((ROOT / "tests" / "cases").glob("*.yaml")) if "dossier_file" not in path.read_text()]
WRITTEN = [*sorted((ROOT / "examples").glob("*.yaml")), *CASES]


def abouts(content: dict[str, Any], part: Any = Dossier, path: tuple[str | int, ...] = ()) -> Iterator[About]:
    """A form for every part and every entry of a dossier."""
    for key, shape in fields_of(part).items():
        here = (*path, key)
        inside = INSIDE.get(key, ())
        if path == () and shape.entry is Entry.TEXT:
            yield About((), keys=(key,))
        if shape.part is None or key in INSIDE.get(str(path[0]) if path else "", ()):
            continue
        if shape.is_list:
            entries = part_of(content, here) or []
            yield from (About((*here, number), inside=inside) for number in range(len(entries)))
        elif part_of(content, here) is not None:
            yield About(here, inside=inside)
            yield from abouts(content, shape.part, here)


def saved_again(content: dict[str, Any], about: About) -> Any:
    before = part_of(content, about.path)
    form = form_for(about, before)
    read = read_part(about, sent(form), before)
    assert read.wrong == {}
    return as_written(Dossier.model_validate(with_change(content, about.path, merged(about, read.content, before))))


def plain(path: Path) -> dict[str, Any]:
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    whole = written.get("dossier", written)
    content: dict[str, Any] = as_written(Dossier.model_validate(whole))
    return content


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_saving_a_form_of_a_worked_dossier_unchanged_changes_nothing(path: Path) -> None:
    content = plain(path)
    for about in abouts(content):
        assert saved_again(content, about) == content


@given(dossiers())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_saving_a_form_of_any_dossier_unchanged_changes_nothing(dossier: Dossier) -> None:
    content = as_written(dossier)
    for about in abouts(content):
        assert saved_again(content, about) == content
