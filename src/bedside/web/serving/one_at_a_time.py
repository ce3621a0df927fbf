"""On one data folder one copy of the app runs: a second start finds the first and where it answers."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

_LOCK, _ADDRESS = "running.lock", "running.address"


class DataFolderInUse:
    """A lock on the folder that the system takes back when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the folder for this process; False where another process has it. Raises OSError."""
        handle = os.open(self._folder / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
        if not _locked(handle):
            os.close(handle)
            return False
        self._handle = handle
        self._forget_address()
        return True

    def tell(self, address: str) -> None:
        """Write down where the app answers, for a second start."""
        handle = os.open(self._folder / _ADDRESS, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(address)

    def told(self) -> str:
        """Where the copy that has the folder answers; empty while it does not yet."""
        with contextlib.suppress(OSError):
            return (self._folder / _ADDRESS).read_text(encoding="ascii").strip()
        return ""

    def give_back(self) -> None:
        """Let another process take the folder."""
        if self._handle is not None:
            self._forget_address()
            os.close(self._handle)
            self._handle = None

    def _forget_address(self) -> None:
        with contextlib.suppress(OSError):
            (self._folder / _ADDRESS).unlink()


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as refusal:
            # A file system without locks is no sign of another copy.
            return refusal.errno not in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES)
        return True
