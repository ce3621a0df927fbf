"""The page of the history: what is kept, what going back would change, and going back."""

from __future__ import annotations

from django.test import Client

from bedside.web.store.dossiers import Opened, open_dossier, save
from bedside.web.store.tables import RevisionRow
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW, browser_for, example, kept


def with_states(*names: str) -> Opened:
    opened = kept(example("before"))
    for name in names:
        opened = save(opened, {**opened.content, "identity": {"name": name}}, f"Called {name}", AS_OF, NOW)
    return opened


def page(opened: Opened, query: str = "") -> str:
    answer = browser_for(opened).get(f"/dossier/{opened.id}/history/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def sent(browser: Client, opened: Opened, **fields: object) -> str:
    """The page after a POST."""
    fields = {"version": opened.version} | fields
    return browser.post(f"/dossier/{opened.id}/history/", fields, follow=True).content.decode()


def name_of(opened: Opened) -> str:
    return open_dossier(opened.id, AS_OF).name


def test_the_page_lists_every_state_with_what_was_done() -> None:
    shown = page(with_states("Ottoline", "Matilda"))
    listed = shown[shown.index("All states") :]
    assert listed.index("<p>Called Matilda</p>") < listed.index("<p>Called Ottoline</p>") < listed.index("<p>Begun</p>")


def test_a_look_at_a_state_says_what_bringing_it_back_would_change() -> None:
    opened = with_states("Ottoline", "Matilda")
    shown = page(opened, "?version=2")
    assert "Name from “Matilda” to “Ottoline”." in shown
    assert "Bring this state back" in shown
    assert name_of(opened) == "Matilda"


def test_a_look_at_the_current_state_and_at_none_brings_nothing_back() -> None:
    opened = with_states("Ottoline")
    for query in ("?version=2", "?version=99", "?version=x", "?version="):
        assert "Bring this state back" not in page(opened, query)


def test_undo_takes_the_last_change_back_and_says_so() -> None:
    opened = with_states("Ottoline", "Matilda")
    shown = sent(browser_for(opened), opened, do="undo")
    assert "The last change is taken back." in shown
    assert name_of(opened) == "Ottoline"


def test_a_state_is_brought_back_by_its_version() -> None:
    opened = with_states("Ottoline", "Matilda", "Rosamund")
    assert "That state is the current one again." in sent(browser_for(opened), opened, do="restore", to=2)
    assert name_of(opened) == "Ottoline"


def test_where_there_is_nothing_before_the_page_says_so() -> None:
    opened = with_states()
    assert "There is nothing to take back." in page(opened)
    assert "There is nothing before it." in sent(browser_for(opened), opened, do="undo")


def test_a_page_from_before_another_save_brings_nothing_back() -> None:
    before = with_states("Ottoline")
    save(before, {**before.content, "identity": {"name": "Matilda"}}, "Called Matilda", AS_OF, NOW)
    for fields in ({"do": "undo"}, {"do": "restore", "to": 1}, {"do": "undo", "version": "x"}):
        assert "so nothing was brought back" in sent(browser_for(before), before, **fields)
    assert name_of(before) == "Matilda"


def test_a_state_that_is_not_kept_is_not_brought_back() -> None:
    opened = with_states("Ottoline")
    assert "not kept any longer" in sent(browser_for(opened), opened, do="restore", to=99)
    assert "not kept any longer" in sent(browser_for(opened), opened, do="restore", to="x")


def test_a_state_that_cannot_be_used_any_more_says_what_stands_in_the_way() -> None:
    opened = with_states("Ottoline")
    broken = {**opened.content, "medical_school": {"country": "Peru", "graduated": "2031-01-01"}}
    RevisionRow.objects.filter(dossier_id=opened.id, version=1).update(document=broken)
    assert "cannot be brought back as it is" in page(opened, "?version=1")
    assert "That state was not brought back" in sent(browser_for(opened), opened, do="restore", to=1)
    assert name_of(opened) == "Ottoline"


def test_what_was_done_is_escaped() -> None:
    opened = with_states("<script>alert(1)</script>")
    assert "<script>alert" not in page(opened, "?version=1")


def test_a_browser_that_was_not_let_in_finds_no_history() -> None:
    assert Client().get(f"/dossier/{with_states().id}/history/").status_code == 404
