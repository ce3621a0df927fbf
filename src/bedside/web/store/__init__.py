"""What the app keeps: dossiers with their revisions, shares, and the lock."""
