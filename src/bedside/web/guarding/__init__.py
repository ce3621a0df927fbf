"""Who may open what, how often and how large, and what is never written down on the way."""
