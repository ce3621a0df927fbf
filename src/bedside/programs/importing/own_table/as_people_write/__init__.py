"""Words, numbers, days, places and names as people write them in tables of their own."""
