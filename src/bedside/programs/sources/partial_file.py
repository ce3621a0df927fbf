"""A file that has arrived in part: kept beside the place of the whole one, with what it takes to go on."""

from __future__ import annotations

import json
import os
from pathlib import Path

_OWNER_ONLY = 0o600


class PartialFile:
    """The part of one file that has come so far, in `folder`, and the server's mark of the version it is of.

    A part without such a mark cannot be gone on with, since the rest might be of another version.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._whole = folder / name
        self._part = folder / f"{name}.part"
        self._about = folder / f"{name}.part.json"

    @property
    def size(self) -> int:
        """Bytes that are there and can be gone on with; 0 where it has to begin anew."""
        return self._part.stat().st_size if self.version and self._part.exists() else 0

    @property
    def version(self) -> str:
        """The server's mark of the version, as it is sent back with If-Range; "" where there is none."""
        try:
            about = json.loads(self._about.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ""
        return str(about.get("version", "")) if isinstance(about, dict) else ""

    def begin_anew(self, version: str) -> None:
        """Forget what came so far; what comes now is of this version."""
        self.discard()
        self._part.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(self._part, os.O_CREAT | os.O_WRONLY, _OWNER_ONLY))
        self._about.write_text(json.dumps({"version": version}), encoding="utf-8")

    def append(self, piece: bytes) -> None:
        """Add what has come to the end."""
        with self._part.open("ab") as file:
            file.write(piece)

    def content(self) -> bytes:
        """Everything that has come."""
        return self._part.read_bytes()

    def finish(self) -> Path:
        """Put the part in the place of the whole file, in one step."""
        with self._part.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(self._part, self._whole)
        self.discard()
        return self._whole

    def discard(self) -> None:
        """Forget everything that came."""
        self._part.unlink(missing_ok=True)
        self._about.unlink(missing_ok=True)
