"""The label of a track names a place or only a kind of track."""

from __future__ import annotations

import pytest

from bedside.programs.identity.track_label import place_in


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("Internal Medicine", ""),
        ("Surgery-Preliminary", ""),
        ("Int Med/Research Pathway", ""),
        ("Family Medicine/Rural", ""),
        ("Fam Med/3-yr MD Path", ""),
        ("Internal Medicine/Tampa", "tampa"),
        ("Family Med/St Johns", "saint johns"),
        ("Fam Med/Farm Hills/Osteopathic", "farm hills"),
        ("Internal Med/Presbyterian Dallas", "presbyterian dallas"),
    ],
)
def test_the_place_in_a_label(label: str, place: str) -> None:
    assert place_in(label) == place
