"""A file written whole or not at all, and readable by its owner only."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_privately(path: Path, content: bytes) -> None:
    """Write the file through a temporary one beside it, so that a crash leaves the old file as it was.

    A link is followed, parent folders are made where they are missing, and the file is readable and writable by
    its owner only. Raises OSError with `path` as its file name where it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".bedside-", suffix=".partial")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as refusal:
        # Of the two names in it, the applicant knows only one.
        raise OSError(refusal.errno, refusal.strerror, str(path)) from refusal
    finally:
        temporary.unlink(missing_ok=True)
