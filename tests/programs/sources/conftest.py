"""The site that the tests of fetching fetch from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.programs.sources.local_server import Site, served


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        yield site
