"""How far down its list each program went tells one more applicant where they would be held."""

from __future__ import annotations

from bedside.matching.deferred_acceptance import applicant_proposing
from bedside.matching.outcome.cut_offs import cut_offs
from tests.matching.made_up import EXAMPLE, instance_of


def test_the_cut_offs_of_the_worked_example_are_those_by_hand() -> None:
    """City holds its second choice last, General its fourth, Mercy its first and has a position open."""
    found = cut_offs(applicant_proposing(instance_of(EXAMPLE)))
    assert (found.rank.tolist(), found.has_open.tolist()) == ([2, 4, 1], [False, False, True])
    assert [found.would_hold(program, rank) for program, rank in ((0, 1), (0, 3), (1, 3), (2, 9))] == [
        True,
        False,
        True,
        True,
    ]
