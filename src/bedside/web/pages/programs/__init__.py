"""Residency programs: the directory and its search, one program whole, and lists that are brought."""
