"""Reads the files and the pasted text that somebody brings, in a process of its own with a bound on its memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from bedside.evidence.library import load_evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.mention import Reading
from bedside.programs.mistakes import FileNotRead
from bedside.web.guarding.apart import Bounds, BrokeOff, done_apart

BOUNDS = Bounds(seconds=180.0, memory=1_500_000_000)
"""What reading one file may take: a list of 200,000 rows takes a minute, and half a gigabyte."""

_TOO_LONG = "Reading this took too long, and it was given up. Nothing was kept. Bring a part of it, or save it anew."
_ENDED = "This file took more memory than reading a list ever does, and was given up. Nothing was kept."

Asked = ParamSpec("Asked")


def read_brought(name: str, content: bytes, specialty: str = "") -> Reading:
    """What a file says, of a specialty where it does not say so itself; raises FileNotRead with a sentence."""
    return _apart(_read_file, name, content, specialty)


def read_text(text: str) -> Reading:
    """What pasted rows say; raises FileNotRead."""
    return _apart(_read_text, text)


def _apart(read: Callable[Asked, Reading], *args: Asked.args, **kwargs: Asked.kwargs) -> Reading:
    try:
        return done_apart(read, BOUNDS, *args, **kwargs)
    except BrokeOff as broke_off:
        raise FileNotRead(_TOO_LONG if broke_off.took_too_long else _ENDED) from None


def _read_file(name: str, content: bytes, specialty: str) -> Reading:
    from bedside.programs.importing.recognising import read_file

    return read_file(SourceFile(name, content, specialty), load_evidence())


def _read_text(text: str) -> Reading:
    from bedside.programs.importing.own_table import read_pasted

    return read_pasted(text, load_evidence())
