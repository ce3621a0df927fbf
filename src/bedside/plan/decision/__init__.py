"""The decision on paper and the stop contract that binds it: terms, cycles, and what else there is."""
