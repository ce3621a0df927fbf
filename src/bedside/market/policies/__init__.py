"""Changes of the rules, each a small class that changes a season before interviews are given out."""
