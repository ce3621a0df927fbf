"""What every page about programs says of the directory it looks into."""

from __future__ import annotations

from django import template

from bedside.web.memory.directories import DIRECTORIES

register = template.Library()


@register.simple_tag
def size_of_sample() -> int:
    """How many programs the sample has; 0 where the national list is there."""
    directory = DIRECTORIES.public()
    return len(directory) if directory.is_sample else 0
