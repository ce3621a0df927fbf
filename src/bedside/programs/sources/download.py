"""One request for one file: its headers, what the server may answer, and a sentence for each way it can fail."""

from __future__ import annotations

import http.client
import re
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from bedside.programs.importing.content_kind import LARGEST_FILE
from bedside.programs.sources.addresses import FetchFailed, client_for
from bedside.programs.sources.partial_file import PartialFile

_PIECE = 65_536
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)$")
_NOT_ALLOWED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.PAYMENT_REQUIRED}
_NOT_THERE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes at most; seconds without a sign of the server, and seconds in all, after which it is given up."""

    size: int = LARGEST_FILE
    silence: float = 30.0
    whole: float = 1_200.0


class Unreachable(FetchFailed):
    """There is no connection to the server at all, so that its other files need not be tried."""


class Cut(Exception):
    """The connection ended before the file did; what came is kept where it can be gone on with."""


def download(url: str, page: str, part: PartialFile, tell: Callable[[int, int | None], None], limits: Limits) -> None:
    """Bring the rest of a file into `part`, telling how many bytes are there, of how many.

    Raises Cut where it ended early, Unreachable where there is no connection, FetchFailed where the server refuses.
    """
    try:
        answer = client_for(url).open(_request(url, part), timeout=limits.silence)
    except urllib.error.HTTPError as refusal:
        raise _refused(refusal, url, page, part) from None
    except urllib.error.URLError as failure:
        raise _unreachable(failure, url) from failure
    except (OSError, http.client.HTTPException) as failure:
        raise _lost(failure) from failure
    with answer:
        _take(answer, part, tell, limits, page)


def _request(url: str, part: PartialFile) -> urllib.request.Request:
    headers = {"User-Agent": "Bedside (fetches one published file for one reader)", "Accept-Encoding": "identity"}
    if part.size:
        headers |= {"Range": f"bytes={part.size}-", "If-Range": part.version}
    return urllib.request.Request(url, headers=headers)


def _take(
    answer: http.client.HTTPResponse,
    part: PartialFile,
    tell: Callable[[int, int | None], None],
    limits: Limits,
    page: str,
) -> None:
    total = _begun(answer, part)
    if total is not None and total > limits.size:
        part.discard()
        raise _too_large(total, limits, page)
    received, given_up = part.size, time.monotonic() + limits.whole
    tell(received, total)
    while piece := _next_piece(answer):
        received += len(piece)
        if received > limits.size:
            part.discard()
            raise _too_large(received, limits, page)
        part.append(piece)
        tell(received, total)
        if time.monotonic() > given_up:
            raise Cut("it took too long.")
    if total is not None and received != total:
        raise Cut(f"the connection ended after {received:,} of {total:,} bytes.")


def _next_piece(answer: http.client.HTTPResponse) -> bytes:
    try:
        return answer.read1(_PIECE)
    except (OSError, http.client.HTTPException) as failure:
        raise _lost(failure) from failure


def _begun(answer: http.client.HTTPResponse, part: PartialFile) -> int | None:
    """Begin the part anew unless the answer is exactly its rest; the size of the whole, where it is told."""
    rest = _RANGE.match(answer.headers.get("Content-Range", ""))
    if answer.status == HTTPStatus.PARTIAL_CONTENT:
        if rest and part.size and int(rest[1]) == part.size:
            return int(rest[2])
        part.discard()
        raise Cut("the server sent another part of it than was asked for.")
    part.begin_anew(_version(answer))
    length = answer.headers.get("Content-Length", "")
    return int(length) if length.isdecimal() else None


def _version(answer: http.client.HTTPResponse) -> str:
    mark = answer.headers.get("ETag", "")
    # A weak mark does not promise the same bytes.
    return mark if mark and not mark.startswith("W/") else str(answer.headers.get("Last-Modified", ""))


def _refused(refusal: urllib.error.HTTPError, url: str, page: str, part: PartialFile) -> Exception:
    by_hand = f"Look for it on {page}, download it there, and add the file."
    status = refusal.code
    refusal.close()
    if status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and part.size:
        part.discard()
        return Cut("the server has another version of it now.")
    if status in _NOT_THERE:
        return FetchFailed(f"There is nothing at {url} any more ({status}). {by_hand}")
    if status in _NOT_ALLOWED:
        return FetchFailed(f"The server did not let Bedside have {url} ({status}); it may want a browser. {by_hand}")
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return FetchFailed(f"{url} leads from one address to the next without an end. {by_hand}")
    return FetchFailed(f"The server could not give {url} just now ({status}). Try again later. Or: {by_hand}")


def _unreachable(failure: urllib.error.URLError, url: str) -> Unreachable:
    host = urlsplit(url).hostname
    if isinstance(failure.reason, ssl.SSLError):
        return Unreachable(f"{host} could not show who it is, so nothing was fetched from it.")
    return Unreachable(
        f"There is no connection to {host}. Check that this computer is online. Or download the file on another one, "
        f"and add it from there."
    )


def _lost(failure: Exception) -> Cut:
    return Cut("the server fell silent." if isinstance(failure, TimeoutError) else "the connection was lost.")


def _too_large(size: int, limits: Limits, page: str) -> FetchFailed:
    return FetchFailed(
        f"The file is larger than the {limits.size:,} bytes that Bedside reads (at least {size:,}). Nothing was kept. "
        f"See on {page} whether it is the right one."
    )
