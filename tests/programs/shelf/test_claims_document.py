"""Claims as a document: what is written is read back, and what is wrong with it is said in a sentence."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.programs.claim import Confidence, Stated
from bedside.programs.collection import Collection
from bedside.programs.mention import Hospital, Mention, Reading, Row, StateResult, Unread
from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.program import Season, Track, TrackKind
from bedside.programs.shelf.claims_document import as_document, from_document
from bedside.programs.shelf.digest import as_import, digest

TEXT = st.text(max_size=12)
VALUES = st.one_of(st.booleans(), st.integers(-9, 9), st.floats(0, 1), TEXT)
STATED = st.builds(
    Stated,
    field=st.sampled_from(["visa.j1", "notes", "img-share"]),
    value=VALUES,
    said_on=st.none() | st.dates(),
    quote=TEXT,
    confidence=st.sampled_from(Confidence),
    rounded_to=st.none() | st.just(0.01),
)
SEASONS = st.builds(Season, st.integers(2000, 2030), st.integers(0, 99), st.none() | st.integers(0, 99))
TRACKS = st.builds(Track, TEXT, st.sampled_from(TrackKind), TEXT, st.lists(SEASONS, max_size=2).map(tuple))
MENTIONS = st.builds(Mention, TEXT, TEXT, TEXT, TEXT, TEXT, st.none() | TEXT, st.lists(TEXT, max_size=2).map(tuple))
ROWS = st.builds(Row, MENTIONS, TEXT, st.lists(TRACKS, max_size=2).map(tuple), st.lists(STATED, max_size=2).map(tuple))
READINGS = st.builds(
    Reading,
    *(TEXT for _ in range(4)),
    st.none() | st.dates(),
    TEXT,
    TEXT,
    TEXT,
    st.lists(ROWS, max_size=2).map(tuple),
    st.just((StateResult(2025, "OH", "neurology", "Neurology", 3, 2, (1, 1, 0, 0, 0, 0, 0)),)),
    st.just((Hospital("1", "A", "B", "OH", None),)),
    st.just((Unread("row 1", "x", "y"),)),
    st.just(("a note",)),
    st.just((("Visa", "a note"),)),
)


@given(READINGS, st.dates(), st.dictionaries(TEXT, TEXT, max_size=2))
def test_what_is_written_is_read_back(reading: Reading, day: date, answers: dict[str, str]) -> None:
    collection = Collection((as_import(reading, "a.csv", day),), answers)
    assert from_document(json.loads(json.dumps(as_document(collection)))) == collection


@given(READINGS)
def test_the_id_follows_from_the_content_alone(reading: Reading) -> None:
    first = as_import(reading, "a.csv", date(2026, 1, 1))
    second = as_import(reading, "b.csv", date(2027, 1, 1))
    assert first.id == second.id == digest(reading)


def test_an_empty_document_is_an_empty_collection() -> None:
    assert from_document({}) == Collection()
    assert from_document(as_document(Collection())) == Collection()


def written(**changes: Any) -> dict[str, Any]:
    reading = Reading("own", "T", "you", "2026", None, "", "", rows=(Row(Mention("A"), "row 1"),))
    document = as_document(Collection((as_import(reading, "a.csv", date(2026, 1, 1)),)))
    return document | changes


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        (
            written(schema_version=99),
            "These claims were written by a newer Bedside (version 99 of their format; this one reads up to 1). "
            "Open them with that Bedside, or bring this one up to date.",
        ),
        (written(schema_version="1"), "The claims do not say which version of their format they are (schema_version)."),
        (written(answers=3), "claims.answers should be a list of names and values and is “3”."),
        (written(imports=[{}]), "claims.imports[0] lacks id, added_on, file_name, reading."),
        (written(more=1), "claims holds “more”, which Bedside does not know."),
    ],
)
def test_what_is_wrong_is_said(document: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ProgramsMistake) as refused:
        from_document(document)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("place", "value", "sentence"),
    [
        (
            ("rows", 0, "stated"),
            [{"field": "shoe-size", "value": 3}],
            "The import “a.csv” claims something Bedside has no field for: shoe-size.",
        ),
        (
            ("rows", 0, "stated"),
            [{"field": "notes", "value": None}],
            "claims.imports[0].reading.rows[0].stated[0].value should be a number, a whole number, text or true or "
            "false and is “None”.",
        ),
        (("said_on",), "soon", "claims.imports[0].reading.said_on should be a day such as 2025-05-31 and is “soon”."),
    ],
)
def test_the_place_of_a_mistake_is_named(place: tuple[Any, ...], value: Any, sentence: str) -> None:
    document = written()
    target: Any = document["imports"][0]["reading"]
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = value
    with pytest.raises(ProgramsMistake) as refused:
        from_document(document)
    assert str(refused.value) == sentence


def test_a_number_that_is_none_is_refused() -> None:
    document = written()
    document["imports"][0]["reading"]["rows"][0]["stated"] = [{"field": "img-share", "value": float("nan")}]
    with pytest.raises(ProgramsMistake):
        from_document(document)
