"""A source that says there is no limit says more than one that says nothing, and turns nobody away."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.documents.content.programs.wording import in_words
from bedside.programs.directory import Directory
from bedside.programs.eligibility.judging import judge
from bedside.programs.eligibility.results import Criterion, State
from bedside.programs.field import Value
from bedside.programs.search import Search, find
from tests.programs.eligibility.listing import a_program, an_asker

LIMITS = ("graduation.limit", "attempts.limit", "step-2-ck.minimum")


def criterion(field: str, values: dict[str, Value], **more: Any) -> Criterion:
    verdict = judge(a_program(values, **more), an_asker())
    return next(one for one in verdict.limits if one.key == field)


@pytest.mark.parametrize("field", LIMITS)
def test_no_limit_is_met_whoever_asks(field: str) -> None:
    assert (criterion(field, {field: False}).state, criterion(field, {}).state) == (State.MET, State.NOT_REPORTED)
    assert criterion(field, {field: False}).says == "It sets none, as its source says."


@pytest.mark.parametrize("field", LIMITS)
def test_no_limit_beside_a_limit_of_another_source_never_excludes(field: str) -> None:
    most = 999 if field == "step-2-ck.minimum" else 1
    assert criterion(field, {field: most}, rivals={field: [False]}).state in (State.ASK, State.MET)


def test_a_search_keeps_programs_that_set_no_limit() -> None:
    asked = Search(graduated_years_ago=30, attempts=4, step_2_ck=200, only_reported=True)
    open_to_all, silent = a_program(dict.fromkeys(LIMITS, False), key="open"), a_program({}, key="silent")
    assert find(Directory((open_to_all, silent), lambda key: NotImplemented), asked) == (open_to_all,)


@pytest.mark.parametrize("field", LIMITS)
def test_no_limit_is_shown_as_that_and_not_as_no(field: str) -> None:
    assert (in_words(field, False), in_words("visa.j1", False)) == ("no limit", "no")


@pytest.mark.parametrize(
    ("field", "key"),
    [("letters.needed", "letters"), ("letters.from-us", "letters"), ("us-clinical.months", "us-clinical.months")],
)
def test_no_letters_and_no_months_asked_for_are_met(field: str, key: str) -> None:
    assert criterion(key, {field: False}).state is State.MET
