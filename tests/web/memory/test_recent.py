"""What is kept in memory is the last of it, made once, and nothing of a dossier that is locked or forgotten."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from bedside.web.memory.recent import Recent
from bedside.web.memory.weighing import bytes_held
from bedside.web.serving.hosting import LIST_MEMORY

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


def test_what_is_weighed_is_kept_by_its_bytes_and_never_more_of_it() -> None:
    recent: Recent[bytes] = Recent(2_500, bytes_held)
    for which in "abac":
        recent.of(ONE, which, lambda: bytes(1_000), True)
        assert recent.weight == len(recent.kept) * bytes_held(bytes(1_000)) <= 2_500
    assert [which for _, which in recent.kept] == ["a", "c"]


def test_what_weighs_more_than_all_the_room_is_told_and_not_kept_and_drives_nothing_out() -> None:
    recent: Recent[bytes] = Recent(1_500, bytes_held)
    recent.of(ONE, "small", lambda: bytes(1_000), True)
    assert len(recent.of(OTHER, "large", lambda: bytes(2_000), True)) == 2_000
    assert recent.kept == ((ONE, "small"),)


def test_what_is_forgotten_leaves_its_room() -> None:
    recent: Recent[bytes] = Recent(10_000, bytes_held)
    for id, which in ((ONE, "a"), (OTHER, "a"), (ONE, "b")):
        recent.keep(id, which, bytes(1_000))
    recent.forget(ONE)
    assert recent.weight == bytes_held(bytes(1_000))
    recent.forget(OTHER)
    assert (recent.weight, recent.kept) == (0, ())


def test_whoever_runs_a_copy_bounds_what_lists_take_in_megabytes() -> None:
    assert settings.LIST_MEMORY == LIST_MEMORY * 1_000_000
