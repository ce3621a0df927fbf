"""The list of programs and signals for one person, made by the best list underneath."""
