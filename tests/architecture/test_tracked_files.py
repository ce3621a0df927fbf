"""What every file of the project keeps out: paths of one machine, and hosts of package registries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.code import ROOT, tracked_files

PLACES = re.compile(
    "|".join(
        (
            r"(?<![\w.])/(?:root|home|Users|work|opt|tmp|mnt)/[\w.]",  # a folder of one machine
            r"\b[A-Z]:\\\\?Users\\",
            r"https?://(?:\w+\.)*(?:pypi|pythonhosted|npmjs|debian)\.\w+",  # a registry's address
            r"index-url[ =]+\S*://",
        )
    )
)
BINARY = {".png", ".jpg", ".pdf", ".ttf", ".otf", ".woff2", ".ico"}


def places_named_in(text: str) -> list[str]:
    return [found.group() for found in PLACES.finditer(text)]


def test_no_tracked_file_names_a_place_on_one_machine_or_a_registry() -> None:
    named = {}
    for path in tracked_files():
        if path.suffix not in BINARY and path != Path(__file__):
            places = places_named_in(path.read_text(encoding="utf-8"))
            if places:
                named[path.relative_to(ROOT).as_posix()] = places
    assert named == {}


@pytest.mark.parametrize(
    "text",
    [
        "see /home/maria/dossier.yaml",
        "/root/.cache",
        r"C:\Users\maria",
        "--index-url https://example.org/simple",
        "https://files.pythonhosted.org/packages/typst.whl",
        "https://pypi.org/simple",
    ],
)
def test_the_check_of_places_bites(text: str) -> None:
    assert places_named_in(text) != []


@pytest.mark.parametrize("text", ["docs/how-to/home/", "~/dossier.yaml", "the out/ folder", "--no-emit-index-url \\"])
def test_the_check_of_places_lets_ordinary_text_pass(text: str) -> None:
    assert places_named_in(text) == []
