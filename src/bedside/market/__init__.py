"""The whole national Match, simulated many times over, beside what was published of it."""
