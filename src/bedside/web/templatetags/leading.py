"""A filter that leads from a field of the dossier to the page it is filled in on: {% load leading %}."""

from __future__ import annotations

from typing import Any

from django import template

from bedside.web.frame.places import place_of_entry

register = template.Library()


@register.filter
def place_of(opened: Any, field: str) -> str:
    """The address of the form a field stands on; empty where it stands on none."""
    return place_of_entry(opened, field) or ""
