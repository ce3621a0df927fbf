"""What the loop with joint wishes works on: arrays with Numba, lists without, under the same names."""

from __future__ import annotations

from typing import Any, NamedTuple

Row = Any  # an array of whole numbers, or a list of them: each is the quicker one where it is used

NOWHERE, IN_A_UNIT = -1, -2  # in the place of an entry: who sits nowhere, and whose unit tells where


class Lists(NamedTuple):
    """The lists of a layout. A place is an entry of the program lists: one applicant on the list of one program.

    The entries of applicant `a` are `starts[a]` to before `starts[a + 1]`; `program_of` and `place_of` say which
    program each names and at which place of its list the applicant stands. The places of program `p` begin at
    `program_starts[p]`, and `quotas[p]` is how many it may hold. Of a place, `who_at` tells the applicant or, as
    -1 - `u`, the unit `u`, and `entry_at` which entry of theirs it is.
    """

    starts: Row
    program_of: Row
    place_of: Row
    program_starts: Row
    quotas: Row
    who_at: Row
    entry_at: Row


class Wishes(NamedTuple):
    """The wishes of units, best first: each is a few places that are had together or not at all.

    The wishes of unit `u` are `starts[u]` to before `starts[u + 1]`, the places of wish `w` are
    `places[place_starts[w]:place_starts[w + 1]]`, at `programs`; `is_second` marks those of supplemental lists. The
    units that ask for program `p` are `asked_by[asked_starts[p]:asked_starts[p + 1]]`.
    """

    starts: Row
    place_starts: Row
    programs: Row
    places: Row
    is_second: Row
    asked_starts: Row
    asked_by: Row


class Seats(NamedTuple):
    """Who sits where for now.

    For each place whether it is `held`; for each program how many positions are `open` and the `last` place it holds;
    for each applicant `at` which entry and for each unit at which wish (`sits`) they are, `NOWHERE` for nowhere. An
    applicant of a unit is `IN_A_UNIT`.
    """

    held: Row
    open: Row
    last: Row
    at: Row
    sits: Row


class Waiting(NamedTuple):
    """Which units are to be looked at: `line` goes round in a circle from `counts[0]`, `waits` marks who is in it.

    `displaced` are applicants who were let go, `opened` the programs where a position opened in the move at hand, and
    `was_opened` marks them. `counts`: where the line begins, how many wait, how many programs were opened, how many
    were displaced, the moves so far, and 1 if who came last into the line is looked at first.
    """

    line: Row
    waits: Row
    displaced: Row
    opened: Row
    was_opened: Row
    counts: Row
