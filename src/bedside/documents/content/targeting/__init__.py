"""The best list in words: what it costs, what limits it, and what more would bring."""
