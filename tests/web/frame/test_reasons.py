"""How texts and reasons are written on a page."""

from __future__ import annotations

from bedside.evidence.library import load_evidence
from bedside.evidence.reason import cited, from_dossier
from bedside.web.frame.places import place_of_entry
from bedside.web.frame.reasons import as_html, words
from tests.web.kept import example, kept


def test_a_part_of_the_dossier_is_called_as_its_form_is() -> None:
    assert words("Add it to `experiences`.") == "Add it to “What you did since school”."


def test_a_field_is_called_by_the_form_it_stands_on() -> None:
    assert words("Set `constraints.paid_leave`, `exams[1].date`.") == "Set “Your paid leave”, “Exams”."


def test_with_the_dossier_a_part_leads_to_its_form() -> None:
    opened = kept(example("citizen-scribe"))
    place = place_of_entry(opened, "certificate")
    assert words("Under `certificate`.", opened) == f'Under “<a href="{place}">ECFMG certificate</a>”.'


def test_a_command_stays_code_and_everything_is_escaped() -> None:
    assert words("`bedside evidence` <b>") == "<code>bedside evidence</code> &lt;b&gt;"


def test_nothing_is_said_where_nothing_is_known() -> None:
    assert as_html(()) == ""


def test_a_reason_is_named_once_however_often_it_is_given() -> None:
    figure = load_evidence().find("article.lottery.graduation-from")
    shown = as_html((cited(figure), from_dossier("exams[0]", "<Step 1>"), cited(figure)))
    assert (shown.count("<li>"), "&lt;Step 1&gt;" in shown, 'href="/dossier' in shown) == (1, True, False)
