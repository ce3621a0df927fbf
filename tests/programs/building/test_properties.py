"""Theorems about building: no order matters, undo leaves no trace, numbers never merge, nothing is lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.evidence.library import load_evidence
from bedside.programs.building.build import Built, build
from bedside.programs.collection import Collection, Import
from bedside.programs.mention import Reading, Row
from bedside.programs.program import Track
from tests.programs.collections_made_up import imported, mention, reading, row, track

EVIDENCE = load_evidence()
NAMES = st.sampled_from(
    [
        "General Hospital",
        "Gen Hosp-OH",
        "General Hospital/University of Akron",
        "Mercy Health",
        "St Johns",
        "Saint John's",
    ]
)
CITIES = st.sampled_from(["", "Akron", "Toledo", "Canton"])
NUMBERS = st.sampled_from([None, None, "1403800001", "1403800002", "1403800003"])
STEMS = st.sampled_from(["1234140", "1235140"])
LABELS = st.sampled_from(["Internal Medicine", "Internal Medicine/Akron", "Int Med/Research"])


@st.composite
def named_rows(draw: st.DrawFn) -> Row:
    said = mention(draw(NAMES), draw(st.sampled_from(["OH", ""])), draw(CITIES), acgme_id=draw(NUMBERS))
    return row(said, place=f"row {draw(st.integers(1, 9))}", visa__j1=draw(st.booleans()))


@st.composite
def coded_rows(draw: st.DrawFn) -> Row:
    stem = draw(STEMS)
    ends = draw(st.lists(st.sampled_from(["C0", "C1", "P0"]), min_size=1, unique=True))
    tracks: list[Track] = [track(stem + end, draw(LABELS), y2025=draw(st.integers(0, 9))) for end in ends]
    said = mention(
        draw(NAMES), "OH", draw(CITIES), acgme_id=draw(NUMBERS), codes=tuple(one.nrmp_code for one in tracks)
    )
    return row(said, *tracks)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    rows = draw(st.lists(st.one_of(named_rows(), coded_rows()), max_size=4))
    return reading(
        draw(st.sampled_from(["freida", "nrmp", "rates"])), *rows, edition=draw(st.sampled_from(["2024", "2025"]))
    )


IMPORTS = st.lists(readings(), max_size=4).map(lambda many: list({(one := imported(r)).id: one for r in many}.values()))
MANY = settings(max_examples=50)


def built(imports: list[Import]) -> Built:
    return build(Collection(tuple(imports)), EVIDENCE)


@MANY
@given(IMPORTS, st.randoms(use_true_random=False))
def test_the_order_of_imports_never_changes_the_directory(imports: list[Import], random: st.DataObject) -> None:
    shuffled = list(imports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert built(shuffled) == built(imports)


@MANY
@given(IMPORTS, readings())
def test_undo_removes_exactly_one_import(imports: list[Import], new: Reading) -> None:
    before, one = Collection(tuple(imports)), imported(new)
    if not before.holds(one.id):
        assert build(before.adding(one).without(one.id), EVIDENCE) == build(before, EVIDENCE)


@MANY
@given(IMPORTS)
def test_the_same_import_twice_changes_nothing(imports: list[Import]) -> None:
    once = Collection(tuple(imports))
    twice = once
    for one in imports:
        twice = twice.adding(imported(one.reading))
    assert twice == once


@MANY
@given(IMPORTS)
def test_programs_with_different_acgme_ids_are_never_merged(imports: list[Import]) -> None:
    result = built(imports)
    said = {one.mention.acgme_id for imp in live(imports) for one in imp.reading.rows if one.mention.acgme_id}
    found = Counter(one.listed.acgme_id for one in result.programs if one.listed.acgme_id)
    assert set(found.values()) <= {1}
    assert said - found.keys() == set()


@MANY
@given(IMPORTS)
def test_no_claim_is_lost(imports: list[Import]) -> None:
    kept = {
        (claim.origin.import_id, claim.place, claim.field, claim.value)
        for program in built(imports).programs
        for field in program.claims
        for claim in (field.best, *field.agreeing, *field.differing)
    }
    stated = {
        (imp.id, one.place, said.field, said.value)
        for imp in live(imports)
        for one in imp.reading.rows
        for said in one.stated
    }
    assert kept == stated


@MANY
@given(IMPORTS)
def test_every_track_is_in_exactly_one_program(imports: list[Import]) -> None:
    codes = Counter(track.nrmp_code for program in built(imports).programs for track in program.tracks)
    assert set(codes.values()) <= {1}
    assert set(codes) == {track.nrmp_code for imp in imports for one in imp.reading.rows for track in one.tracks}


def live(imports: list[Import]) -> list[Import]:
    newest: dict[str, Import] = {}
    for one in sorted(imports, key=lambda imp: (imp.reading.edition, imp.id)):
        newest[one.reading.kind] = one
    return list(newest.values())
