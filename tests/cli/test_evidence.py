"""`bedside evidence`: what it lists, finds and shows."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from bedside.cli.main import run as run_bedside
from bedside.evidence.library import load_evidence

Run = Callable[..., tuple[int, str, str]]
OVERDUE = "not re-checked since 2026-11-22"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `bedside evidence`; gives the exit code and what is printed on the two streams."""

    def run_once(*arguments: str) -> tuple[int, str, str]:
        code = run_bedside(["evidence", "--as-of", "2026-11-22", *arguments])
        return code, *capsys.readouterr()

    return run_once


def test_without_anything_the_groups_of_names_are_listed(run: Run) -> None:
    code, printed, _ = run()
    known = load_evidence()
    assert code == 0
    assert printed.splitlines()[0] == (
        f"{len(known)} figures from {len(known.sources)} sources, by the first word of their names:"
    )


def test_one_figure_is_shown_with_everything_about_it(run: Run) -> None:
    assert run("--show", "status.f1.grace-days.proposed")[1].split("\n") == [
        "status.f1.grace-days.proposed",
        "  A rule that would cut the F-1 grace period to 30 days passed its last review on 17",
        "  June 2026; whether it has been published since is not confirmed.",
        "  30 days; usilaw.com (law firm), “Rule on the F-1 grace period”; read 2026-11-22;",
        "  secondary",
        "",
        "  Look up again by: 22 January 2027",
        "  Ask: an immigration lawyer",
        "  Disagrees with: status.f1.grace-days: 60 days; Residency Advisor, “Unmatched while on",
        "  a visa”; read 2026-11-22; secondary",
        "  Published: 2026-06",
        "  Link: https://usilaw.com",
        "  Licence: facts cited; the publisher's terms apply",
        "",
    ]


def test_past_the_review_date_the_screen_says_so(run: Run) -> None:
    asked = "usmle.attempts-per-step"
    assert run("--show", asked, "--as-of", "2028-01-01")[1].count(OVERDUE) == 1
    assert run(asked, "--as-of", "2028-01-01")[1].count(OVERDUE) == 1
    assert run("--show", asked)[1].count("not re-checked") == 0


def test_a_prefix_lists_names(run: Run) -> None:
    _, printed, _ = run("--list", "soap.")
    names = [line for line in printed.splitlines() if line and not line.startswith(" ")]
    assert names == [figure.name for figure in load_evidence().starting_with("soap.")]


def test_words_are_searched_for(run: Run) -> None:
    _, printed, _ = run("ranks", "MAXIMUM")
    assert printed.splitlines()[0] == "nrmp.ranks-maximum"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("--show", "usmle.atempts-per-step"),
            "There is no figure called “usmle.atempts-per-step”. The nearest names are: usmle.attempts-per-step, ",
        ),
        (("zzzqq",), "Nothing in the evidence holds the words “zzzqq”."),
        (("--list", "opt"), "No name starts with “opt”. The nearest names are: status.opt.months, "),
    ],
)
def test_what_is_not_found_is_the_readers_mistake_and_gets_a_sentence(
    run: Run, arguments: tuple[str, ...], sentence: str
) -> None:
    code, printed, said = run(*arguments)
    assert (code, printed) == (1, "")
    assert said.startswith(sentence)


def test_two_ways_of_asking_at_once_are_a_usage_error(run: Run) -> None:
    assert run("--show", "a", "--list", "b")[0] == 2
    assert run("words", "--list", "b")[0] == 2


def test_json_has_stable_keys(run: Run) -> None:
    (record,) = json.loads(run("--show", "fee.observership.month", "--json")[1])
    assert list(record) == [
        "name",
        "says",
        "value",
        "unit",
        "source",
        "reliability",
        "interval",
        "sample",
        "season",
        "place",
        "note",
        "disagrees_with",
        "described",
        "not_rechecked_since",
    ]
    assert (record["value"], record["interval"]["high"], record["source"]["accessed"]) == (750, 2250, "2026-11-22")


def test_json_of_a_rule_adds_its_dates(run: Run) -> None:
    (record,) = json.loads(run("--show", "usmle.step2ck.passing-score", "--json")[1])
    assert (record["effective_from"], record["effective_to"], record["ask"]) == ("2025-07-01", None, None)
    (day,) = json.loads(run("--show", "season.2026.nrmp.match-day", "--json")[1])
    assert (day["value"], day["at"]) == ("2026-03-20", "12:00:00")


def test_json_without_a_search_holds_everything(run: Run) -> None:
    records = json.loads(run("--json")[1])
    assert [record["name"] for record in records] == [figure.name for figure in load_evidence()]
