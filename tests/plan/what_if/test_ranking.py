"""The order of moves: one stated rule and the two orders behind it, whatever else stands beside."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bedside.odds.results import Estimate
from bedside.plan.what_if.ranking import by_dollar, by_month, can_be_ranked, ranked, rule_in_words
from bedside.plan.what_if.results import Answer, Basis
from tests.plan.what_if.worlds import EVIDENCE


def a_move(key: str, points: float, dollars: float | None = 0.0, months: float | None = 0.0, **parts: object) -> Answer:
    gain = Estimate(0.0, points / 100, 2 * points / 100)
    told: dict[str, object] = {"basis": Basis.LIST, "gain": gain} | parts
    return Answer(key, key, "", before=None, after=None, dollars=dollars, months=months, **told)  # type: ignore[arg-type]


def keys(order: tuple[Answer, ...]) -> list[str]:
    return [one.key for one in order]


CHEAP, QUICK, LARGE = a_move("cheap", 1, 0, 2), a_move("quick", 1, 900, 0), a_move("large", 6, 3_000, 8)


def test_a_month_is_weighed_like_500_dollars_and_everything_like_100_at_least() -> None:
    # 1 point for 2 months ($1,000), 1 for $900, 6 for $7,000, 0.5 for nothing ($100).
    free = a_move("free", 0.5)
    assert keys(ranked((LARGE, CHEAP, QUICK, free), EVIDENCE)) == ["free", "quick", "cheap", "large"]


def test_the_applicants_own_reading_turns_the_order() -> None:
    own = EVIDENCE.with_readings({"reading.what-if.month-in-dollars": 100})
    assert keys(ranked((LARGE, CHEAP, QUICK), own)) == ["cheap", "large", "quick"]
    assert rule_in_words(own) == (
        "In order of the middle of the gain for what it takes: its dollars, and $100 for each month until it is done; "
        "at least $100. You may set both numbers yourself."
    )


def test_without_a_smallest_cost_what_costs_nothing_comes_first() -> None:
    own = EVIDENCE.with_readings({"reading.what-if.least-dollars": 0})
    few, more = a_move("few", 0.5), a_move("more", 1)
    assert keys(ranked((LARGE, few, QUICK, more), own)) == ["more", "few", "quick", "large"]


def test_by_month_what_takes_none_comes_first_and_by_dollar_what_costs_none() -> None:
    assert keys(by_month((LARGE, CHEAP, QUICK), EVIDENCE)) == ["quick", "large", "cheap"]
    assert keys(by_dollar((LARGE, CHEAP, QUICK), EVIDENCE)) == ["cheap", "large", "quick"]


def test_what_cannot_be_ranked_stands_in_no_order() -> None:
    out = (
        a_move("unmeasured", 5, basis=Basis.UNMEASURED),
        a_move("no move", 5, is_move=False),
        a_move("too late", 5, in_time=False),
        a_move("no figure", 5, gain=None),
        a_move("no price", 5, None),
        a_move("no time told", 5, 0.0, None),
        a_move("no gain", 0.05),
        a_move("a loss", -3),
    )
    assert [one.key for one in out if can_be_ranked(one, EVIDENCE)] == []
    assert (ranked(out, EVIDENCE), by_month(out, EVIDENCE), by_dollar(out, EVIDENCE)) == ((), (), ())


MOVES = st.lists(
    st.tuples(st.integers(1, 900), st.integers(0, 5_000), st.integers(0, 18)), min_size=2, max_size=8, unique=True
).map(lambda found: [a_move(f"{at}", gain / 10, dollars, months) for at, (gain, dollars, months) in enumerate(found)])


@given(MOVES, st.randoms())
def test_neither_the_order_they_come_in_nor_a_third_move_turns_two(moves: list[Answer], luck: object) -> None:
    whole = keys(ranked(tuple(moves), EVIDENCE))
    turned = moves[::-1]
    assert keys(ranked(tuple(turned), EVIDENCE)) == whole
    two = {moves[0].key, moves[1].key}
    assert keys(ranked(tuple(moves[:2]), EVIDENCE)) == [key for key in whole if key in two]


@given(MOVES)
def test_a_move_that_gains_more_and_costs_no_more_never_stands_behind(moves: list[Answer]) -> None:
    order = ranked(tuple(moves), EVIDENCE)
    place = {one.key: at for at, one in enumerate(order)}
    for one in moves:
        for other in moves:
            assert one.gain is not None
            assert other.gain is not None
            is_better = (
                one.gain.middle > other.gain.middle
                and (one.dollars or 0) <= (other.dollars or 0)
                and (one.months or 0) <= (other.months or 0)
            )
            assert not is_better or place[one.key] < place[other.key]
