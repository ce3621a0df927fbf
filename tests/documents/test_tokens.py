"""Colours: text and marks stand out from what is behind them, in both themes."""

from __future__ import annotations

import pytest

from bedside.documents.tokens import DARK, LIGHT, Theme, contrast

TEXT, MARKS = 4.5, 3.0
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert (contrast("#ffffff", "#ffffff"), contrast("#000000", "#ffffff")) == (1.0, 21.0)


@THEMES
@pytest.mark.parametrize("behind", ["paper", "surface", "tint"])
@pytest.mark.parametrize("words", ["ink", "quiet", "accent"])
def test_text_can_be_read_on_every_ground(theme: Theme, words: str, behind: str) -> None:
    assert contrast(getattr(theme, words), getattr(theme, behind)) >= TEXT


@THEMES
def test_ink_can_be_read_on_the_strong_tint(theme: Theme) -> None:
    assert contrast(theme.ink, theme.tint_strong) >= TEXT


@THEMES
@pytest.mark.parametrize("colour", ["blue", "green", "brick", "violet", "quiet"])
def test_a_letter_in_the_colour_of_the_paper_can_be_read_on_a_month(theme: Theme, colour: str) -> None:
    assert contrast(theme.paper, getattr(theme, colour)) >= TEXT


@THEMES
def test_marks_stand_out_from_paper_and_surface(theme: Theme) -> None:
    grounds = (theme.paper, theme.surface)
    weakest = min(contrast(colour, ground) for colour in (*theme.series, theme.quiet) for ground in grounds)
    assert weakest >= MARKS


@THEMES
def test_the_shape_of_a_level_stands_out_from_its_tint(theme: Theme) -> None:
    assert contrast(theme.accent, theme.tint_strong) >= MARKS
