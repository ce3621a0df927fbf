"""Deferred acceptance with either side proposing: in plain Python, as compiled loops, and by the quicker of the two."""

from __future__ import annotations

from bedside.matching.deferred_acceptance.plain import applicant_proposing, program_proposing
from bedside.matching.deferred_acceptance.solving import solve

__all__ = ["applicant_proposing", "program_proposing", "solve"]
