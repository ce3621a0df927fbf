"""The whole Match, simulated, in words and as tables."""
