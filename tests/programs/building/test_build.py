"""The directory is a pure function of what was imported: editions, undo, and how a program is listed."""

from __future__ import annotations

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.building.build import Built, build
from bedside.programs.collection import Collection
from bedside.programs.mistakes import NothingToUndo
from bedside.programs.program import Program, TrackKind
from tests.programs.collections_made_up import added, imported, mention, reading, row, track

EVIDENCE = load_evidence()
NUMBER = "1403800001"


def built(collection: Collection) -> Built:
    return build(collection, EVIDENCE)


def only(collection: Collection) -> Program:
    (program,) = built(collection).programs
    return program


def nrmp(edition: str, **offered: int) -> Collection:
    said = mention("Nameless-OH", codes=("1234140C0",))
    return added(reading("nrmp", row(said, track("1234140C0", **offered)), edition=edition))


def together(*collections: Collection) -> Collection:
    return added(*(one.reading for collection in collections for one in collection.imports))


def seasons(program: Program) -> list[tuple[int, int]]:
    return [(season.match_year, season.offered) for season in program.tracks[0].seasons]


def test_a_newer_edition_supersedes_and_the_older_years_of_positions_stay() -> None:
    both = together(nrmp("2025", y2025=9, y2024=8), nrmp("2024", y2024=7, y2023=6))
    assert seasons(only(both)) == [(2025, 9), (2024, 8), (2023, 6)]


def test_taking_the_newer_edition_back_brings_the_older_back() -> None:
    older, newer = nrmp("2024", y2024=7), nrmp("2025", y2025=9)
    assert built(together(older, newer).without(newer.imports[0].id)) == built(older)


def test_what_only_a_superseded_edition_claims_is_gone() -> None:
    old = reading("freida", row(mention("A", acgme_id=NUMBER), visa__j1=True, visa__h1b=False), edition="2024")
    new = reading("freida", row(mention("A", acgme_id=NUMBER), visa__j1=False), edition="2025")
    assert only(added(old, new)).listed.values == {"visa.j1": False}


def test_editions_of_other_things_do_not_supersede_each_other() -> None:
    medicine = reading("rates", row(mention("A"), img_share=0.1), covers="internal-medicine", edition="2024")
    surgery = reading("rates", row(mention("A", specialty="general-surgery"), img_share=0.2), covers="general-surgery")
    assert len(built(added(medicine, surgery)).programs) == 2


def test_taking_back_what_is_not_there_is_a_sentence() -> None:
    with pytest.raises(NothingToUndo, match="There is no import “nothing”"):
        Collection().without("nothing")


def test_the_same_file_under_another_name_is_the_same_import() -> None:
    one = nrmp("2025", y2025=9)
    assert one.adding(imported(one.imports[0].reading)) == one


def test_positions_are_those_of_the_newest_season_by_kind_of_track() -> None:
    tracks = (track("1234140C0", y2025=9, y2024=8), track("1234140P0", y2025=3), track("1234140R0", y2021=1))
    said = mention("Nameless-OH", codes=("1234140C0", "1234140P0", "1234140R0"))
    listed = only(added(reading("nrmp", row(said, *tracks)))).listed
    assert listed.match_year == 2025
    assert listed.offered == {TrackKind.CATEGORICAL: 9, TrackKind.PRELIMINARY: 3}


def test_a_program_is_shown_by_the_name_that_is_not_abbreviated() -> None:
    known = reading("freida", row(mention("Akron General Medical Center Program", city="Akron", acgme_id=NUMBER)))
    codes = reading("x", row(mention("Akron Gen Med Ctr-OH", city="AKRON", acgme_id=NUMBER, codes=("1542140C0",))))
    program = only(added(codes, known))
    assert (program.listed.name, program.listed.institution) == ("Akron General Medical Center", "Akron Gen Med Ctr-OH")
    assert sorted(program.names) == ["Akron Gen Med Ctr-OH", "Akron General Medical Center Program"]


def test_a_claim_keeps_its_source_and_where_it_stands() -> None:
    one = reading("freida", row(mention("A", acgme_id=NUMBER), place="row 12", visa__j1=True))
    (field,) = only(added(one)).claims
    assert (field.best.origin.title, field.best.origin.import_id, field.best.place) == (
        "The freida",
        imported(one).id,
        "row 12",
    )


def test_two_sources_that_differ_are_both_kept() -> None:
    one = reading("freida", row(mention("A", acgme_id=NUMBER), visa__j1=True), edition="2025")
    other = reading("eras", row(mention("A", acgme_id=NUMBER), visa__j1=False), edition="2024")
    listed = only(added(one, other)).listed
    assert (listed.disagreeing, listed.rivals) == ({"visa.j1"}, {"visa.j1": (not listed.values["visa.j1"],)})
