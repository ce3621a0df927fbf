"""Reading what was fetched, each file by the importer of its source, with a sentence for what is something else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bedside.evidence.library import Evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.recognising import read_file
from bedside.programs.mention import Reading
from bedside.programs.mistakes import FileNotRead
from bedside.programs.sources.catalogue import PublishedSource
from bedside.programs.sources.fetching import Delivery, Fetched


@dataclass(frozen=True, slots=True)
class Preview:
    """What a delivery was read as, before anything is stored: pairs of a reading and the name of its file.

    `mistakes` are sentences on what did not come or could not be read; the rest can be kept all the same.
    """

    readings: tuple[tuple[Reading, str], ...]
    mistakes: tuple[str, ...] = ()


def read_delivery(
    source: PublishedSource,
    delivery: Delivery,
    evidence: Evidence,
    read: Callable[[SourceFile, Evidence], Reading] = read_file,
) -> Preview:
    """Read every file that came, with `read`. One that is not what its source publishes is not taken, and is removed.

    Raises FileNotRead where none could be read.
    """
    readings: list[tuple[Reading, str]] = []
    mistakes = [*delivery.missing]
    for one in delivery.fetched:
        try:
            readings.append((_as_published(source, one, read(_brought(one), evidence)), one.file.name))
        except FileNotRead as mistake:
            one.path.unlink(missing_ok=True)
            mistakes.append(str(mistake))
    if not readings:
        raise FileNotRead(" ".join(mistakes))
    return Preview(tuple(readings), tuple(mistakes))


def _brought(one: Fetched) -> SourceFile:
    return SourceFile(one.file.name, one.path.read_bytes(), one.file.specialty)


def _as_published(source: PublishedSource, one: Fetched, reading: Reading) -> Reading:
    if source.kind and reading.kind != source.kind:
        raise FileNotRead(
            f"What came from {one.file.url} was read as something else, “{reading.title}”, and was not kept. Look for "
            f"“{source.title}” on {source.page}, download it there, and add the file."
        )
    return reading
