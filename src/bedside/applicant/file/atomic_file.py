"""Writing a file so that there is always a whole one: the old or the new, readable by its owner only."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from bedside.applicant.mistakes import DossierNotWritten, shown


def write_atomically(path: Path, content: str | bytes, *, may_replace: bool = True, make_folders: bool = False) -> None:
    """Write `content` to `path`, text as UTF-8, or to the file a link at `path` points at; raises DossierNotWritten.

    Missing folders are made where `make_folders` says so, and are a mistake elsewhere.

    1. Write a new file beside the old one, readable and writable by its owner only.
    2. Have the disk take it in.
    3. Put it in the place of the old one in one step.

    Where anything fails, the old file is as it was and the new one is gone.
    """
    if not may_replace:
        refuse_if_taken(path)
    target = _target(path, make_folders=make_folders)
    try:
        beside = _written_beside(target, content if isinstance(content, bytes) else content.encode())
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from error
    try:
        _put_in_place(beside, target, may_replace=may_replace)
    except FileExistsError:
        raise _already_there(path) from None
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        beside.unlink(missing_ok=True)
    _keep_the_folder(target.parent)


def refuse_if_taken(path: Path) -> None:
    """Raise DossierNotWritten where something is at `path` already, or no new file can be."""
    if os.path.lexists(_target(path)):
        raise _already_there(path)


def _target(path: Path, *, make_folders: bool = False) -> Path:
    target = Path(os.path.realpath(path))
    if make_folders:
        _make_folders(path, target.parent)
    if target.is_symlink():
        raise DossierNotWritten(f"{_name(path)} is a link that points at itself. Name the file it should point at.")
    if target.is_dir():
        raise DossierNotWritten(f"{_name(path)} is a folder. Name a file in it.")
    if not target.parent.is_dir():
        raise DossierNotWritten(
            f"{_name(path)} was not written: there is no folder {_name(target.parent)}. Make it first."
        )
    return target


def _make_folders(path: Path, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from error


def _written_beside(target: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".bedside-", suffix=".partial")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        os.unlink(name)
        raise
    return Path(name)


def _put_in_place(beside: Path, target: Path, *, may_replace: bool) -> None:
    if may_replace:
        os.replace(beside, target)
        return
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:
        # No hard links here: the check at the start has to do.
        os.replace(beside, target)


def _keep_the_folder(folder: Path) -> None:
    """Have the disk take in the new name as well, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _already_there(path: Path) -> DossierNotWritten:
    return DossierNotWritten(f"{_name(path)} is there already and was not touched. Choose another name.")


def _not_written(path: Path, error: OSError | ValueError) -> DossierNotWritten:
    reason = (getattr(error, "strerror", None) or "its text or its name cannot be stored").lower()
    return DossierNotWritten(f"{_name(path)} was not written: {reason}. What was there before is unchanged.")


def _name(path: Path) -> str:
    return shown(str(path), 300)
