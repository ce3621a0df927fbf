"""Small tables as the known sources publish them, with invented programs."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "tables"

RATES = (_FOLDER / "interview_rates.csv").read_text("utf-8")
FREIDA = (_FOLDER / "freida.csv").read_text("utf-8")
CROSSWALK = (_FOLDER / "crosswalk.tsv").read_text("utf-8")
ERAS = (_FOLDER / "eras_participating.csv").read_text("utf-8")
NEW = (_FOLDER / "new_programs.csv").read_text("utf-8")
HOSPITALS = (_FOLDER / "hospitals.csv").read_text("utf-8")
