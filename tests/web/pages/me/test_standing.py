"""Standing as a page: every verdict opens the rule it rests on, and leads to the entries of the dossier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from bedside.applicant.file.rendering import as_written
from bedside.evidence.library import load_evidence
from bedside.evidence.reason import Reason
from bedside.standing.results import Caution, Gate, RiskFactor, Standing
from bedside.standing.standing import stand
from bedside.web.frame.places import place_of_entry
from bedside.web.pages.me.standing import nearest_first
from bedside.web.store.dossiers import Opened, begin
from tests.test_cases import CASES, _read
from tests.web.kept import NOW, browser_for, example, kept

SIX_ANSWERS = {
    "schema_version": 1,
    "identity": {"name": "My plan"},
    "medical_school": {"country": "Peru", "graduated": "2016"},
    "status": {"kind": "unknown"},
}


class Folded(HTMLParser):
    """The words inside each `details` of the class `why`, by the id of the article it stands in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.opened: dict[str, str] = {}
        self._article, self._depth = "", 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "article":
            self._article = given.get("id") or ""
        if tag == "details" and (given.get("class") == "why" or self._depth):
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "details" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth and self._article:
            self.opened[self._article] = self.opened.get(self._article, "") + data


def the_page(opened: Opened) -> str:
    answer = browser_for(opened).get(f"/dossier/{opened.id}/standing/")
    assert answer.status_code == 200
    return answer.content.decode()


def verdicts_of(standing: Standing) -> dict[str, Gate | RiskFactor | Caution]:
    return {
        **{f"gate-{one.name}": one for one in standing.gates},
        **{f"factor-{one.name}": one for one in standing.risk_factors},
        **{f"caution-{one.name}": one for one in (standing.lottery, *standing.red_flags)},
    }


def publishers(reasons: Iterable[Reason]) -> set[str]:
    return {reason.figure.source.publisher for reason in reasons if reason.figure is not None}


def without_their_publishers(standing: Standing, page: str) -> list[str]:
    """The verdicts that open nothing, or not everyone who published what they rest on."""
    opened = Folded(page).opened
    return [
        name
        for name, verdict in verdicts_of(standing).items()
        if not verdict.because or any(one not in opened.get(name, "") for one in publishers(verdict.because))
    ]


@pytest.mark.same_on_any_database
@pytest.mark.parametrize("name", list(CASES))
def test_every_verdict_opens_who_published_what_it_rests_on(name: str, settings: Settings) -> None:
    as_of: date = CASES[name]["as_of"]
    settings.HOSTING = replace(settings.HOSTING, as_of=as_of.isoformat())
    opened = begin(as_written(_read(name, CASES[name])), "Begun", as_of, NOW)
    assert without_their_publishers(stand(opened.dossier, as_of, load_evidence()), the_page(opened)) == []


def test_every_verdict_on_six_answers_opens_who_published_what_it_rests_on() -> None:
    opened = kept(SIX_ANSWERS)
    found = stand(opened.dossier, date(2026, 11, 22), load_evidence())
    assert without_their_publishers(found, the_page(opened)) == []


def test_a_verdict_whose_reasons_are_taken_off_the_page_is_noticed() -> None:
    opened = kept(SIX_ANSWERS)
    found = stand(opened.dossier, date(2026, 11, 22), load_evidence())
    assert len(without_their_publishers(found, the_page(opened).replace('class="why"', ""))) == len(verdicts_of(found))


def test_a_verdict_leads_to_the_entry_it_rests_on() -> None:
    opened = kept(example("h1b-quality-analyst"))
    assert f'href="{place_of_entry(opened, "experiences[4]")}"' in the_page(opened)


def test_a_figure_leads_to_its_place_among_the_sources() -> None:
    opened = kept(example("h1b-quality-analyst"))
    assert f'href="/dossier/{opened.id}/sources/?name=article.lottery.graduation-from"' in the_page(opened)


def test_gates_are_shown_by_the_nearest_day_and_without_a_day_last() -> None:
    gates = stand(kept(example("opt-research-coordinator")).dossier, date(2026, 11, 22), load_evidence()).gates
    days: list[Any] = [gate.on or date.max for gate in nearest_first(gates)]
    assert days == sorted(days)


def test_what_can_be_changed_comes_first_and_what_is_fixed_stands_apart() -> None:
    page = the_page(kept(example("citizen-scribe")))
    fixed, movable = page.index('id="factors-fixed"'), page.index('id="factors-movable"')
    assert movable < page.index('id="factor-gaps"') < fixed < page.index('id="factor-graduation"')


def test_status_is_shown_as_information_with_whom_to_ask() -> None:
    page = the_page(kept(example("h1b-quality-analyst")))
    assert ("Your status: information, not a verdict" in page, "Ask an immigration lawyer" in page) == (True, True)


def test_who_needs_no_visa_sees_no_comparison_of_visas() -> None:
    assert "J-1 beside H-1B" not in the_page(kept(example("citizen-scribe")))


def test_rules_past_the_day_of_their_review_are_named(settings: Settings) -> None:
    opened = kept(example("h1b-quality-analyst"))
    today = the_page(opened)
    settings.HOSTING = replace(settings.HOSTING, as_of="2030-01-01")
    assert ("To look up again" in today, "not re-checked since" in the_page(opened)) == (False, True)
