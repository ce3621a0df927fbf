"""After erasing, and after locking, no byte of the dossier is left in the data folder, in whichever file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from bedside.web.store.dossiers import open_dossier
from bedside.web.store.erasing import erase_dossiers
from bedside.web.store.private_claims import save_claims
from bedside.web.store.scrubbing import scrub
from bedside.web.store.tables import DossierRow, RevisionRow, ShareRow
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW, example, kept
from tests.web.store.own_database import ON_POSTGRESQL, answer_of, own_database

of_a_file = pytest.mark.skipif(ON_POSTGRESQL, reason="the files of PostgreSQL are its own; the limits are documented")


def on_the_disk(folder: Path, way: str) -> dict[str, Any]:
    with own_database(folder) as environment:
        answer: dict[str, Any] = answer_of("tests.web.store.on_the_disk", environment, way)
    return answer


@of_a_file
@pytest.mark.parametrize("way", ["erased", "erased while others read", "scrubbed once the reader is gone", "locked"])
def test_no_byte_of_it_is_left_in_the_folder(way: str, tmp_path: Path) -> None:
    answer = on_the_disk(tmp_path, way)
    assert answer["traces"] > 60
    assert answer == {
        "traces": answer["traces"],
        "before": answer["traces"],
        "after": [],
        "is_scrubbed": True,
        "other_is_intact": True,
    }


@of_a_file
def test_the_search_for_traces_bites(tmp_path: Path) -> None:
    assert len(on_the_disk(tmp_path, "only deleted")["after"]) > 20


@of_a_file
def test_what_a_crash_left_before_it_was_scrubbed_is_gone_after_the_next_start(tmp_path: Path) -> None:
    def left() -> list[str]:
        kept_here = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        return [
            trace for trace in traces if trace.encode() in kept_here or json.dumps(trace)[1:-1].encode() in kept_here
        ]

    with own_database(tmp_path) as environment:
        traces = answer_of("tests.web.store.on_the_disk", environment, "only deleted")["after"]
        assert left() == traces
        assert answer_of("tests.web.store.starting", environment) == "ready"
    assert left() == []


def test_everything_that_belongs_to_a_dossier_goes_and_another_dossier_stays() -> None:
    gone, stays = kept(example("citizen-scribe")), kept(example("h1b-quality-analyst"))
    save_claims(gone, {"program": "Riverbend"})
    for opened in (gone, stays):
        ShareRow.objects.create(dossier_id=opened.id, token=opened.id.hex, made_at=NOW)
    erase_dossiers([gone.id])
    assert [row.id for row in DossierRow.objects.all()] == [stays.id]
    assert {row.dossier_id for row in RevisionRow.objects.all()} == {stays.id}
    assert {row.dossier_id for row in ShareRow.objects.all()} == {stays.id}
    assert open_dossier(stays.id, AS_OF).content == stays.content


def test_a_dossier_that_is_gone_already_is_passed_over() -> None:
    opened = kept(example("citizen-scribe"))
    erase_dossiers([opened.id, uuid4()])
    erase_dossiers([opened.id])
    assert DossierRow.objects.count() == 0


@of_a_file
def test_nothing_is_called_scrubbed_before_its_transaction_has_ended() -> None:
    assert scrub() is False
