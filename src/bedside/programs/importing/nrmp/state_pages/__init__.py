"""The pages with results by state: tables side by side, each with its head and its rows."""
