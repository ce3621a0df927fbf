"""The rules a draft is read by, each kind in its own module: where it finds something, why, and what it asks."""
