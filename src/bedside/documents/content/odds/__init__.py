"""The odds in words: three chances, what counts in them, and their charts."""
