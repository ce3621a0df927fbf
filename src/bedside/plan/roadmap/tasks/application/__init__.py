"""The story, the application, the season, and what follows the Match."""
