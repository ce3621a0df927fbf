"""The report: every result in the order in which it is read, and what it says of the Match."""
