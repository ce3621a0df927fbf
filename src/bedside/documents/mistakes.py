"""What a reader of documents is told where one cannot be made."""

from __future__ import annotations


class DocumentNotMade(Exception):
    """A document cannot be set with this content; its text is sentences for the applicant."""
