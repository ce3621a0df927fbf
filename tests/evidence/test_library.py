"""Figures by name: found, searched, listed, and replaced by the applicant's own numbers."""

from __future__ import annotations

from datetime import date

import pytest

from bedside.evidence.figure import Reliability, Unit
from bedside.evidence.library import load_evidence
from bedside.evidence.mistakes import HasNoNumber, NotAdjustable, NotARule, UnknownFigure

EVIDENCE = load_evidence()


def test_a_figure_is_found_by_its_name() -> None:
    figure = EVIDENCE.find("article.graduation.low-until")
    assert (figure.value, figure.unit, figure.reliability) == (3, Unit.YEARS, Reliability.OPINION)
    assert (figure.source.publisher, figure.source.published) == ("Residency Advisor", "2026-01-05")


def test_a_misspelt_name_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(UnknownFigure) as caught:
        EVIDENCE.find("usmle.atempts-per-step")
    assert caught.value.nearest[0] == "usmle.attempts-per-step"
    assert str(caught.value).startswith(
        "There is no figure called “usmle.atempts-per-step”. The nearest names are: usmle.attempts-per-step, "
    )


def test_a_name_that_is_like_no_other_gets_no_suggestions() -> None:
    with pytest.raises(UnknownFigure) as caught:
        EVIDENCE.find("zzzqq")
    assert caught.value.nearest == ()
    assert str(caught.value) == "There is no figure called “zzzqq”. `bedside evidence WORDS` searches all of them."


def test_a_rule_has_effective_dates() -> None:
    rule = EVIDENCE.rule("usmle.step2ck.passing-score")
    assert rule.is_in_force_on(date(2025, 7, 1))
    assert not rule.is_in_force_on(date(2025, 6, 30))
    assert EVIDENCE.rule("usmle.step2ck.passing-score.before-july-2025").is_in_force_on(date(2025, 6, 30))


def test_a_figure_without_dates_is_no_rule() -> None:
    with pytest.raises(NotARule):
        EVIDENCE.rule("article.graduation.low-until")


def test_a_number_comes_out_as_a_number() -> None:
    assert EVIDENCE.number("ecfmg.seven-years") == 7


@pytest.mark.parametrize("name", ["reading.programs-planned", "specialty.name.neurology", "status.h1b.recapture"])
def test_what_has_no_number_says_so(name: str) -> None:
    with pytest.raises(HasNoNumber, match=name):
        EVIDENCE.number(name)


def test_a_statement_is_its_own_text() -> None:
    assert EVIDENCE.text("status.h1b.recapture") == EVIDENCE.find("status.h1b.recapture").says
    assert EVIDENCE.text("article.tier.neurology") == "more possible"


def test_a_prefix_lists_names_in_order() -> None:
    found = [figure.name for figure in EVIDENCE.starting_with("article.mix.")]
    assert found == [
        f"article.mix.{kind}" for kind in ("community", "name-brand", "university", "university-affiliated")
    ]


@pytest.mark.parametrize("prefix", ["", "a", "nrmp.", "reading.odds.leaning", "zzz", "\uffff"])
def test_figures_that_start_alike_are_found_as_if_all_names_were_looked_at(prefix: str) -> None:
    assert EVIDENCE.starting_with(prefix) == tuple(one for one in EVIDENCE if one.name.startswith(prefix))


def test_the_mix_of_the_article_adds_up_to_all_applications() -> None:
    assert sum(EVIDENCE.number(figure.name) for figure in EVIDENCE.starting_with("article.mix.")) == 100


def test_a_search_wants_every_word_whatever_its_capitals() -> None:
    found = EVIDENCE.search("RANKS maximum")
    assert [figure.name for figure in found] == ["nrmp.ranks-maximum"]


def test_a_search_looks_into_sources_and_puts_names_first() -> None:
    found = [figure.name for figure in EVIDENCE.search("token")]
    assert found[0] == "fee.eras.token.2024"
    assert {figure.source.publisher for figure in EVIDENCE.search("Clemson")} == {"Clemson University"}


def test_evidence_is_read_once() -> None:
    assert load_evidence() is load_evidence()


def test_the_applicants_own_reading_takes_the_place_of_ours_and_says_so() -> None:
    own = EVIDENCE.with_readings({"reading.gap.long-from": 8})
    figure = own.find("reading.gap.long-from")
    assert (figure.value, figure.source.title) == (8, "Your own file")
    assert figure.note == "Your own value, 8 months. Before your change: 6 months (Bedside)."
    assert EVIDENCE.number("reading.gap.long-from") == 6
    assert figure.source in own.sources


def test_an_own_number_takes_the_place_of_an_interval_and_of_the_unknown() -> None:
    own = EVIDENCE.with_readings({"article.recency.us-clinical-ideal": 12, "reading.programs-planned": 80})
    assert (own.find("article.recency.us-clinical-ideal").value, own.number("reading.programs-planned")) == (12, 80)
    assert own.find("article.recency.us-clinical-ideal").interval is None


@pytest.mark.parametrize("name", ["usmle.attempts-per-step", "fee.ecfmg.application", "article.tier.neurology"])
def test_a_published_figure_cannot_be_replaced(name: str) -> None:
    with pytest.raises(NotAdjustable):
        EVIDENCE.with_readings({name: 9})


def test_a_reading_with_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownFigure) as caught:
        EVIDENCE.with_readings({"reading.gap.long": 8})
    assert caught.value.nearest[0] == "reading.gap.long-from"
