"""Refuses a PDF whose streams unpack to far more than a report holds, before any of it is opened."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from bedside.programs.mistakes import FileNotRead

LARGEST_STREAM = 12_000_000
"""Bytes to which one stream that is no picture may unpack; a page of a report takes a few thousand."""

LARGEST_TOGETHER = 250_000_000
"""Bytes to which all such streams may unpack."""

MOST_STREAMS = 50_000
"""Streams of the largest PDF that is opened; a report of 200 pages has about as many."""

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 600
_PACKED_TWICE = 3


def refuse_bomb(content: bytes) -> None:
    """Raises FileNotRead for a PDF that would take up far more memory than its size tells.

    Every stream is unpacked up to the bound and let go; one packed into itself is followed a few times.
    """
    together = 0
    for count, packed in enumerate(_streams(content), start=1):
        together += _unpacked_size(packed)
        if together > LARGEST_TOGETHER or count > MOST_STREAMS:
            raise _too_much()


def _streams(content: bytes) -> Iterator[memoryview]:
    """What stands in each stream, pictures left out."""
    view = memoryview(content)
    begin = _STREAM.search(content)
    while begin is not None:
        end = content.find(b"endstream", begin.end())
        end = len(content) if end < 0 else end
        told = content[max(0, begin.start() - _DICTIONARY) : begin.start()].rpartition(b"obj")[2]
        if b"/Image" not in told:
            yield view[begin.end() : end]
        begin = _STREAM.search(content, end + len(b"endstream"))


def _unpacked_size(packed: memoryview) -> int:
    inside: bytes | memoryview = packed
    size = 0
    for _ in range(_PACKED_TWICE):
        unpack = zlib.decompressobj()
        try:
            inside = unpack.decompress(inside, LARGEST_STREAM + 1)
        except zlib.error:
            break
        size = max(size, len(inside))
        if size > LARGEST_STREAM:
            raise _too_much()
    return size


def _too_much() -> FileNotRead:
    return FileNotRead(
        "This PDF would unpack to far more than a report ever holds, so Bedside does not open it. "
        "Download it again from where it is published."
    )
