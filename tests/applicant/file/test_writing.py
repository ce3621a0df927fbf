"""A written dossier is read back as it was, is for its owner only, and a failure leaves the old one."""

from __future__ import annotations

import json
import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.atomic_file import write_atomically
from bedside.applicant.file.editing import APPENDED, text_with_change, with_change
from bedside.applicant.file.parsing import content_in
from bedside.applicant.file.reading import read_dossier, update_dossier, write_dossier
from bedside.applicant.file.rendering import as_json_text, as_yaml
from bedside.applicant.mistakes import DossierMistakes, DossierNotWritten
from bedside.applicant.mistakes import Path as FieldPath
from tests.applicant.strategies import dossiers, texts

AS_OF = date(2026, 11, 22)
SMALL = Dossier.model_validate(
    {
        "schema_version": 1,
        "identity": {"name": "Łukasz Nguyễn"},
        "medical_school": {"country": "NO", "graduated": "2018"},
    }
)
COMMENTED = """\
# My file. Nobody else's.
schema_version: 1

identity:
  name: "Amina"   # as on the diploma

# The school
medical_school: {country: NO, graduated: 2018}

exams:
- exam: Step 1        # the first one
  result: passed

# Letters come later.
letters:
    - writer: Dr. Lopez
      kind: US attending
      note: |
        Two lines,
        kept as they are.

# The end.
"""


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(dossier=dossiers())
def test_any_valid_dossier_is_read_back_equal_from_yaml_and_json(dossier: Dossier) -> None:
    for name, text in (("a.yaml", as_yaml(dossier)), ("a.json", as_json_text(dossier))):
        assert Dossier.model_validate(content_in(text, name).data) == dossier


def test_a_dossier_is_written_as_an_applicant_would_write_it() -> None:
    assert as_yaml(SMALL) == (
        "schema_version: 1\nidentity:\n  name: Łukasz Nguyễn\nmedical_school:\n  country: NO\n  graduated: 2018\n"
    )


@pytest.mark.parametrize("name", ["dossier.yaml", "dossier.yml", "dossier.json", "dossier"])
def test_a_new_file_can_be_read_by_its_owner_only(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_dossier(SMALL, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_dossier(path, AS_OF).dossier == SMALL
    assert read_dossier(path, AS_OF).warnings == ()


def test_a_file_that_others_could_read_is_closed_when_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(as_yaml(SMALL))
    path.chmod(0o644)
    write_dossier(SMALL, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_name_that_ends_in_json_is_written_as_json(tmp_path: Path) -> None:
    path = tmp_path / "dossier.JSON"
    write_dossier(SMALL, path)
    assert json.loads(path.read_text())["identity"] == {"name": "Łukasz Nguyễn"}


def test_a_link_stays_a_link_and_the_file_behind_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    real, link = tmp_path / "kept" / "real.yaml", tmp_path / "link.yaml"
    link.symlink_to(real)
    write_dossier(SMALL, link)
    assert link.is_symlink()
    assert real.read_text() == as_yaml(SMALL)
    assert list(tmp_path.glob(".bedside-*")) == []


def test_a_link_in_a_circle_gets_a_sentence(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(link)
    with pytest.raises(DossierNotWritten, match="points at itself"):
        write_dossier(SMALL, link)


def test_missing_folders_are_made_where_that_is_asked_for(tmp_path: Path) -> None:
    write_atomically(tmp_path / "out" / "Łukasz" / "plan.pdf", b"\xff", make_folders=True)
    assert (tmp_path / "out" / "Łukasz" / "plan.pdf").read_bytes() == b"\xff"
    (tmp_path / "file").write_bytes(b"kept")
    with pytest.raises(DossierNotWritten, match="unchanged"):
        write_atomically(tmp_path / "file" / "plan.pdf", b"", make_folders=True)
    assert (tmp_path / "file").read_bytes() == b"kept"


def test_a_folder_and_a_missing_folder_get_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DossierNotWritten, match="is a folder"):
        write_dossier(SMALL, tmp_path)
    with pytest.raises(DossierNotWritten, match="there is no folder"):
        write_dossier(SMALL, tmp_path / "nowhere" / "dossier.yaml")


@pytest.mark.parametrize("existing", ["file", "dangling link"])
def test_what_is_there_is_not_replaced_unless_that_is_said(tmp_path: Path, existing: str) -> None:
    path = tmp_path / "dossier.yaml"
    if existing == "file":
        path.write_text("mine")
        with pytest.raises(DossierNotWritten, match="is there already"):
            write_dossier(SMALL, path, may_replace=False)
        assert path.read_text() == "mine"
    else:
        path.symlink_to(tmp_path / "target.yaml")
        write_dossier(SMALL, path, may_replace=False)
        assert (tmp_path / "target.yaml").read_text() == as_yaml(SMALL)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into a read-only folder")
def test_a_read_only_folder_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text("old")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(DossierNotWritten, match="unchanged"):
            write_dossier(SMALL, path)
        assert path.read_text() == "old"
    finally:
        tmp_path.chmod(0o700)


def test_a_disk_that_takes_no_more_leaves_the_old_file_and_nothing_half(tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text("old")
    finished = subprocess.run(
        [sys.executable, "-c", _WRITE_TOO_MUCH, str(path)], capture_output=True, text=True, check=False
    )
    assert (finished.returncode, finished.stdout.strip()) == (
        0,
        f"{path} was not written: file too large. {_UNCHANGED}",
    )
    assert [entry.name for entry in tmp_path.iterdir()] == ["dossier.yaml"]
    assert path.read_text() == "old"


_UNCHANGED = "What was there before is unchanged."
_WRITE_TOO_MUCH = f"""
import resource, signal, sys
from pathlib import Path
from bedside.applicant.file.atomic_file import write_atomically
from bedside.applicant.mistakes import DossierNotWritten
signal.signal({int(signal.SIGXFSZ)}, signal.SIG_IGN)
resource.setrlimit({resource.RLIMIT_FSIZE}, (1000, 1000))
try:
    write_atomically(Path(sys.argv[1]), "x" * 100_000)
except DossierNotWritten as refused:
    print(refused)
"""


def test_text_that_no_encoding_has_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text("old")
    with pytest.raises(DossierNotWritten, match="cannot be stored"):
        write_atomically(path, "\ud800")
    assert [entry.name for entry in tmp_path.iterdir()] == ["dossier.yaml"]
    assert path.read_text() == "old"


def _commented(folder: Path, text: str = COMMENTED) -> Path:
    path = folder / "dossier.yaml"
    path.write_bytes(text.encode())
    return path


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(dossier=dossiers(), value=texts(4000), data=st.data())
def test_a_change_anywhere_in_any_dossier_changes_that_place_and_no_other(
    dossier: Dossier, value: str, data: st.DataObject
) -> None:
    text = as_yaml(dossier)
    content = content_in(text, "a.yaml").data
    path = data.draw(st.sampled_from(list(paths_in(content))))
    for change in (value, None, [value], {"a": value}):
        changed = content_in(text_with_change(text, path, change), "a.yaml").data
        assert changed == with_change(content, path, change)


def paths_in(content: object, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Every path there is, and behind each set of keys and each list one that is not there yet."""
    if isinstance(content, dict):
        yield (*path, "new_key")
    if isinstance(content, list):
        yield (*path, APPENDED)
    inside = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for step, part in inside:
        yield (*path, step)
        yield from paths_in(part, (*path, step))


def test_a_change_keeps_every_comment_and_every_other_line(tmp_path: Path) -> None:
    path = _commented(tmp_path)
    update_dossier(path, {"exams[0].result": "failed", "identity.name": "Amina Rahman"}, AS_OF)
    assert path.read_text() == COMMENTED.replace("passed", "failed").replace('"Amina"', "Amina Rahman")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_entry_stands_after_the_last_one_and_before_the_next_comment(tmp_path: Path) -> None:
    path = _commented(tmp_path)
    read = update_dossier(path, {"exams[]": {"exam": "Step 2 CK", "result": "passed"}}, AS_OF)
    assert path.read_text() == COMMENTED.replace(
        "  result: passed\n", "  result: passed\n- exam: Step 2 CK\n  result: passed\n"
    )
    assert len(read.dossier.exams) == 2


@pytest.mark.parametrize(
    ("field", "value", "before", "after"),
    [
        ("exams[0].date", "2020-05", "  result: passed\n", "  result: passed\n  date: 2020-05\n"),
        ("medical_school.name", "Dow", "graduated: 2018}", "graduated: 2018, name: Dow}"),
        ("letters[0].note", "one\ntwo", "|\n        Two lines,\n        kept as they are.", '"one\\ntwo"'),
        ("letters[0].waived", "yes", "kept as they are.\n", "kept as they are.\n      waived: yes\n"),
        ("identity.citizenships", ["NO"], "diploma\n", "diploma\n  citizenships:\n    - NO\n"),
        ("letters[0].note", None, "|\n        Two lines,\n        kept as they are.", ""),
        ("target.specialties[]", "Neurology", "are.\n\n", "are.\ntarget:\n  specialties:\n    - Neurology\n\n"),
        ("letters", [], "\n    - writer: Dr. Lopez\n      kind: US attending\n      note: |\n        Two lines,\n"
         "        kept as they are.", "\n    []"),
    ],
)  # fmt: skip
def test_a_change_touches_only_its_place(tmp_path: Path, field: str, value: object, before: str, after: str) -> None:
    path = _commented(tmp_path)
    update_dossier(path, {field: value}, AS_OF)
    assert path.read_text() == COMMENTED.replace(before, after)


def test_a_change_keeps_the_line_ends_of_the_file(tmp_path: Path) -> None:
    path = _commented(tmp_path, COMMENTED.replace("\n", "\r\n"))
    update_dossier(path, {"exams[0].result": "failed"}, AS_OF)
    assert path.read_bytes() == COMMENTED.replace("passed", "failed").replace("\n", "\r\n").encode()


def test_a_change_in_json_keeps_the_order(tmp_path: Path) -> None:
    path = tmp_path / "dossier.json"
    path.write_text(
        '{"schema_version": 1, "medical_school": {"country": "NO", "graduated": 2018}, "identity": {"name": "A"}}'
    )
    update_dossier(path, {"identity.name": "B"}, AS_OF)
    assert list(json.loads(path.read_text())) == ["schema_version", "medical_school", "identity"]


def test_a_change_that_would_be_a_mistake_is_refused_and_the_file_stays(tmp_path: Path) -> None:
    path = _commented(tmp_path)
    with pytest.raises(DossierMistakes) as refused:
        update_dossier(path, {"exams[0].date": "2031"}, AS_OF)
    assert [mistake.field for mistake in refused.value.mistakes] == ["exams[0].date"]
    assert path.read_text() == COMMENTED


def test_a_value_used_in_two_places_is_not_changed_in_both(tmp_path: Path) -> None:
    text = COMMENTED.replace("exam: Step 1 ", "exam: Step 1\n  note: &n same").replace(
        "|\n        Two lines,\n        kept as they are.", "*n"
    )
    path = _commented(tmp_path, text)
    update_dossier(path, {"letters[0].note": "another"}, AS_OF)
    assert path.read_text() == text.replace("*n", "another")
