"""What is kept in memory is the last of it, made once, and nothing of a dossier that is locked or forgotten."""

from __future__ import annotations

from uuid import UUID

from bedside.web.memory.recent import Recent

ONE, OTHER = UUID(int=1), UUID(int=2)


def test_nothing_of_a_locked_dossier_is_kept() -> None:
    recent: Recent[int] = Recent(2)
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    answers = [recent.of(ONE, "which", make, is_kept) for is_kept in (False, False, True, True)]
    assert (answers, recent.kept) == ([0, 1, 2, 2], ((ONE, "which"),))


def test_only_the_last_few_are_kept() -> None:
    recent: Recent[str] = Recent(2)
    for which in "abac":
        recent.of(ONE, which, lambda: "made", True)
    assert [which for _, which in recent.kept] == ["a", "c"]


def test_two_who_made_the_same_at_once_are_given_the_same() -> None:
    recent: Recent[str] = Recent(2)
    assert (recent.keep(ONE, "a", "first"), recent.keep(ONE, "a", "second")) == ("first", "first")


def test_forgetting_one_dossier_leaves_the_others() -> None:
    recent: Recent[str] = Recent(3)
    for id, which in ((ONE, "a"), (OTHER, "a"), (ONE, "b")):
        recent.keep(id, which, "made")
    recent.forget(ONE)
    assert recent.kept == ((OTHER, "a"),)
