"""The seasons of the Match: published days, predicted days, and counting in months."""
