"""NAME.claims.json beside NAME.yaml: whole or not at all, and for its owner only."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bedside.programs.collection import Collection
from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.shelf.claims_file import claims_beside, read_claims, write_claims
from tests.programs.collections_made_up import added, mention, reading, row

CLAIMS = added(reading("own", row(mention("Summa Health"), visa__j1=True)))


def test_the_claims_stand_beside_the_dossier() -> None:
    assert claims_beside(Path("files/amara.yaml")) == Path("files/amara.claims.json")


def test_what_is_written_is_read_back_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "amara.claims.json"
    write_claims(path, CLAIMS)
    assert read_claims(path) == CLAIMS
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_a_file_there_are_no_claims(tmp_path: Path) -> None:
    assert read_claims(tmp_path / "none.claims.json") == Collection()


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "amara.claims.json"
    path.write_bytes(content)
    with pytest.raises(ProgramsMistake) as refused:
        read_claims(path)
    assert str(refused.value) == f"{path} is damaged: it is no JSON. Bring it back from a copy, or move it away."


def test_a_list_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "amara.claims.json"
    path.write_text("[1]")
    with pytest.raises(ProgramsMistake, match="are not a document that Bedside wrote"):
        read_claims(path)


def test_a_folder_that_is_missing_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProgramsMistake, match="there is no folder"):
        write_claims(tmp_path / "missing" / "amara.claims.json", CLAIMS)
