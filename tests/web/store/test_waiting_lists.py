"""A list waits for two hours, one for each dossier, sealed with it, and gone with it."""

from __future__ import annotations

from datetime import timedelta

from bedside.web.store.dossiers import open_dossier
from bedside.web.store.locking import lock
from bedside.web.store.tables import DossierRow, WaitingListRow
from bedside.web.store.waiting_lists import WAITS, forget_waiting_list, let_wait, waiting_list
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW, example, kept

LIST = {"rows": ["Riverbend Internal Medicine"]}


def test_a_list_waits_for_two_hours_and_then_is_gone() -> None:
    opened = kept(example("before"))
    let_wait(opened, LIST, NOW)
    assert waiting_list(opened, NOW + WAITS) == LIST
    assert waiting_list(opened, NOW + WAITS + timedelta(seconds=1)) is None


def test_a_second_list_takes_the_place_of_the_first() -> None:
    opened = kept(example("before"))
    let_wait(opened, LIST, NOW)
    let_wait(opened, {"rows": []}, NOW)
    assert waiting_list(opened, NOW) == {"rows": []}


def test_lists_that_waited_too_long_end_when_the_next_comes() -> None:
    opened, other = kept(example("before")), kept(example("before"))
    let_wait(opened, LIST, NOW)
    let_wait(other, LIST, NOW + WAITS + timedelta(seconds=1))
    assert list(WaitingListRow.objects.values_list("dossier_id", flat=True)) == [other.id]


def test_a_list_of_a_locked_dossier_is_sealed() -> None:
    opened = kept(example("before"))
    locked = lock(open_dossier(opened.id, AS_OF), "four calm plain words").opened
    let_wait(locked, LIST, NOW)
    assert "Riverbend" not in str(WaitingListRow.objects.values_list("content", flat=True).get())
    assert waiting_list(locked, NOW) == LIST


def test_locking_throws_away_a_list_that_waits() -> None:
    opened = kept(example("before"))
    let_wait(opened, LIST, NOW)
    locked = lock(open_dossier(opened.id, AS_OF), "four calm plain words").opened
    assert waiting_list(locked, NOW) is None


def test_a_list_can_be_thrown_away_and_goes_with_its_dossier() -> None:
    opened = kept(example("before"))
    let_wait(opened, LIST, NOW)
    forget_waiting_list(opened)
    assert waiting_list(opened, NOW) is None
    let_wait(opened, LIST, NOW)
    DossierRow.objects.all().delete()
    assert WaitingListRow.objects.count() == 0
