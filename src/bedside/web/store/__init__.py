"""What the app keeps: dossiers with their revisions and private lists, each change to them, shares, and the lock."""
