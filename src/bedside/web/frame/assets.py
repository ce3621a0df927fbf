"""The app's own files, each with an address that changes when the file does."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"


@cache
def address(name: str) -> str:
    """The address of a file in the folder `static`, such as `bedside.css`."""
    content = STATIC.joinpath(*name.split("/")).read_bytes()
    return f"/static/{name}?v={sha256(content).hexdigest()[:12]}"
