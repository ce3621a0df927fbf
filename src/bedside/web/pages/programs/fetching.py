"""Fetching a source for the directory of this machine, beside the pages: one at a time, with word on how far it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from bedside.evidence.library import Evidence, load_evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.mention import Reading
from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.shelf.directory_file import add_readings
from bedside.programs.sources.catalogue import PublishedSource
from bedside.web.clock import today
from bedside.web.pages.programs.list_reading import read_brought

if TYPE_CHECKING:  # what opens connections and reads reports is loaded when somebody asks for it
    from bedside.programs.sources.fetching import Progress

DOWNLOADS = "downloads"
_FAULT = "Fetching broke off because of a fault in Bedside. The directory is as it was."


@dataclass(frozen=True, slots=True)
class Job:
    """What is or was fetched last: `says` how far it is or how it ended; `wrong` is set where it did not work."""

    source: PublishedSource
    says: str
    is_over: bool = False
    is_wrong: bool = False


class Fetching:
    """The fetching of this process; only one source comes at a time."""

    def __init__(self) -> None:
        self._job: Job | None = None
        self._guard = Lock()

    @property
    def job(self) -> Job | None:
        """What is or was fetched last; None where nothing was since the start."""
        return self._job

    def begin(self, source: PublishedSource, folder: Path) -> bool:
        """Begin to fetch a source into the directory of a data folder; False where another is still coming."""
        with self._guard:
            if self._job is not None and not self._job.is_over:
                return False
            self._job = Job(source, "Asking for it …")
        Thread(target=self._run, args=(source, folder), daemon=True).start()
        return True

    def _run(self, source: PublishedSource, folder: Path) -> None:
        try:
            self._over(self._brought(source, folder))
        except ProgramsMistake as mistake:
            self._over(str(mistake), is_wrong=True)
        except Exception:
            self._over(_FAULT, is_wrong=True)
            raise

    def _brought(self, source: PublishedSource, folder: Path) -> str:
        """Fetch, read and keep; the sentence that says what came of it."""
        from bedside.programs.sources.fetching import fetch_source
        from bedside.programs.sources.reading_fetched import read_delivery

        delivery = fetch_source(source, folder / DOWNLOADS, self._tell)
        self._say("Reading it …")
        preview = read_delivery(source, delivery, load_evidence(), self._read)
        self._say("Putting it into the directory …")
        added = add_readings(folder, preview.readings, today(), load_evidence())
        unread = sum(len(reading.unread) for reading, _ in preview.readings)
        holds = f"The directory holds {added.programs:,} programs now." if added.is_new else "It was there already."
        left_out = f" {unread} places in it could not be read and are left out." if unread else ""
        return " ".join((holds + left_out, *preview.mistakes, delivery.says))

    @staticmethod
    def _read(file: SourceFile, _evidence: Evidence) -> Reading:
        return read_brought(file.name, file.content, file.specialty)

    def _tell(self, progress: Progress) -> None:
        of_all = f" of {progress.total / 1e6:.1f}" if progress.total else ""
        self._say(f"{progress.file}: {progress.received / 1e6:.1f}{of_all} MB")

    def _say(self, says: str) -> None:
        if self._job is not None:
            self._job = replace(self._job, says=says)

    def _over(self, says: str, is_wrong: bool = False) -> None:
        if self._job is not None:
            self._job = replace(self._job, says=says, is_over=True, is_wrong=is_wrong)


FETCHING = Fetching()
