"""What would change the chance of a match: named changes, what each gains and costs, and the next best move."""
