"""The plan: the decision, dated tasks that fit a real life, the money, and one thing for the next seven days."""
