"""What follows the applications in words: the rank order list."""
