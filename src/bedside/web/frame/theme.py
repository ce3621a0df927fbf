"""The theme of charts on a page: the same names as in documents, with the values left to the style sheet."""

from __future__ import annotations

from dataclasses import fields

from bedside.documents.tokens import Theme

ON_PAGE = Theme(**{field.name: f"var(--{field.name.replace('_', '-')})" for field in fields(Theme)})
"""A chart drawn with it is light or dark as the page is."""
