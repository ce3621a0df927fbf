"""Programs in words: lists of them, one by itself, and what a file about them was read as."""
