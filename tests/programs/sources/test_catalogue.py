"""The catalogue: every source says whose it is, on what terms, and how its address is known."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from bedside.programs.importing.content_kind import content_kind
from bedside.programs.importing.recognising import IMPORTERS
from bedside.programs.sources.addresses import refuse_unsafe
from bedside.programs.sources.catalogue import Access, PublishedSource, SourceNotKnown, all_sources, find_source

EVERY = pytest.mark.parametrize("source", all_sources(), ids=lambda source: source.key)
FOLDERS = {"nrmp": "nrmp", "nrmp-states": "nrmp", "interview-rates": "interview_rates"}


@EVERY
def test_every_source_says_its_terms_and_how_its_address_is_known(source: PublishedSource) -> None:
    assert all((source.title, source.publisher, source.gives, source.licence, source.terms, source.address_seen))
    refuse_unsafe(source.page)
    for file in source.files:
        refuse_unsafe(file.url)


@EVERY
def test_only_what_needs_no_sign_in_has_files_to_fetch(source: PublishedSource) -> None:
    assert bool(source.files) == (source.access is Access.FETCHED)


def test_every_kind_is_that_of_an_importer() -> None:
    assert {source.kind for source in all_sources()} - {importer.key for importer in IMPORTERS} == {""}


def test_the_sources_behind_a_sign_in_are_private() -> None:
    assert [source.key for source in all_sources() if source.is_private] == ["freida", "residency-explorer", "myeras"]


@pytest.mark.parametrize("key", ["nrmp", "nrmp-states"])
def test_the_terms_of_the_nrmp_name_its_clause_on_machine_learning(key: str) -> None:
    assert sum("machine learning" in sentence for sentence in find_source(key).terms) == 1


@pytest.mark.parametrize(
    "words", ["nrmp", " NRMP ", "national list", "Program Results: Main Residency Match 2021–2025"]
)
def test_a_source_is_found_by_any_of_its_names(words: str) -> None:
    assert find_source(words).key == "nrmp"


def test_no_two_sources_have_a_name_in_common() -> None:
    each = ({name.casefold() for name in (source.key, source.title, *source.aliases)} for source in all_sources())
    names = [name for names in each for name in names]
    assert sorted(set(names)) == sorted(names)


def test_a_source_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(SourceNotKnown) as missed:
        find_source("doximity")
    keys = ", ".join(source.key for source in all_sources())
    assert str(missed.value) == f"There is no source called “doximity”. Bedside knows these: {keys}."


@pytest.mark.skipif(
    "BEDSIDE_REAL_DATA" not in os.environ, reason="BEDSIDE_REAL_DATA names no folder of published files"
)
@pytest.mark.parametrize("key", FOLDERS)
def test_the_sizes_and_digests_are_those_of_the_published_files(key: str) -> None:
    folder = Path(os.environ["BEDSIDE_REAL_DATA"]) / FOLDERS[key]
    for file in find_source(key).files:
        content = (folder / file.name).read_bytes()
        assert (len(content), sha256(content).hexdigest(), content_kind(content)) == (
            file.size,
            file.sha256,
            file.content,
        )
