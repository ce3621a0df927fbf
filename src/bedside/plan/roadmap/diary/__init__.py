"""The diary: the days, the leave, the hours and the money there are, and when each task fits into them."""
