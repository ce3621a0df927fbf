"""Your next move in words: each change with its gain and its cost."""
