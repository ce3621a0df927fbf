"""What a browser would send for a form that was opened and left as it is, or with some answers changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict

from bedside.web.forms.fields import Field
from bedside.web.forms.form import Form
from bedside.web.pages.me.cards import Shown


def sent(form: Form, **changed: str | list[str]) -> QueryDict:
    """The fields of a form as a browser sends them; lines end as browsers end them."""
    typed = QueryDict(mutable=True)
    for field in form.fields:
        typed.setlist(field.name, list(_values(field)))
    for name, value in changed.items():
        typed.setlist(name.replace("__", "."), [value] if isinstance(value, str) else value)
    return typed


def _values(field: Field) -> Iterable[str]:
    if field.kind in ("choice", "choices"):
        chosen = [choice.value for choice in field.choices if choice.chosen]
        return chosen or ([field.choices[0].value] if field.kind == "choice" and not field.few else [])
    return [field.value.replace("\n", "\r\n")]


def form_on(page: Any, slot: str) -> Shown:
    """The form under an id on a page that was shown."""
    if "shown" in page.context and page.context["shown"].slot == slot:
        found: Shown = page.context["shown"]
        return found
    every = [one for group in page.context["groups"] for one in (*group.shown, group.new) if one is not None]
    return next(one for one in every if one.slot == slot)


def filled_in(page: Any, slot: str, **changed: str | list[str]) -> QueryDict:
    """Everything a browser sends for the form under an id, with some answers changed."""
    shown = form_on(page, slot)
    assert shown.form is not None
    typed = sent(shown.form, **changed)
    hidden = {
        "part": shown.section.name,
        "index": "" if shown.index is None else str(shown.index),
        "slot": shown.slot,
        "base": shown.base,
        "version": str(page.context["opened"].version),
        "beside": shown.beside,
    }
    for name, value in hidden.items():
        typed[name] = value
    return typed
