"""A hosted dossier that nobody opens is erased only where the host has said after how many days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from pytest_django.fixtures import Settings

from bedside.web.store import letting_go
from bedside.web.store.letting_go import erase_abandoned, let_go_if_due, opened_today
from bedside.web.store.tables import DossierRow, RevisionRow
from tests.applicant.dossiers import AS_OF
from tests.web.kept import browser_for, example, kept

NINETY = timedelta(days=90)


@pytest.fixture(autouse=True)
def never_done_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letting_go, "_DUE", letting_go._OnceADay())


def hosted(settings: Settings, days: int) -> None:
    settings.HOSTING = replace(settings.HOSTING, is_hosted=True, erase_after_days=days)


def opened_last(day: date | None) -> UUID:
    id = kept(example("before")).id
    DossierRow.objects.filter(id=id).update(opened_on=day)
    return id


def left() -> set[UUID]:
    return set(DossierRow.objects.values_list("id", flat=True))


def test_what_nobody_opened_for_longer_goes_with_its_history_and_the_rest_stays() -> None:
    gone, on_the_day = opened_last(AS_OF - NINETY - timedelta(days=1)), opened_last(AS_OF - NINETY)
    assert erase_abandoned(AS_OF, 90) == 1
    assert left() == {on_the_day}
    assert not RevisionRow.objects.filter(dossier_id=gone).exists()


def test_where_the_last_opening_is_not_known_the_days_begin_now() -> None:
    unknown = opened_last(None)
    assert (erase_abandoned(AS_OF, 90), erase_abandoned(AS_OF + NINETY, 90), left()) == (0, 0, {unknown})
    assert erase_abandoned(AS_OF + NINETY + timedelta(days=1), 90) == 1


def test_opening_a_page_counts_and_comes_before_anything_is_let_go(settings: Settings) -> None:
    hosted(settings, 90)
    opened = kept(example("before"))
    DossierRow.objects.filter(id=opened.id).update(opened_on=date(2020, 1, 1))
    other = opened_last(date(2020, 1, 1))
    assert browser_for(opened).get(f"/dossier/{opened.id}/standing/").status_code == 200
    assert (left(), other in left()) == ({opened.id}, False)


@pytest.mark.parametrize("is_hosted", [True, False])
def test_without_the_setting_and_on_ones_own_machine_nothing_goes(is_hosted: bool, settings: Settings) -> None:
    settings.HOSTING = replace(settings.HOSTING, is_hosted=is_hosted, erase_after_days=0)
    opened, old = kept(example("before")), opened_last(date(2000, 1, 1))
    browser_for(opened).get(f"/dossier/{opened.id}/")
    let_go_if_due(AS_OF)
    assert left() == {opened.id, old}
    assert (DossierRow.objects.get(id=opened.id).opened_on is not None) == is_hosted


def test_it_is_done_once_a_day(settings: Settings) -> None:
    hosted(settings, 90)
    let_go_if_due(AS_OF)
    old = opened_last(date(2000, 1, 1))
    let_go_if_due(AS_OF)
    assert left() == {old}
    let_go_if_due(AS_OF + timedelta(days=1))
    assert left() == set()


def test_the_day_of_the_last_look_is_kept() -> None:
    id = opened_last(None)
    opened_today(id, AS_OF)
    opened_today(id, AS_OF)
    assert DossierRow.objects.get(id=id).opened_on == AS_OF


def test_the_page_on_what_is_kept_tells_the_days(settings: Settings) -> None:
    hosted(settings, 400)
    page = browser_for().get("/privacy/", secure=True).content.decode()
    assert "has opened or saved for 400 days is erased here" in page
