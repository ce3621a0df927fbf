"""The history: undo goes back state by state, any state can be brought back, and none of the last fifty is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from bedside.applicant.mistakes import DossierMistakes
from bedside.web.store.dossiers import ChangedElsewhere, Opened, open_dossier, save
from bedside.web.store.history import (
    NothingBefore,
    RevisionGone,
    before_the_last_change,
    content_at,
    last_change,
    restore,
    revisions_of,
    undo,
)
from bedside.web.store.locking import lock
from bedside.web.store.pruning import ALL_OF_THE_LAST, ONE_A_DAY_FOR
from bedside.web.store.tables import RevisionRow
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW, example, kept


def begun() -> Opened:
    return kept(example("before") | {"identity": {"name": "A"}})


def named(opened: Opened, name: str, days_ago: int = 0) -> Opened:
    content = {**opened.content, "identity": {"name": name}}
    return save(opened, content, f"Called {name}", AS_OF, NOW - timedelta(days=days_ago))


def after(*names: str) -> Opened:
    opened = begun()
    for name in names:
        opened = named(opened, name)
    return opened


def names_kept(opened: Opened) -> list[str]:
    return [content_at(opened, one.version, AS_OF)["identity"]["name"] for one in reversed(revisions_of(opened))]


def undone(opened: Opened, times: int = 1) -> Opened:
    for _ in range(times):
        opened = undo(opened, AS_OF, NOW)
    return opened


def test_the_history_lists_what_was_done_the_last_first() -> None:
    assert [one.what for one in revisions_of(after("B", "C"))] == ["Called C", "Called B", "Begun"]


def test_undo_goes_back_to_the_state_before_the_last_change_as_a_new_save() -> None:
    opened = undone(after("B", "C"))
    assert (opened.name, opened.version) == ("B", 4)
    assert open_dossier(opened.id, AS_OF).name == "B"
    assert revisions_of(opened)[0].what == "Undid “Called C”"
    assert revisions_of(opened)[0].restores == 2


def test_a_second_undo_goes_one_further() -> None:
    opened = undone(after("B", "C"), times=2)
    assert opened.name == "A"
    assert revisions_of(opened)[0].what == "Undid “Called B”"


def test_there_is_nothing_to_undo_before_the_beginning() -> None:
    opened = undone(after("B"))
    with pytest.raises(NothingBefore):
        undo(opened, AS_OF, NOW)
    assert before_the_last_change(revisions_of(opened)) is None


def test_undo_after_an_undo_and_a_change_takes_back_that_change_first() -> None:
    opened = undone(named(undone(after("B", "C")), "D"))
    assert opened.name == "B"
    assert undone(opened).name == "A"


def test_what_was_undone_can_be_brought_back_from_the_list() -> None:
    opened = restore(undone(after("B", "C"), times=2), 3, AS_OF, NOW)
    assert opened.name == "C"
    assert revisions_of(opened)[0].what == "Brought back “Called C”"


def test_bringing_a_state_back_can_itself_be_undone_and_a_further_undo_goes_on_from_there() -> None:
    opened = undone(restore(after("B", "C"), 1, AS_OF, NOW))
    assert opened.name == "C"
    assert undone(opened).name == "B"


def test_the_words_for_what_was_undone_do_not_pile_up() -> None:
    opened = undone(restore(restore(after("B", "C"), 1, AS_OF, NOW), 2, AS_OF, NOW))
    assert revisions_of(opened)[0].what == "Undid “Called B”"


def test_a_state_that_is_current_already_is_not_saved_again() -> None:
    opened = after("B")
    assert restore(opened, 2, AS_OF, NOW).version == 2


def test_undo_does_not_overwrite_what_was_saved_in_another_tab() -> None:
    opened = after("B")
    named(opened, "C")
    with pytest.raises(ChangedElsewhere):
        undo(opened, AS_OF, NOW)
    with pytest.raises(ChangedElsewhere):
        restore(opened, 1, AS_OF, NOW)
    assert open_dossier(opened.id, AS_OF).name == "C"


def test_a_state_that_is_not_kept_cannot_be_brought_back() -> None:
    with pytest.raises(RevisionGone):
        restore(after("B"), 99, AS_OF, NOW)


def test_a_state_of_another_dossier_cannot_be_brought_back() -> None:
    mine = begun()
    after("B", "C")
    with pytest.raises(RevisionGone):
        restore(mine, 3, AS_OF, NOW)


def test_a_state_that_cannot_be_used_any_more_is_not_brought_back() -> None:
    opened = after("B")
    broken = {**opened.content, "medical_school": {"country": "Peru", "graduated": "2031-01-01"}}
    RevisionRow.objects.filter(dossier_id=opened.id, version=1).update(document=broken)
    with pytest.raises(DossierMistakes):
        restore(opened, 1, AS_OF, NOW)
    assert open_dossier(opened.id, AS_OF).name == "B"


def test_a_locked_dossier_can_be_taken_back_too_and_stays_sealed() -> None:
    opened = undone(lock(after("B", "C"), "four calm plain words").opened)
    assert (opened.name, opened.version) == ("B", 5)
    assert revisions_of(opened)[0].what == "Undid “Called C”"
    assert not [row for row in RevisionRow.objects.all() if set(row.document) != {"sealed"}]


def test_the_last_fifty_states_are_kept_whatever_their_age() -> None:
    opened = begun()
    for number in range(ALL_OF_THE_LAST + 10):
        opened = named(opened, f"N{number}", days_ago=ONE_A_DAY_FOR.days + 90)
    opened = named(opened, "Today")
    assert names_kept(opened)[-ALL_OF_THE_LAST:] == [f"N{number}" for number in range(11, 60)] + ["Today"]


def test_of_older_states_the_last_one_of_each_day_is_kept_for_400_days() -> None:
    opened = begun()
    for days_ago in (500, 401, 399, 10, 5):
        for part in ("morning", "noon", "evening"):
            opened = named(opened, f"{days_ago} {part}", days_ago)
    for number in range(ALL_OF_THE_LAST):
        opened = named(opened, f"N{number}")
    assert names_kept(opened)[:-ALL_OF_THE_LAST] == ["A", "399 evening", "10 evening", "5 evening"]


class EverySequence(TestCase):
    """Theorems over any sequence of saves, undos and restores."""

    @settings(max_examples=30)
    @given(st.lists(st.one_of(st.just("undo"), st.sampled_from("BCDEF"), st.integers(1, 12)), max_size=14))
    def test_no_state_of_the_last_fifty_is_ever_lost(self, steps: list[Any]) -> None:
        opened = begun()
        states = [opened.name]
        for step in steps:
            before = opened.version
            opened = taken(opened, step)
            states += [opened.name] * (opened.version - before)
        assert names_kept(opened) == states
        assert open_dossier(opened.id, AS_OF).name == states[-1]

    @settings(max_examples=30)
    @given(st.lists(st.one_of(st.just("undo"), st.sampled_from("BCDEF"), st.integers(1, 12)), max_size=10))
    def test_undoing_again_and_again_reaches_the_first_state_and_ends(self, steps: list[Any]) -> None:
        opened = begun()
        for step in steps:
            opened = taken(opened, step)
        for _ in range(opened.version):
            opened = taken(opened, "undo")
        assert opened.name == "A"
        assert before_the_last_change(revisions_of(opened)) is None

    @settings(max_examples=30)
    @given(st.lists(st.sampled_from("BCDEF"), min_size=1, max_size=8))
    def test_undo_walks_back_through_every_save_and_says_which_one_it_takes_back(self, names: list[str]) -> None:
        opened = begun()
        saved = []
        for name in names:
            before, opened = opened, named(opened, name)
            saved += [name] if opened.version > before.version else []
        for name in reversed(saved):
            change = last_change(revisions_of(opened))
            assert change is not None
            assert (opened.name, change.what) == (name, f"Called {name}")
            opened = undo(opened, AS_OF, NOW)
        assert opened.name == "A"


def taken(opened: Opened, step: Any) -> Opened:
    """The dossier after one step: an undo, a state brought back by its version, or a save."""
    try:
        if step == "undo":
            return undo(opened, AS_OF, NOW)
        return restore(opened, step, AS_OF, NOW) if isinstance(step, int) else named(opened, step)
    except (NothingBefore, RevisionGone):
        return opened
