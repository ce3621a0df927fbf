"""Fits anew and writes the file of parameters: `python -m bedside.odds.fitting`."""

from __future__ import annotations

import sys

from bedside.evidence.library import load_evidence
from bedside.odds.fitting.parameters_file import parameters_content, text_of
from bedside.odds.parameters import PARAMETERS_FILE


def main() -> int:
    """Always 0: the file is written, or an exception says why not."""
    text = text_of(parameters_content(load_evidence()))
    PARAMETERS_FILE.write_text(text, encoding="utf-8")
    sys.stdout.write(f"Written: {PARAMETERS_FILE.name}, {len(text):,} characters.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
