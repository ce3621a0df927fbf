"""What things cost, and the whole journey's money by month."""
