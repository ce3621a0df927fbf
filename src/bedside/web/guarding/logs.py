"""Logs without contents: what kind of fault, and where in the code, but no message that could quote a dossier."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

PACKAGE = Path(__file__).parents[2]


class WithoutContents(logging.Formatter):
    """Writes the time, the level and the place in the code; of other loggers than Bedside's no message either."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, without addresses, arguments or the text of exceptions."""
        says = record.getMessage() if record.name.startswith("bedside") else record.name
        status = getattr(record, "status_code", None)
        parts = [self.formatTime(record), record.levelname, says]
        parts += [f"answered {status}"] if status else []
        parts += [_place(record.exc_info[1])] if record.exc_info and record.exc_info[1] else []
        return " ".join(parts)


def _place(fault: BaseException) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    place = f" in {Path(ours[-1].filename).relative_to(PACKAGE).as_posix()}, line {ours[-1].lineno}" if ours else ""
    return f"{type(fault).__name__}{place}"
