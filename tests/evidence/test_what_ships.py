"""The figures that ship: their values, their marks, and that the code asks for none that is missing."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

import bedside
from bedside.evidence.figure import Figure, Reliability, Rule, Unit
from bedside.evidence.library import load_evidence
from bedside.programs.field import FIELDS

EVIDENCE = load_evidence()
PACKAGE = Path(bedside.__file__).parent
ROOMS = sorted({figure.name.split(".")[0] for figure in EVIDENCE})
FILE_ENDINGS = (".html", ".pdf", ".docx")
NAME_IN_CODE = re.compile(rf"[\"']((?:{'|'.join(ROOMS)})\.[a-z0-9.-]+[a-z0-9])[\"']")
AN_IMMIGRATION_QUARTER = timedelta(days=92)


def names_in(text: str) -> set[str]:
    """The names of figures that a module asks for in full; the key of a task or of a claim's field, which look alike,
    is none."""
    names = (name for name in NAME_IN_CODE.findall(text) if not name.endswith(FILE_ENDINGS) and name not in FIELDS)
    return {name for name in names if not EVIDENCE.starting_with(f"reading.task.{name}.")}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_figure_the_code_asks_for_exists(path: Path) -> None:
    asked = names_in(path.read_text(encoding="utf-8"))
    assert sorted(name for name in asked if name not in EVIDENCE and not EVIDENCE.starting_with(name)) == []


def test_the_search_for_names_in_code_bites() -> None:
    assert names_in('evidence.number("usmle.no-such-name")') == {"usmle.no-such-name"}


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("article.graduation.low-until", 3, Unit.YEARS),
        ("article.graduation.moderate-until", 6, Unit.YEARS),
        ("article.failures.low-until", 0, Unit.ATTEMPTS),
        ("article.failures.moderate-until", 1, Unit.ATTEMPTS),
        ("article.us-clinical.low-from", 3, Unit.MONTHS),
        ("article.non-clinical.moderate-from", 12, Unit.MONTHS),
        ("article.non-clinical.high-from", 48, Unit.MONTHS),
        ("article.lottery.graduation-from", 5, Unit.YEARS),
        ("article.lottery.applications-from", 150, Unit.APPLICATIONS),
        ("article.red-flag.graduation-over", 5, Unit.YEARS),
        ("article.red-flag.contact-from", 5, Unit.YEARS),
        ("article.targeting.graduation-over", 3, Unit.YEARS),
        ("article.low-score.from", 210, Unit.SCORE),
        ("article.low-score.to", 229, Unit.SCORE),
        ("usmle.attempts-per-step", 4, Unit.ATTEMPTS),
        ("usmle.attempts-in-twelve-months", 3, Unit.ATTEMPTS),
        ("usmle.step2ck.passing-score", 218, Unit.SCORE),
        ("usmle.step3.passing-score", 200, Unit.SCORE),
        ("ecfmg.seven-years", 7, Unit.YEARS),
        ("ecfmg.pathway.6.encounters", 6, Unit.ENCOUNTERS),
        ("ecfmg.pathway.2027.deadline", date(2027, 1, 31), Unit.DATE),
        ("ecfmg.pathway.1.licence-on-or-after", date(2021, 1, 1), Unit.DATE),
        ("oet.minimum", 350, Unit.SCORE),
        ("oet.minimum-writing", 300, Unit.SCORE),
        ("nrmp.ranks-maximum", 300, Unit.RANKS),
        ("myeras.experiences", 10, Unit.ENTRIES),
        ("status.opt.unemployment-days", 90, Unit.DAYS),
        ("status.stem-opt.unemployment-days", 150, Unit.DAYS),
        ("status.h1b.years", 6, Unit.YEARS),
        ("status.j1.maximum-years", 7, Unit.YEARS),
        ("licence.california.training-months", 24, Unit.MONTHS),
        ("nrmp.charting.2026.internal-medicine.matched.people", 3392, Unit.PEOPLE),
        ("nrmp.charting.2026.internal-medicine.not-matched.ranks-mean", 2.5, Unit.RANKS),
        ("nrmp.charting.2026.pediatrics.matched.step2ck-mean", 241, Unit.SCORE),
        ("nrmp.lists.2023.non-us-img.matched.mean", 7.22, Unit.RANKS),
        ("nrmp.market.2026.neurology.positions", 1260, Unit.POSITIONS),
        ("interview-rates.rate.psychiatry.non-us-img", 2.5, Unit.PERCENT),
        ("signals.2027.internal-medicine.gold", 3, Unit.SIGNALS),
        ("signals.2027.obstetrics-and-gynecology.total", None, Unit.SIGNALS),
        ("effects.visa-needed.crowd", 0.51, Unit.RATIO),
        ("eras.applicants.2025.img", 20756, Unit.PEOPLE),
    ],
)
def test_a_figure_was_carried_over_right(name: str, value: float | date | None, unit: Unit) -> None:
    figure = EVIDENCE.find(name)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize("name", [figure.name for figure in EVIDENCE.starting_with("nrmp.rates.")])
def test_a_match_rate_says_what_it_is_a_share_of(name: str) -> None:
    figure = EVIDENCE.find(name)
    assert (figure.unit, figure.note is not None) == (Unit.PERCENT, True)


@pytest.mark.parametrize("group", ["us-img", "non-us-img"])
@pytest.mark.parametrize("year", ["2013", "2022", "2025", "2026"])
def test_a_match_rate_agrees_with_its_counts(year: str, group: str) -> None:
    figure = EVIDENCE.find(f"nrmp.rates.{year}.{group}")
    matched, active = (int(part.replace(",", "")) for part in re.findall(r"[\d,]+", figure.sample or ""))
    assert EVIDENCE.number(figure.name) == pytest.approx(100 * matched / active, abs=0.1)


@pytest.mark.parametrize("group", ["us-img", "non-us-img"])
def test_the_two_denominators_of_2024_know_each_other(group: str) -> None:
    with_list, everyone = f"nrmp.rates.2024.{group}", f"nrmp.rates.2024.{group}.of-all-active"
    assert EVIDENCE.find(with_list).disagrees_with == (everyone,)
    assert EVIDENCE.find(everyone).disagrees_with == (with_list,)


@pytest.mark.parametrize(
    "figure", [f for f in EVIDENCE.starting_with("nrmp.charting.") if f.interval], ids=lambda f: f.name
)
def test_a_median_lies_between_the_quartiles_it_carries(figure: Figure) -> None:
    assert figure.interval is not None
    assert figure.interval.low <= EVIDENCE.number(figure.name) <= figure.interval.high


def test_no_rate_by_year_of_graduation_ships() -> None:
    rates = [figure for figure in EVIDENCE if figure.unit is Unit.PERCENT and "graduation" in figure.name]
    assert rates == []


def test_no_limit_of_a_state_ships_but_one_and_no_count_of_states() -> None:
    numbers = [figure.name for figure in EVIDENCE.starting_with("licence.") if isinstance(figure.value, int | float)]
    assert numbers == ["licence.california.training-months"]


@pytest.mark.parametrize("name", [figure.name for figure in EVIDENCE.starting_with("status.")])
def test_an_immigration_rule_is_looked_up_again_within_three_months(name: str) -> None:
    rule = EVIDENCE.rule(name)
    assert rule.review_by is not None
    assert rule.review_by - rule.source.accessed <= AN_IMMIGRATION_QUARTER


def test_general_knowledge_has_no_publisher() -> None:
    marked = {figure.source.publisher for figure in EVIDENCE if figure.reliability is Reliability.GENERAL_KNOWLEDGE}
    assert marked - {"no source yet", "NRMP"} == set()


def test_every_rule_that_predicts_is_a_rule_with_a_review_date() -> None:
    loose = [one.name for one in EVIDENCE if one.unit is Unit.DATE_RULE and not isinstance(one, Rule)]
    assert loose == []


def test_a_sentence_writes_large_numbers_as_values_do() -> None:
    bare = [
        figure.name
        for figure in EVIDENCE
        if any(not 1900 <= int(number) <= 2100 for number in re.findall(r"(?<![\d,.])\d{4,}", figure.says))
    ]
    assert bare == []


def test_no_figure_counts_one_of_something_as_many() -> None:
    one_of_many = re.compile(r"\b1 (?:hours|days|weeks|months|years|programs|ranks|points)\b")
    assert [figure.name for figure in EVIDENCE if one_of_many.search(figure.says)] == []
