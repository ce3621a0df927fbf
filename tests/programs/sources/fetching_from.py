"""Fetching from a site of the tests: a source with its files, and what came or what was said."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from bedside.programs.importing.content_kind import ContentKind
from bedside.programs.sources.addresses import FetchFailed
from bedside.programs.sources.catalogue import Access, PublishedFile, PublishedSource
from bedside.programs.sources.download import Limits
from bedside.programs.sources.fetching import Fetched, fetch_source
from tests.programs.sources.local_server import Site

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 800 + b"\n%%EOF\n"
BRIEF = Limits(silence=0.3)


def source_of(*urls: str, content: ContentKind = ContentKind.PDF, known: bytes = b"") -> PublishedSource:
    files = tuple(
        PublishedFile(url.rsplit("/", 1)[1], url, content, "", len(known), hashlib.sha256(known).hexdigest())
        for url in urls
    )
    return PublishedSource(
        key="tables",
        title="Tables",
        publisher="A publisher",
        edition="2025",
        access=Access.FETCHED,
        kind="",
        page="https://publisher.example/tables",
        gives="",
        licence="",
        terms=(),
        terms_read_on=date(2026, 11, 22),
        address_seen="",
        aliases=(),
        files=files,
    )


def fetch(site: Site, folder: Path, path: str = "/list.pdf", known: bytes = b"", limits: Limits = BRIEF) -> Fetched:
    (fetched,) = fetch_source(source_of(site.address + path, known=known), folder, limits=limits).fetched
    return fetched


def refusal(site: Site, folder: Path, path: str = "/list.pdf", limits: Limits = BRIEF) -> str:
    with pytest.raises(FetchFailed) as failed:
        fetch(site, folder, path, limits=limits)
    return str(failed.value).replace(site.address, "ADDRESS")


def names_in(folder: Path) -> list[str]:
    return sorted({path.name for path in folder.iterdir()} - {"directory.lock"}) if folder.exists() else []
