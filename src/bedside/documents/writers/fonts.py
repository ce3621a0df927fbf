"""Where the files of the typeface are, for everything that sets text: documents, and pages in a browser."""

from __future__ import annotations

from pathlib import Path

import fontpkg_inter  # type: ignore[import-untyped]  # it ships no types

FONT_FOLDER = Path(fontpkg_inter.__file__).parent / "files"
"""The folder with the two variable files of the typeface, upright and italic."""
