"""A text by itself: how long it is, the numbers and times in it, and what was pasted along with it."""
