"""What may come of it: the odds, the best list, the next move, and the rank order list."""
