"""What every page is set in: its sections, its reasons and where they lead, its colours and its files."""
