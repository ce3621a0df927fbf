"""Two tabs: a change is made where its part is still what it was, beside whatever else was saved, and never over it."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.applicant.mistakes import DossierMistakes
from bedside.web.store.changes import REMOVED, Change, PartChangedMeanwhile, Path, fingerprint, make_change, part_of
from bedside.web.store.dossiers import DossierGone, Opened, open_dossier
from bedside.web.store.tables import DossierRow, RevisionRow
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW, example, kept

STRENGTHS = ["I read charts quickly.", "I write clearly.", "I listen."]


def with_strengths() -> Opened:
    return kept(example("citizen-scribe") | {"strengths": STRENGTHS})


def changed(opened: Opened, path: Path, value: Any, seen: Opened | None = None) -> Opened:
    """The dossier after a change in a form that was shown when the dossier was as `seen`."""
    base = fingerprint(part_of((seen or opened).content, path))
    return make_change(opened, Change(path, value, base, "Changed"), AS_OF, NOW)


def now(opened: Opened) -> Opened:
    return open_dossier(opened.id, AS_OF)


def strengths(opened: Opened) -> list[str]:
    found: list[str] = part_of(now(opened).content, ("strengths",)) or []
    return found


def test_changes_of_different_parts_from_two_tabs_are_both_kept() -> None:
    both = with_strengths()
    changed(both, ("identity", "name"), "José Peña")
    changed(both, ("seven_day_task",), {"task": "Write to Dr. Okafor.", "set_on": "2026-11-21"})
    assert now(both).name == "José Peña"
    assert part_of(now(both).content, ("seven_day_task", "task")) == "Write to Dr. Okafor."


def test_the_second_tab_that_changes_the_same_part_is_told_and_overwrites_nothing() -> None:
    both = with_strengths()
    changed(both, ("identity", "name"), "From the first tab")
    with pytest.raises(PartChangedMeanwhile) as told:
        changed(both, ("identity", "name"), "From the second tab")
    assert told.value.now.name == "From the first tab"
    assert now(both).name == "From the first tab"


def test_a_tab_that_saw_the_newest_version_but_an_older_form_is_told_too() -> None:
    before = with_strengths()
    after = changed(before, ("identity", "name"), "From the first tab")
    with pytest.raises(PartChangedMeanwhile):
        changed(after, ("identity", "name"), "From the second tab", seen=before)


def test_a_part_that_was_filled_in_meanwhile_is_not_overwritten_by_a_form_that_was_empty() -> None:
    both = kept({key: part for key, part in example("citizen-scribe").items() if key != "seven_day_task"})
    changed(both, ("seven_day_task",), {"task": "From the first tab.", "set_on": "2026-11-21"})
    with pytest.raises(PartChangedMeanwhile):
        changed(both, ("seven_day_task",), {"task": "From the second tab.", "set_on": "2026-11-21"})


def test_a_form_that_is_sent_twice_is_saved_once() -> None:
    both = with_strengths()
    once = changed(both, ("identity", "name"), "José Peña")
    twice = changed(both, ("identity", "name"), "José Peña")
    assert twice.version == once.version == 2


def test_a_change_that_changes_nothing_is_no_new_version() -> None:
    both = with_strengths()
    assert changed(both, ("strengths", 0), STRENGTHS[0]).version == 1
    assert RevisionRow.objects.filter(dossier_id=both.id).count() == 1


def test_entries_added_in_both_tabs_are_both_kept() -> None:
    both = with_strengths()
    changed(both, ("strengths", 3), "From the first tab.")
    changed(both, ("strengths", 3), "From the second tab.")
    changed(both, ("strengths", -1), "From the third tab.")
    assert strengths(both) == [*STRENGTHS, "From the first tab.", "From the second tab.", "From the third tab."]


def test_an_entry_that_is_added_after_others_were_removed_comes_last() -> None:
    both = with_strengths()
    first = changed(both, ("strengths", 0), REMOVED)
    changed(first, ("strengths", 0), REMOVED)
    changed(both, ("strengths", 3), "Added.")
    assert strengths(both) == ["I listen.", "Added."]


def test_an_entry_is_found_again_where_one_before_it_was_removed() -> None:
    both = with_strengths()
    changed(both, ("strengths", 0), REMOVED)
    changed(both, ("strengths", 1), "I write plainly.")
    assert strengths(both) == ["I write plainly.", "I listen."]


def test_the_entry_that_was_meant_is_removed_where_its_list_became_shorter() -> None:
    both = with_strengths()
    changed(both, ("strengths", 0), REMOVED)
    changed(both, ("strengths", 1), REMOVED)
    assert strengths(both) == ["I listen."]


def test_an_entry_that_was_removed_meanwhile_is_not_put_over_another() -> None:
    both = with_strengths()
    changed(both, ("strengths", 1), REMOVED)
    with pytest.raises(PartChangedMeanwhile):
        changed(both, ("strengths", 1), "I write plainly.")
    assert strengths(both) == ["I read charts quickly.", "I listen."]


def test_an_entry_that_was_changed_meanwhile_is_not_removed() -> None:
    both = with_strengths()
    changed(both, ("strengths", 1), "I write plainly.")
    with pytest.raises(PartChangedMeanwhile):
        changed(both, ("strengths", 1), REMOVED)


@pytest.mark.parametrize("part", ["constraints", "target", "experiences", "self_audit", "decision", "strengths"])
def test_any_part_that_may_be_left_for_later_can_be_emptied(part: str) -> None:
    both = with_strengths()
    changed(both, (part,), REMOVED)
    assert part_of(now(both).content, (part,)) in (None, {})


def test_a_key_inside_a_part_can_be_taken_out() -> None:
    both = with_strengths()
    changed(both, ("constraints", "money"), REMOVED)
    assert part_of(now(both).content, ("constraints", "money")) is None
    assert part_of(now(both).content, ("constraints", "weekly_hours")) == 16


def test_a_change_with_a_mistake_is_not_saved() -> None:
    both = with_strengths()
    with pytest.raises(DossierMistakes):
        changed(both, ("medical_school", "graduated"), "2031-01-01")
    assert now(both).version == 1


def test_nothing_is_saved_to_a_dossier_that_was_erased_in_another_tab() -> None:
    both = with_strengths()
    DossierRow.objects.filter(id=both.id).delete()
    with pytest.raises(DossierGone):
        changed(both, ("identity", "name"), "José Peña")
