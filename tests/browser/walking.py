"""Every page that can be reached by following links, as a reader would who leaves nothing out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from playwright.sync_api import BrowserContext

LINK = re.compile(r'<a\s[^>]*?href="([^"]*)"')
NOT_FOR_READING, NOT_WRITTEN = 405, 501
MOST_PAGES = 2000
"""A walk that is longer has gone in circles; it fails, so that it never passes for a whole one."""

_ONE_OF_MANY = re.compile(r"(?<=/story/interview/)[\w-]+(?=/$)|(?<=/programs/one/)[^/]+(?=/$)")
_FEW = 4
"""Pages that are looked at of those that differ in their question or their program only."""
_DOSSIER = re.compile(r"(?<=/dossier/)[^/]+")
_PROGRAM = re.compile(r"/dossier/[^/]+/programs/one/")
_LISTED = re.compile(r"/dossier/[^/]+/programs/\?")
_ASKED = re.compile(r"/dossier/[^/]+/(?:odds|list|list/curves|next-move)/\?")
_MOST_ALIKE = 12
"""Pages of programs, and lists of them, that are followed for one dossier; there are thousands, made alike."""


@dataclass(frozen=True, slots=True)
class Walk:
    """The addresses of the pages in order of finding, and what answered with a mistake or a fault."""

    pages: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def one_of_each_kind(self) -> list[str]:
        """The pages without those that differ from an earlier one only in what their question asks for.

        Of the questions of an interview, the first few.
        """
        kinds: dict[tuple[str, ...], list[str]] = {}
        for page in self.pages:
            parts = urlsplit(page)
            path = _ONE_OF_MANY.sub("…", parts.path)
            kinds.setdefault((path, *sorted(parse_qs(parts.query))), []).append(page)
        return [page for kind, those in kinds.items() for page in those[: _FEW if "…" in kind[0] else 1]]


def walk(context: BrowserContext, starts: Iterable[str], at_most: int = MOST_PAGES) -> Walk:
    """Follow every link on every page of the same server; a link to a file is followed once and is no page.

    An address that only takes forms is no page either, and dossiers that the walk did not begin with are left alone.
    """
    waiting = list(dict.fromkeys(starts))
    server = "/".join(waiting[0].split("/")[:3]) + "/"
    walked, seen = Walk(), set(waiting)
    dossiers = {dossier for one in waiting for dossier in _DOSSIER.findall(one)}
    followed: Counter[str] = Counter()
    while waiting:
        assert len(walked.pages) < at_most, f"The walk came to {at_most} pages and did not end."
        asked = waiting.pop(0)
        answer = context.request.get(asked)
        if answer.status in (NOT_FOR_READING, NOT_WRITTEN):
            continue
        if not answer.ok:
            walked.broken.append(f"{asked} answers {answer.status}")
        elif "text/html" in answer.headers.get("content-type", "") and answer.url not in walked.pages:
            walked.pages.append(answer.url)
            links = LINK.findall(answer.text())
            targets = dict.fromkeys(urldefrag(urljoin(answer.url, unescape(link)))[0] for link in links)
            new = [target for target in targets if target.startswith(server) and target not in seen]
            new = [one for one in new if set(_DOSSIER.findall(one)) <= dossiers and _is_followed(one, followed)]
            seen.update(new)
            waiting += new
    return walked


def _is_followed(target: str, followed: Counter[str]) -> bool:
    """Whether a link is followed; of the pages of programs, and of the lists of them, only the first few are."""
    for alike in (_PROGRAM, _LISTED, _ASKED):
        if found := alike.search(target):
            followed[found[0]] += 1
            return followed[found[0]] <= _MOST_ALIKE
    return True
