"""Programs by state on a map: each state with its letters and its number, the more the deeper its tint."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import groupby

from bedside.documents.blocks import Chart, Table
from bedside.documents.charts.outlines_of_states import Outline, outlines
from bedside.documents.charts.svg import PHONE, WIDTH, box, outline, picture, rule, text, width_of
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import count, joined, number
from bedside.programs.places import state_name

_SIZE, _ROOM, _EAST, _APART, _TOP, _COLUMNS, _LINE = 11.0, 1.0, 500.0, 17.0, 4.0, 5, 18.0
_MOST_NAMED = 3


def state_map(counts: Mapping[str, int], theme: Theme = LIGHT, title: str = "") -> Chart | None:
    """The map of numbers by the two letters of a state; None where all are 0.

    What is not on the map, such as Puerto Rico, stands in words beside it.
    """
    counts = {state: many for state, many in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if many > 0}
    if not counts:
        return None
    found = title or finding(counts)
    most = [f"{state_name(state)} {many}" for state, many in list(counts.items())[:_MOST_NAMED]]
    all_of_them = "all" if len(counts) <= _MOST_NAMED else "most"
    says = (
        f"{count(sum(counts.values()), 'program')} in {count(len(counts), 'state')}: {all_of_them} in {joined(most)}."
    )
    wide, narrow = _wide(counts, theme, (found, says)), _narrow(counts, theme, (found, says))
    return Chart(found, wide, says, _table(counts), narrow=narrow)


def finding(counts: Mapping[str, int]) -> str:
    """How many states there are, and where most programs are, in one sentence without a full stop."""
    state, many = max(counts.items(), key=lambda one: one[1])
    total = sum(counts.values())
    if len(counts) == 1:
        return f"{'The one program is' if total == 1 else f'All {total:,} programs are'} in {state_name(state)}"
    return f"{total:,} programs in {len(counts)} states, most in {state_name(state)} ({many})"


def _wide(counts: Mapping[str, int], theme: Theme, words: tuple[str, str]) -> str:
    drawn = outlines()
    shapes = [*_states(counts, 1.0, theme)]
    beside = [one for one in drawn.states if counts.get(one.state) and not _fits(one, counts[one.state])]
    for one in drawn.states:
        if counts.get(one.state) and one not in beside:
            colour = theme.paper if _level(counts[one.state], counts) == 3 else theme.ink
            words_of = f"{one.state} {counts[one.state]}"
            shapes.append(text(one.x, _TOP + one.y + 4, words_of, colour, _SIZE, 600, "middle"))
    shapes += _at_the_side([one for one in beside if one.x >= _EAST], counts, theme)
    for one in beside:
        if one.x < _EAST:
            words_of = f"{one.state} {counts[one.state]}"
            x = one.x + one.room / 2 + 6
            shapes.append(text(x, _TOP + one.y + 4, words_of, theme.ink, _SIZE, 600, halo=theme.paper))
    bottom = _TOP + drawn.height + 24
    shapes += _legend(counts, bottom, theme)
    return picture(bottom + 12, *words, [*shapes, *_elsewhere(counts, bottom, WIDTH, theme)])


def _narrow(counts: Mapping[str, int], theme: Theme, words: tuple[str, str]) -> str:
    """The map without words, and below it each state with its number."""
    drawn = outlines()
    top = drawn.height * PHONE / drawn.width + 24
    pitch = PHONE / _COLUMNS
    shapes = [*_states(counts, PHONE / drawn.width, theme)]
    for place, (state, many) in enumerate(counts.items()):
        x, y = place % _COLUMNS * pitch, top + place // _COLUMNS * _LINE
        shapes.append(text(x, y, f"{state} {many}", theme.ink, 12))
    return picture(top + math.ceil(len(counts) / _COLUMNS) * _LINE, *words, shapes, PHONE)


def _states(counts: Mapping[str, int], scale: float, theme: Theme) -> Iterator[str]:
    fills = (theme.surface, theme.tint, theme.tint_strong, theme.accent)
    for one in outlines().states:
        level = _level(counts.get(one.state, 0), counts)
        edge = theme.quiet if level else theme.line
        yield outline(one.path, fills[level], edge, 0.8 / scale, f"translate(0 {_TOP:g}) scale({scale:.4g})")


def _fits(one: Outline, many: int) -> bool:
    return width_of(f"{one.state} {many}", _SIZE) * _ROOM <= one.room


def _at_the_side(beside: list[Outline], counts: Mapping[str, int], theme: Theme) -> Iterator[str]:
    """Small states of the East, named at the right of the map from top to bottom, each with a line to its place."""
    x, y = outlines().width + 16, 0.0
    for one in sorted(beside, key=lambda one: one.y):
        y = max(y + _APART, _TOP + one.y - 2)
        yield rule(one.x, _TOP + one.y, x - 4, y, theme.quiet, 0.8)
        yield text(x, y + 4, f"{one.state} {counts[one.state]}", theme.ink, _SIZE, 600)


def _level(many: int, counts: Mapping[str, int]) -> int:
    """0 for none; else 1 to 3 by the thirds of the largest number."""
    if not many:
        return 0
    first, second = _cuts(counts)
    return 1 if many <= first else 2 if many <= second else 3


def _cuts(counts: Mapping[str, int]) -> tuple[int, int]:
    """The last numbers of the lowest and of the middle tint."""
    most = max(counts.values())
    first = max(1, most // 3)
    return first, max(first + 1, 2 * most // 3)


def _legend(counts: Mapping[str, int], y: float, theme: Theme) -> Iterator[str]:
    (first, second), most = _cuts(counts), max(counts.values())
    entries = [("none", theme.surface), (_between(1, first), theme.tint)]
    if most > first:
        entries.append((_between(first + 1, min(second, most)), theme.tint_strong))
    if most > second:
        entries.append((_between(second + 1, most), theme.accent))
    x = 0.0
    for words, fill in entries:
        yield box(x, y - 11, 20, 13, fill, theme.quiet)
        yield text(x + 26, y, words, theme.quiet, 12)
        x += 26 + width_of(words, 12) + 20


def _between(first: int, last: int) -> str:
    return number(first) if first == last else f"{first} to {last}"


def _elsewhere(counts: Mapping[str, int], y: float, right: float, theme: Theme) -> Iterator[str]:
    on_it = {one.state for one in outlines().states}
    off_it = [f"{state_name(state)} {many}" for state, many in counts.items() if state not in on_it]
    if off_it:
        yield text(right, y, f"not on the map: {joined(off_it)}", theme.quiet, 12, anchor="end")


def _table(counts: Mapping[str, int]) -> Table:
    """A row for each number of programs, with the states that have so many."""
    alike = groupby(counts, key=lambda state: counts[state])
    return Table(
        head=("Programs", "States with so many"),
        rows=tuple((number(many), ", ".join(sorted(map(state_name, states)))) for many, states in alike),
        widths=(1, 6),
        align=("right", "left"),
        caption="Programs by state",
        key=1,
    )
