"""Clumsy and hostile files get a sentence with its place, never a traceback."""

from __future__ import annotations

import codecs
import json
import os
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bedside.applicant.file.parsing import parse_bytes, parse_dossier
from bedside.applicant.file.reading import read_dossier
from bedside.applicant.mistakes import DossierMistakes, Mistake
from tests.applicant.strategies import HARD_WORDS

AS_OF = date(2026, 11, 22)
GOOD = "schema_version: 1\nidentity:\n  name: José Nguyễn\nmedical_school:\n  country: NO\n  graduated: 2018\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def mistakes_in(text: str, name: str = "dossier.yaml") -> list[Mistake]:
    with pytest.raises(DossierMistakes) as refused:
        parse_dossier(text, name, AS_OF)
    return list(refused.value.mistakes)


def one_mistake(path: Path) -> Mistake:
    with pytest.raises(DossierMistakes) as refused:
        read_dossier(path, AS_OF)
    (mistake,) = refused.value.mistakes
    return mistake


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("", (1, 1), "The file is empty."),
        ("# only a comment\n", (1, 1), "The file is empty."),
        ("- a\n- b\n", (1, 1), "The top of a dossier is keys with values, and this is not."),
        ("just words", (1, 1), "The top of a dossier is keys with values, and this is not."),
        ("a:\n\tb: c", (2, 1), "A tab stands where spaces are needed."),
        ("a: 'never closed\nb: c\n", (1, 4), "A quotation mark is opened and never closed."),
        ("a: [1, 2\nb: 3\n", (1, 4), "A comma or a closing bracket is missing."),
        ("title: Research: cardiology", (1, 16),
         "There is a second colon on this line, or the line above is not finished."),
        ("a: @here", (1, 4), "A value cannot begin with @ in YAML."),
        ("a:\n - b\n  - c\n d: e", (4, 2), "The indentation does not fit the lines above."),
        ("a: *nobody", (1, 4), "*nobody points at an anchor (&nobody) that is not in the file above."),
        ("a: &b [*b]", (1, 8), "*b repeats the part it stands in, without end."),
        ("? [a, b]\n: c", (1, 3), "A key has to be a word here, not a list or another set of keys."),
        (GOOD + "---\n" + GOOD, (7, 1), "A second document begins here (a line with ---)."),
        ("a: \x07", (1, 4), r"There is a control character here (\x07)."),
        ("a: b\n" + "\x00", (2, 1),
         "The file holds NUL characters: it is not a text file, or it is UTF-16 without a mark."),
        (BOMB, (2, 20), "The file holds more than 20,000 values."),
        ("[" * 100_000, (1, 32), "This is nested more than 30 levels deep."),
        ("a: [" + "1, " * 200_000, (1, 59999), "The file holds more than 20,000 values."),
        ("{a: " * 5_000, (1, 125), "This is nested more than 30 levels deep."),
        ("- " * 5_000, (1, 63), "This is nested more than 30 levels deep."),
        ("%YAML 9.9\n---\na: b", (1, 1), "The file asks for a version of YAML that Bedside cannot read."),
        ("a" * 1_000_001, (1, 1), "The file is more than 1,000,000 characters; a dossier is at most 1,000,000."),
    ],
)  # fmt: skip
def test_yaml_that_cannot_be_a_dossier_gets_one_sentence(text: str, place: tuple[int, int], what: str) -> None:
    (mistake,) = mistakes_in(text)
    assert ((mistake.line, mistake.column), mistake.what) == (place, what)
    assert mistake.how_to_fix.endswith(".")


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!python/object:os.system", "!run", "!!binary"])
def test_nothing_is_run_or_built_from_a_tag(tag: str) -> None:
    (mistake,) = mistakes_in(f"schema_version: 1\nidentity: {tag} ['echo']\n")
    assert mistake.what == f"`{tag}` is a YAML tag; a dossier is plain text, and Bedside runs nothing it finds in one."
    assert (mistake.line, mistake.column) == (2, 11)


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("", (1, 1), "The file is empty."),
        ("[]", (1, 1), "The top of a dossier is keys with values, and this is not."),
        ('{"a": 1,\n}', (2, 1), "There is a comma before the closing }."),
        ('{"a" 1}', (1, 6), 'A colon is missing after "a".'),
        ("{'a': 1}", (1, 2), "A key is missing or has no quotation marks."),
        ('{"a": NaN}', (1, 7), "NaN is not a value in JSON."),
        ('{"a":\n "b}', (2, 2), "A quotation mark is opened and never closed."),
        ('{"a": "\\q"}', (1, 8), "A backslash is followed by a sign it cannot stand before."),
        ('{"a": 1} 2', (1, 10), "The JSON document is complete, and something follows it."),
        ('{"a": ', (1, 7), "The file ends where a value is expected."),
        ('{"a": 1', (1, 8), "A comma or a closing } is missing."),
        ('{"a": [1 2]}', (1, 10), "A comma or a closing ] is missing."),
        ('{\r\n"a": \r\n?}', (3, 1), "? is not a value in JSON."),
        ('{"a":' * 9_999, (1, 156), "This is nested more than 30 levels deep."),
        ("[" + "1," * 60_000, (1, 40000), "The file holds more than 20,000 values."),
        ("schema_version: 1", (1, 1), "schema_version is not a value in JSON."),
    ],
)
def test_json_that_cannot_be_a_dossier_gets_one_sentence(text: str, place: tuple[int, int], what: str) -> None:
    (mistake,) = mistakes_in(text, "dossier.json")
    assert ((mistake.line, mistake.column), mistake.what) == (place, what)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_accented_names_are_read_in_every_encoding_that_says_its_name(mark: bytes, encoding: str) -> None:
    assert parse_bytes(mark + GOOD.encode(encoding), "d.yaml", AS_OF).dossier.identity.name == "José Nguyễn"


def test_another_encoding_is_told_with_the_place_of_the_byte() -> None:
    with pytest.raises(DossierMistakes) as refused:
        parse_bytes("schema_version: 1\nidentity: {name: José}".encode("latin-1"), "d.yaml", AS_OF)
    (mistake,) = refused.value.mistakes
    assert str(mistake) == (
        "d.yaml:2:21: The byte 0xe9 here is not UTF-8: the file was saved in another encoding. "
        "Open it in your editor and save it as UTF-8."
    )


def test_utf_16_without_a_mark_is_told_as_what_it_may_be() -> None:
    with pytest.raises(DossierMistakes, match="UTF-16 without a mark"):
        parse_bytes(GOOD.replace("é", "e").replace("ễ", "e").encode("utf-16-le"), "d.yaml", AS_OF)


def test_a_missing_file_names_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(GOOD)
    mistake = one_mistake(tmp_path / "dosier.yaml")
    assert mistake.what == "There is no such file."
    assert mistake.how_to_fix == "Did you mean dossier.yaml? Run `bedside new` to begin a dossier."


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    mistake = one_mistake(tmp_path / "nowhere" / "dossier.yaml")
    assert mistake.how_to_fix.startswith("The folder it should be in is not there either.")


def test_a_folder_is_told_with_a_file_in_it(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(GOOD)
    mistake = one_mistake(tmp_path)
    assert mistake.what == "This is a folder."
    assert mistake.how_to_fix == "Name the file in it, such as dossier.yaml, or run `bedside new` to begin one."


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert one_mistake(tmp_path / "pipe").what == "This is not an ordinary file."


def test_ten_megabytes_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    with path.open("wb") as file:
        file.truncate(10_000_000)
    assert one_mistake(path).what == "The file is 10,000,000 bytes long; a dossier is at most 1,000,000."


@pytest.mark.parametrize("name", ["a" * 300, "a\x00b"])
def test_a_name_no_file_can_have_gets_a_sentence(tmp_path: Path, name: str) -> None:
    assert one_mistake(tmp_path / name).what.startswith("The file cannot be opened: ")


def test_a_link_in_a_circle_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "link")
    assert one_mistake(tmp_path / "link").what == "This link points at itself."


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(GOOD)
    path.chmod(0)
    assert one_mistake(path).what == "You are not allowed to read this file."


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_file_others_can_open_is_read_with_a_warning(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(GOOD)
    path.chmod(mode)
    (warning,) = read_dossier(path, AS_OF).warnings
    assert warning.what == "Other users of this computer can open this file, and it is about you."
    assert warning.how_to_fix == f"Run `chmod 600 {path}` so that only you can."


def test_a_small_anchor_is_fine() -> None:
    text = GOOD + "letters:\n  - {writer: &who Dr. Lopez, kind: employer}\n  - {writer: *who, kind: other}\n"
    assert [letter.writer for letter in parse_dossier(text, "d.yaml", AS_OF).dossier.letters] == ["Dr. Lopez"] * 2


def read_or_refuse(content: bytes, name: str) -> None:
    """The theorem of the fuzz tests: a dossier, or mistakes with a place and a sentence that can be shown."""
    mistakes = mistakes_or_none(content, name)
    assert mistakes is None or mistakes
    for mistake in mistakes or ():
        assert (mistake.line >= 1, mistake.column >= 1, mistake.what != "") == (True, True, True)
        str(mistake).encode()


def mistakes_or_none(content: bytes, name: str) -> tuple[Mistake, ...] | None:
    try:
        parse_bytes(content, name, AS_OF)
    except DossierMistakes as refused:
        return refused.mistakes
    return None


NAMES = st.sampled_from(["d.yaml", "d.json"])
FREELY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FREELY
@given(content=st.binary(max_size=300), name=NAMES)
def test_arbitrary_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    read_or_refuse(content, name)


SIGNS = st.sampled_from(
    [*"{}[]:,-?!&*|>%@`'\"#\n\t ~<=\\", "\n  ", ": ", "- ", "--- ", "!!str ", "&a ", "*a", '"a": ', "1e999"]
)


@FREELY
@given(pieces=st.lists(SIGNS | st.sampled_from(HARD_WORDS) | st.text(max_size=5), max_size=40), name=NAMES)
def test_arbitrary_signs_are_read_or_refused(pieces: list[str], name: str) -> None:
    read_or_refuse("".join(pieces).encode("utf-8", "surrogatepass"), name)


WORDS = """schema_version identity name medical_school country graduated exams exam date result score status kind
letters experiences title from to contact as hours_per_week bookings cycles match_year target specialties readings
constraints paid_leave renews days_per_year stop_contract changes certificate expires"""
KEYS = st.sampled_from(WORDS.split())
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        ["passed", "Step 1", "job", "none", "2018", "2031-05", "present", "never", "2026-02-30", 1, 2027]
    ),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(KEYS | st.text(max_size=5), inside, max_size=6),
    max_leaves=30,
)


@FREELY
@given(content=st.dictionaries(KEYS, ANYTHING, max_size=8), as_json=st.booleans())
def test_arbitrary_content_is_read_or_refused(content: dict[str, object], as_json: bool) -> None:
    text = json.dumps(content) if as_json else yaml.safe_dump(content, allow_unicode=True)
    read_or_refuse(text.encode("utf-8", "surrogatepass"), "d.json" if as_json else "d.yaml")


GOOD_PARTS: dict[str, object] = {
    "schema_version": 1,
    "identity": {"name": "A"},
    "medical_school": {"country": "NO", "graduated": 2018},
}


@FREELY
@given(content=st.dictionaries(KEYS.filter(lambda key: key not in GOOD_PARTS), ANYTHING, max_size=8))
def test_arbitrary_parts_of_a_good_dossier_are_read_or_refused(content: dict[str, object]) -> None:
    read_or_refuse(json.dumps(GOOD_PARTS | content).encode("utf-8", "surrogatepass"), "d.json")
