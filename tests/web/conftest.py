"""What the tests of the app share: a database, and the day from which they look."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.applicant.dossiers import AS_OF


@pytest.fixture(autouse=True)
def the_day(settings: Settings, db: None, tmp_path: Path) -> None:
    """The app looks from the day of the worked examples, keeps its files apart, and may use the database."""
    settings.HOSTING = replace(settings.HOSTING, as_of=AS_OF.isoformat(), data_folder=tmp_path / "data")
