"""Cells no person has typed are kept as notes, in whatever column they stand."""

from __future__ import annotations

import pytest

from bedside.programs.mention import Reading
from tests.programs.importing.own_table.reading_tables import read_csv, said

HEADINGS = "Program;State;City/State;Accreditation ID;Visa;YOG;Attempts;LORs;USCE;% IMG;Last updated;Website"


def read_endless(piece: str) -> Reading:
    endless = (piece * 45_000)[:90_000]
    return read_csv(f"{HEADINGS}\nFoo;TX{f';{endless}' * (HEADINGS.count(';') - 1)}\n")


@pytest.mark.parametrize("piece", ["1", "-", "a ", "1-", "A-", "J1 ", "no ", "(", "/"])
def test_an_endless_cell_claims_nothing_and_is_kept(piece: str) -> None:
    (row,) = read_endless(piece).rows
    assert (row.mention.name, row.mention.state, said(row)) == ("Foo", "TX", {})
