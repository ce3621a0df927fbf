"""Charts whose axis is time: years, months and days."""
