"""The plan by its days: the next seven, those to come, months and periods, and what slips."""
