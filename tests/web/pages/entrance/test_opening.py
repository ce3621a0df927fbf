"""Opening a file: every mistake at once, nothing half opened, and no file can hold the app up."""

from __future__ import annotations

import io
import json
import time
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bedside.applicant.file.rendering import block_yaml
from bedside.web.store.dossiers import open_dossier
from bedside.web.store.history import undo
from bedside.web.store.private_claims import claims_of
from bedside.web.store.tables import DossierRow, RevisionRow
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW, browser_for, example, kept


def sent(content: bytes | str, name: str = "mine.yaml", client: Client | None = None, **fields: str) -> Any:
    """The answer to a file that is sent to the page."""
    raw = content.encode() if isinstance(content, str) else content
    return (client or Client()).post("/open/", {"file": SimpleUploadedFile(name, raw), **fields})


def as_yaml(content: dict[str, Any]) -> str:
    return block_yaml(content)


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return packed.getvalue()


def only_dossier() -> Any:
    return open_dossier(DossierRow.objects.get().id, AS_OF)


@pytest.mark.parametrize("name", ["citizen-scribe", "h1b-quality-analyst", "opt-research-coordinator"])
def test_a_file_becomes_a_dossier_that_this_browser_may_open(name: str) -> None:
    client = Client()
    answer = sent(as_yaml(example(name)), client=client)
    opened = only_dossier()
    assert (answer.status_code, answer["Location"]) == (302, f"/dossier/{opened.id}/")
    assert opened.content == example(name)


def test_json_is_read_by_its_name() -> None:
    sent(json.dumps(example("citizen-scribe")), "mine.JSON")
    assert only_dossier().content == example("citizen-scribe")


def test_every_mistake_is_told_at_once_with_its_line_and_nothing_is_kept() -> None:
    answer = sent("schema_version: 1\nidentity:\n  name: Maria <b>\n  nmae: x\nexams: 3\n")
    page = answer.content.decode()
    assert (answer.status_code, DossierRow.objects.count()) == (422, 0)
    told = {mistake.field: mistake.line for mistake in answer.context["mistakes"]}
    assert told == {"medical_school": 1, "identity.nmae": 4, "exams": 5}
    assert ("Line 4" in page, "<b>" in page) == (True, False)


def test_in_place_of_a_dossier_the_state_before_can_be_taken_back() -> None:
    before, after = example("citizen-scribe"), example("citizen-scribe")
    after["identity"]["name"] = "Another name"
    mine = kept(before)
    sent(as_yaml(after), client=browser_for(mine), where=str(mine.id))
    now = open_dossier(mine.id, AS_OF)
    assert (now.version, now.content) == (2, after)
    assert undo(now, AS_OF, NOW).content == before


def test_a_file_does_not_get_round_a_contract_that_is_signed() -> None:
    content = example("h1b-quality-analyst")
    mine = kept(content)
    del content["stop_contract"]
    answer = sent(as_yaml(content), client=browser_for(mine), where=str(mine.id))
    assert (answer.status_code, RevisionRow.objects.count()) == (422, 1)
    assert [mistake.field for mistake in answer.context["mistakes"]] == ["stop_contract"]


def test_a_dossier_that_cannot_be_used_any_more_can_be_replaced() -> None:
    mine = kept(example("citizen-scribe"))
    DossierRow.objects.update(document={"schema_version": 1})
    sent(as_yaml(example("citizen-scribe")), client=browser_for(mine), where=str(mine.id))
    assert open_dossier(mine.id, AS_OF).content == example("citizen-scribe")


def test_a_dossier_of_someone_else_cannot_be_replaced() -> None:
    theirs, mine = kept(example("citizen-scribe")), kept(example("citizen-scribe"))
    answer = sent(as_yaml(example("h1b-quality-analyst")), client=browser_for(mine), where=str(theirs.id))
    assert (answer.status_code, RevisionRow.objects.count()) == (422, 2)


def test_everything_in_one_file_brings_the_private_claims_with_it() -> None:
    sent(zipped(dossier_yaml=as_yaml(example("citizen-scribe")).encode(), claims_json=b'{"a": [1]}'), "all.zip")
    assert (only_dossier().content, claims_of(only_dossier())) == (example("citizen-scribe"), {"a": [1]})


@pytest.mark.parametrize(
    "packed",
    [
        zipped(other_txt=b"hello"),
        zipped(dossier_yaml=b"0" * 5_000_000),
        zipped(dossier_yaml=b"a: 1", claims_json=b"[" * 500_000),
        zipped(dossier_yaml=b"a: 1", claims_json=b"[1]"),
        zipped(dossier_yaml=b"a: 1", claims_json=b'{"a": NaN}'),
        zipped(dossier_yaml=b"a: 1", claims_json=b'{"a": "\\u0000"}'),
        zipped(dossier_yaml=b"a: 1", claims_json=b'{"a": "\\ud800"}'),
        zipped(dossier_yaml=b"a: 1")[:-30],
        b"PK\x03\x04" + b"\xff" * 3000,
        b"",
    ],
    ids=["no dossier", "bomb", "deep", "list", "not a number", "NUL", "surrogate", "cut", "garbage", "empty"],
)
def test_an_archive_that_cannot_be_taken_gets_a_sentence(packed: bytes) -> None:
    answer = sent(packed, "all.zip")
    assert (answer.status_code, DossierRow.objects.count(), bool(answer.context["wrong"])) == (422, 0, True)


def test_a_file_larger_than_any_dossier_is_refused_with_a_page() -> None:
    answer = sent(b"x" * 2_100_000)
    assert (answer.status_code, "far larger" in answer.content.decode()) == (400, True)


def test_an_archive_may_hold_reports_and_is_bounded_too() -> None:
    assert sent(b"PK\x03\x04" + b"x" * 7_900_000, "all.zip").status_code == 422
    assert sent(b"PK\x03\x04" + b"x" * 8_100_000, "all.zip").status_code == 400


def test_without_a_file_the_page_asks_for_one() -> None:
    answer = Client().post("/open/")
    assert (answer.status_code, answer.context["wrong"]) == (422, "Choose a file that is not empty.")


HOSTILE = {
    "nested lists": ("a.yaml", b"[" * 900_000),
    "nested keys": ("a.json", b'{"a":' * 180_000),
    "aliases that multiply": (
        "a.yaml",
        b"a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (at, at, b",".join([b"*a%d" % (at - 1)] * 9)) for at in range(1, 12)),
    ),
    "a huge number": ("a.yaml", b"schema_version: " + b"9" * 900_000),
    "a huge exponent": ("a.yaml", b"schema_version: 1\nidentity: {born: 1e999999999}\n"),
    "one long line": ("a.yaml", b"schema_version: " + b"x " * 450_000),
    "control characters": ("a.yaml", b"name: \x1b[2J"),
    "no text at all": ("a.yaml", bytes(range(256)) * 3000),
    "a python tag": ("a.yaml", b"!!python/object/apply:os.system [echo]"),
    "a million lines": ("a.yaml", b"\n" * 900_000 + b"a"),
}


@pytest.mark.parametrize("which", HOSTILE)
def test_a_hostile_file_is_refused_within_a_moment(which: str) -> None:
    name, content = HOSTILE[which]
    begun = time.perf_counter()
    answer = sent(content, name)
    assert (answer.status_code, DossierRow.objects.count()) == (422, 0)
    assert time.perf_counter() - begun < 5


def test_a_file_with_tens_of_thousands_of_mistakes_shows_the_first_hundred() -> None:
    answer = sent(b"schema_version: 1\nexperiences:\n" + b"  - {}\n" * 5000)
    assert (len(answer.context["mistakes"]), answer.context["untold"] > 10_000) == (100, True)
    assert len(answer.content) < 100_000
