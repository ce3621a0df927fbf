"""Published figures and dated rules, each with its source."""
