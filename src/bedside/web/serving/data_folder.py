"""The folder on the user's own machine that holds the dossiers: readable by them alone, with keys made once."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from bedside.web.serving.hosting import DATABASE_FILE, Hosting, HostingMistake

_SECRET_FILE, _BROWSER_FILE = "secret.key", "browser.key"
_SECRET_BYTES, _BROWSER_BYTES = 50, 24
_OWNER_ONLY_FOLDER, _OWNER_ONLY_FILE = 0o700, 0o600


def make_private(hosting: Hosting) -> None:
    """Make the folder and an empty database file in it, both for their owner only; raises HostingMistake.

    A folder that was there before keeps its permissions, since it may hold more than Bedside's files.
    """
    folder = hosting.data_folder
    try:
        folder.mkdir(mode=_OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        if not hosting.database:
            # SQLite gives the files it keeps beside it the same permissions.
            os.close(os.open(folder / DATABASE_FILE, os.O_CREAT | os.O_RDWR, _OWNER_ONLY_FILE))
            os.chmod(folder / DATABASE_FILE, _OWNER_ONLY_FILE)
    except OSError as refusal:
        raise _not_usable(folder, refusal) from refusal


def browser_key_in(folder: Path) -> str:
    """The key that lets the browser of this machine in, made at the first start."""
    return _kept(folder / _BROWSER_FILE, _BROWSER_BYTES)


def secret_key_in(folder: Path) -> str:
    """The key that signs cookies, made at the first start, so that browsers stay let in."""
    return _kept(folder / _SECRET_FILE, _SECRET_BYTES)


def _kept(file: Path, size: int) -> str:
    try:
        with contextlib.suppress(FileNotFoundError):
            kept = file.read_text(encoding="ascii", errors="replace").strip()
            if len(kept) >= size:
                return kept
            file.unlink()
        made = secrets.token_urlsafe(size)
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY_FILE)
        with os.fdopen(handle, "w", encoding="ascii") as opened:
            opened.write(made)
    except OSError as refusal:
        raise _not_usable(file, refusal) from refusal
    return made


def _not_usable(place: Path, refusal: OSError) -> HostingMistake:
    reason = (refusal.strerror or "it cannot be used").lower()
    return HostingMistake(
        f"{place}: {reason}. Bedside keeps your dossiers there; choose another folder with --data-folder, or see that "
        "you may write in this one."
    )
