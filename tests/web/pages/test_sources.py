"""The page of sources: everything the results rest on, and a search over all the evidence."""

from __future__ import annotations

import re
from typing import Any

from bedside.documents.content.resting_on import by_publication, figures_of
from bedside.evidence.library import load_evidence
from bedside.plan.plan import make_plan
from bedside.standing.standing import stand
from bedside.web.store.dossiers import Opened
from tests.applicant.dossiers import AS_OF
from tests.web.kept import browser_for, example, kept

LAN = "h1b-quality-analyst"
OWN = "reading.preparation-months-needed"


def the_page(opened: Opened, asked: str = "", **headers: str) -> str:
    answer = browser_for(opened).get(f"/dossier/{opened.id}/sources/{asked}", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def names_on(page: str) -> list[str]:
    return re.findall(r'<li id="([^"]+)" class="figure">', page)


def test_every_figure_in_the_results_is_on_the_page_once() -> None:
    opened, evidence = kept(example(LAN)), load_evidence()
    standing = stand(opened.dossier, AS_OF, evidence)
    used = [figure.name for figure in figures_of(standing, make_plan(opened.dossier, standing, AS_OF, evidence))]
    assert sorted(names_on(the_page(opened))) == sorted(used)


def test_each_publication_is_named_once_with_the_day_it_was_read() -> None:
    opened, evidence = kept(example(LAN)), load_evidence()
    standing = stand(opened.dossier, AS_OF, evidence)
    publications = by_publication(figures_of(standing, make_plan(opened.dossier, standing, AS_OF, evidence)))
    page = the_page(opened)
    assert page.count('class="publication"') == len(publications)
    assert page.count(". Read ") == len(publications)


def test_a_search_finds_what_holds_every_word() -> None:
    found = [figure.name for figure in load_evidence().search("volunteering h-4")]
    assert sorted(names_on(the_page(kept(example(LAN)), "?q=volunteering+h-4"))) == sorted(found)


def test_a_name_shows_its_figure_in_full() -> None:
    page = the_page(kept(example(LAN)), "?name=status.h1b.proclamation-fee")
    assert (names_on(page), "Look up again by" in page) == (["status.h1b.proclamation-fee"], True)


def test_the_beginning_of_a_name_shows_all_that_begin_so() -> None:
    found = [figure.name for figure in load_evidence().starting_with("article.lottery.")]
    assert sorted(names_on(the_page(kept(example(LAN)), "?name=article.lottery."))) == sorted(found)


def test_a_search_that_finds_nothing_says_so_and_is_escaped() -> None:
    page = the_page(kept(example(LAN)), "?q=<script>zzz")
    assert (names_on(page), "Nothing was found" in page, "<script>zzz" in page) == ([], True, False)


def test_a_name_that_is_not_there_leads_to_the_nearest() -> None:
    assert 'href="?name=article.lottery.graduation-from"' in the_page(
        kept(example(LAN)), "?name=article.lotery.graduation-fromm"
    )


def test_while_someone_types_only_the_list_is_sent() -> None:
    page = the_page(kept(example(LAN)), "?q=lottery", **{"HX-Request": "true"})
    assert (page.count("<html"), page.count('id="how-many"')) == (0, 1)


def test_the_way_back_gets_the_whole_page() -> None:
    asked = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert the_page(kept(example(LAN)), "?q=lottery", **asked).count("<html") == 1


def test_a_reading_of_ones_own_is_shown_as_ones_own() -> None:
    content: dict[str, Any] = {**example(LAN), "readings": {OWN: 9}}
    page = the_page(kept(content), f"?name={OWN}")
    assert ("Your own file" in page, "9 months" in page) == (True, True)


def test_what_may_be_replaced_leads_to_the_chapter_where_it_is() -> None:
    opened = kept(example(LAN))
    link = f'href="/dossier/{opened.id}/me/readings/"'
    shown = [link in the_page(opened, f"?name={name}") for name in (OWN, "status.h1b.proclamation-fee")]
    assert shown == [True, False]
