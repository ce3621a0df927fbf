"""Which programs and which signals, within a budget, with a certificate of how near the best the list is."""
