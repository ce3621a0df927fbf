"""The plan in words: the decision and its contract, the roadmap, money and status."""
