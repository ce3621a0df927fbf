"""Files as the answer to a request: with their name, never kept on the way, and never taken for something else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from django.http import HttpResponse

from bedside.web.forms.fields import Choice

LETTER, A4 = "letter", "a4"

_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".yaml": "application/yaml",
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}


def as_download(content: bytes, name: str) -> HttpResponse:
    """The content as a file of this name, whose ending says what it is; KeyError for an ending nobody knows."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=_TYPES[PurePath(name).suffix], headers=headers)


def paper_of(sent: Mapping[str, str]) -> str:
    """The paper that was asked for; US Letter where none was, or one that nobody knows."""
    return A4 if sent.get("paper") == A4 else LETTER


def papers(chosen: str) -> tuple[Choice, ...]:
    """The two sizes of paper to choose from."""
    return (
        Choice(LETTER, "US Letter", chosen == LETTER),
        Choice(A4, "A4", chosen == A4),
    )
