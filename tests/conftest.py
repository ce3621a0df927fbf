"""What all tests share: Hypothesis looks for counterexamples without a stopwatch."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("bedside", deadline=None)
settings.load_profile("bedside")
