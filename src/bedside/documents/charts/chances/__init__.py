"""Charts of chances: bands on a scale, and what changes them."""
