"""Bedside: from where an international medical graduate actually is to a dated plan for residency."""

__version__ = "0.1.0"
