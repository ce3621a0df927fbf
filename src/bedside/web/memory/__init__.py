"""What was computed or opened for a page, kept in memory for a while, and forgotten with its dossier."""
