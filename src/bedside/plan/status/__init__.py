"""Immigration status as information with source and date: clocks, and J-1 beside H-1B."""
