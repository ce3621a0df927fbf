"""What a browser would send for a form that was opened and left as it is, or with some answers changed."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import QueryDict

from bedside.web.forms.fields import Field
from bedside.web.forms.form import Form


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
