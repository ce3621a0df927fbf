"""The best list under money and limits, with a bound on what any other list could give; it knows arrays only."""
