"""What reads foreign files and computes chances is loaded when it is asked for, and never to show the first page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.same_on_any_database

HEAVY = ("openpyxl", "pypdfium2", "numpy", "scipy", "docx")
ASK = f"""
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "bedside.web.settings"
import django
django.setup()
import bedside.web.urls
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def test_the_app_starts_without_what_only_some_pages_need(tmp_path: Path) -> None:
    environment = os.environ | {"BEDSIDE_DATA_FOLDER": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
