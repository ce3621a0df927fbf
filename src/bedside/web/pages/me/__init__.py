"""The applicant: what is filled in, where that puts them, what they decided, and the one task at home."""
