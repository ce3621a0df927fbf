"""The activity map: every month since graduation, with what was going on."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from bedside.applicant.activity_map import activity_map
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience, timelines


def test_the_map_has_every_month_from_graduation_to_the_as_of_day() -> None:
    months = [one.month for one in activity_map(a_dossier(), date(2019, 2, 3))]
    assert months == [date(2018, 12, 1), date(2019, 1, 1), date(2019, 2, 1)]


def test_a_month_shows_its_main_activity_and_its_closest_contact() -> None:
    job = an_experience("2019-01-10", "present")
    clinic = an_experience("2019-02-01", "2019-02-28", kind="volunteering", contact="observer", hours_per_week=4)
    shown = [
        (one.main_kind, one.contact, one.entries) for one in activity_map(a_dossier(job, clinic), date(2019, 3, 1))
    ]
    assert shown == [
        (None, None, ()),
        ("job", "none", ("experiences[0]",)),
        ("job", "observer", ("experiences[0]", "experiences[1]")),
        ("job", "none", ("experiences[0]",)),
    ]


@given(timelines)
def test_a_month_is_empty_exactly_where_nothing_is_dated(timeline: list[dict]) -> None:
    for month in activity_map(a_dossier(*timeline), AS_OF):
        assert (month.main_kind is None) == (month.entries == ())
